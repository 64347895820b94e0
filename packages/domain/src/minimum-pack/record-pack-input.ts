import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { telephoneText } from '../text/telephone-text.ts'

/** The parts of the minimum pack that no other record holds. Null: there is none. */
export const RecordPackInput = inputOf({
  episodeId: idOf('minimum-pack.episodeId'),
  requestId: RequestId,
  /** The version on the screen; null when nothing was recorded yet. */
  seenVersion: SeenVersion.nullable(),
  letterOn: PlainDate.nullable(),
  prescriber: filledText('minimum-pack.prescriber', 200).nullable(),
  prescriberPhone: telephoneText('minimum-pack.prescriberPhone', 60).nullable(),
  phone: telephoneText('minimum-pack.phone', 60).nullable(),
})
export type RecordPackInput = z.infer<typeof RecordPackInput>

/** The pack of one case. */
export const PackOfCaseInput = inputOf({ episodeId: idOf('minimum-pack.episodeId') })
export type PackOfCaseInput = z.infer<typeof PackOfCaseInput>
