import { BarrierReportInput, BarriersOfCaseInput, RecordBarrierInput } from '../../src/barrier/record-barrier-input.ts'
import { RecordBelongingsInput } from '../../src/belongings/record-belongings-input.ts'
import { MyListInput } from '../../src/checklist/my-list-input.ts'
import {
  AssignItemsInput,
  CommentItemInput,
  FinishItemsInput,
  ItemByIdInput,
  PreviewItemsInput,
  SetItemDueInput,
  UndoItemsInput,
} from '../../src/checklist/work-on-items-input.ts'
import { CircumstancesOfCaseInput } from '../../src/circumstance/circumstances-of-case-input.ts'
import { AttachDocumentInput, RemoveDocumentInput } from '../../src/document/document-inputs.ts'
import { LettersOfCaseInput, MakeLettersInput } from '../../src/evidence-letter/letter-codes.ts'
import { RecordSupplyInput, SuppliesOfCaseInput } from '../../src/health-supply/supply-codes.ts'
import { RecordPlaceInput } from '../../src/housing/record-place-input.ts'
import { RecordKeptDateInput } from '../../src/kept-date/record-kept-date-input.ts'
import { RecordTreatmentAwayInput } from '../../src/treatment-away/record-treatment-away-input.ts'
import { AT, EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const ITEM = { itemId: ID }
const ITEMS = { items: [{ ...ITEM, seenVersion: 3 }] }

/** The items of a plan, and the circumstances that it follows. */
export const ITEM_INPUTS: Readonly<Record<string, InputSample>> = {
  'checklist.my-list': {
    schema: MyListInput,
    takes: { list: 'today', area: 'omt', worker: 'mine', page: 1 },
    defaults: ['list', 'area', 'worker', 'page'],
  },
  'checklist.item': { schema: ItemByIdInput, takes: ITEM },
  'checklist.assign': { schema: AssignItemsInput, takes: { ...ITEMS, ...REQUEST, toAccountId: null } },
  'checklist.finish': { schema: FinishItemsInput, takes: { ...ITEMS, ...REQUEST } },
  'checklist.undo': { schema: UndoItemsInput, takes: { ...ITEMS, ...REQUEST, reason: 'wrong press' } },
  'checklist.preview': { schema: PreviewItemsInput, takes: { ...ITEMS, deed: 'assign', toAccountId: ID } },
  'checklist.set-due': {
    schema: SetItemDueInput,
    takes: { ...ITEM, ...SEEN, dueAt: AT, reason: 'the office opens later' },
  },
  'checklist.comment': {
    schema: CommentItemInput,
    takes: { ...ITEM, ...REQUEST, text: 'rang, nobody there', isDraft: false },
  },
  'document.attach': { schema: AttachDocumentInput, takes: { ...ITEM, ...REQUEST, shows: 'identity' } },
  'document.remove': {
    schema: RemoveDocumentInput,
    takes: { ...ITEM, documentId: ID, ...REQUEST, reason: 'of somebody else' },
  },
  'barrier.report': { schema: BarrierReportInput, takes: { months: 12 } },
  'barrier.of-case': { schema: BarriersOfCaseInput, takes: { ...EPISODE_ID } },
  'barrier.record': {
    schema: RecordBarrierInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      barrierId: null,
      area: 'omt',
      code: 'proof-of-history',
      level: 'service',
      serviceId: ID,
      words: null,
      since: '2026-11-01',
      resolvedOn: null,
      resolvedHow: null,
    },
  },
  'belongings.record': {
    schema: RecordBelongingsInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      belongingsId: null,
      inventory: 'two bags and a bicycle',
      place: 'Lock and Keep, unit 7',
      phone: null,
      keepUntil: '2026-12-15',
      fee: null,
      mayCollect: null,
      state: 'in-store',
    },
  },
  'circumstance.of-case': { schema: CircumstancesOfCaseInput, takes: { ...EPISODE_ID } },
  'evidence-letter.of-case': { schema: LettersOfCaseInput, takes: { ...EPISODE_ID } },
  'evidence-letter.make': { schema: MakeLettersInput, takes: { ...EPISODE_ID, ...REQUEST, kinds: ['omt-history'] } },
  'health-supply.of-case': { schema: SuppliesOfCaseInput, takes: { ...EPISODE_ID } },
  'health-supply.record': {
    schema: RecordSupplyInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      supplyId: null,
      kind: 'hiv',
      medicine: null,
      supplyDays: 30,
      countedOn: '2026-11-20',
      continues: null,
      appointmentOn: '2026-11-30',
      courseEndsOn: null,
      lastTakenOn: null,
      state: 'under-way',
    },
  },
  'housing.record-place': {
    schema: RecordPlaceInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      span: 'first-night',
      kind: 'hostel',
      address: '7 Quay Street',
      confirmed: 'confirmed',
      confirmedBy: 'Tom Vance',
      peopleUsing: 'unknown',
      lockable: 'yes',
      keyFrom: '16:00',
      way: null,
      fallback: null,
      fallbackPhone: null,
    },
  },
  'kept-date.record': {
    schema: RecordKeptDateInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      keptDateId: null,
      kind: 'tenancy',
      withWhom: 'the landlord',
      until: '2027-01-31',
      letterSentOn: null,
      letterWords: null,
      state: 'running',
    },
  },
  'treatment-away.record': {
    schema: RecordTreatmentAwayInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      treatmentAwayId: null,
      place: 'The Farm',
      state: 'asked',
      askedOn: '2026-11-01',
      admissionOn: null,
      together: 'unknown',
      afterHome: null,
      afterActivity: null,
    },
  },
}
