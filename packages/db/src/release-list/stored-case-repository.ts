import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Medicine } from '@throughcare/domain/medication/medication-codes'
import type { Sex } from '@throughcare/domain/person/sexes'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'
import type { DuplicateCandidate } from '@throughcare/domain/release-list/find-possible-duplicates'
import type { StoredCase } from '@throughcare/domain/release-list/label-group'
import type { Deed } from '../as-actor.ts'
import { dayOf } from '../stored-day.ts'

/** What is stored under a prison number, with the ids that a write needs. */
export type HeldCase = {
  personId: string
  otherNames: readonly string[]
  /** Null when the person bears the number but has had no episode here. */
  episodeId: string | null
  /** The treatment that goes on now; null when none is recorded. */
  treatmentId: string | null
  stored: StoredCase
}

type CaseRow = {
  number_key: string
  person_id: string
  family_name: string
  given_names: string
  date_of_birth: Date | null
  sex: Sex
  languages: string[]
  other_names: string[]
  episode_id: string | null
  legal_status: LegalStatus
  admitted_on: Date
  release_date: Date | null
  release_certainty: Certainty
  release_country: string | null
  release_area: string | null
  ended_on: Date | null
}

type CareRow = {
  episode_id: string
  treatment_id: string | null
  medicine: Medicine | null
  last_dose_on: Date | null
  naloxone_trained: string | null
  has_address: string | null
}

/**
 * What is stored under these numbers of the actor's own prison, by number without spaces. A number that nobody bears is not
 * in the map.
 */
export async function findHeldCases(deed: Deed, numberKeys: readonly string[]): Promise<Map<string, HeldCase>> {
  const { tx } = deed
  const rows = await tx.$queryRaw<CaseRow[]>`select * from app.cases_by_number(${[...numberKeys]}::text[])`
  const open = rows.flatMap((row) => (row.episode_id && !row.ended_on ? [row.episode_id] : []))
  const care = new Map((await findCare(deed, open)).map((row) => [row.episode_id, row]))
  return new Map(
    rows.map((row) => [row.number_key, heldCase(row, row.episode_id ? care.get(row.episode_id) : undefined)]),
  )
}

function findCare({ tx, actor, now }: Deed, episodeIds: readonly string[]): Promise<CareRow[]> {
  return tx.$queryRaw<CareRow[]>`
    select p.episode_id, t.id as treatment_id, t.medicine,
      (select max(d.to_day) from dose d where d.episode_id = p.episode_id and d.outcome in ('given', 'issued')
        and not exists (select 1 from dose c where c.corrects_dose_id = d.id and c.outcome <> 'not-taken')) as last_dose_on,
      (select f.value #>> '{}' from case_fact f
        where f.episode_id = p.episode_id and f.code = 'naloxone-trained' and f.state = 'known') as naloxone_trained,
      (select f.value #>> '{}' from case_fact f
        where f.episode_id = p.episode_id and f.code = 'has-address' and f.state = 'known') as has_address
    from case_part p
    left join medication_treatment t on t.episode_id = p.episode_id and t.ended_on is null
    where p.service_id = ${actor.serviceId}::uuid and p.until > ${now} and p.episode_id = any (${[...episodeIds]}::uuid[])`
}

function heldCase(row: CaseRow, care: CareRow | undefined): HeldCase {
  return {
    personId: row.person_id,
    otherNames: row.other_names,
    episodeId: row.episode_id,
    treatmentId: care?.treatment_id ?? null,
    stored: {
      familyName: row.family_name,
      givenNames: row.given_names,
      dateOfBirth: dayOf(row.date_of_birth) as PlainDate,
      sex: row.sex,
      preferredLanguage: row.languages[0] ?? null,
      legalStatus: row.legal_status,
      admittedOn: dayOf(row.admitted_on),
      releaseDate: dayOf(row.release_date),
      releaseCertainty: row.release_certainty,
      releaseCountry: row.release_country,
      releaseArea: row.release_area,
      omtMedicine: care?.medicine ?? null,
      lastDoseOn: dayOf(care?.last_dose_on ?? null),
      naloxoneTrained: yesNo(care?.naloxone_trained),
      hasAddress: yesNo(care?.has_address),
      endedOn: dayOf(row.ended_on),
    },
  }
}

function yesNo(value: string | null | undefined): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null
}

type BornRow = { person_id: string; family_name: string; given_names: string; date_of_birth: Date; number_key: string }

/** Persons with a number of the actor's own prison, born on one of these days. */
export async function findPersonsBornOn({ tx }: Deed, days: readonly string[]): Promise<DuplicateCandidate[]> {
  const rows = await tx.$queryRaw<BornRow[]>`select * from app.persons_born_on(${[...days]}::date[])`
  const byPerson = new Map<string, DuplicateCandidate>()
  for (const row of rows) {
    const known = byPerson.get(row.person_id)
    byPerson.set(row.person_id, {
      line: null,
      personId: row.person_id,
      prisonNumbers: [...(known?.prisonNumbers ?? []), row.number_key],
      familyName: row.family_name,
      givenNames: row.given_names,
      dateOfBirth: dayOf(row.date_of_birth),
    })
  }
  return [...byPerson.values()]
}
