import { CASE, DOSES, TIMELINE } from './floor-of-case.ts'
import { TRAIL } from './floor-trail.ts'

/** So far back the board reads doses. */
const DOSE_DAYS_BACK = 100

/**
 * One query for each job, the leanest that builds the same JSON from the same rows. `$1` is the service, `$2` the account. Cast to
 * text, so that nobody parses it on the way. A read writes its line of the trail, with the cases that it shows; a write its history.
 */
/** $3 statuses of the tab, $4 area or null, $5 whether only who is out. */
const INBOX = `
  with every as materialized (
    select status, worker_id, sending_service_id, due_at, area, out_since from open_handoff where receiving_service_id = $1::uuid
  ), o as (
    select * from every where ($4::text is null or area = $4) and (not $5::boolean or out_since <= now())
  ), page as materialized (
    select h.id, h.version, h.episode_id, h.person_id, h.area, h.kind, h.status, h.attempt, h.sending_service_id, h.due_at, h.sent_at,
      h.accept_due_at, h.worker_id, e.release_date, e.release_certainty, e.released_at, k.out_since
    from (
      select * from open_handoff where receiving_service_id = $1::uuid and status = any ($3::text[])
        and ($4::text is null or area = $4) and (not $5::boolean or out_since <= now())
      order by out_since asc nulls last, release_date asc nulls last, due_at, handoff_id limit 25) k
    join handoff h on h.id = k.handoff_id join custody_episode e on e.id = k.episode_id
  ), ${TRAIL('floor.inbox', `array(select episode_id from page)`)}
  select json_build_object(
    'counts', (select json_build_object('new', count(*) filter (where status = 'sent'),
      'acknowledged', count(*) filter (where status <> 'sent'), 'mine', count(*) filter (where worker_id = $2::uuid),
      'unassigned', count(*) filter (where status = 'acknowledged' and worker_id is null),
      'overdue', count(*) filter (where status = 'sent' and due_at <= now())) from o),
    'senders', (select json_agg(json_build_object('id', v.id, 'name', v.name)) from service v
      where v.id in (select sending_service_id from every)),
    'team', (select json_agg(json_build_object('id', a.id, 'name', a.display_name, 'open', coalesce(y.n, 0)))
      from membership m join account a on a.id = m.account_id
        left join (select worker_id, count(*) as n from every group by 1) y on y.worker_id = a.id
      where m.service_id = $1::uuid),
    'rows', (select json_agg(json_build_object('id', p.id, 'version', p.version, 'episodeId', p.episode_id, 'personId', p.person_id,
        'familyName', n.family_name, 'givenNames', n.given_names, 'dateOfBirth', n.date_of_birth,
        'number', (select i.value from person_identifier i where i.person_id = n.id order by i.id desc limit 1),
        'demo', n.demo, 'area', p.area, 'kind', p.kind, 'status', p.status, 'attempt', p.attempt, 'sendingName', s.name, 'dueAt', p.due_at,
        'acceptDueAt', p.accept_due_at, 'sentAt', p.sent_at, 'workerId', p.worker_id, 'worker', w.display_name,
        'releaseDate', p.release_date, 'releaseCertainty', p.release_certainty, 'releasedAt', p.released_at,
        'prisonTimeZone', (select v.time_zone from custody_stay c join service v on v.id = c.prison_service_id
          where c.episode_id = p.episode_id order by c.from_at desc limit 1),
        'movedFrom', (select v.name from handoff_move m join service v on v.id = m.by_service_id
          where m.handoff_id = p.id and m.move = 'send' and m.by_service_id <> p.sending_service_id limit 1),
        'openQuestion', (select bool_or(q.from_service_id <> $1::uuid) from handoff_message q where q.handoff_id = p.id
          and q.kind = 'question' and not exists (select 1 from handoff_message a where a.answers_id = q.id)),
        'arrival', (select u.kind from outcome u where u.episode_id = p.episode_id
          and u.kind in ('arrived', 'did-not-arrive', 'back-in-custody') order by u.recorded_at desc limit 1),
        'lastContact', (select json_build_object('outcome', t.outcome, 'at', t.at) from contact_attempt t
          where t.episode_id = p.episode_id order by t.at desc limit 1))
        order by p.out_since asc nulls last, p.release_date asc nulls last, p.due_at, p.id)
      from page p join person n on n.id = p.person_id join service s on s.id = p.sending_service_id
      left join account w on w.id = p.worker_id)
  )::text as answer`

