import { TRAIL } from './floor-trail.ts'

/**
 * The floors of one case, `$3`: every stored value that the product's answer shows, from the same rows, without a question of who
 * may see it. What the product works out of them in TypeScript is not in them.
 */
const newest = (table: string, columns: string) =>
  `(select distinct on (v.id) ${columns} from ${table} v where v.episode_id = e.id order by v.id, v.version desc)`

export const CASE = `
  with ${TRAIL('floor.case', 'array[$3::uuid]')},
  plan as materialized (
    select * from care_plan where episode_id = $3::uuid order by closed_at is not null, made_at desc limit 1
  )
  select json_build_object(
    'person', json_build_object('id', n.id, 'version', n.version, 'familyName', n.family_name, 'givenNames', n.given_names,
      'otherNames', n.other_names, 'dateOfBirth', n.date_of_birth, 'sex', n.sex, 'languages', n.languages,
      'interpreterNeeded', n.interpreter_needed, 'demo', n.demo,
      'number', (select i.value from person_identifier i where i.person_id = n.id order by i.id desc limit 1)),
    'episode', json_build_object('id', e.id, 'version', e.version, 'legalStatus', e.legal_status, 'admittedOn', e.admitted_on,
      'endedOn', e.ended_on, 'endedBecause', e.ended_because, 'releaseCountry', e.release_country, 'releaseArea', e.release_area,
      'releaseDate', e.release_date, 'releaseCertainty', e.release_certainty, 'releasedAt', e.released_at, 'releaseKind', e.release_kind),
    'prison', (select json_build_object('id', s.id, 'name', s.name, 'timeZone', s.time_zone, 'country', s.country, 'region', a.holiday_region)
      from custody_stay c join service s on s.id = c.prison_service_id join area a on a.id = s.area_id
      where c.episode_id = e.id order by c.from_at desc limit 1),
    'plan', (select json_build_object('id', c.id, 'version', c.version, 'ruleSet', c.rule_set, 'madeAt', c.made_at,
      'releaseDateSeen', c.release_date_seen, 'changeNote', c.change_note, 'closedAt', c.closed_at) from plan c),
    'closing', (select json_build_object('askedAt', h.asked_at, 'askedBy', a.display_name, 'askedById', h.asked_by,
        'criticalOpen', h.critical_open, 'reason', h.reason, 'closedAt', x.closed_at, 'closedBy', b.display_name)
      from plan c join care_plan_closing_wish h on h.care_plan_id = c.id join account a on a.id = h.asked_by
        left join care_plan_closing x on x.wish_id = h.id left join account b on b.id = x.closed_by order by h.asked_at desc limit 1),
    'renewedAt', (select max(r.renewed_at) from plan c join care_plan_renewal r on r.care_plan_id = c.id),
    'items', (select json_agg(json_build_object('id', i.id, 'area', i.area, 'code', i.code, 'ownerSide', i.owner_side,
        'accountableServiceId', i.accountable_service_id, 'accountableServiceName', s.name, 'dueAt', coalesce(i.due_override_at, i.due_at),
        'dueByHand', i.due_override_at is not null, 'dueBefore', i.due_before, 'dueMovedAt', i.due_moved_at,
        'dueOffsetMinutes', i.due_offset_minutes, 'critical', i.critical, 'blockedBy', i.blocked_by, 'status', i.status,
        'reason', i.reason, 'statusAt', i.status_at, 'statusBy', a.display_name, 'version', i.version)
        order by coalesce(i.due_override_at, i.due_at), i.code)
      from checklist_item i join service s on s.id = i.accountable_service_id left join account a on a.id = i.status_by
      where i.episode_id = e.id),
    'facts', (select json_agg(json_build_object('code', f.code, 'state', f.state, 'value', f.value #>> '{}', 'recordedAt', f.recorded_at,
        'recordedBy', a.display_name, 'version', f.version)) from case_fact f join account a on a.id = f.recorded_by where f.episode_id = e.id),
    'ownWords', (select json_build_object('version', w.version, 'sayings', json_agg(json_build_object('kind', w.kind, 'words', w.words,
        'language', w.language, 'task', w.task) order by w.place), 'recordedAt', min(w.recorded_at), 'recordedBy', min(a.display_name))
      from own_words w join account a on a.id = w.recorded_by where w.episode_id = e.id group by w.version order by w.version desc limit 1),
    'partnerWish', (select json_build_object('wish', w.wish, 'version', w.version, 'recordedAt', w.recorded_at, 'recordedBy', a.display_name)
      from partner_wish w join account a on a.id = w.recorded_by where w.episode_id = e.id),
    'kits', (select json_agg(json_build_object('id', k.id, 'state', k.state, 'holder', k.holder, 'handedAt', k.handed_at,
        'leftAt', k.left_at, 'goneAt', k.gone_at, 'dosesUsed', k.doses_used, 'usedOutcome', k.used_outcome, 'replacesId', k.replaces_id,
        'expiresOn', k.expires_on, 'trained', k.trained, 'trainedOn', k.trained_on, 'product', k.product, 'lot', k.lot,
        'recordedAt', k.recorded_at, 'recordedBy', a.display_name, 'version', k.version) order by k.recorded_at desc)
      from naloxone_kit k join account a on a.id = k.recorded_by where k.episode_id = e.id),
    'overdoseContactDueAt', (select min(o.contact_due_at) from overdose_report o where o.episode_id = e.id and o.contacted_at is null),
    'belongingsUntil', (select min(b.keep_until) from ${newest('belongings', 'v.keep_until, v.state')} b where b.state = 'in-store'),
    'treatment', (select json_build_object('id', t.id, 'medicine', t.medicine) from medication_treatment t
      where t.episode_id = e.id and t.ended_on is null order by t.started_on desc limit 1),
    'wordTasks', (select json_agg(distinct w.task) from own_words w where w.episode_id = e.id and w.task is not null),
    'overdosePlan', (select o.answer from overdose_plan o where o.episode_id = e.id order by o.version desc limit 1),
    'hasSupporter', exists (select 1 from supporter s where s.episode_id = e.id and s.withdrawn_at is null),
    'belongingStates', (select json_agg(b.state) from ${newest('belongings', 'v.state')} b),
    'isFirstNightConfirmed', (select h.confirmed from housing_place h where h.episode_id = e.id and h.span = 'first-night'
      order by h.version desc limit 1),
    'lettersWritten', (select json_agg(distinct k.kind) from ${newest('kept_date', 'v.kind, v.letter_sent_on')} k where k.letter_sent_on is not null),
    'treatmentsAway', (select json_agg(json_build_object('state', a.state, 'together', a.together, 'admissionOn', a.admission_on,
        'afterHome', a.after_home, 'afterActivity', a.after_activity))
      from ${newest('treatment_away', 'v.state, v.together, v.admission_on, v.after_home, v.after_activity')} a),
    'firstAppointment', (select json_build_object('place', coalesce(o.place, v.name), 'at', o.at, 'timeZone', v.time_zone)
      from appointment o join service v on v.id = o.service_id
      where o.episode_id = e.id and o.area = 'omt' and o.status in ('booked', 'kept') order by o.at limit 1),
    'seenOutsideAt', (select min(u.at) from outcome u where u.episode_id = e.id and u.kind = 'arrived'),
    'isBackInside', exists (select 1 from outcome u where u.episode_id = e.id and u.kind = 'back-in-custody'),
    'changes', (select json_agg(json_build_object('area', g.area, 'code', g.code, 'from', g.from_status, 'to', g.to_status,
        'reason', g.reason, 'at', g.at, 'by', g.display_name) order by g.at desc)
      from (select h.area, i.code, h.from_status, h.to_status, h.reason, h.at, a.display_name from checklist_item_change h
        join checklist_item i on i.id = h.item_id join plan c on c.id = i.care_plan_id join account a on a.id = h.by_account
        where h.episode_id = e.id and (h.from_status is not null or h.at > c.made_at) order by h.at desc limit 30) g),
    'handoffs', (select json_agg(json_build_object('id', h.id, 'area', h.area, 'kind', h.kind, 'status', h.status,
        'receivingServiceId', h.receiving_service_id, 'receivingServiceName', r.name, 'sendingServiceId', h.sending_service_id,
        'sendingServiceName', s.name, 'accountableServiceId', h.accountable_service_id, 'dueAt', h.due_at, 'sentAt', h.sent_at,
        'acknowledgedAt', h.acknowledged_at, 'acceptedAt', h.accepted_at, 'worker', w.display_name, 'attempt', h.attempt)
        order by h.area, h.sent_at desc)
      from handoff h join service r on r.id = h.receiving_service_id join service s on s.id = h.sending_service_id
        left join account w on w.id = h.worker_id where h.episode_id = e.id),
    'releaseDateChanges', (select json_agg(json_build_object('releaseDate', d.release_date, 'releaseCertainty', d.release_certainty,
        'changedAt', d.changed_at, 'changedBy', a.display_name, 'source', d.source, 'reason', d.reason) order by d.changed_at desc)
      from release_date_change d join account a on a.id = d.changed_by where d.episode_id = e.id),
    'lastOutside', (select json_build_object('episodeId', d.episode_id, 'kind', d.kind, 'givenAt', d.given_at, 'forDay', d.for_day,
        'toDay', d.to_day, 'serviceName', s.name, 'recordedBy', a.display_name)
      from custody_episode before join dose d on d.episode_id = before.id join service s on s.id = d.service_id
        join account a on a.id = d.recorded_by
      where before.person_id = e.person_id and before.id <> e.id and s.kind <> 'prison-health' and d.outcome = 'given'
        and d.for_day between e.admitted_on - 60 and e.admitted_on order by d.to_day desc limit 1),
    'events', (select json_agg(json_build_object('id', v.id, 'kind', v.kind, 'at', v.at, 'recordedAt', v.recorded_at,
        'recordedBy', a.display_name, 'serviceId', v.service_id, 'serviceName', s.name,
        'answers', (select json_agg(json_build_object('answer', w.answer, 'reason', w.reason, 'words', w.words, 'at', w.at))
          from custody_event_answer w where w.event_id = v.id)) order by v.recorded_at desc)
      from custody_event v join account a on a.id = v.recorded_by join service s on s.id = v.service_id where v.episode_id = e.id)
  )::text as answer
  from custody_episode e join person n on n.id = e.person_id where e.id = $3::uuid`

