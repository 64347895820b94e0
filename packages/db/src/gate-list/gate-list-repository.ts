import type { Relation } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { GateReason } from '@throughcare/domain/gate-list/gate-presses'
import type { KitHolder, KitState } from '@throughcare/domain/naloxone/kit-codes'
import { FIRST_HOURS } from '@throughcare/domain/release/hours-since-release'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import { MAY_LEAVE_ANY_DAY } from '@throughcare/domain/release/release-window'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { notStopped } from '../custody-episode/not-stopped.ts'

/** A kit as far as handing it over needs it said again. */
export type StoredGateKit = {
  id: string
  holder: KitHolder
  state: KitState
  product: string | null
  lot: string | null
  expiresOn: PlainDate | null
  trained: boolean | null
  trainedOn: PlainDate | null
  replacesId: string | null
  version: number
}

/** Somebody on today's list. Instants are ISO texts. */
export type StoredGateRow = {
  episodeId: string
  personId: string
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
  number: string | null
  demo: boolean
  relation: Relation
  /** The categories of the case that the service may write. */
  writes: string[]
  /** Somebody else whom this prison holds is called the same; false outside. */
  sameName: boolean
  reason: GateReason
  version: number
  releaseDate: PlainDate | null
  certainty: Certainty
  releasedAt: string | null
  /** The next appointment today at this service. */
  appointmentAt: string | null
  /** When this service recorded that the person came. */
  arrivedAt: string | null
  /** Newest first; null when the service does not see kits. */
  kits: StoredGateKit[] | null
}

/**
 * Whom a prison may see leave today, or whom a community service may see come: one statement, named whole in the audit trail.
 */
export async function findGateRows(actor: Actor, action: string): Promise<{ rows: StoredGateRow[]; now: Date }> {
  const isPrison = actor.serviceKind === 'prison-health'
  const { rows, now } = await readAsActor<{ found: StoredGateRow }>(
    actor,
    {
      name: `gate-list-${isPrison ? 'prison' : 'community'}`,
      text: isPrison ? PRISON : COMMUNITY,
      values: [actor.serviceId, actor.serviceTimeZone],
    },
    {
      action,
      touched: (all) => ({
        episodeIds: all.map(({ found }) => found.episodeId),
        personIds: all.map(({ found }) => found.personId),
      }),
    },
  )
  return { rows: rows.map(({ found }) => found), now }
}

const ANY_DAY = Object.entries(MAY_LEAVE_ANY_DAY)
  .filter(([, may]) => may)
  .map(([status]) => `'${status}'`)
  .join(', ')

const CLOCK = `clock as materialized (select app.now() as now, (app.now() at time zone $2)::date as today)`

const ROW = `'episodeId', l.episode_id, 'personId', l.person_id, 'familyName', n.family_name, 'givenNames', n.given_names,
    'dateOfBirth', n.date_of_birth, 'demo', n.demo, 'relation', l.relation, 'writes', l.writes, 'reason', l.reason,
    'version', l.version, 'releaseDate', l.release_date, 'certainty', l.release_certainty, 'releasedAt', app.utc(l.released_at)`

