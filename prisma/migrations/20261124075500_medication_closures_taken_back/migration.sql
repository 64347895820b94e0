-- A closure that was taken back shuts nothing: the second cover forgot to ask, and counted its days as closed.

CREATE OR REPLACE FUNCTION app.second_dosing(service uuid, day date) RETURNS TABLE (word text, opens text[], closes text[])
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  SELECT CASE WHEN shut.closed THEN 'closed'
      WHEN own.said IS NOT NULL THEN own.said
      WHEN NOT s.can_dose THEN 'closed'
      WHEN NOT week.is_told THEN 'hours-unknown'
      WHEN week.closes IS NULL OR feast.is_holiday THEN 'closed'
      ELSE 'open' END,
    coalesce(own.opens, week.opens), coalesce(own.closes, week.closes)
  FROM service s
  JOIN area a ON a.id = s.area_id
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM service_closure c
    WHERE c.service_id = s.id AND second_dosing.day BETWEEN c.from_day AND c.to_day
      AND NOT EXISTS (SELECT 1 FROM service_closure_removal r WHERE r.closure_id = c.id)) AS closed) shut
  LEFT JOIN LATERAL (SELECT nullif(d.said, 'withdrawn') AS said,
      (SELECT array_agg(i ->> 'from') FROM jsonb_array_elements(d.intervals) i) AS opens,
      (SELECT array_agg(i ->> 'to') FROM jsonb_array_elements(d.intervals) i) AS closes
    FROM service_day d WHERE d.service_id = s.id AND d.day = second_dosing.day AND d.purpose = 'dosing'
    ORDER BY d.version DESC LIMIT 1) own ON true
  CROSS JOIN LATERAL (SELECT count(*) > 0 AS is_told,
      array_agg(h.opens) FILTER (WHERE h.weekday = extract(isodow FROM second_dosing.day)) AS opens,
      array_agg(h.closes) FILTER (WHERE h.weekday = extract(isodow FROM second_dosing.day)) AS closes
    FROM service_hours h WHERE h.service_id = s.id AND h.purpose = 'dosing') week
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM public_holiday p WHERE p.country = s.country AND p.region = a.holiday_region
    AND p.day = second_dosing.day) AS is_holiday) feast
  WHERE s.id = service
$$;
