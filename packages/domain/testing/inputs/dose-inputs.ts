import { FindCallsInput } from '../../src/dose-list/find-calls-input.ts'
import { GiveListedDoseInput } from '../../src/dose-list/give-listed-dose-input.ts'
import { RecordCallInput } from '../../src/dose-list/record-call-input.ts'
import { UndoListedDoseInput } from '../../src/dose-list/undo-listed-dose-input.ts'
import { ChooseDigestInput } from '../../src/gap/choose-digest-input.ts'
import { GapBoardInput } from '../../src/gap/gap-board-input.ts'
import { RetryDigestsInput } from '../../src/gap/retry-digests-input.ts'
import { ConfirmRegimeInput } from '../../src/medication/confirm-regime-input.ts'
import { CorrectDoseInput } from '../../src/medication/correct-dose-input.ts'
import { RecordDoseInput } from '../../src/medication/record-dose-input.ts'
import { RecordTreatmentInput } from '../../src/medication/record-treatment-input.ts'
import { PackOfCaseInput, RecordPackInput } from '../../src/minimum-pack/record-pack-input.ts'
import { RecordKitInput } from '../../src/naloxone/record-kit-input.ts'
import {
  ApproveRuleSetInput,
  ProposeRuleSetInput,
  RuleSetsOfKindInput,
  WithdrawRuleSetInput,
} from '../../src/rule-set/rule-set-inputs.ts'
import { AT, EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const DOSE = {
  ...EPISODE_ID,
  ...SEEN,
  kind: 'supervised',
  outcome: 'given',
  forDay: '2026-11-21',
  toDay: '2026-11-21',
  givenAt: AT,
  parts: 1,
  product: null,
  reason: null,
  isSecondMeant: true,
}
const HERE = { country: null, serviceId: ID }

/** Doses, kits, gaps and the rules behind them. */
export const DOSE_INPUTS: Readonly<Record<string, InputSample>> = {
  'medication.confirm-regime': {
    schema: ConfirmRegimeInput,
    takes: { ...EPISODE_ID, treatmentId: ID, ...SEEN, confirmedOn: '2026-11-21' },
  },
  'medication.record-dose': {
    schema: RecordDoseInput,
    takes: { ...DOSE, treatmentId: ID },
    defaults: ['isSecondMeant'],
  },
  'medication.correct-dose': {
    schema: CorrectDoseInput,
    takes: { ...DOSE, doseId: ID, reason: 'the wrong name on the list' },
    defaults: ['isSecondMeant'],
  },
  'medication.record-treatment': {
    schema: RecordTreatmentInput,
    takes: {
      ...EPISODE_ID,
      treatmentId: null,
      ...SEEN,
      medicine: 'methadone',
      form: 'liquid',
      prescribedText: 'as the prescriber wrote it',
      rhythm: 'daily',
      rhythmWeekdays: [],
      dosesPerDay: 1,
      titration: 'no',
      startedOn: '2026-11-01',
      endedOn: null,
      dosingServiceId: ID,
    },
  },
  'dose-list.find-calls': { schema: FindCallsInput, takes: { episodeId: null } },
  'dose-list.give': { schema: GiveListedDoseInput, takes: { ...EPISODE_ID, treatmentId: ID, ...SEEN } },
  'dose-list.record-call': { schema: RecordCallInput, takes: { ...EPISODE_ID, callId: ID, ...REQUEST } },
  'dose-list.undo': {
    schema: UndoListedDoseInput,
    takes: { ...EPISODE_ID, doseId: ID, ...SEEN, reason: 'wrong press' },
  },
  'gap.choose-digest': { schema: ChooseDigestInput, takes: { ...SEEN, wanted: false } },
  'gap.retry-digests': { schema: RetryDigestsInput, takes: { ...REQUEST, serviceId: ID, day: '2026-11-20' } },
  'gap.board': {
    schema: GapBoardInput,
    takes: { part: 'next-days', cause: 'closure', serviceId: ID, day: '2026-04-03', page: 1 },
    defaults: ['part', 'cause', 'serviceId', 'day', 'page'],
  },
  'naloxone.record-kit': {
    schema: RecordKitInput,
    takes: {
      ...EPISODE_ID,
      kitId: null,
      ...SEEN,
      holder: 'person',
      product: 'Nyxoid',
      lot: 'A7',
      expiresOn: '2028-01-31',
      state: 'handed-over',
      handedAt: AT,
      goneAt: null,
      dosesUsed: null,
      usedOutcome: null,
      replacesId: null,
      trained: true,
      trainedOn: null,
    },
    defaults: ['holder', 'goneAt', 'dosesUsed', 'usedOutcome', 'replacesId', 'trainedOn'],
  },
  'minimum-pack.of-case': { schema: PackOfCaseInput, takes: { ...EPISODE_ID } },
  'minimum-pack.record': {
    schema: RecordPackInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      letterOn: '2026-11-20',
      prescriber: 'Dr Anne Weiss',
      prescriberPhone: '+44 20 7946 0999',
      phone: null,
    },
  },
  'rule-set.propose': {
    schema: ProposeRuleSetInput,
    takes: {
      ...SEEN,
      scope: HERE,
      rules: {
        kind: 'routing-by-days',
        body: { bands: [{ fromDays: 1, appliesTo: 'everyone', state: 'ring-prescriber' }] },
      },
      ownWords: 'From the first day: ring Dr Moss.',
      source: 'Harbour dosing protocol',
      edition: null,
      reviewBy: '2027-03-01',
    },
  },
  'rule-set.approve': { schema: ApproveRuleSetInput, takes: { ruleSetVersionId: ID, ...SEEN } },
  'rule-set.withdraw': {
    schema: WithdrawRuleSetInput,
    takes: { ruleSetVersionId: ID, ...SEEN, reason: 'out of date' },
  },
  'rule-set.of-kind': {
    schema: RuleSetsOfKindInput,
    takes: { kind: 'depot-windows', scope: HERE, leftId: null, rightId: ID },
  },
}
