import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { MEDICINES } from '../medication/medication-codes.ts'
import { idOf, inputOf } from '../request/request-fields.ts'
import { SupplyDays } from './record-supply-input.ts'

/** What is supposed for a moment in the place of what is on record. Null: as recorded. Nothing of it is kept. */
export const WhatIfInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  /** Another day of release. */
  releaseOn: PlainDate.nullable(),
  /** Another dosing point. */
  dosingServiceId: idOf('cover-plan.dosingServiceId').nullable(),
  /** Another first appointment there. */
  firstAppointment: PlainDate.nullable(),
  /** Take-home doses in the hand at the gate. */
  supply: SupplyDays.nullable(),
  /** Another medicine, from the day of release on; a depot as injected on `depotOn`. */
  medicine: z.enum(MEDICINES, 'cover-plan.medicine.unknown').nullable(),
  /** The day of an injection before the release; asked for with a depot alone. */
  depotOn: PlainDate.nullable(),
})
export type WhatIfInput = z.infer<typeof WhatIfInput>
