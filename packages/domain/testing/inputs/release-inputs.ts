import {
  ContinuityCasesInput,
  ContinuityLengthsInput,
  ContinuityReportInput,
} from '../../src/continuity/continuity-input.ts'
import { BackFromCourtInput, LeaveForCourtInput, TickCourtDayInput } from '../../src/court-day/court-day-inputs.ts'
import { FinishHandoffInput, ReturnHandoffInput, StartHandoffInput } from '../../src/handoff/answer-handoff-input.ts'
import { CloseHandoffInput } from '../../src/handoff/take-back-handoff-input.ts'
import { FirstHoursInput } from '../../src/outcome/first-hours-input.ts'
import { FindLikelyInput } from '../../src/person/find-likely-input.ts'
import { PrintPackInput } from '../../src/print-pack/print-codes.ts'
import { BoardInput } from '../../src/release/board-input.ts'
import { CancelReleaseInput } from '../../src/release/cancel-release-input.ts'
import { ChangeReleaseDateInput } from '../../src/release/change-release-date-input.ts'
import { RecallInput } from '../../src/release/recall-input.ts'
import { RecordExclusionsInput } from '../../src/release/record-exclusions-input.ts'
import { RecordReleaseInput } from '../../src/release/record-release-input.ts'
import { ReleaseOfCaseInput } from '../../src/release/release-of-case-input.ts'
import { TransferInput } from '../../src/release/transfer-input.ts'
import { UndoReleaseInput } from '../../src/release/undo-release-input.ts'
import {
  ConfirmReleaseListInput,
  DecideLineInput,
  ReleaseListInput,
  ReleaseListLinesInput,
} from '../../src/release-list/release-list-inputs.ts'
import { TimelineInput } from '../../src/timeline/timeline-input.ts'
import { HANDOFF_LIST_INPUTS } from './handoff-list-inputs.ts'
import { AT, EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const PERIOD = { from: '2026-01', to: '2026-11', prisonId: null }
const LEAVES = {
  going: 'leaves',
  ...EPISODE_ID,
  ...REQUEST,
  kitInHand: true,
  letterInHand: false,
  lastDoseConfirmed: true,
}

/** The release, the lists on which it stands, and what is read of it afterwards. */
export const RELEASE_INPUTS: Readonly<Record<string, InputSample>> = {
  'release.board': {
    schema: BoardInput,
    takes: {
      window: 'next-28-days',
      certainty: null,
      legalStatus: 'remand',
      areaState: null,
      handoffState: null,
      cover: 'gap',
      plan: 'not-ready',
      sort: 'release',
      descending: false,
      page: 1,
    },
    defaults: [
      'window',
      'certainty',
      'legalStatus',
      'areaState',
      'handoffState',
      'cover',
      'plan',
      'sort',
      'descending',
      'page',
    ],
  },
  'release.change-date': {
    schema: ChangeReleaseDateInput,
    takes: { ...EPISODE_ID, ...SEEN, releaseDate: '2026-12-01', certainty: 'confirmed', reason: null },
  },
  'release.record': {
    schema: RecordReleaseInput,
    takes: { ...EPISODE_ID, ...SEEN, releasedAt: AT, learnedAt: AT, kind: 'unplanned' },
  },
  'release.undo': { schema: UndoReleaseInput, takes: { ...EPISODE_ID, ...SEEN, reason: 'wrong-person', words: null } },
  'release.cancel': {
    schema: CancelReleaseInput,
    takes: { ...EPISODE_ID, ...SEEN, reason: 'new-charge', words: null },
  },
  'release.transfer': { schema: TransferInput, takes: { ...EPISODE_ID, ...SEEN, toPrisonId: ID } },
  'release.recall': { schema: RecallInput, takes: { ...EPISODE_ID, ...SEEN, backOn: '2026-11-20' } },
  'release.of-case': { schema: ReleaseOfCaseInput, takes: { ...EPISODE_ID } },
  'release.record-exclusions': {
    schema: RecordExclusionsInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      hdc: 'no',
      indeterminate: 'no',
      paroleBoard: 'unknown',
      under28Days: 'yes',
      reversion: 'the bed is free on that day only',
    },
    defaults: ['reversion'],
  },
  'release-list.preview': { schema: ReleaseListInput, takes: { listId: ID } },
  'release-list.lines': { schema: ReleaseListLinesInput, takes: { listId: ID, result: 'new', page: 2 } },
  'release-list.decide': {
    schema: DecideLineInput,
    takes: { listId: ID, line: 2, ...REQUEST, decision: 'same-person' },
  },
  'release-list.confirm': { schema: ConfirmReleaseListInput, takes: { listId: ID, ...SEEN } },
  'court-day.leave': { schema: LeaveForCourtInput, takes: LEAVES },
  'court-day.back': {
    schema: BackFromCourtInput,
    takes: { going: 'back', ...EPISODE_ID, courtDayId: ID, ...SEEN },
  },
  'court-day.tick': { schema: TickCourtDayInput, takes: LEAVES },
  'handoff.finish': {
    schema: FinishHandoffInput,
    takes: { handoffId: ID, ...SEEN, outcome: 'other', words: 'moved to another town' },
  },
  'handoff.return': { schema: ReturnHandoffInput, takes: { handoffId: ID, ...SEEN, words: 'Which pharmacy?' } },
  'handoff.start': { schema: StartHandoffInput, takes: { handoffId: ID, ...SEEN } },
  'handoff.close': {
    schema: CloseHandoffInput,
    takes: { handoffId: ID, ...SEEN, reason: 'settled-by-telephone', words: null },
  },
  ...HANDOFF_LIST_INPUTS,
  'outcome.first-hours': { schema: FirstHoursInput, takes: { ...EPISODE_ID } },
  'person.find-likely': {
    schema: FindLikelyInput,
    takes: { familyName: "O'Neill", givenNames: 'Siân', dateOfBirth: '1985-03-12', prisonNumber: 'B8141AX' },
    defaults: ['telephone'],
  },
  'continuity.report': { schema: ContinuityReportInput, takes: PERIOD },
  'continuity.lengths': {
    schema: ContinuityLengthsInput,
    takes: { from: PERIOD.from, to: PERIOD.to, indicator: 'hours-to-acknowledge' },
  },
  'continuity.cases': {
    schema: ContinuityCasesInput,
    takes: {
      ...PERIOD,
      indicator: 'flow-arrived',
      outcome: 'met',
      breakdown: 'weekday',
      group: 'friday',
      detail: 'later',
      page: 1,
    },
    defaults: ['breakdown', 'group', 'detail'],
  },
  'timeline.of-case': { schema: TimelineInput, takes: { ...EPISODE_ID } },
  'print-pack.of-case': { schema: PrintPackInput, takes: { ...EPISODE_ID } },
}