/** Inside: leaving today, a date that passed without a word from the gate, or free to leave any day; and who left today. */
const PRISON = `
  with ${CLOCK},
  held as materialized (
    select p.person_id, p.relation, app.open_categories(p.categories) as categories, p.writes, e.id as episode_id, e.version, e.release_date,
      e.release_certainty, case when e.released_at <= clock.now then e.released_at end as released_at, m.name_key,
      case when e.released_at is not null then 'left-today' when e.release_date = clock.today then 'leaves-today'
        when e.release_date < clock.today then 'date-passed' else 'any-day' end as reason,
      p.relation = 'own' and e.released_at is null and (e.release_date <= clock.today or e.release_certainty = 'could-be-any-day'
        or e.legal_status in (${ANY_DAY})) or (e.released_at at time zone $2)::date = clock.today as is_listed
    from clock, case_part p
    join custody_episode e on e.id = p.episode_id
    join person m on m.id = p.person_id
    where p.service_id = $1::uuid and p.relation in ('own', 'closing') and p.until > clock.now
      and p.categories @> array['identity', 'release'] and ${notStopped('e.id')}
      and not exists (select 1 from outcome o where o.episode_id = e.id
        and (o.kind = 'back-in-custody' or o.kind = 'arrived' and e.released_at is null))
      -- Of those who are out, only who went out from here.
      and (p.relation = 'own' or exists (select 1 from custody_stay s
        where s.episode_id = e.id and s.prison_service_id = $1::uuid and s.until_at is null))
  ),
  -- Namesakes among all whom the prison holds, and those who left today.
  named as (
    select held.*, count(*) over (partition by name_key) as called_so from held where relation = 'own' or is_listed
  )
  select jsonb_build_object(${ROW}, 'sameName', l.called_so > 1,
    'number', (select i.value from person_identifier i where i.person_id = l.person_id and i.issuer_service_id = $1::uuid
      and i.system = 'prison-number' order by i.id desc limit 1),
    'appointmentAt', null, 'arrivedAt', null,
    'kits', case when 'naloxone' = any (l.categories) then coalesce((select jsonb_agg(jsonb_build_object('id', k.id,
        'holder', k.holder, 'state', k.state, 'product', k.product, 'lot', k.lot, 'expiresOn', k.expires_on, 'trained', k.trained,
        'trainedOn', k.trained_on, 'replacesId', k.replaces_id, 'version', k.version) order by k.recorded_at desc, k.id desc)
      from naloxone_kit k where k.episode_id = l.episode_id), '[]') end) as found
  from named l join person n on n.id = l.person_id
  where l.is_listed
  order by array_position(array['leaves-today', 'date-passed', 'any-day', 'left-today'], l.reason), n.name_key, l.episode_id`

/** Outside: who is out since less than 48 hours, who leaves today, and who has an appointment here today. */
const COMMUNITY = `
  with ${CLOCK},
  listed as materialized (
    select p.person_id, p.relation, p.writes, e.id as episode_id, e.version, e.release_date, e.release_certainty,
      case when e.released_at <= clock.now then e.released_at end as released_at, booked.at as appointment_at,
      case when e.released_at <= clock.now then 'out' when e.release_date = clock.today then 'expected-today'
        else 'appointment-today' end as reason,
      (select min(o.at) from outcome o where o.episode_id = e.id and o.kind = 'arrived' and o.service_id = $1::uuid) as arrived_at
    from clock, case_part p
    join custody_episode e on e.id = p.episode_id
    left join lateral (select min(a.at) as at from appointment a where a.episode_id = e.id and a.service_id = $1::uuid
      and a.status = 'booked' and a.area = any (p.categories) and (a.at at time zone $2)::date = clock.today) booked on true
    where p.service_id = $1::uuid and p.relation in ('offered', 'accepted', 'closing') and p.until > clock.now
      and p.categories @> array['identity', 'release'] and ${notStopped('e.id')}
      and not exists (select 1 from outcome o where o.episode_id = e.id and o.kind = 'back-in-custody')
      and (e.released_at between clock.now - interval '${FIRST_HOURS} hours' and clock.now
        or e.released_at is null and e.release_date = clock.today or booked.at is not null)
  )
  select jsonb_build_object(${ROW}, 'sameName', false,
    'number', (select i.value from person_identifier i where i.person_id = l.person_id and i.system = 'prison-number'
      order by i.id desc limit 1),
    'appointmentAt', app.utc(l.appointment_at), 'arrivedAt', app.utc(l.arrived_at), 'kits', null) as found
  from listed l join person n on n.id = l.person_id
  order by l.arrived_at is not null, l.released_at nulls last, l.appointment_at nulls last, n.name_key, l.episode_id`
