import {
  AnswerDataRequestInput,
  DataRequestInput,
  ListDataRequestsInput,
  RecordDataRequestInput,
  ReviewPiecesInput,
} from '../../src/data-request/data-request-inputs.ts'
import {
  AnswerMergeInput,
  CompareRecordsInput,
  ListMergesInput,
  ProposeMergeInput,
} from '../../src/merge/merge-inputs.ts'
import {
  ConfirmRetentionInput,
  LegalHoldInput,
  ProposeRetentionInput,
  RetentionBoardInput,
  SetLegalHoldInput,
} from '../../src/retention/retention-inputs.ts'
import {
  RecordSharingNoteInput,
  SharingNotesOfCaseInput,
  TakeBackSharingNoteInput,
} from '../../src/sharing-note/sharing-note-inputs.ts'
import { EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const PAIR = { facePersonId: ID, otherPersonId: '019a0000-0000-7000-8000-000000000009' }

/** What is kept about a person: joined and parted, asked for, given out; and what they say of sharing medicine. */
export const PERSON_RIGHTS_INPUTS: Readonly<Record<string, InputSample>> = {
  'sharing-note.of-case': { schema: SharingNotesOfCaseInput, takes: { episodeId: ID } },
  'sharing-note.record': {
    schema: RecordSharingNoteInput,
    takes: {
      episodeId: ID,
      ...REQUEST,
      toldOn: '2026-11-20',
      kind: 'was-pressured',
      words: null,
      wants: ['depot'],
      seenAlone: true,
      agreed: true,
    },
  },
  'sharing-note.take-back': {
    schema: TakeBackSharingNoteInput,
    takes: { episodeId: ID, ...REQUEST, ...SEEN, noteId: ID },
  },
  'retention.board': { schema: RetentionBoardInput, takes: {} },
  'retention.propose': {
    schema: ProposeRetentionInput,
    takes: {
      ...REQUEST,
      what: 'rule',
      rule: { country: 'GB', years: 8, source: 'the schedule of the trust', reviewBy: '2027-11-20' },
    },
  },
  'retention.confirm': { schema: ConfirmRetentionInput, takes: { ...REQUEST, what: 'run', id: ID, answer: 'confirm' } },
  'retention.by-episode': { schema: LegalHoldInput, takes: EPISODE_ID },
  'retention.set-hold': {
    schema: SetLegalHoldInput,
    takes: { ...EPISODE_ID, ...REQUEST, isOn: true, reason: 'an inquest' },
  },
  'merge.list': { schema: ListMergesInput, takes: {} },
  'merge.compare': { schema: CompareRecordsInput, takes: PAIR },
  'merge.propose': {
    schema: ProposeMergeInput,
    takes: { ...REQUEST, ...PAIR, what: 'merge', reason: 'one photograph' },
  },
  'merge.answer': { schema: AnswerMergeInput, takes: { mergeId: ID, ...SEEN, answer: 'confirm' } },
  'data-request.list': { schema: ListDataRequestsInput, takes: {} },
  'data-request.by-id': { schema: DataRequestInput, takes: { dataRequestId: ID } },
  'data-request.record': {
    schema: RecordDataRequestInput,
    takes: {
      ...EPISODE_ID,
      ...REQUEST,
      kind: 'correction',
      askedOn: '2026-11-20',
      asker: 'person',
      identity: 'known-here',
      words: 'my mother’s name is not mine',
    },
  },
  'data-request.review': {
    schema: ReviewPiecesInput,
    takes: {
      dataRequestId: ID,
      ...REQUEST,
      pieces: [{ table: 'supporter', rowKey: 'a1', field: 'phone' }],
      decision: 'hold',
    },
  },
  'data-request.answer': {
    schema: AnswerDataRequestInput,
    takes: { dataRequestId: ID, ...SEEN, answer: 'refuse', reason: 'it is kept for eight years' },
  },
}
