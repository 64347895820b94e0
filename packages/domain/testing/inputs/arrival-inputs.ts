import {
  AnswerArrivalInput,
  AskArrivalInput,
  ListArrivalsInput,
} from '../../src/arrival-request/arrival-request-inputs.ts'
import { MessagesOfHandoffInput, WriteMessageInput } from '../../src/handoff-message/handoff-message-inputs.ts'
import { RecordRingInput, RingListInput } from '../../src/ring-list/ring-list-inputs.ts'
import { ID, type InputSample, REQUEST, SEEN } from './sample.ts'

/** Talking and arriving: somebody at a desk without papers, messages on a handoff, and whom to ring. */
export const ARRIVAL_INPUTS: Readonly<Record<string, InputSample>> = {
  'arrival-request.list': { schema: ListArrivalsInput, takes: { openedId: ID } },
  'arrival-request.ask': {
    schema: AskArrivalInput,
    takes: {
      ...REQUEST,
      familyName: "O'Neill",
      givenNames: 'Siân',
      dateOfBirth: '1985-03-12',
      prisonServiceIds: [ID],
      areas: ['omt', 'naloxone'],
    },
  },
  'arrival-request.answer': {
    schema: AnswerArrivalInput,
    takes: { arrivalRequestId: ID, ...SEEN, answer: 'found', episodeId: ID, areas: ['omt'] },
  },
  'ring-list.list': { schema: RingListInput, takes: {} },
  'ring-list.record': {
    schema: RecordRingInput,
    takes: { ...REQUEST, about: 'person', episodeId: ID, subjectId: ID, outcome: 'nothing-said' },
  },
  'handoff-message.by-handoff': { schema: MessagesOfHandoffInput, takes: { handoffId: ID } },
  'handoff-message.write': {
    schema: WriteMessageInput,
    takes: { handoffId: ID, ...REQUEST, answersId: null, text: 'which pharmacy?' },
  },
}
