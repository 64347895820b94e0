/**
 * The pairs of a json_build_object that make a StoredMedication: of one case in findMedication, of many in a list. Stands in a
 * query that has the case's part as `p`, its episode as `e` and the prison of its last stay as `prison`.
 */
export const MEDICATION_JSON = `
  'part', json_build_object('relation', p.relation, 'categories', p.categories, 'writes', p.writes, 'personId', p.person_id),
  'custody', json_build_object('legalStatus', e.legal_status, 'admittedOn', e.admitted_on, 'releaseDate', e.release_date,
    'certainty', e.release_certainty, 'releasedAt', app.utc(e.released_at), 'timeZone', prison.time_zone,
    'country', prison.country, 'seenOutsideAt', (select app.utc(min(o.at)) from outcome o where o.episode_id = e.id and o.kind = 'arrived'
      and o.category = any (p.categories))),
  'treatments', coalesce((select json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'form', t.form,
      'prescribedText', t.prescribed_text, 'rhythm', t.rhythm, 'rhythmWeekdays', t.rhythm_weekdays,
      'dosesPerDay', t.doses_per_day, 'titration', t.titration, 'startedOn', t.started_on, 'endedOn', t.ended_on,
      'regimeConfirmedOn', t.regime_confirmed_on, 'regimeConfirmedBy', a.display_name, 'version', t.version,
      'dosing', case when v.id is not null then json_build_object('id', v.id, 'name', v.name, 'phone', v.phone,
        'address', v.address, 'timeZone', v.time_zone, 'country', v.country) end)
      order by t.started_on nulls first, t.id)
    from medication_treatment t left join service v on v.id = t.dosing_service_id
      left join account a on a.id = t.regime_confirmed_by
    where t.episode_id = e.id), '[]'),
  'doses', coalesce((select json_agg(json_build_object('id', d.id, 'treatmentId', d.treatment_id, 'kind', d.kind,
      'outcome', d.outcome, 'forDay', d.for_day, 'toDay', d.to_day, 'parts', d.parts, 'givenAt', app.utc(d.given_at),
      'recordedAt', app.utc(d.recorded_at), 'recordedBy', a.display_name, 'serviceId', d.service_id, 'serviceName', v.name,
      'lateEntry', d.late_entry, 'correctsDoseId', d.corrects_dose_id, 'product', d.product, 'reason', d.reason)
      order by d.recorded_at, d.id)
    from dose d join service v on v.id = d.service_id left join account a on a.id = d.recorded_by
    where d.episode_id = e.id), '[]'),
  'joined', app.joined_medication(e.id),
  'appointments', coalesce((select json_agg(json_build_object('at', app.utc(o.at), 'place', o.place, 'serviceId', v.id,
      'serviceName', v.name, 'isInside', v.kind = 'prison-health', 'timeZone', v.time_zone, 'status', o.status) order by o.at)
    from appointment o join service v on v.id = o.service_id
    where o.episode_id = e.id and o.area = 'omt' and o.status in ('booked', 'kept')), '[]'),
  'agreedLateness', coalesce((select json_agg(json_build_object('dosingServiceId', l.dosing_service_id, 'until', l.until,
      'version', l.version, 'recordedAt', app.utc(l.recorded_at), 'recordedBy', a.display_name))
    from agreed_lateness l left join account a on a.id = l.recorded_by
    where l.episode_id = e.id and l.version = (select max(n.version) from agreed_lateness n
      where n.episode_id = e.id and n.dosing_service_id = l.dosing_service_id)), '[]'),
  'saidAppointment', (select json_build_object('day', left(f.value #>> '{}', 10), 'place', (
      select w.value #>> '{}' from case_fact w where w.episode_id = e.id and w.code = 'where-next' and w.state = 'known'))
    from case_fact f where f.episode_id = e.id and f.code = 'when' and f.state = 'known')`
