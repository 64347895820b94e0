import { z } from 'zod'
import { EPISODE_DETAILS } from '../custody-episode/episode-details.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { PERSON_DETAILS } from './person-details.ts'
import { PrisonNumber } from './prison-number.ts'
import { Telephone } from './telephone.ts'

/**
 * What a human decided about the likely duplicates that the page showed. The server looks again: somebody it finds whom
 * the page did not show refuses the press with `person.possible-duplicate` and shows them.
 */
export const DuplicateDecision = z.discriminatedUnion(
  'kind',
  [
    /** The search showed nobody. */
    inputOf({ kind: z.literal('nobody-shown') }),
    /** None of those shown: a person of their own. */
    inputOf({
      kind: z.literal('somebody-else'),
      shownPersonIds: z
        .array(idOf('person.shownPersonIds'), 'person.shownPersonIds.invalid')
        .min(1, 'person.shownPersonIds.missing')
        .max(50, 'person.shownPersonIds.too-many'),
    }),
    /** This one: the episode is added to the person who is there. */
    inputOf({ kind: z.literal('same-person'), personId: idOf('person.personId') }),
  ],
  'person.duplicate.missing',
)
export type DuplicateDecision = z.infer<typeof DuplicateDecision>

/** A person who is in custody here: who they are, under which number, since when, and when they may leave. */
export const AddPersonInput = inputOf({
  requestId: RequestId,
  prisonNumber: PrisonNumber,
  /** On which they can be reached outside. Null: none was said. It becomes the plan's answer to that question. */
  telephone: Telephone.nullable().default(null),
  person: inputOf(PERSON_DETAILS),
  episode: inputOf(EPISODE_DETAILS),
  duplicate: DuplicateDecision,
})
export type AddPersonInput = z.infer<typeof AddPersonInput>
