import { RecordAdmissionInput } from '../../src/admission/admission-terms.ts'
import { BarrierReportInput, BarriersOfCaseInput, RecordBarrierInput } from '../../src/barrier/record-barrier-input.ts'
import { RecordBelongingsInput } from '../../src/belongings/record-belongings-input.ts'
import { CircumstancesOfCaseInput } from '../../src/circumstance/circumstances-of-case-input.ts'
import { LettersOfCaseInput, MakeLettersInput } from '../../src/evidence-letter/letter-codes.ts'
import { RecordSupplyInput, SuppliesOfCaseInput } from '../../src/health-supply/supply-codes.ts'
import { RecordPlaceInput } from '../../src/housing/record-place-input.ts'
import { RecordKeptDateInput } from '../../src/kept-date/record-kept-date-input.ts'
import { RecordTreatmentAwayInput } from '../../src/treatment-away/record-treatment-away-input.ts'
import { EPISODE_ID, ID, type InputSample, SEEN } from './sample.ts'

/** What is taken about a person's circumstances, and about whom services take. */
export const CIRCUMSTANCE_INPUTS: Readonly<Record<string, InputSample>> = {
  'admission.record': {
    schema: RecordAdmissionInput,
    takes: {
      serviceId: ID,
      ...SEEN,
      womenOnly: 'no',
      couples: 'together',
      waitingDays: 4,
      toldBy: null,
      askedOn: '2026-11-01',
    },
  },
  'barrier.record': {
    schema: RecordBarrierInput,
    takes: {
      episodeId: ID,
      ...SEEN,
      barrierId: ID,
      area: 'omt',
      code: 'proof-of-history',
      level: 'service',
      serviceId: null,
      words: 'Zwei Jahre müssen belegt werden',
      since: '2026-11-01',
      resolvedOn: '2026-11-03',
      resolvedHow: 'letter-accepted',
    },
  },
  'belongings.record': {
    schema: RecordBelongingsInput,
    takes: {
      episodeId: ID,
      ...SEEN,
      belongingsId: ID,
      inventory: 'Two bags, a guitar',
      place: null,
      phone: null,
      keepUntil: '2026-11-30',
      fee: null,
      mayCollect: 'sister Ana',
      state: 'in-store',
    },
  },
  'evidence-letter.make': {
    schema: MakeLettersInput,
    takes: { episodeId: ID, requestId: SEEN.requestId, kinds: ['omt-history', 'benefits'] },
  },
  'health-supply.record': {
    schema: RecordSupplyInput,
    takes: {
      episodeId: ID,
      ...SEEN,
      supplyId: ID,
      kind: 'hiv',
      medicine: null,
      supplyDays: 30,
      countedOn: '2026-11-21',
      continues: null,
      appointmentOn: null,
      courseEndsOn: null,
      lastTakenOn: null,
      state: 'under-way',
    },
  },
  'housing.record-place': {
    schema: RecordPlaceInput,
    takes: {
      episodeId: ID,
      ...SEEN,
      span: 'first-night',
      kind: 'hostel',
      address: '3 Quay Street',
      confirmed: 'confirmed',
      confirmedBy: 'Karl',
      peopleUsing: 'unknown',
      lockable: 'no',
      keyFrom: '15:00',
      way: null,
      fallback: null,
      fallbackPhone: null,
    },
  },
  'kept-date.record': {
    schema: RecordKeptDateInput,
    takes: {
      episodeId: ID,
      ...SEEN,
      keptDateId: ID,
      kind: 'tenancy',
      withWhom: null,
      until: '2027-01-31',
      letterSentOn: null,
      letterWords: null,
      state: 'running',
    },
  },
  'treatment-away.record': {
    schema: RecordTreatmentAwayInput,
    takes: {
      episodeId: ID,
      ...SEEN,
      treatmentAwayId: ID,
      place: 'House by the sea',
      state: 'offered',
      askedOn: null,
      admissionOn: null,
      together: 'together',
      afterHome: null,
      afterActivity: null,
    },
  },
  'barrier.report': { schema: BarrierReportInput, takes: { months: 12 } },
  'barrier.of-case': { schema: BarriersOfCaseInput, takes: { ...EPISODE_ID } },
  'circumstance.of-case': { schema: CircumstancesOfCaseInput, takes: { ...EPISODE_ID } },
  'evidence-letter.of-case': { schema: LettersOfCaseInput, takes: { ...EPISODE_ID } },
  'health-supply.of-case': { schema: SuppliesOfCaseInput, takes: { ...EPISODE_ID } },
}