/** $3 the handoff. Repeated on a row that is acknowledged already, so that the floor never runs out. */
const ACKNOWLEDGE = `
  with moved as (
    update handoff set status = 'acknowledged', acknowledged_at = now(), acknowledged_by = $2::uuid, accountable_service_id = $1::uuid,
      accept_due_at = now() + interval '1 day', version = version + 1
    where id = $3::uuid and receiving_service_id = $1::uuid and status in ('sent', 'acknowledged')
    returning id, episode_id, area, version, status
  ), history as (
    insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, request_id)
    select gen_random_uuid(), id, episode_id, area, 'acknowledge', 'sent', 'acknowledged', $2::uuid, $1::uuid, now(), gen_random_uuid()
    from moved
  ), items as (
    update checklist_item i set accountable_service_id = $1::uuid, version = i.version + 1 from moved
    where i.episode_id = moved.episode_id and i.area = moved.area and i.status <> 'done' and i.owner_side <> 'prison'
  ), ${TRAIL('floor.acknowledge', 'array(select episode_id from moved)')}
  select json_build_object('handoffId', id, 'version', version, 'status', status)::text as answer from moved`

/** A page of who leaves within 28 days, with what the columns of the board are worked out from. */
const BOARD = `
  with inside as materialized (
    select e.* from custody_stay s join custody_episode e on e.id = s.episode_id
    where s.prison_service_id = $1::uuid and s.until_at is null and (e.ended_on is null or e.released_at > now() - interval '48 hours')
  ), page as materialized (
    select * from inside where released_at is null and release_date between current_date and current_date + 28
    order by release_date, id limit 25
  ), ${TRAIL('floor.board', 'array(select id from page)')}
  select json_build_object(
    'counts', (select json_build_object('next-28-days', count(*) filter (where released_at is null and release_date <= current_date + 28),
      'no-date', count(*) filter (where release_date is null), 'could-leave-today', count(*) filter (where release_certainty = 'could-be-any-day'),
      'out-last-48-hours', count(*) filter (where released_at is not null)) from inside),
    'persons', (select json_agg(json_build_object('episodeId', b.id, 'familyName', n.family_name, 'givenNames', n.given_names,
        'dateOfBirth', n.date_of_birth, 'number', (select i.value from person_identifier i where i.person_id = n.id limit 1),
        'personId', n.id, 'interpreterNeeded', n.interpreter_needed, 'version', b.version, 'legalStatus', b.legal_status,
        'admittedOn', b.admitted_on, 'releaseDate', b.release_date, 'certainty', b.release_certainty, 'releasedAt', b.released_at,
        'hasPlan', exists (select 1 from care_plan c where c.episode_id = b.id and c.closed_at is null),
        'items', (select json_agg(json_build_object('area', i.area, 'code', i.code, 'status', i.status, 'critical', i.critical,
            'blockedBy', i.blocked_by, 'dueOffsetMinutes', i.due_offset_minutes, 'dueAt', coalesce(i.due_override_at, i.due_at)))
          from care_plan c join checklist_item i on i.care_plan_id = c.id where c.episode_id = b.id and c.closed_at is null),
        'handoffs', (select json_agg(json_build_object('area', h.area, 'status', h.status,
            'isSuperseded', exists (select 1 from handoff later where later.previous_id = h.id))) from handoff h where h.episode_id = b.id),
        'kits', (select json_agg(json_build_object('id', k.id, 'state', k.state, 'handedAt', k.handed_at, 'leftAt', k.left_at,
            'holder', k.holder, 'expiresOn', k.expires_on, 'goneAt', k.gone_at, 'replacesId', k.replaces_id, 'trainedOn', k.trained_on)
            order by k.recorded_at desc) from naloxone_kit k where k.episode_id = b.id),
        'facts', (select json_agg(json_build_object('code', f.code, 'state', f.state, 'value', f.value)) from case_fact f
          where f.episode_id = b.id),
        'partnerWish', (select w.wish from partner_wish w where w.episode_id = b.id),
        'treatments', (select json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'rhythm', t.rhythm,
            'rhythmWeekdays', t.rhythm_weekdays, 'dosesPerDay', t.doses_per_day, 'titration', t.titration, 'startedOn', t.started_on,
            'endedOn', t.ended_on, 'regimeConfirmedOn', t.regime_confirmed_on, 'dosingServiceId', t.dosing_service_id,
            'agreedUntil', (select l.until from agreed_lateness l where l.episode_id = b.id order by l.version desc limit 1)))
          from medication_treatment t where t.episode_id = b.id),
        'doses', (select json_agg(json_build_object('id', d.id, 'treatmentId', d.treatment_id, 'kind', d.kind, 'outcome', d.outcome,
            'forDay', d.for_day, 'toDay', d.to_day, 'givenAt', d.given_at, 'recordedAt', d.recorded_at, 'serviceId', d.service_id,
            'correctsDoseId', d.corrects_dose_id, 'parts', d.parts)) from dose d
          where d.episode_id = b.id and d.to_day >= current_date - ${DOSE_DAYS_BACK}),
        'prescriptions', (select json_agg(json_build_object('from', x.from_day, 'to', x.to_day, 'collectBy', x.collect_by,
            'status', x.status)) from bridging_prescription x where x.episode_id = b.id),
        'supply', (select json_build_object('from', u.from_day, 'to', u.to_day) from planned_supply u where u.episode_id = b.id
          order by u.version desc limit 1),
        'reach', (select json_build_object('state', r.state, 'fromDay', r.from_day) from reachability r where r.episode_id = b.id
          order by r.version desc limit 1),
        'agreed', (select json_build_object('way', c.way, 'gapFrom', c.gap_from, 'gapTo', c.gap_to, 'byDay', c.by_day)
          from cover_plan c where c.episode_id = b.id and c.ended_at is null),
        'places', (select json_agg(json_build_object('id', v.id, 'country', v.country, 'timeZone', v.time_zone,
            'hours', (select json_agg(json_build_object('purpose', h.purpose, 'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes))
              from service_hours h where h.service_id = v.id),
            'closures', (select json_agg(json_build_object('from', c.from_day, 'to', c.to_day)) from service_closure c
              where c.service_id = v.id and c.to_day >= current_date - ${DOSE_DAYS_BACK})))
          from medication_treatment t join service v on v.id = t.dosing_service_id where t.episode_id = b.id),
        'appointments', (select json_agg(json_build_object('at', o.at, 'serviceId', o.service_id)) from appointment o where o.episode_id = b.id)))
      from page b join person n on n.id = b.person_id))::text as answer`

