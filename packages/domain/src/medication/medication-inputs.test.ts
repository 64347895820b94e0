import { describe, expect, it } from 'vitest'
import { ConfirmRegimeInput } from './confirm-regime-input.ts'
import { CorrectDoseInput } from './correct-dose-input.ts'
import { isOutcomeOf } from './dose-outcomes.ts'
import { DOSE_KINDS, DOSE_OUTCOMES, MEDICINES, RHYTHMS } from './medication-codes.ts'
import { RecordDoseInput } from './record-dose-input.ts'
import { isRhythmOf, RecordTreatmentInput } from './record-treatment-input.ts'

const id = '01930000-0000-7000-8000-000000000001'
const request = { episodeId: id, requestId: id, seenVersion: 0 }

const doseInput = {
  ...request,
  treatmentId: id,
  kind: 'supervised',
  outcome: 'given',
  forDay: '2026-04-02',
  toDay: '2026-04-02',
  givenAt: new Date('2026-04-02T08:00:00Z'),
  parts: 1,
  product: null,
  reason: null,
  isSecondMeant: false,
}
const bag = { ...doseInput, kind: 'take-home', outcome: 'issued', toDay: '2026-04-06' }
const { treatmentId: _treatmentId, ...doseFields } = doseInput
const correction = { ...doseFields, doseId: id, outcome: 'declined', reason: 'another person' }
const notTaken = { ...correction, kind: 'take-home', outcome: 'not-taken', reason: null }
const treatmentInput = {
  ...request,
  treatmentId: null,
  medicine: 'methadone',
  form: 'solution',
  prescribedText: 'Methadone 1 mg/ml, 60 ml daily, supervised',
  rhythm: 'daily',
  rhythmWeekdays: [],
  dosesPerDay: 1,
  titration: 'unknown',
  startedOn: null,
  endedOn: null,
  dosingServiceId: null,
}
const threeAWeek = { ...treatmentInput, rhythm: 'three-a-week', rhythmWeekdays: [1, 3, 5] }

describe('a dose as it is sent', () => {
  it.each<[string, object, boolean]>([
    ['a supervised dose', doseInput, true],
    ['without a time', { ...doseInput, givenAt: null }, true],
    ['without a day', { ...doseInput, forDay: null }, false],
    ['a bag for five days', bag, true],
    ['a bag for 31 days', { ...bag, toDay: '2026-05-02' }, true],
    ['a bag for 32 days', { ...bag, toDay: '2026-05-03' }, false],
    ['a bag that ends before it begins', { ...bag, toDay: '2026-04-01' }, false],
    ['a supervised dose for two days', { ...doseInput, toDay: '2026-04-03' }, false],
    ['issued, supervised', { ...doseInput, outcome: 'issued' }, false],
    ['given, taken home', { ...bag, outcome: 'given' }, false],
    ['not taken is not recorded', { ...bag, outcome: 'not-taken' }, false],
    ['a depot with its label', { ...doseInput, kind: 'depot', product: 'Label, lot 12' }, true],
    ['a product that is no depot', { ...doseInput, product: 'Label, lot 12' }, false],
    ['both doses of a split day', { ...doseInput, parts: 2 }, true],
    ['no dose at all', { ...doseInput, parts: 0 }, false],
    ['half a dose', { ...doseInput, parts: 0.5 }, false],
    ['an owner of its own', { ...doseInput, serviceId: id }, false],
    ['an amount', { ...doseInput, amount: 60 }, false],
  ])('%s', (_, input, isFine) => {
    expect(RecordDoseInput.safeParse(input).success).toBe(isFine)
  })

  it.each<[string, object, boolean]>([
    ['another outcome, with a reason', correction, true],
    ['without a reason', { ...correction, reason: null }, false],
    ['not taken', notTaken, true],
    ['not taken, with a reason', { ...notTaken, reason: 'sold' }, false],
    ['not taken, of a supervised dose', { ...notTaken, kind: 'supervised' }, false],
    ['an outcome of another kind', { ...correction, outcome: 'issued' }, false],
  ])('a correction: %s', (_, input, isFine) => {
    expect(CorrectDoseInput.safeParse(input).success).toBe(isFine)
  })

  it('parses to itself', () => {
    expect(RecordDoseInput.parse(bag)).toEqual(bag)
    expect(CorrectDoseInput.parse(notTaken)).toEqual(notTaken)
    expect(RecordTreatmentInput.parse(threeAWeek)).toEqual(threeAWeek)
  })
})