/** The treatments with every dose, what is arranged and booked, the hours of the dosing point and the rules that hold there. */
export const DOSES = `
  with ${TRAIL('floor.doses', 'array[$3::uuid]')}
  select json_build_object(
    'custody', json_build_object('legalStatus', e.legal_status, 'admittedOn', e.admitted_on, 'releaseDate', e.release_date,
      'certainty', e.release_certainty, 'releasedAt', e.released_at, 'seenOutsideAt', (select min(u.at) from outcome u
        where u.episode_id = e.id and u.kind = 'arrived'), 'prison', (select json_build_object('timeZone', s.time_zone, 'country', s.country)
        from custody_stay c join service s on s.id = c.prison_service_id where c.episode_id = e.id order by c.from_at desc limit 1)),
    'treatments', (select json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'form', t.form, 'prescribedText', t.prescribed_text,
        'rhythm', t.rhythm, 'rhythmWeekdays', t.rhythm_weekdays, 'dosesPerDay', t.doses_per_day, 'titration', t.titration,
        'startedOn', t.started_on, 'endedOn', t.ended_on, 'regimeConfirmedOn', t.regime_confirmed_on, 'regimeConfirmedBy', a.display_name,
        'version', t.version, 'dosing', json_build_object('id', v.id, 'name', v.name, 'phone', v.phone, 'address', v.address,
          'timeZone', v.time_zone, 'country', v.country, 'canDose', v.can_dose,
          'hours', (select json_agg(json_build_object('purpose', h.purpose, 'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes))
            from service_hours h where h.service_id = v.id),
          'closures', (select json_agg(json_build_object('from', x.from_day, 'to', x.to_day, 'reason', x.reason))
            from service_closure x where x.service_id = v.id and x.to_day >= current_date - 120),
          'holidays', (select json_agg(json_build_object('on', p.day, 'name', p.name)) from public_holiday p
            where p.country = v.country and p.region = ar.holiday_region and p.day between current_date - 120 and current_date + 500),
          'rules', (select json_agg(json_build_object('kind', r.kind, 'version', r.version, 'body', r.body)) from rule_set_version r
            where r.state = 'approved' and (r.service_id = v.id or r.country = v.country)))))
      from medication_treatment t left join service v on v.id = t.dosing_service_id left join area ar on ar.id = v.area_id
        left join account a on a.id = t.regime_confirmed_by where t.episode_id = e.id),
    'doses', (select json_agg(json_build_object('id', d.id, 'treatmentId', d.treatment_id, 'kind', d.kind, 'outcome', d.outcome,
        'forDay', d.for_day, 'toDay', d.to_day, 'parts', d.parts, 'givenAt', d.given_at, 'recordedAt', d.recorded_at,
        'recordedBy', a.display_name, 'serviceId', d.service_id, 'serviceName', s.name, 'lateEntry', d.late_entry,
        'correctsDoseId', d.corrects_dose_id, 'product', d.product, 'reason', d.reason) order by d.recorded_at, d.id)
      from dose d join account a on a.id = d.recorded_by join service s on s.id = d.service_id where d.episode_id = e.id),
    'appointments', (select json_agg(json_build_object('at', o.at, 'place', o.place, 'serviceId', v.id, 'serviceName', v.name,
        'timeZone', v.time_zone, 'status', o.status) order by o.at)
      from appointment o join service v on v.id = o.service_id where o.episode_id = e.id and o.area = 'omt'),
    'agreedLateness', (select json_agg(json_build_object('dosingServiceId', l.dosing_service_id, 'until', l.until, 'version', l.version,
        'recordedAt', l.recorded_at, 'recordedBy', a.display_name))
      from agreed_lateness l join account a on a.id = l.recorded_by where l.episode_id = e.id),
    'prescriptions', (select json_agg(json_build_object('id', b.id, 'from', b.from_day, 'to', b.to_day, 'at', v.name, 'collectBy', b.collect_by,
        'prescribedText', b.prescribed_text, 'status', b.status, 'version', b.version))
      from bridging_prescription b join service v on v.id = b.collected_at_service_id where b.episode_id = e.id),
    'supply', (select json_build_object('version', u.version, 'from', u.from_day, 'to', u.to_day) from planned_supply u
      where u.episode_id = e.id order by u.version desc limit 1),
    'reach', (select json_build_object('version', h.version, 'state', h.state, 'fromDay', h.from_day) from reachability h
      where h.episode_id = e.id order by h.version desc limit 1),
    'coverPlans', (select json_agg(json_build_object('id', c.id, 'way', c.way, 'gapFrom', c.gap_from, 'gapTo', c.gap_to, 'byDay', c.by_day,
        'decidedAt', c.decided_at, 'decidedBy', d.display_name, 'endedAt', c.ended_at))
      from cover_plan c join account d on d.id = c.decided_by where c.episode_id = e.id),
    'alerts', (select json_agg(json_build_object('id', w.id, 'rule', w.raised_by_rule, 'state', w.state, 'days', w.days, 'ruleId', w.rule_id,
        'raisedAt', w.raised_at, 'endedAt', w.ended_at, 'endedBecause', w.ended_because) order by w.raised_at desc)
      from dose_alert w where w.episode_id = e.id)
  )::text as answer
  from custody_episode e where e.id = $3::uuid`

