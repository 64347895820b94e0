import { z } from 'zod'
import { FIRST_NIGHT } from '../outcome/outcome-codes.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'

/** Where the first night was spent. Said again, it is a new entry and the newest counts; nothing is overwritten. */
export const RecordFirstNightInput = inputOf({
  episodeId: idOf('housing.episodeId'),
  requestId: RequestId,
  firstNight: z.enum(FIRST_NIGHT, 'housing.firstNight.unknown'),
})
export type RecordFirstNightInput = z.infer<typeof RecordFirstNightInput>
