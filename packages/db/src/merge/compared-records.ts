import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'

/** One case of a record, as far as two records are compared by it. Days as YYYY-MM-DD. */
export type ComparedCase = {
  episodeId: string
  prisonName: string
  admittedOn: PlainDate
  endedOn: PlainDate | null
  openItems: number
}

/** A record as it stands beside another one. */
export type ComparedRecord = {
  personId: string
  familyName: string
  givenNames: string
  otherNames: string[]
  dateOfBirth: PlainDate | null
  sex: string
  languages: string[]
  numbers: { value: string; issuer: string }[]
  cases: ComparedCase[]
}

/**
 * Records of persons of whom the actor's service holds a case, with the cases that are open to it. Records that it does not hold are
 * left out.
 */
export function findRecords(deed: Deed, personIds: readonly string[]): Promise<ComparedRecord[]> {
  return select(deed, Prisma.sql`x.id = any (${[...personIds]}::uuid[])`)
}

/**
 * Records of the actor's own service that share their date of birth, or their whole name, with another one of them: who is looked at
 * when somebody may be in the records twice.
 *
 * @param atMost how many are read
 */
export function findLookalikes(deed: Deed, atMost: number): Promise<ComparedRecord[]> {
  const { actor, now } = deed
  const twice = Prisma.sql`x.id in (
    select id from (
      select o.id, count(*) over (partition by o.date_of_birth) as born, count(*) over (partition by o.name_key) as named, o.date_of_birth
      from person o where o.id in (select p.person_id from case_part p where p.service_id = ${actor.serviceId}::uuid and p.until > ${now}
        and p.relation in ('own', 'closing') and 'identity' = any (p.categories))
    ) shared where (born > 1 and date_of_birth is not null) or named > 1)`
  return select(deed, Prisma.sql`${twice} order by x.date_of_birth, x.name_key limit ${atMost}::int`)
}

function select({ tx, actor, now }: Deed, where: Prisma.Sql): Promise<ComparedRecord[]> {
  return tx.$queryRaw<{ found: ComparedRecord }[]>`
    select jsonb_build_object('personId', x.id, 'familyName', x.family_name, 'givenNames', x.given_names,
      'otherNames', x.other_names, 'dateOfBirth', x.date_of_birth, 'sex', x.sex, 'languages', x.languages,
      'numbers', (select coalesce(jsonb_agg(jsonb_build_object('value', i.value, 'issuer', s.name) order by i.id), '[]')
        from person_identifier i join service s on s.id = i.issuer_service_id where i.person_id = x.id),
      'cases', c.cases) as found
    from person x
    join lateral (
      select jsonb_agg(jsonb_build_object('episodeId', e.id, 'prisonName', prison.name, 'admittedOn', e.admitted_on,
        'endedOn', e.ended_on, 'openItems', (select count(*) from checklist_item k where k.episode_id = e.id
          and k.status in ('open', 'in-progress') and k.area = any (p.categories))) order by e.admitted_on, e.id) as cases
      from case_part p
      join custody_episode e on e.id = p.episode_id
      join lateral (select t.prison_service_id from custody_stay t where t.episode_id = e.id order by t.from_at desc limit 1) stay on true
      join service prison on prison.id = stay.prison_service_id
      where p.person_id = x.id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}
        and p.relation in ('own', 'closing') and 'identity' = any (p.categories)
    ) c on c.cases is not null
    where ${where}`.then((rows) => rows.map(({ found }) => found))
}