/** Everything that happened, in order. */
export const TIMELINE = `
  with ${TRAIL('floor.timeline', 'array[$3::uuid]')},
  entry as (
    select 'admitted' || c.id as key, 'admitted' as kind, c.from_at as at, null::date as day, null::date as to_day, null::text as area,
      null::text as code, null::text as what, null::uuid as by_account, c.prison_service_id as service_id
    from custody_stay c where c.episode_id = $3::uuid
    union all select 'released', 'released', released_at, null, null, null, release_kind, null, null, null
      from custody_episode where id = $3::uuid and released_at is not null
    union all select 'release-day', 'release-day', null, release_date, null, null, release_certainty, null, null, null
      from custody_episode where id = $3::uuid and released_at is null
    union all select 'dose' || d.id, 'dose', d.given_at, d.for_day, d.to_day, 'omt', d.outcome, d.kind, d.recorded_by, d.service_id
      from dose d where d.episode_id = $3::uuid and not exists (select 1 from dose c where c.corrects_dose_id = d.id)
    union all select 'item' || c.id, 'item', c.at, null, null, c.area, c.to_status, i.code, c.by_account, null
      from checklist_item_change c join checklist_item i on i.id = c.item_id where c.episode_id = $3::uuid and c.from_status is not null
    union all select 'handoff' || m.id, 'handoff', m.at, null, null, m.area, m.to_status, null, m.by_account, h.receiving_service_id
      from handoff_move m join handoff h on h.id = m.handoff_id where m.episode_id = $3::uuid
    union all select 'contact' || c.id, 'contact', c.at, null, null, null, c.outcome, c.channel, c.recorded_by, c.service_id
      from contact_attempt c where c.episode_id = $3::uuid
    union all select 'appointment' || o.id, 'appointment', o.at, null, null, o.area, o.status, null, o.recorded_by, o.service_id
      from appointment o where o.episode_id = $3::uuid
    union all select 'outcome' || u.id, 'outcome', u.at, null, null, null, u.kind, null, u.recorded_by, u.service_id
      from outcome u where u.episode_id = $3::uuid)
  select json_build_object('admittedOn', e.admitted_on, 'releaseDate', e.release_date, 'releasedAt', e.released_at,
    'entries', (select json_agg(json_build_object('key', y.key, 'kind', y.kind, 'at', y.at, 'day', y.day, 'toDay', y.to_day, 'area', y.area,
        'code', y.code, 'what', y.what, 'by', a.display_name, 'service', s.name) order by coalesce(y.at, y.day::timestamptz), y.key)
      from entry y left join account a on a.id = y.by_account left join service s on s.id = y.service_id))::text as answer
  from custody_episode e where e.id = $3::uuid`
