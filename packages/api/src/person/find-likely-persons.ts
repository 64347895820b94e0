import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findNumberHolder,
  findTelephoneHolders,
  type PersonHit,
  searchPersons,
} from '@throughcare/db/person/search-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { FindLikelyInput } from '@throughcare/domain/person/find-likely-input'
import {
  foldNumber,
  likelySamePerson,
  PERSON_LIKENESSES,
  type PersonLikeness,
} from '@throughcare/domain/person/likely-same-person'
import { nameKeys } from '@throughcare/domain/person/name-key'
import { telephoneKey } from '@throughcare/domain/person/telephone'

/** Somebody who may be the person that is about to be added, and why. A human decides. */
export type LikelyPerson = {
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  numbers: string[]
  likeness: PersonLikeness
  /** The case to open; null when none is open to this prison any more. */
  episodeId: string | null
}

/** How many of each kind are compared; beyond it a name is so common that only birth and number tell. */
const COMPARED_AT_MOST = 200

/**
 * Who among this prison's own persons may be this one? Asked before somebody is added; the surest first. Other prisons'
 * persons are not looked at here.
 */
export function findLikelyPersons(actor: Actor, input: FindLikelyInput): Promise<LikelyPerson[]> {
  return asActor(actor, async (deed) => {
    const likely = await likelyAmongOwn(deed, input)
    await recordAudit(deed, {
      action: 'person.find-likely',
      episodeIds: likely.flatMap((one) => one.episodeId ?? []),
      personIds: likely.map((one) => one.personId),
    })
    return likely
  })
}

/** The same inside another deed, which writes its own audit entry. */
export async function likelyAmongOwn(deed: Deed<Actor>, asked: FindLikelyInput): Promise<LikelyPerson[]> {
  const { familyName, givenNames, dateOfBirth, prisonNumber, telephone } = asked
  const holder = await findNumberHolder(deed, foldNumber(prisonNumber))
  const byBirth = dateOfBirth
    ? await searchPersons(deed, { numberKey: '', born: dateOfBirth, nameKeys: [] }, COMPARED_AT_MOST)
    : []
  const terms = { numberKey: '', born: null, nameKeys: nameKeys(`${familyName} ${givenNames}`.trim()) }
  const byName = await searchPersons(deed, terms, COMPARED_AT_MOST)

  const key = telephone === null ? null : telephoneKey(telephone)
  const byTelephone = key === null ? [] : await findTelephoneHolders(deed, key, COMPARED_AT_MOST)
  const hits = new Map<string, Compared>([...byTelephone, ...byBirth, ...byName].map((hit) => [hit.personId, hit]))
  const telephones = new Map(byTelephone.map((hit) => [hit.personId, hit.telephone]))
  const found = [...hits.values()].flatMap((hit) =>
    likelyFrom({ ...hit, telephone: telephones.get(hit.personId) }, asked, holder?.personId ?? null),
  )
  if (holder && !hits.has(holder.personId)) {
    const [held] = await searchPersons(deed, { numberKey: foldNumber(prisonNumber), born: null, nameKeys: [] }, 1)
    const episodeId = held?.personId === holder.personId ? held.episodeId : null
    found.push({ ...holder, numbers: [holder.number], likeness: 'same-number', episodeId })
  }
  return found
    .map(({ personId, familyName, givenNames, dateOfBirth, numbers, likeness, episodeId }) => ({
      personId,
      familyName,
      givenNames,
      dateOfBirth,
      numbers,
      likeness,
      episodeId,
    }))
    .toSorted((one, other) => PERSON_LIKENESSES.indexOf(one.likeness) - PERSON_LIKENESSES.indexOf(other.likeness))
}

type Compared = Pick<PersonHit, 'personId' | 'familyName' | 'givenNames' | 'dateOfBirth' | 'numbers' | 'episodeId'>

function likelyFrom(
  { telephone, ...hit }: Compared & { telephone: string | undefined },
  asked: FindLikelyInput,
  holderId: string | null,
): LikelyPerson[] {
  // Numbers are compared by who issued them (the holder), not by their letters: two prisons may use one number.
  const likeness =
    hit.personId === holderId
      ? 'same-number'
      : likelySamePerson(
          { ...asked, numbers: [], telephones: asked.telephone === null ? [] : [asked.telephone] },
          { ...hit, numbers: [], telephones: telephone === undefined ? [] : [telephone] },
        )
  return likeness === null ? [] : [{ ...hit, likeness }]
}
