import type { Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { SearchTerms } from '@throughcare/domain/person/search-terms'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'
import type { Actor } from '../actor.ts'
import { type Deed, readAsActor } from '../as-actor.ts'
import { dayOf } from '../stored-day.ts'

/** By what a person was found. `spelling`: what was typed is a slip of the pen away from the name. */
export type MatchedBy = 'number' | 'birth' | 'name' | 'spelling'

/** A person found among those of the actor's own service, with the case last begun that is open to it. */
export type PersonHit = {
  personId: string
  matchedBy: MatchedBy
  familyName: string
  givenNames: string
  otherNames: string[]
  dateOfBirth: PlainDate | null
  /** Numbers of every system, the prisons' first. */
  numbers: string[]
  episodeId: string
  relation: Relation
  prisonName: string
  legalStatus: LegalStatus
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  certainty: Certainty
  releasedAt: Date | null
  /** Other records of the same person, as two people found; of those that the actor's service has a part in. */
  sameAs: OtherRecord[]
}

/** Another record of somebody, with the case last begun. `isFace`: it is the one that stands in front. */
export type OtherRecord = {
  personId: string
  familyName: string
  givenNames: string
  numbers: string[]
  episodeId: string
  isFace: boolean
}

/**
 * Persons of the actor's own service, best match first.
 *
 * The search function looks past row level security and names the service itself; the rows it points to are then read under
 * the policies like any other, so that either lock alone would hold.
 *
 * @param atMost how many rows to read; one more than is shown tells whether there are more
 */
export function searchPersons({ tx, actor }: Deed, terms: SearchTerms, atMost: number): Promise<PersonHit[]> {
  return tx.$queryRawUnsafe<PersonHit[]>(searchText(), ...searchedFor(actor.serviceId, terms, atMost))
}

/**
 * The same as a reading of its own, through the door for hot reads, which writes the entry in the trail: of those who are shown, and
 * of nobody else.
 *
 * @returns at most `limit` hits, and whether there are more
 */
export async function readHits(
  actor: Actor,
  terms: SearchTerms,
  limit: number,
  action: string,
): Promise<{ hits: PersonHit[]; more: boolean }> {
  type Answer = { hits: (Omit<PersonHit, 'releasedAt'> & { releasedAt: string | null })[] }
  const { rows } = await readAsActor<Answer>(
    actor,
    { name: 'search-persons', text: HITS, values: searchedFor(actor.serviceId, terms, limit + 1) },
    { action, columns: 'hits' },
  )
  const found = rows[0]?.hits ?? []
  const hits = found.slice(0, limit).map((hit) => ({ ...hit, releasedAt: hit.releasedAt && new Date(hit.releasedAt) }))
  return { hits: hits as PersonHit[], more: found.length > limit }
}

function searchedFor(serviceId: string, { numberKey, born, nameKeys }: SearchTerms, atMost: number): unknown[] {
  return [serviceId, numberKey, born, nameKeys, atMost]
}

const searchText = (place = ''): string => `
  select x.id as "personId", s.matched as "matchedBy", x.family_name as "familyName", x.given_names as "givenNames",
    x.other_names as "otherNames", x.date_of_birth::text as "dateOfBirth", n.numbers, c.*, o.others as "sameAs"${place}
  from app.search_persons($2, $3::date, $4::text[], $5::int)
    with ordinality as s (person_id, matched, place)
  join person x on x.id = s.person_id
  join lateral (
    select e.id as "episodeId", p.relation, prison.name as "prisonName", e.legal_status as "legalStatus",
      e.admitted_on::text as "admittedOn", e.release_date::text as "releaseDate", e.release_certainty as certainty,
      e.released_at as "releasedAt"
    from case_part p
    join custody_episode e on e.id = p.episode_id
    join lateral (select t.prison_service_id from custody_stay t where t.episode_id = e.id order by t.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id
    where p.person_id = x.id and p.service_id = $1::uuid and p.until > app.now() and 'identity' = any (p.categories)
    order by e.admitted_on desc, e.id desc limit 1
  ) c on true
  cross join lateral (
    select coalesce(array_agg(i.value order by i.system <> 'prison-number', i.id), '{}') as numbers
    from person_identifier i where i.person_id = x.id
  ) n
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('personId', y.id, 'familyName', y.family_name, 'givenNames', y.given_names,
      'numbers', (select coalesce(jsonb_agg(i.value order by i.id), '[]') from person_identifier i where i.person_id = y.id),
      'episodeId', k.episode_id, 'isFace', y.id = m.face_person_id) order by y.id), '[]') as others
    from person_merge m
    join person y on y.id = case when m.face_person_id = x.id then m.other_person_id else m.face_person_id end
    join lateral (
      select p.episode_id from case_part p join custody_episode e on e.id = p.episode_id
      where p.person_id = y.id and p.service_id = $1::uuid and p.until > app.now() and 'identity' = any (p.categories)
      order by e.admitted_on desc, e.id desc limit 1
    ) k on true
    where m.state in ('merged', 'parting') and x.id in (m.face_person_id, m.other_person_id)
  ) o
  order by s.place`

/** The same as one row; all but the last one that was asked for are shown. */
const HITS = `
  select coalesce(json_agg(to_jsonb(h) - 'nr' order by h.nr), '[]') as hits,
    array_agg(h."episodeId") filter (where h.nr < $5) as episode_ids, array_agg(h."personId") filter (where h.nr < $5) as person_ids
  from (${searchText(', s.place as nr')}) h`

/** Somebody who can be reached on a telephone that was asked for. */
export type TelephoneHolder = Pick<
  PersonHit,
  'personId' | 'familyName' | 'givenNames' | 'dateOfBirth' | 'numbers' | 'episodeId'
> & {
  telephone: string
}

/**
 * Persons of the actor's own service who said that they can be reached on a number with these last digits.
 *
 * @param key as `telephoneKey` makes it
 */
export async function findTelephoneHolders(
  { tx, actor, now }: Deed,
  key: string,
  atMost: number,
): Promise<TelephoneHolder[]> {
  const rows = await tx.$queryRaw<(Omit<TelephoneHolder, 'dateOfBirth'> & { dateOfBirth: Date | null })[]>`
    select distinct on (x.id) x.id as "personId", x.family_name as "familyName", x.given_names as "givenNames",
      x.date_of_birth as "dateOfBirth", p.episode_id as "episodeId", f.value #>> '{}' as telephone, n.numbers
    from case_part p
    join case_fact f on f.episode_id = p.episode_id and f.code = 'phone' and f.state = 'known' and f.category = any (p.categories)
    join person x on x.id = p.person_id
    cross join lateral (
      select coalesce(array_agg(i.value order by i.system <> 'prison-number', i.id), '{}') as numbers
      from person_identifier i where i.person_id = x.id
    ) n
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and 'identity' = any (p.categories)
      and right(regexp_replace(f.value #>> '{}', '\\D', '', 'g'), ${key.length}::int) = ${key}
    order by x.id, p.episode_id desc limit ${atMost}::int`
  return rows.map((row) => ({ ...row, dateOfBirth: dayOf(row.dateOfBirth) }))
}

/** Somebody to whom the actor's own prison once gave this number, whether or not a case is still open to it. */
export type NumberHolder = {
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string
}

/**
 * Who has this number already? Numbers are one per prison: whoever comes back is the same person.
 *
 * @param numberKey folded by foldNumber
 */
export async function findNumberHolder({ tx }: Deed, numberKey: string): Promise<NumberHolder | null> {
  const [row] = await tx.$queryRaw<(Omit<NumberHolder, 'dateOfBirth'> & { dateOfBirth: Date | null })[]>`
    select h.person_id as "personId", h.family_name as "familyName", h.given_names as "givenNames",
      h.date_of_birth as "dateOfBirth", h.value as number
    from app.person_of_own_number(${numberKey}) h limit 1`
  return row ? { ...row, dateOfBirth: dayOf(row.dateOfBirth) } : null
}
