-- The first injection of a product by the days that an approved local protocol gives for it, in the second reading too (DEPOT-5).

CREATE FUNCTION app.second_depot_days_at(medicine text, place uuid, in_country text, at timestamptz, is_first boolean) RETURNS int
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT coalesce(
    CASE WHEN is_first THEN (SELECT (r.body #>> ARRAY['firstInjections', medicine, 'windowEndsDay'])::int FROM rule_set_version r
      WHERE r.kind = 'depot-windows' AND r.state = 'approved' AND r.approved_at <= at AND (r.service_id = place OR r.country = in_country)
      ORDER BY r.service_id NULLS LAST LIMIT 1) END,
    app.second_depot_days_at(medicine, place, in_country, at))
$$;
COMMENT ON FUNCTION app.second_depot_days_at(text, uuid, text, timestamptz, boolean) IS
  'As without the last argument; of the first injection of a product by the days that the protocol gives for it, where it does.';
GRANT EXECUTE ON FUNCTION app.second_depot_days_at(text, uuid, text, timestamptz, boolean)
  TO throughcare_app, throughcare_lookup, throughcare_owner;

CREATE OR REPLACE FUNCTION app.second_ground(episodes uuid[], at timestamptz, only_inside boolean)
  RETURNS TABLE (episode_id uuid, today date, admitted_on date, out_on date, inside_to date, dosing_service_id uuid, zone text,
    supervised datemultirange, take_home datemultirange, rhythm datemultirange, depot datemultirange, regime datemultirange,
    partly datemultirange, covered datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH person AS MATERIALIZED (
    SELECT e.id, e.legal_status, e.admitted_on, e.release_date, e.release_certainty, prison.time_zone AS prison_zone, prison.country AS prison_country,
      (at AT TIME ZONE prison.time_zone)::date AS prison_today,
      (coalesce(e.released_at, seen.at) AT TIME ZONE prison.time_zone)::date AS out_on
    FROM custody_episode e
    JOIN LATERAL (SELECT s.prison_service_id FROM custody_stay s WHERE s.episode_id = e.id ORDER BY s.from_at DESC LIMIT 1) stay
      ON true
    JOIN service prison ON prison.id = stay.prison_service_id
    LEFT JOIN LATERAL (SELECT min(o.at) AS at FROM outcome o WHERE o.episode_id = e.id AND o.kind = 'arrived') seen ON true
    WHERE e.id = ANY (episodes)
      -- A service that may not read the treatment gets no row: "not prescribed" would be a false word.
      AND (current_user <> 'throughcare_app' OR EXISTS (SELECT 1 FROM case_part c WHERE c.episode_id = e.id
        AND c.service_id = app.case_service_id() AND c.until > app.now() AND 'omt' = ANY (c.categories)))
  ), placed AS MATERIALIZED (
    SELECT p.*, now_on.dosing_service_id, coalesce(v.time_zone, p.prison_zone) AS zone,
      coalesce(v.country, p.prison_country) AS country,
      (at AT TIME ZONE coalesce(v.time_zone, p.prison_zone))::date AS today
    FROM person p
    LEFT JOIN LATERAL (
      SELECT t.dosing_service_id FROM medication_treatment t WHERE t.episode_id = p.id
      ORDER BY p.prison_today BETWEEN coalesce(t.started_on, p.admitted_on) AND coalesce(t.ended_on, 'infinity') DESC,
        t.started_on DESC NULLS LAST, t.id DESC LIMIT 1) now_on ON true
    LEFT JOIN service v ON v.id = now_on.dosing_service_id
  ), held AS MATERIALIZED (
    SELECT p.*, CASE WHEN p.out_on IS NOT NULL THEN p.out_on - 1
        WHEN p.release_date >= p.today THEN p.release_date
        WHEN p.release_date < p.today AND p.release_certainty = 'confirmed' THEN p.release_date - 1
        ELSE p.today END AS inside_to
    FROM placed p
  ), standing AS MATERIALIZED (
    SELECT s.*, t.rhythm, t.rhythm_weekdays, t.doses_per_day, t.medicine,
      s.outcome IN ('given', 'issued', 'given-elsewhere') AS covers, s.said::datemultirange - s.not_taken AS taken
    FROM app.second_standing_doses(episodes, only_inside) s JOIN medication_treatment t ON t.id = s.treatment_id
  ), depots AS (
    SELECT i.episode_id, range_agg(daterange(i.day,
      i.day + coalesce(app.second_depot_days_at(i.medicine, h.dosing_service_id, h.country, at, i.is_first), 0), '[]')) AS days
    FROM (
      SELECT s.episode_id, s.medicine, lower(s.said) AS day,
        row_number() OVER (PARTITION BY s.episode_id, s.medicine ORDER BY lower(s.said)) = 1 AS is_first
      FROM standing s WHERE s.covers AND s.kind = 'depot') i
    JOIN held h ON h.id = i.episode_id GROUP BY 1
  ), whole AS (
    SELECT s.episode_id, range_agg(s.taken) FILTER (WHERE s.kind = 'supervised') AS supervised,
      range_agg(s.taken) FILTER (WHERE s.kind = 'take-home') AS take_home
    FROM standing s WHERE s.covers AND s.kind <> 'depot' AND s.rhythm <> 'split' GROUP BY 1
  ), rests AS (
    -- From the day after a dose up to the day before the next prescribed one.
    SELECT s.episode_id, range_agg(daterange(upper(run), CASE s.rhythm WHEN 'alternate-days' THEN upper(run) + 1
        ELSE (SELECT min(upper(run) + n) FROM generate_series(0, 6) n
          WHERE extract(isodow FROM upper(run) + n) = ANY (s.rhythm_weekdays)) END)) AS days
    FROM standing s, unnest(s.taken) run
    WHERE s.covers AND s.kind <> 'depot' AND (s.rhythm = 'alternate-days'
      OR (s.rhythm = 'three-a-week' AND cardinality(s.rhythm_weekdays) > 0)) GROUP BY 1
  ), split_day AS (
    SELECT s.episode_id, s.treatment_id, d::date AS day, sum(s.parts) >= min(s.doses_per_day) AS is_whole,
      bool_or(s.kind = 'supervised') AS is_supervised
    FROM standing s, unnest(s.taken) run, generate_series(lower(run), upper(run) - 1, interval '1 day') d
    WHERE s.covers AND s.kind <> 'depot' AND s.rhythm = 'split' GROUP BY 1, 2, 3
  ), split AS (
    SELECT d.episode_id, range_agg(daterange(d.day, d.day, '[]')) FILTER (WHERE d.is_whole AND d.is_supervised) AS supervised,
      range_agg(daterange(d.day, d.day, '[]')) FILTER (WHERE d.is_whole AND NOT d.is_supervised) AS take_home,
      range_agg(daterange(d.day, d.day, '[]')) FILTER (WHERE NOT d.is_whole) AS partly
    FROM split_day d GROUP BY 1
  ), other_word AS (
    SELECT s.episode_id, range_agg(CASE WHEN s.covers THEN s.not_taken ELSE s.said::datemultirange + s.not_taken END) AS days
    FROM standing s GROUP BY 1
  ), regimes AS (
    SELECT h.id AS episode_id, range_agg(daterange(f.begins, f.ends, '[]')) AS days
    FROM held h, app.second_regime(h.id, h.legal_status, h.release_certainty, h.admitted_on, h.release_date, h.out_on, h.inside_to, h.today) f
    WHERE f.begins <= f.ends GROUP BY 1
  ), sets AS (
    SELECT h.*, coalesce(w.supervised, '{}') + coalesce(x.supervised, '{}') AS supervised,
      coalesce(w.take_home, '{}') + coalesce(x.take_home, '{}') AS take_home, coalesce(r.days, '{}') AS rhythm,
      coalesce(d.days, '{}') AS depot, coalesce(g.days, '{}') - coalesce(o.days, '{}') AS regime, coalesce(x.partly, '{}') AS partly
    FROM held h
    LEFT JOIN whole w ON w.episode_id = h.id
    LEFT JOIN split x ON x.episode_id = h.id
    LEFT JOIN rests r ON r.episode_id = h.id
    LEFT JOIN depots d ON d.episode_id = h.id
    LEFT JOIN other_word o ON o.episode_id = h.id
    LEFT JOIN regimes g ON g.episode_id = h.id
  )
  SELECT s.id, s.today, s.admitted_on, s.out_on, s.inside_to, s.dosing_service_id, s.zone, s.supervised, s.take_home, s.rhythm,
    s.depot, s.regime, s.partly, s.supervised + s.take_home + s.rhythm + s.depot + s.regime
  FROM sets s
$$;
