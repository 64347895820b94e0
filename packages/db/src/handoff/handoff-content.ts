import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { Channel, ContactOutcome } from '@throughcare/domain/contact/contact-codes'
import type { KitHolder, KitState } from '@throughcare/domain/naloxone/kit-codes'
import type { SafeChannel } from '@throughcare/domain/person/contact-safety'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { Deed } from '../as-actor.ts'
import type { StoredSaying } from '../own-words/own-words-repository.ts'

/** An instant as JSON carries it. */
type Instant = string

/**
 * What travels with one handoff, by category. A part whose category it does not carry is null, as if there were none; an empty
 * list says that nothing is recorded.
 */
export type HandoffContent = {
  /** What it carries, as far as the part of the service opens it to whoever looks. */
  categories: Category[]
  /** identity */
  person: {
    familyName: string
    givenNames: string
    dateOfBirth: PlainDate | null
    number: string | null
    languages: string[]
    interpreterNeeded: boolean | null
    /** How the person said that they may be reached; null where nobody asked. */
    reach: {
      channel: SafeChannel | null
      hours: string | null
      wording: string | null
      voicemail: boolean | null
    } | null
  } | null
  /** release */
  release: {
    day: PlainDate | null
    certainty: Certainty
    releasedAt: Instant | null
    prison: string
    timeZone: string
  } | null
  /** The last attempts to reach the person, newest first: release */
  attempts: { at: Instant; channel: Channel; outcome: ContactOutcome; service: string }[] | null
  /** Open items of the areas that it carries: the first due first. */
  items: { id: string; code: string; area: Area }[]
  /** Booked and not over, earliest first; of the areas that it carries. */
  appointments: { area: Area; at: Instant; place: string | null; service: string; timeZone: string }[]
  /** Of the categories that it carries, newest first. */
  documents: { id: string; category: Category; shows: string; mediaType: string; bytes: number; addedAt: Instant }[]
  /** omt: the prescriber's words, as they were typed. */
  treatment: {
    medicine: string
    form: string | null
    prescribedText: string | null
    rhythm: string
    dosing: string | null
    /** The last dose that was given or issued. */
    lastDose: { day: PlainDate; givenAt: Instant | null; outcome: string; service: string } | null
  } | null
  /** naloxone */
  kits: { state: KitState; holder: KitHolder; expiresOn: PlainDate | null }[] | null
  /** housing: for the first night. */
  place: { kind: string; confirmed: string; address: string | null } | null
  /** belongings */
  belongings: { inventory: string; place: string | null; phone: string | null; keepUntil: PlainDate | null }[] | null
  /** support: whom the person wants to be rung. */
  supporters: { name: string; role: string; phone: string | null; isCrisisContact: boolean }[] | null
  /** own-words: where the person agreed that they travel. */
  ownWords: StoredSaying[] | null
}

/**
 * What a handoff carries, read through the part of the actor's service: nothing that its `carries` does not name, whatever else
 * of the case is open. Null when the actor's service holds no end of it, or it opens nothing any more.
 */
