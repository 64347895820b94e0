import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { BoardSort, BoardWindow } from '@throughcare/domain/release/board-input'
import { FIRST_HOURS } from '@throughcare/domain/release/hours-since-release'
import type { Certainty, LegalStatus } from '@throughcare/domain/release/release-codes'
import { BOARD_DAYS, MAY_LEAVE_ANY_DAY } from '@throughcare/domain/release/release-window'
import type { Actor } from '../actor.ts'
import { readAsActor } from '../as-actor.ts'
import { notStopped } from '../custody-episode/not-stopped.ts'
import { RULE_SET_JSON, RULE_SETS } from '../rule-set/rule-set-json.ts'
import type { StoredRuleSet } from '../rule-set/rule-set-repository.ts'
import { type BoardPlace, openingHoursOf } from './board-places.ts'
import type { BoardRow } from './board-row.ts'

/** What a page of the board is read by. */
export type BoardQuery = {
  window: BoardWindow
  certainty: Certainty | null
  legalStatus: LegalStatus | null
  sort: BoardSort
  descending: boolean
  limit: number
  offset: number
}

export type Board = {
  rows: BoardRow[]
  /** When the places are there at which somebody on the page is to be dosed. */
  places: ReadonlyMap<string, OpeningHours>
  /** The countries of these places. */
  countries: ReadonlyMap<string, string>
  /** Windows of depots that somebody approved for a country or a service. */
  ruleSets: StoredRuleSet[]
  /** Persons on each list, whatever the filters. */
  counts: Record<BoardWindow, number>
  /** Persons on this list that certainty and legal status leave. */
  total: number
  now: Date
}

type Answer = {
  rows: BoardRow[]
  places: BoardPlace[]
  ruleSets: StoredRuleSet[]
  counts: Record<BoardWindow, number>
  total: number
  now: string
}

/**
 * The releases board of the actor's own prison: one statement, its JSON built in SQL.
 *
 * Which list somebody stands on is `boardWindowsOf` of packages/domain, said again in SQL because lists are counted and paged
 * here; a test holds the two equal on random persons.
 *
 * @param show what of the rows is shown: the audit entry names these persons and nobody else
 */
export async function findBoard<Shown extends { persons: readonly { episodeId: string; personId: string }[] }>(
  actor: Actor,
  query: BoardQuery,
  show: (board: Board) => Shown,
): Promise<Shown> {
  let shown: Shown | undefined
  await readAsActor<{ board: Answer }>(
    actor,
    {
      name: `board-${query.sort}-${query.descending ? 'down' : 'up'}`,
      text: boardSql(query.sort, query.descending),
      values: [
        actor.serviceId,
        actor.serviceTimeZone,
        query.window,
        query.certainty,
        query.legalStatus,
        query.limit,
        query.offset,
      ],
    },
    {
      action: 'release.board',
      touched: ([row]) => {
        if (!row) throw new Error('the board answered nothing')
        const { board } = row
        shown = show({
          ...board,
          places: openingHoursOf(board.places),
          countries: new Map(board.places.map(({ id, country }) => [id, country])),
          now: new Date(board.now),
        })
        return {
          episodeIds: shown.persons.map((person) => person.episodeId),
          personIds: shown.persons.map((person) => person.personId),
        }
      },
    },
  )
  if (!shown) throw new Error('the board was not read')
  return shown
}

const ANY_DAY = Object.entries(MAY_LEAVE_ANY_DAY)
  .filter(([, may]) => may)
  .map(([status]) => `'${status}'`)
  .join(', ')

/** The allow-list of orders. The last columns make every order total, so that no page repeats or skips a person. */
const ORDERS = {
  release: ['coalesce(b.released_at, b.seen_outside_at)', 'b.release_date', 'n.name_key'],
  name: ['n.name_key'],
  'legal-status': ['b.legal_status', 'b.release_date', 'n.name_key'],
} as const satisfies Record<BoardSort, readonly string[]>

