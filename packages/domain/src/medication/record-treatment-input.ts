import { z } from 'zod'
import { PlainDate, WEEKDAYS } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { Medicine, Rhythm } from './medication-codes.ts'
import { TITRATIONS } from './medication-history.ts'
import { MEDICINE_TABLE } from './medicine-table.ts'

export const Titration = z.enum(TITRATIONS, { error: 'treatment.titration.unknown' })

/** A medicine as prescribed: new, or changed when `treatmentId` names one. */
export const RecordTreatmentInput = inputOf({
  episodeId: idOf('treatment.episodeId'),
  /** Null: a new treatment. */
  treatmentId: idOf('treatment.treatmentId').nullable(),
  requestId: RequestId,
  /** The version of the treatment on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  medicine: Medicine,
  /** Tablet, solution, film, depot, as prescribed. */
  form: filledText('treatment.form', 120).nullable(),
  /** The prescriber's words, amount included, letter for letter. Nothing here reads them. */
  prescribedText: filledText('treatment.prescribedText', 2000).nullable(),
  rhythm: Rhythm,
  /** The days of a three-a-week rhythm, in the order of the week; empty otherwise. */
  rhythmWeekdays: z
    .array(z.literal(WEEKDAYS, 'treatment.rhythmWeekdays.impossible'), 'treatment.rhythmWeekdays.impossible')
    .max(7, 'treatment.rhythmWeekdays.impossible'),
  /** How many doses make the day; 1 unless the rhythm is split. */
  dosesPerDay: z
    .int('treatment.dosesPerDay.impossible')
    .min(1, 'treatment.dosesPerDay.impossible')
    .max(6, 'treatment.dosesPerDay.impossible'),
  titration: Titration,
  startedOn: PlainDate.nullable(),
  endedOn: PlainDate.nullable(),
  /** Where it will be dosed after release. */
  dosingServiceId: idOf('treatment.dosingServiceId').nullable(),
})
  .refine(({ medicine, rhythm }) => isRhythmOf(medicine, rhythm), {
    path: ['rhythm'],
    error: 'treatment.rhythm.not-of-medicine',
  })
  .refine(({ rhythm, rhythmWeekdays }) => isWeekOf(rhythm, rhythmWeekdays), {
    path: ['rhythmWeekdays'],
    error: 'treatment.rhythmWeekdays.three',
  })
  .refine(({ rhythm, dosesPerDay }) => (rhythm === 'split' ? dosesPerDay >= 2 : dosesPerDay === 1), {
    path: ['dosesPerDay'],
    error: 'treatment.dosesPerDay.split-only',
  })
  .refine(({ startedOn, endedOn }) => startedOn === null || endedOn === null || startedOn <= endedOn, {
    path: ['endedOn'],
    error: 'treatment.endedOn.before-start',
  })
export type RecordTreatmentInput = z.infer<typeof RecordTreatmentInput>

/** Does this medicine know this rhythm? */
export function isRhythmOf(medicine: Medicine, rhythm: Rhythm): boolean {
  const rhythms: readonly Rhythm[] = MEDICINE_TABLE[medicine].rhythms
  return rhythms.includes(rhythm)
}

function isWeekOf(rhythm: Rhythm, weekdays: readonly number[]): boolean {
  if (rhythm !== 'three-a-week') return weekdays.length === 0
  return weekdays.length === 3 && weekdays.every((each, index) => index === 0 || each > (weekdays[index - 1] ?? 0))
}