/** $3 a folded name, perhaps misspelt: those of the service's cases whose name is near it. */
const SEARCH = `
  with hit as materialized (
    select n.id, n.family_name, n.given_names, n.other_names, n.date_of_birth, p.episode_id, p.relation, n.name_key
    from person n join case_part p on p.person_id = n.id and p.service_id = $1::uuid and p.until > now()
    where n.name_key %> $3 order by n.name_key <->> $3 limit 26
  ), ${TRAIL('floor.search', 'array(select episode_id from hit)')}
  select json_build_object('persons', coalesce((select json_agg(json_build_object('personId', h.id, 'familyName', h.family_name,
      'givenNames', h.given_names, 'otherNames', h.other_names, 'dateOfBirth', h.date_of_birth, 'episodeId', h.episode_id,
      'relation', h.relation, 'admittedOn', e.admitted_on, 'certainty', e.release_certainty,
      'sameAs', (select json_agg(json_build_object('personId', y.id, 'familyName', y.family_name, 'givenNames', y.given_names))
        from person_merge m join person y on y.id in (m.face_person_id, m.other_person_id) and y.id <> h.id
        where m.state in ('merged', 'parting') and h.id in (m.face_person_id, m.other_person_id)),
      'numbers', (select json_agg(i.value) from person_identifier i where i.person_id = h.id), 'legalStatus', e.legal_status,
      'releaseDate', e.release_date, 'releasedAt', e.released_at, 'prisonName', (select s.name from custody_stay c
        join service s on s.id = c.prison_service_id where c.episode_id = e.id order by c.from_at desc limit 1)))
    from hit h join custody_episode e on e.id = h.episode_id), '[]'))::text as answer`

/** $3 the treatment, $4 the day. */
const RECORD_DOSE = `
  with treated as (
    update medication_treatment set version = version + 1 where id = $3::uuid returning id, episode_id, version
  ), given as (
    insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, given_at, recorded_at, recorded_by, service_id)
    select gen_random_uuid(), id, episode_id, 'supervised', 'given', $4::date, $4::date, now(), now(), $2::uuid, $1::uuid from treated
    returning id
  ), gap as (
    update cover_gap g set stale_at = now() from treated where g.episode_id = treated.episode_id
  ), ${TRAIL('floor.dose', 'array(select episode_id from treated)')}
  select json_build_object('doseId', given.id, 'version', treated.version)::text as answer from treated, given`

/** $3 and $4 the months: what was counted of the whole scope and of each of its prisons, month by month. */
const FIGURES = `
  with ${TRAIL('floor.figures', `'{}'::uuid[]`)}
  select json_build_object('totals', (select json_agg(row_to_json(t)) from (
      select m.measure, c.breakdown, c.value, c.month, m.outcome, m.detail, m.category, sum(k.n)::int as count
      from counted_total c cross join lateral unnest(c.marks, c.counts) as k (mark, n) join counted_mark m on m.id = k.mark
      where c.scope_id = $1::uuid and c.family in ('rate', 'length') and c.breakdown in ('all', 'prison') and c.month between $3 and $4
      group by 1, 2, 3, 4, 5, 6, 7) t),
    'prisons', (select json_agg(json_build_object('id', s.id, 'name', s.name)) from service s where s.kind = 'prison-health'))::text as answer`

export const FLOORS = {
  inbox: INBOX,
  case: CASE,
  doses: DOSES,
  timeline: TIMELINE,
  board: BOARD,
  search: SEARCH,
  acknowledge: ACKNOWLEDGE,
  'record-dose': RECORD_DOSE,
  figures: FIGURES,
} as const
