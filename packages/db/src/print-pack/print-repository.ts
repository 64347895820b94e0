import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { KitHolder, KitState } from '@throughcare/domain/naloxone/kit-codes'
import type { SafeChannel } from '@throughcare/domain/person/contact-safety'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Deed } from '../as-actor.ts'

/** An instant as JSON carries it. */
type Instant = string

export type StoredPlace = { id: string; name: string; address: string | null; phone: string | null; timeZone: string }

/** What the pages of a case are printed from, as far as the actor's service may see it. */
export type StoredPrint = {
  categories: Category[]
  personId: string
  person: {
    familyName: string
    givenNames: string
    dateOfBirth: PlainDate | null
    languages: string[]
    interpreterNeeded: boolean | null
    number: string | null
  }
  release: { day: PlainDate | null; certainty: Certainty; releasedAt: Instant | null }
  prison: StoredPlace
  /** What is known; an answer that is not there is not known. */
  facts: Partial<Record<FactCode, string>>
  /** Those that are booked and not over, earliest first. */
  appointments: { area: Area; at: Instant; place: string | null; service: StoredPlace }[]
  kits: { state: KitState; holder: KitHolder }[]
  /** The newest handoff of each area that still stands. */
  handoffs: {
    area: Area
    status: HandoffStatus
    dueAt: Instant | null
    /** What it carries now: nothing that was withdrawn or is kept back. */
    carries: Category[]
    service: StoredPlace & { kind: ServiceKind; urgentPhone: string | null }
  }[]
  /** Open items that are the person's own work, the first due first. */
  ownItems: string[]
  contact: {
    channel: SafeChannel | null
    hours: string | null
    wording: string | null
    voicemail: boolean | null
    version: number
  } | null
  /** Names of services that stand in what somebody typed in free words. */
  namedInWords: string[]
}

/** The case as it is printed; null when it is not open to the actor's service. The part is asked in the same query. */
export async function findPrint({ tx, actor, now }: Deed, episodeId: string): Promise<StoredPrint | null> {
  const [row] = await tx.$queryRaw<{ found: StoredPrint }[]>`
    with part as materialized (
      select p.episode_id, p.person_id, app.open_categories(p.categories) as categories from case_part p
      where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
        and p.categories @> array['identity', 'release']
    ), fact as materialized (
      select f.code, f.value #>> '{}' as value from part join case_fact f on f.episode_id = part.episode_id
      where f.category = any (part.categories) and f.state = 'known'
    ), booked as materialized (
      select o.area, o.at, o.place, o.service_id from part join appointment o on o.episode_id = part.episode_id
      where o.area = any (part.categories) and o.status = 'booked' and o.at >= ${now}::timestamptz
    )
    select jsonb_build_object(
      'categories', part.categories, 'personId', n.id,
      'person', jsonb_build_object('familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
        'languages', n.languages, 'interpreterNeeded', n.interpreter_needed, 'number', (
          select i.value from person_identifier i where i.person_id = n.id and i.system = 'prison-number'
          order by (i.issuer_service_id = stay.prison_service_id) desc, i.id desc limit 1)),
      'release', jsonb_build_object('day', e.release_date, 'certainty', e.release_certainty, 'releasedAt', app.utc(e.released_at)),
      'prison', jsonb_build_object('id', prison.id, 'name', prison.name, 'address', prison.address,
        'phone', coalesce(prison.duty_contact_phone, prison.phone), 'timeZone', prison.time_zone),
      'facts', coalesce((select jsonb_object_agg(fact.code, fact.value) from fact), '{}'),
      'appointments', coalesce((select jsonb_agg(jsonb_build_object('area', b.area, 'at', app.utc(b.at), 'place', b.place,
          'service', jsonb_build_object('id', s.id, 'name', s.name, 'address', s.address,
            'phone', coalesce(s.phone, s.duty_contact_phone), 'timeZone', s.time_zone)) order by b.at)
        from booked b join service s on s.id = b.service_id), '[]'),
      'kits', coalesce((select jsonb_agg(jsonb_build_object('state', k.state, 'holder', k.holder) order by k.recorded_at desc)
        from naloxone_kit k where k.episode_id = e.id and 'naloxone' = any (part.categories)), '[]'),
      'handoffs', coalesce((select jsonb_agg(jsonb_build_object('area', h.area, 'status', h.status, 'dueAt', app.utc(h.due_at),
          'carries', h.carries,
          'service', jsonb_build_object('id', s.id, 'name', s.name, 'address', s.address, 'phone', s.phone,
            'urgentPhone', s.duty_contact_phone, 'timeZone', s.time_zone, 'kind', s.kind)) order by s.name, h.area)
        from (select distinct on (o.area) o.* from handoff o where o.episode_id = e.id and o.area = any (part.categories)
          and o.status not in ('draft', 'revoked', 'closed') order by o.area, o.sent_at desc, o.id desc) h
        join service s on s.id = h.receiving_service_id), '[]'),
      'ownItems', coalesce((select jsonb_agg(i.code order by i.due_at nulls last, i.code) from checklist_item i
        join care_plan c on c.id = i.care_plan_id and c.closed_at is null
        where i.episode_id = e.id and i.owner_side = 'person' and i.status in ('open', 'in-progress')
          and i.area = any (part.categories)), '[]'),
      'contact', (select jsonb_build_object('channel', c.channel, 'hours', c.hours, 'wording', c.wording, 'voicemail', c.voicemail,
          'version', c.version)
        from contact_safety c where c.person_id = n.id),
      'namedInWords', coalesce((select jsonb_agg(s.name order by s.name) from service s where exists (
        select 1 from (select value as words from fact where code = 'where-next' union all select place from booked) w
        where position(lower(s.name) in lower(w.words)) > 0)), '[]')
    ) as found
    from part
    join custody_episode e on e.id = part.episode_id
    join person n on n.id = part.person_id
    join lateral (select s.prison_service_id from custody_stay s where s.episode_id = e.id order by s.from_at desc limit 1) stay
      on true
    join service prison on prison.id = stay.prison_service_id`
  return row?.found ?? null
}
