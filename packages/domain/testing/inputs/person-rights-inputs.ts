import {
  AnswerMergeInput,
  CompareRecordsInput,
  ListMergesInput,
  ProposeMergeInput,
} from '../../src/merge/merge-inputs.ts'
import { ID, type InputSample, REQUEST, SEEN } from './sample.ts'

const PAIR = { facePersonId: ID, otherPersonId: '019a0000-0000-7000-8000-000000000009' }

/** The records of a person: joined and parted. */
export const PERSON_RIGHTS_INPUTS: Readonly<Record<string, InputSample>> = {
  'merge.list': { schema: ListMergesInput, takes: {} },
  'merge.compare': { schema: CompareRecordsInput, takes: PAIR },
  'merge.propose': {
    schema: ProposeMergeInput,
    takes: { ...REQUEST, ...PAIR, what: 'merge', reason: 'one photograph' },
  },
  'merge.answer': { schema: AnswerMergeInput, takes: { mergeId: ID, ...SEEN, answer: 'confirm' } },
}
