import type { Category } from '@throughcare/domain/access/access-codes'
import type { LetterFact, LetterKind } from '@throughcare/domain/evidence-letter/letter-codes'
import type { LetterGround } from '@throughcare/domain/evidence-letter/letter-facts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A letter as it was made. */
export type StoredLetter = {
  id: string
  episodeId: string
  kind: LetterKind
  category: Category
  serviceId: string
  serviceName: string
  /** ISO 8601. */
  asOf: string
  facts: LetterFact[]
  hash: string
  recordedBy: string | null
}

/** The letters of a case that are open to the actor, the newest first. */
export async function findLetters({ tx, actor, now }: Deed, episodeId: string): Promise<StoredLetter[]> {
  const rows = await tx.$queryRaw<{ letter: StoredLetter }[]>`
    select jsonb_build_object('id', l.id, 'episodeId', l.episode_id, 'kind', l.kind, 'category', l.category,
      'serviceId', l.service_id, 'serviceName', s.name, 'asOf', app.utc(l.as_of), 'facts', l.facts, 'hash', l.hash,
      'recordedBy', a.display_name) as letter
    from case_part p join evidence_letter l on l.episode_id = p.episode_id
      and l.category = any (app.open_categories(p.categories))
    join service s on s.id = l.service_id left join account a on a.id = l.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
    order by l.recorded_at desc, l.id desc`
  return rows.map(({ letter }) => letter)
}

/**
 * What the record of a case says for letters, in the categories open to the actor's part: the rest is as if it were not
 * there. Days are the prison's. Null for a case that is not open.
 */
export async function findLetterGround({ tx, actor, now }: Deed, episodeId: string): Promise<LetterGround | null> {
  const [row] = await tx.$queryRaw<{ ground: LetterGround }[]>`
    with part as (
      select p.episode_id as id, app.open_categories(p.categories) as open from case_part p
      where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
        and p.categories @> array['identity', 'release']
    )
    select jsonb_build_object('name', concat_ws(' ', n.given_names, n.family_name), 'born', n.date_of_birth,
      'admittedOn', e.admitted_on, 'releaseDate', e.release_date,
      'releasedOn', (select (e.released_at at time zone v.time_zone)::date from custody_stay s
        join service v on v.id = s.prison_service_id where s.episode_id = e.id order by s.from_at desc limit 1),
      'stays', coalesce((select jsonb_agg(jsonb_build_object('prison', v.name, 'from', (s.from_at at time zone v.time_zone)::date,
          'to', (s.until_at at time zone v.time_zone)::date) order by s.from_at)
        from custody_stay s join service v on v.id = s.prison_service_id where s.episode_id = e.id), '[]'),
      'treatments', coalesce((select jsonb_agg(jsonb_build_object('medicine', t.medicine, 'startedOn', t.started_on,
          'endedOn', t.ended_on) order by t.started_on nulls last, t.id)
        from medication_treatment t where t.episode_id = e.id and 'omt' = any (part.open)), '[]'),
      'lastDose', (select jsonb_build_object('day', d.to_day, 'by', v.name, 'on', app.utc(d.recorded_at))
        from dose d join service v on v.id = d.service_id
        where d.episode_id = e.id and 'omt' = any (part.open) and d.outcome in ('given', 'issued', 'given-elsewhere')
          and not exists (select 1 from dose c where c.corrects_dose_id = d.id)
        order by d.to_day desc, d.id desc limit 1),
      'firstNight', (select jsonb_build_object('place', concat_ws(', ', h.address, h.confirmed_by), 'by', null,
          'on', app.utc(h.recorded_at))
        from housing_place h where h.episode_id = e.id and h.span = 'first-night' and h.confirmed = 'confirmed'
          and 'housing' = any (part.open)
          and not exists (select 1 from housing_place l where l.episode_id = h.episode_id and l.span = h.span and l.version > h.version)
          and h.address is not null),
      'answers', coalesce((select jsonb_object_agg(f.code, jsonb_build_object('value', f.value #>> '{}', 'by', null,
          'on', app.utc(f.recorded_at)))
        from case_fact f where f.episode_id = e.id and f.state = 'known' and f.category = any (part.open)), '{}')) as ground
    from part join custody_episode e on e.id = part.id join person n on n.id = e.person_id`
  return row?.ground ?? null
}

/** Keeps a letter as it was made. */
export async function recordLetter(
  { tx, actor, now }: Deed,
  letter: Pick<StoredLetter, 'episodeId' | 'kind' | 'category' | 'facts' | 'hash'>,
): Promise<string> {
  const id = newId()
  await tx.evidenceLetter.createMany({
    data: [{ ...letter, id, serviceId: actor.serviceId, asOf: now, recordedAt: now, recordedBy: actor.accountId }],
  })
  return id
}
