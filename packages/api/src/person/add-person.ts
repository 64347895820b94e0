import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordFact } from '@throughcare/db/care-plan/fact-repository'
import { findOverlapping, openEpisodes } from '@throughcare/db/custody-episode/custody-episode-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { addPersons, findHeldPerson, giveNumbers } from '@throughcare/db/person/person-repository'
import { newId } from '@throughcare/db/uuid'
import { getZone, plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import type { AddPersonInput } from '@throughcare/domain/person/add-person-input'
import { personDayRefusals } from '@throughcare/domain/person/decide-person-days'
import { AppError, refused } from '../app-error.ts'
import { makePlan } from '../care-plan/make-plan.ts'
import { perform } from '../perform.ts'
import { type LikelyPerson, likelyAmongOwn } from './find-likely-persons.ts'

export type PersonAdded = { personId: string; episodeId: string }

const UNIQUE_VIOLATION = '23505'
const EXCLUSION_VIOLATION = '23P01'

/**
 * A person is in custody here: the record of the person (or the one that is there), the custody episode with its stay, the
 * first entry of the release date's history, and the plan, in one transaction.
 *
 * @throws AppError `invalid-input` | `not-found` (a person chosen whom this prison does not know) | `refused` with
 *   `person.possible-duplicate` and `candidates` (somebody whom the page did not show may be the same),
 *   `person.number-taken` (the number has a holder who was not chosen), `custody-episode.overlaps` (this prison's own record
 *   says that they are in custody then) or `custody-episode.not-with-these-dates` (no episode can begin then: whose record
 *   stands against it is not told, so that nobody learns by adding somebody where they are)
 */
export function addPerson(actor: Actor, input: AddPersonInput): Promise<PersonAdded> {
  return perform(actor, 'person.add', input, async (deed) => {
    const zone = getZone(actor.serviceTimeZone)
    const faults = personDayRefusals(input.person, input.episode, plainDateIn(deed.now, zone))
    if (faults.length > 0)
      throw new AppError('invalid-input', {
        fields: faults.map((one) => ({ path: one.path.join('.'), fault: one.message })),
      })

    const likely = await likelyAmongOwn(deed, {
      ...input.person,
      prisonNumber: input.prisonNumber,
      telephone: input.telephone,
    })
    const existing = await decidedPerson(deed, input, likely)
    const personId = existing ?? newId()
    const own = existing === null ? null : await findOverlapping(deed, existing, input.episode.admittedOn)
    if (own) throw refused('custody-episode.overlaps', { ...own })
    const episodeId = newId()
    const { releaseCertainty: certainty, ...episode } = input.episode
    try {
      if (existing === null) await addPersons(deed, [{ ...input.person, personId, prisonNumber: input.prisonNumber }])
      else if (!likely.some((one) => one.personId === existing && one.likeness === 'same-number'))
        await giveNumbers(deed, [{ personId, prisonNumber: input.prisonNumber }])
      const startsAt = startOfDay(episode.admittedOn, zone)
      await openEpisodes(deed, [{ ...episode, certainty, personId, episodeId, startsAt }], 'typed')
    } catch (error) {
      throw asRefusal(error)
    }
    if (input.telephone !== null)
      await recordFact(
        deed,
        { episodeId, code: 'phone', version: null },
        { category: FACTS.phone.category, state: 'known', value: input.telephone },
      )
    await makePlan(deed, episodeId)
    await recordAudit(deed, {
      action: 'person.add',
      episodeIds: [episodeId],
      personIds: [personId],
      fields: existing === null ? ['person', 'prisonNumber', 'episode'] : ['episode'],
      requestId: input.requestId,
    })
    return { personId, episodeId }
  })
}

/** The person who is there already, as a human decided; null when it is somebody new. */
async function decidedPerson(deed: Deed<Actor>, input: AddPersonInput, likely: LikelyPerson[]): Promise<string | null> {
  const { duplicate } = input
  const chosen = duplicate.kind === 'same-person' ? duplicate.personId : null
  const holder = likely.find((one) => one.likeness === 'same-number')
  if (holder && holder.personId !== chosen) throw refused('person.number-taken', { candidates: [holder] })
  if (chosen !== null) {
    const isKnown = likely.some((one) => one.personId === chosen) || (await findHeldPerson(deed, chosen)) !== null
    if (!isKnown) throw new AppError('not-found')
    return chosen
  }
  const shown = duplicate.kind === 'somebody-else' ? duplicate.shownPersonIds : []
  if (likely.some((one) => !shown.includes(one.personId)))
    throw refused('person.possible-duplicate', { candidates: likely })
  return null
}

/** What the constraints saw and the questions before had missed. What stands against it is not said. */
function asRefusal(error: unknown): unknown {
  const state = sqlStateOf(error)
  if (state === EXCLUSION_VIOLATION) return refused('custody-episode.not-with-these-dates')
  if (state === UNIQUE_VIOLATION) return refused('person.number-taken', { candidates: [] })
  return error
}
