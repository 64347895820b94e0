import { z } from 'zod'
import { ClockTime } from '../calendar/zone.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { telephoneText } from '../text/telephone-text.ts'
import { HOUSING_ANSWERS, HOUSING_CONFIRMED, HousingKind, HousingSpan } from './housing-codes.ts'

/** Where somebody sleeps on the first night, in the first week or in the first month. */
export const RecordPlaceInput = inputOf({
  episodeId: idOf('housing.episodeId'),
  requestId: RequestId,
  span: HousingSpan,
  /** The version on the screen; 0 while nothing was said of this span. */
  seenVersion: SeenVersion,
  kind: HousingKind,
  address: filledText('housing.address', 300).nullable(),
  confirmed: z.enum(HOUSING_CONFIRMED, 'housing.confirmed.unknown'),
  confirmedBy: filledText('housing.confirmedBy', 200).nullable(),
  peopleUsing: z.enum(HOUSING_ANSWERS, 'housing.peopleUsing.unknown'),
  lockable: z.enum(HOUSING_ANSWERS, 'housing.lockable.unknown'),
  keyFrom: ClockTime.nullable(),
  way: filledText('housing.way', 500).nullable(),
  fallback: filledText('housing.fallback', 300).nullable(),
  fallbackPhone: telephoneText('housing.fallbackPhone', 60).nullable(),
})
  .refine(({ confirmed, confirmedBy }) => confirmed !== 'confirmed' || confirmedBy !== null, {
    path: ['confirmedBy'],
    error: 'housing.confirmedBy.missing',
  })
  .refine(({ confirmed, kind }) => confirmed !== 'confirmed' || (kind !== 'none' && kind !== 'unknown'), {
    path: ['kind'],
    error: 'housing.kind.nothing-to-confirm',
  })
export type RecordPlaceInput = z.infer<typeof RecordPlaceInput>