describe('a treatment as it is sent', () => {
  it.each<[string, object, boolean]>([
    ['daily', treatmentInput, true],
    ['words of the prescriber not known', { ...treatmentInput, prescribedText: null }, true],
    ['words that are empty', { ...treatmentInput, prescribedText: ' ' }, false],
    ['three days of the week', threeAWeek, true],
    ['two days of the week', { ...threeAWeek, rhythmWeekdays: [1, 3] }, false],
    ['a day twice', { ...threeAWeek, rhythmWeekdays: [1, 1, 5] }, false],
    ['days out of order', { ...threeAWeek, rhythmWeekdays: [5, 3, 1] }, false],
    ['an eighth day', { ...threeAWeek, rhythmWeekdays: [1, 3, 8] }, false],
    ['days with a daily rhythm', { ...treatmentInput, rhythmWeekdays: [1, 3, 5] }, false],
    ['split in two', { ...treatmentInput, rhythm: 'split', dosesPerDay: 2 }, true],
    ['split in one', { ...treatmentInput, rhythm: 'split', dosesPerDay: 1 }, false],
    ['twice a day, not split', { ...treatmentInput, dosesPerDay: 2 }, false],
    ['a depot', { ...treatmentInput, medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' }, true],
    ['a depot every day', { ...treatmentInput, medicine: 'buprenorphine-weekly-depot' }, false],
    ['methadone as a depot', { ...treatmentInput, rhythm: 'depot' }, false],
    ['another depot', { ...treatmentInput, medicine: 'other', rhythm: 'depot' }, true],
    ['ends on its first day', { ...treatmentInput, startedOn: '2026-04-02', endedOn: '2026-04-02' }, true],
    ['ends before it begins', { ...treatmentInput, startedOn: '2026-04-02', endedOn: '2026-04-01' }, false],
    ['titration perhaps', { ...treatmentInput, titration: 'perhaps' }, false],
  ])('%s', (_, input, isFine) => {
    expect(RecordTreatmentInput.safeParse(input).success).toBe(isFine)
  })

  it('a confirmation names a day', () => {
    const confirmation = { ...request, treatmentId: id, confirmedOn: '2026-04-02' }
    expect(ConfirmRegimeInput.parse(confirmation)).toEqual(confirmation)
    expect(ConfirmRegimeInput.safeParse({ ...confirmation, confirmedOn: null }).success).toBe(false)
  })
})

describe('what goes with what (rule DOSE-1)', () => {
  it('every medicine has a rhythm, and only depots and others are injected', () => {
    for (const medicine of MEDICINES) {
      expect(RHYTHMS.some((rhythm) => isRhythmOf(medicine, rhythm))).toBe(true)
      expect(isRhythmOf(medicine, 'depot')).toBe(medicine.endsWith('depot') || medicine === 'other')
      expect(isRhythmOf(medicine, 'daily')).toBe(!medicine.endsWith('depot'))
    }
  })

  it('every outcome but those that only correct can be recorded of some dose', () => {
    const recordable = DOSE_OUTCOMES.filter((outcome) => DOSE_KINDS.some((kind) => isOutcomeOf(kind, outcome)))
    const corrects: readonly string[] = ['not-taken', 'entered-in-error']
    expect(recordable).toEqual(DOSE_OUTCOMES.filter((outcome) => !corrects.includes(outcome)))
  })
})
