import {
  AnswerArrivalInput,
  AskArrivalInput,
  ListArrivalsInput,
} from '../../src/arrival-request/arrival-request-inputs.ts'
import { ID, type InputSample, REQUEST, SEEN } from './sample.ts'

/** Somebody at a desk without papers: asking, and answering. */
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
}