function boardSql(sort: BoardSort, descending: boolean): string {
  const direction = descending ? 'desc' : 'asc'
  const order = ORDERS[sort].map((column) => `${column} ${direction} nulls last`).join(', ')
  return `
  with clock as materialized (select app.now() as now, (app.now() at time zone $2)::date as today,
    app.now() - interval '${FIRST_HOURS} hours' as first_hours_began),
  held as materialized (
    select p.person_id, app.open_categories(p.categories) as categories, e.id as episode_id, e.version, e.legal_status, e.admitted_on, e.release_date, e.release_certainty,
      case when e.released_at <= clock.now then e.released_at end as released_at, e.release_kind,
      seen.at as seen_outside_at, clock.now, clock.today
    from clock, case_part p
    join custody_episode e on e.id = p.episode_id
    left join lateral (select min(o.at) as at from outcome o
      where o.episode_id = e.id and o.kind = 'arrived' and o.at <= clock.now and e.released_at is null) seen on true
    where p.service_id = $1::uuid and p.relation in ('own', 'closing') and p.until > (select now from clock) and 'release' = any (p.categories)
      -- Whoever died, or is back inside under another episode, is on no list of this one.
      and ${notStopped('e.id')} and not (e.ended_on is not null
        and exists (select 1 from outcome o where o.episode_id = e.id and o.kind = 'back-in-custody'))
      -- Asked as a plain value, this is looked at before anything of a case that has been out for longer.
      and (e.ended_on is null or e.released_at >= (select first_hours_began from clock))
      -- 'own' is where the person is now; of those who are out, only who went out from here.
      and (p.relation = 'own' or exists (select 1 from custody_stay s
        where s.episode_id = e.id and s.prison_service_id = $1::uuid and s.until_at is null))
  ),
  placed as materialized (
    select held.*,
      released_at is null and seen_outside_at is null and release_date between today and today + ${BOARD_DAYS - 1} as in_next_28_days,
      released_at is null and (seen_outside_at is null
          and (release_date <= today or release_certainty = 'could-be-any-day' or legal_status in (${ANY_DAY}))
        or seen_outside_at < now - interval '${FIRST_HOURS} hours') as could_leave_today,
      coalesce(released_at, seen_outside_at) between now - interval '${FIRST_HOURS} hours' and now as out_last_48_hours,
      released_at is null and seen_outside_at is null and release_date is null and release_certainty <> 'could-be-any-day'
        and legal_status not in (${ANY_DAY}) as no_date
    from held
  ),
  listed as materialized (
    select * from placed
    where case $3 when 'next-28-days' then in_next_28_days when 'could-leave-today' then could_leave_today
        when 'no-date' then no_date else out_last_48_hours end
      and ($4::text is null or release_certainty = $4) and ($5::text is null or legal_status = $5)
  ),
  page as materialized (
    select b.*, n.family_name, n.given_names, n.date_of_birth, n.interpreter_needed, n.demo,
      row_number() over (order by ${order}, b.episode_id) as place
    from listed b join person n on n.id = b.person_id
    order by place limit $6 offset $7
  ),
  courses as materialized (
    select t.* from page b join medication_treatment t on t.episode_id = b.episode_id and 'omt' = any (b.categories)
  ),
  booked as materialized (
    select a.episode_id, a.at, a.service_id from page b join appointment a on a.episode_id = b.episode_id and a.area = 'omt'
      and 'omt' = any (b.categories) and a.status = 'booked' and a.at >= b.now - interval '1 day'
  )
  select json_build_object(
    'counts', (select json_build_object('next-28-days', count(*) filter (where in_next_28_days),
      'could-leave-today', count(*) filter (where could_leave_today),
      'out-last-48-hours', count(*) filter (where out_last_48_hours), 'no-date', count(*) filter (where no_date)) from placed),
    'now', (select now from clock),
    'total', (select count(*) from listed),
    'rows', coalesce((select json_agg(json_build_object(
      'personId', b.person_id, 'episodeId', b.episode_id, 'familyName', b.family_name, 'givenNames', b.given_names,
      'dateOfBirth', b.date_of_birth, 'interpreterNeeded', b.interpreter_needed, 'demo', b.demo,
      'number', (select i.value from person_identifier i where i.person_id = b.person_id and i.issuer_service_id = $1::uuid
        and i.system = 'prison-number' order by i.id desc limit 1),
      'version', b.version, 'categories', b.categories, 'legalStatus', b.legal_status, 'admittedOn', b.admitted_on, 'releaseDate', b.release_date,
      'certainty', b.release_certainty, 'releasedAt', b.released_at, 'releaseKind', b.release_kind, 'seenOutsideAt', b.seen_outside_at,
      'hasPlan', exists (select 1 from care_plan c where c.episode_id = b.episode_id and c.closed_at is null),
      'items', coalesce((select json_agg(json_build_object('area', i.area, 'code', i.code, 'status', i.status,
          'critical', i.critical, 'blockedBy', i.blocked_by, 'dueOffsetMinutes', i.due_offset_minutes,
          'dueAt', coalesce(i.due_override_at, i.due_at)))
        from care_plan c join checklist_item i on i.care_plan_id = c.id
        where c.episode_id = b.episode_id and c.closed_at is null and i.area = any (b.categories)), '[]'),
      'facts', coalesce((select json_agg(json_build_object('code', f.code, 'state', f.state, 'value', f.value))
        from case_fact f where f.episode_id = b.episode_id and f.category = any (b.categories)), '[]'),
      'partnerWish', coalesce((select w.wish from partner_wish w where w.episode_id = b.episode_id
        and 'partner' = any (b.categories)), 'not-asked'),
      'kits', coalesce((select json_agg(json_build_object('id', k.id, 'state', k.state, 'handedAt', app.utc(k.handed_at),
          'leftAt', app.utc(k.left_at), 'holder', k.holder, 'expiresOn', k.expires_on, 'goneAt', app.utc(k.gone_at),
          'replacesId', k.replaces_id, 'trainedOn', k.trained_on, 'isCarriedOn', k.carried_on_at is not null) order by k.recorded_at desc, k.id desc)
        from naloxone_kit k where k.episode_id = b.episode_id and 'naloxone' = any (b.categories)), '[]'),
      'handoffs', coalesce((select json_agg(json_build_object('area', h.area, 'status', h.status,
          'isSuperseded', exists (select 1 from handoff later where later.previous_id = h.id)))
        from handoff h where h.episode_id = b.episode_id and h.area = any (b.categories)), '[]'),
      'treatments', coalesce((select json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'rhythm', t.rhythm,
          'rhythmWeekdays', t.rhythm_weekdays, 'dosesPerDay', t.doses_per_day, 'titration', t.titration, 'startedOn', t.started_on,
          'endedOn', t.ended_on, 'regimeConfirmedOn', t.regime_confirmed_on, 'dosingServiceId', t.dosing_service_id,
          'agreedUntil', (select l.until from agreed_lateness l where l.episode_id = t.episode_id
            and l.dosing_service_id = t.dosing_service_id order by l.version desc limit 1)))
        from courses t where t.episode_id = b.episode_id), '[]'),
      'doses', coalesce((select json_agg(json_build_object('id', d.id, 'treatmentId', d.treatment_id, 'kind', d.kind,
          'outcome', d.outcome, 'forDay', d.for_day, 'toDay', d.to_day, 'givenAt', d.given_at, 'recordedAt', d.recorded_at,
          'serviceId', d.service_id, 'correctsDoseId', d.corrects_dose_id, 'parts', d.parts))
        from dose d where d.episode_id = b.episode_id and 'omt' = any (b.categories) and d.to_day >= b.today - ${DOSE_DAYS_BACK}), '[]'),
      'arranged', case when 'omt' = any (b.categories) then json_build_object(
        'prescriptions', coalesce((select json_agg(json_build_object('from', x.from_day, 'to', x.to_day, 'collectBy', x.collect_by,
            'collectedAt', json_build_object('id', x.collected_at_service_id), 'status', x.status))
          from bridging_prescription x where x.episode_id = b.episode_id), '[]'),
        'supply', (select json_build_object('days', case when u.from_day is not null
            then json_build_object('from', u.from_day, 'to', u.to_day) end)
          from planned_supply u where u.episode_id = b.episode_id order by u.version desc limit 1),
        'reach', (select json_build_object('state', r.state, 'fromDay', r.from_day)
          from reachability r where r.episode_id = b.episode_id order by r.version desc limit 1)) end,
      'agreed', (select json_build_object('way', c.way, 'gapFrom', c.gap_from, 'gapTo', c.gap_to, 'remainingGapDays',
          c.remaining_gap_days, 'byDay', c.by_day, 'signedOn', c.signed_on, 'staleBecause', c.stale_because)
        from cover_plan c where c.episode_id = b.episode_id and c.ended_at is null and 'omt' = any (b.categories)),
      'doseAppointmentAt', (select min(a.at) from appointment a where a.episode_id = b.episode_id and a.area = 'omt'
        and 'omt' = any (b.categories) and a.status = 'booked' and (a.at at time zone $2)::date >= b.today),
      'doseAppointments', coalesce((select json_agg(json_build_object('at', a.at, 'serviceId', a.service_id,
          'timeZone', v.time_zone, 'isInside', v.kind = 'prison-health'))
        from booked a join service v on v.id = a.service_id where a.episode_id = b.episode_id), '[]')
    ) order by b.place) from page b), '[]'),
    'ruleSets', coalesce((select json_agg(json_build_object(${RULE_SET_JSON})) from ${RULE_SETS}
      where r.state = 'approved' and r.kind = 'depot-windows'), '[]'),
    'places', coalesce((select json_agg(json_build_object('id', s.id, 'country', s.country, 'timeZone', s.time_zone, 'canDose', s.can_dose,
      'hours', coalesce((select json_agg(json_build_object('purpose', h.purpose, 'weekday', h.weekday, 'opens', h.opens,
          'closes', h.closes) order by h.weekday, h.opens) from service_hours h where h.service_id = s.id), '[]'),
      'closures', coalesce((select json_agg(json_build_object('from', c.from_day, 'to', c.to_day, 'reason', c.reason))
        from service_closure c where c.service_id = s.id and c.to_day >= clock.today - ${DOSE_DAYS_BACK}
          and not exists (select 1 from service_closure_removal r where r.closure_id = c.id)), '[]'),
      'holidays', coalesce((select json_agg(json_build_object('on', h.day, 'name', h.name))
        from public_holiday h where h.country = s.country and h.region = ar.holiday_region
          and h.day between clock.today - ${DOSE_DAYS_BACK} and clock.today + ${PLACE_DAYS_AHEAD}), '[]'),
      'said', app.said_days(s.id, clock.today - ${DOSE_DAYS_BACK})))
      from clock, service s join area ar on ar.id = s.area_id where s.id in (select dosing_service_id from courses union select service_id from booked)), '[]')
  ) as board`
}

/** No dose covers a day that lies further ahead than this: no approved window of a depot ends after LATEST_DEPOT_DAY. */
const DOSE_DAYS_BACK = 100

/** The board's strip ends 14 days after a release within 28 days; a release farther off is not looked into. */
const PLACE_DAYS_AHEAD = 400
