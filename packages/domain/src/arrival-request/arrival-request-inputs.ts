import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { AREAS } from '../checklist/areas.ts'
import { FamilyName, GivenNames } from '../person/person-name.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** The areas for which the person is wanted: nothing of another area travels. */
const Areas = z
  .array(z.enum(AREAS, 'arrival-request.areas.unknown'), 'arrival-request.areas.missing')
  .min(1, 'arrival-request.areas.missing')
  .refine((areas) => new Set(areas).size === areas.length, 'arrival-request.areas.twice')

/** Somebody stands at the desk without papers: who they say they are, and which prison they name. */
export const AskArrivalInput = inputOf({
  requestId: RequestId,
  familyName: FamilyName,
  givenNames: GivenNames,
  dateOfBirth: PlainDate,
  /** The prison that the person names; several when they do not know, each asked by itself. */
  prisonServiceIds: z
    .array(idOf('arrival-request.prisonServiceIds'), 'arrival-request.prisonServiceIds.missing')
    .min(1, 'arrival-request.prisonServiceIds.missing')
    .max(20, 'arrival-request.prisonServiceIds.too-many')
    .refine((ids) => new Set(ids).size === ids.length, 'arrival-request.prisonServiceIds.twice'),
  areas: Areas,
})
export type AskArrivalInput = z.infer<typeof AskArrivalInput>

const OF_AN_ASK = {
  arrivalRequestId: idOf('arrival-request.arrivalRequestId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
}

/** What the duty desk says: the case that is meant and what of it travels, or that there is nobody like that. */
export const AnswerArrivalInput = z.discriminatedUnion(
  'answer',
  [
    inputOf({
      ...OF_AN_ASK,
      answer: z.literal('found'),
      episodeId: idOf('arrival-request.episodeId'),
      areas: Areas,
    }),
    inputOf({ ...OF_AN_ASK, answer: z.literal('nobody') }),
  ],
  'arrival-request.answer.unknown',
)
export type AnswerArrivalInput = z.infer<typeof AnswerArrivalInput>

/** The asks of one's own desk, or those to one's own prison. */
export const ListArrivalsInput = inputOf({
  /** The ask that is opened, with whoever may be meant; null while none is. */
  openedId: idOf('arrival-request.openedId').nullable(),
})
export type ListArrivalsInput = z.infer<typeof ListArrivalsInput>