export async function findHandoffContent({ tx, actor, now }: Deed, handoffId: string): Promise<HandoffContent | null> {
  const [row] = await tx.$queryRaw<{ found: HandoffContent }[]>`
    with one as materialized (
      select h.episode_id, h.person_id, array(
          select c from unnest(h.carries) c where c = any (app.open_categories(p.categories)) order by array_position(h.carries, c)
        ) as carries
      from handoff h
      join case_part p on p.episode_id = h.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      where h.id = ${handoffId}::uuid and h.area <> all ((select app.closed_areas())::text[]) and (
        h.sending_service_id = ${actor.serviceId}::uuid and h.status <> 'draft'
        or h.receiving_service_id = ${actor.serviceId}::uuid
          and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress', 'done'))
    )
    select jsonb_build_object('categories', one.carries,
      'person', case when 'identity' = any (one.carries) then (
        select jsonb_build_object('familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
          'languages', n.languages, 'interpreterNeeded', n.interpreter_needed,
          'number', (select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
            order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1),
          'reach', (select jsonb_build_object('channel', s.channel, 'hours', s.hours, 'wording', s.wording, 'voicemail', s.voicemail)
            from contact_safety s where s.person_id = n.id))
        from person n where n.id = one.person_id) end,
      'release', case when 'release' = any (one.carries) then jsonb_build_object('day', e.release_date,
        'certainty', e.release_certainty, 'releasedAt', app.utc(e.released_at), 'prison', prison.name,
        'timeZone', prison.time_zone) end,
      'attempts', case when 'release' = any (one.carries) then coalesce((
        select jsonb_agg(jsonb_build_object('at', app.utc(t.at), 'channel', t.channel, 'outcome', t.outcome, 'service', t.name)
          order by t.at desc)
        from (select a.at, a.channel, a.outcome, s.name from contact_attempt a join service s on s.id = a.service_id
          where a.episode_id = one.episode_id order by a.at desc limit 3) t), '[]') end,
      'items', coalesce((
        select jsonb_agg(jsonb_build_object('id', i.id, 'code', i.code, 'area', i.area)
          order by coalesce(i.due_override_at, i.due_at) nulls last, i.id)
        from checklist_item i join care_plan c on c.id = i.care_plan_id and c.closed_at is null
        where i.episode_id = one.episode_id and i.area = any (one.carries) and i.status in ('open', 'in-progress')), '[]'),
      'appointments', coalesce((
        select jsonb_agg(jsonb_build_object('area', a.area, 'at', app.utc(a.at), 'place', a.place, 'service', s.name,
          'timeZone', s.time_zone) order by a.at)
        from appointment a join service s on s.id = a.service_id
        where a.episode_id = one.episode_id and a.area = any (one.carries) and a.status = 'booked'
          and a.at >= ${now}::timestamptz), '[]'),
      'documents', coalesce((
        select jsonb_agg(jsonb_build_object('id', d.id, 'category', d.category, 'shows', d.shows, 'mediaType', d.media_type,
          'bytes', d.bytes, 'addedAt', app.utc(d.added_at)) order by d.added_at desc, d.id)
        from document d where d.episode_id = one.episode_id and d.category = any (one.carries) and d.removed_at is null), '[]'),
      'treatment', case when 'omt' = any (one.carries) then (
        select jsonb_build_object('medicine', m.medicine, 'form', m.form, 'prescribedText', m.prescribed_text, 'rhythm', m.rhythm,
          'dosing', s.name, 'lastDose', (
            select jsonb_build_object('day', d.to_day, 'givenAt', app.utc(d.given_at), 'outcome', d.outcome, 'service', v.name)
            from dose d join service v on v.id = d.service_id
            where d.treatment_id = m.id and d.outcome in ('given', 'issued')
              and not exists (select 1 from dose x where x.corrects_dose_id = d.id)
            order by d.to_day desc, d.given_at desc nulls last limit 1))
        from medication_treatment m left join service s on s.id = m.dosing_service_id
        where m.episode_id = one.episode_id order by (m.ended_on is null) desc, m.started_on desc nulls last, m.id desc limit 1) end,
      'kits', case when 'naloxone' = any (one.carries) then coalesce((
        select jsonb_agg(jsonb_build_object('state', k.state, 'holder', k.holder, 'expiresOn', k.expires_on)
          order by k.recorded_at desc, k.id)
        from naloxone_kit k where k.episode_id = one.episode_id
          and not exists (select 1 from naloxone_kit r where r.replaces_id = k.id)), '[]') end,
      'place', case when 'housing' = any (one.carries) then (
        select jsonb_build_object('kind', l.kind, 'confirmed', l.confirmed, 'address', l.address)
        from housing_place l where l.episode_id = one.episode_id and l.span = 'first-night' order by l.version desc limit 1) end,
      'belongings', case when 'belongings' = any (one.carries) then coalesce((
        select jsonb_agg(jsonb_build_object('inventory', b.inventory, 'place', b.place, 'phone', b.phone, 'keepUntil', b.keep_until)
          order by b.keep_until nulls last, b.id)
        from (select distinct on (id) * from belongings where episode_id = one.episode_id order by id, version desc) b
        where b.state = 'in-store'), '[]') end,
      'supporters', case when 'support' = any (one.carries) then coalesce((
        select jsonb_agg(jsonb_build_object('name', r.name, 'role', r.role, 'phone', r.phone, 'isCrisisContact', r.is_crisis_contact)
          order by r.is_crisis_contact desc, r.name)
        from supporter r where r.episode_id = one.episode_id and r.withdrawn_at is null and r.consent = 'yes'), '[]') end,
      'ownWords', case when 'own-words' = any (one.carries) then coalesce((
        select jsonb_agg(jsonb_build_object('kind', w.kind, 'words', w.words, 'language', w.language, 'task', w.task) order by w.place)
        from own_words w where w.episode_id = one.episode_id and w.words is not null
          and app.do_own_words_travel(one.episode_id)
          and w.version = (select max(x.version) from own_words x where x.episode_id = one.episode_id)), '[]') end
    ) as found
    from one
    join custody_episode e on e.id = one.episode_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay on true
    join service prison on prison.id = stay.prison_service_id`
  return row?.found ?? null
}
