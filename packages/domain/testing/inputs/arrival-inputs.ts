import {
  AnswerArrivalInput,
  AskArrivalInput,
  ListArrivalsInput,
} from '../../src/arrival-request/arrival-request-inputs.ts'
import { MessagesOfHandoffInput, WriteMessageInput } from '../../src/handoff-message/handoff-message-inputs.ts'
import { ID, type InputSample, REQUEST, SEEN } from './sample.ts'

/** Talking and arriving: somebody at a desk without papers, and messages on a handoff. */
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
  'handoff-message.by-handoff': { schema: MessagesOfHandoffInput, takes: { handoffId: ID } },
  'handoff-message.write': {
    schema: WriteMessageInput,
    takes: { handoffId: ID, ...REQUEST, answersId: null, text: 'which pharmacy?' },
  },
}
