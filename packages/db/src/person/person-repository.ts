import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { searchKey } from '@throughcare/domain/person/search-key'
import type { Sex } from '@throughcare/domain/person/sexes'
import type { Deed } from '../as-actor.ts'
import { dayOf, stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** What is kept of a person beside the numbers. */
export type PersonDetails = {
  familyName: string
  givenNames: string
  otherNames: readonly string[]
  dateOfBirth: PlainDate | null
  sex: Sex
  languages: readonly string[]
  interpreterNeeded: boolean | null
}

export type NewPerson = PersonDetails & { personId: string; prisonNumber: string }

/**
 * `firstAdmittedOn`: the earliest day of custody that is open to the reader. `changedBy`, `changedAt`: who put the details
 * right last, and when; null while they stand as they were added.
 */
export type Person = PersonDetails & {
  personId: string
  version: number
  firstAdmittedOn: PlainDate
  changedBy: string | null
  changedAt: Date | null
}

/** The name of the system in which a prison numbers its people. */
export const PRISON_NUMBER = 'prison-number'

/**
 * Writes persons and their numbers, issued by the actor's own prison. Nobody can read them before they have an episode: see
 * openEpisodes.
 *
 * @throws SQLSTATE 23505 when one of the numbers is taken
 */
export async function addPersons(deed: Deed, persons: readonly NewPerson[]): Promise<void> {
  const { tx, actor, now } = deed
  const rows = persons.map((one) => ({ id: one.personId, ...columnsOf(one), dateOfBirth: one.dateOfBirth }))
  await tx.$executeRaw`
    insert into person (id, family_name, given_names, other_names, name_key, date_of_birth, sex, languages, interpreter_needed,
      created_by_service_id, created_at)
    select r.id, r."familyName", r."givenNames", r."otherNames", r."nameKey", r."dateOfBirth", r.sex, r.languages,
      r."interpreterNeeded", ${actor.serviceId}::uuid, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "familyName" text, "givenNames" text,
      "otherNames" text[], "nameKey" text, "dateOfBirth" date, sex text, languages text[], "interpreterNeeded" boolean)`
  await giveNumbers(
    deed,
    persons.flatMap(({ personId, prisonNumber }) => (prisonNumber === null ? [] : [{ personId, prisonNumber }])),
  )
}

/**
 * Gives persons the actor's own prison's numbers.
 *
 * @throws SQLSTATE 23505 when one of the numbers is taken
 */
export async function giveNumbers(
  { tx, actor }: Deed,
  given: readonly { personId: string; prisonNumber: string }[],
): Promise<void> {
  if (given.length === 0) return
  const rows = given.map(({ personId, prisonNumber }) => ({ id: newId(), personId, prisonNumber }))
  await tx.$executeRaw`
    insert into person_identifier (id, person_id, system, issuer_service_id, value)
    select r.id, r."personId", ${PRISON_NUMBER}, ${actor.serviceId}::uuid, r."prisonNumber"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "personId" uuid, "prisonNumber" text)`
}

type PersonRow = Omit<Person, 'dateOfBirth' | 'firstAdmittedOn'> & { dateOfBirth: Date | null; firstAdmittedOn: Date }

/** The person, if the actor's service holds a case of theirs; null otherwise, for a person who is not there as well. */
export async function findHeldPerson({ tx, actor, now }: Deed, personId: string): Promise<Person | null> {
  const [row] = await tx.$queryRaw<PersonRow[]>`
    select x.id as "personId", x.version, x.family_name as "familyName", x.given_names as "givenNames",
      x.other_names as "otherNames", x.date_of_birth as "dateOfBirth", x.sex, x.languages,
      x.interpreter_needed as "interpreterNeeded", held.first as "firstAdmittedOn", x.changed_at as "changedAt",
      a.display_name as "changedBy"
    from person x
    left join account a on a.id = x.changed_by
    join lateral (select min(e.admitted_on) as first from case_part p join custody_episode e on e.id = p.episode_id
      where p.person_id = x.id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}
        and p.relation in ('own', 'closing')) held on held.first is not null
    where x.id = ${personId}::uuid`
  return row ? { ...row, dateOfBirth: dayOf(row.dateOfBirth), firstAdmittedOn: dayOf(row.firstAdmittedOn) } : null
}

/**
 * Writes a correction, unless somebody was faster.
 *
 * @returns false when another version is stored now, or the actor's service holds no case of this person.
 */
export async function recordCorrection(
  deed: Deed,
  seen: { personId: string; version: number },
  details: PersonDetails,
): Promise<boolean> {
  const { tx, actor, now } = deed
  const held = await tx.casePart.findFirst({
    where: {
      serviceId: actor.serviceId,
      personId: seen.personId,
      until: { gt: now },
      relation: { in: ['own', 'closing'] },
    },
    select: { episodeId: true },
  })
  if (!held) return false
  const { count } = await tx.person.updateMany({
    where: { id: seen.personId, version: seen.version },
    data: { ...columnsOf(details), changedAt: now, changedBy: actor.accountId, version: { increment: 1 } },
  })
  return count === 1
}

function columnsOf(details: PersonDetails) {
  return {
    familyName: details.familyName,
    givenNames: details.givenNames,
    otherNames: [...details.otherNames],
    nameKey: searchKey(details),
    dateOfBirth: stored(details.dateOfBirth),
    sex: details.sex,
    languages: [...details.languages],
    interpreterNeeded: details.interpreterNeeded,
  }
}
