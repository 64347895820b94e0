-- Cover and days without a dose a second time, in SQL and from the raw rows alone: doses, treatments, custody, hours, closures
-- and holidays. It shares no function and no table of days with packages/domain, works on ranges of days instead of walking
-- them, and is held against the domain on generated histories (npm run proof second-cover). Dashboards count from it.
--
-- Every function reads as whoever calls it: a row that the policies hide is not there, and no case without the category omt. Rules DOSE-2 to DOSE-5, DEPOT-1 to DEPOT-3.

CREATE FUNCTION app.second_depot_days(medicine text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE medicine WHEN 'buprenorphine-weekly-depot' THEN 9 WHEN 'buprenorphine-monthly-depot' THEN 35
    WHEN 'buprenorphine-26-day-depot' THEN 42 END;
COMMENT ON FUNCTION app.second_depot_days(text) IS
  'Days after an injection up to which it covers, the injection being day 0 (DEPOT-1 to DEPOT-3); null for a product whose window is not known.';

CREATE FUNCTION app.second_depot_days_at(medicine text, place uuid, in_country text, at timestamptz) RETURNS int
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT coalesce((SELECT (r.body #>> ARRAY['products', medicine, 'windowEndsDay'])::int FROM rule_set_version r
    WHERE r.kind = 'depot-windows' AND r.state = 'approved' AND r.approved_at <= at AND (r.service_id = place OR r.country = in_country)
    ORDER BY r.service_id NULLS LAST LIMIT 1), app.second_depot_days(medicine))
$$;
COMMENT ON FUNCTION app.second_depot_days_at(text, uuid, text, timestamptz) IS
  'The same by the protocol that was approved for the place, or else for its country (ROUTE-8).';

CREATE FUNCTION app.second_instant(wall timestamp, zone text) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT min(t) FROM (VALUES (wall AT TIME ZONE zone), (wall AT TIME ZONE zone - interval '30 minutes'),
    (wall AT TIME ZONE zone - interval '1 hour')) AS try (t) WHERE t = wall AT TIME ZONE zone OR t AT TIME ZONE zone = wall);
COMMENT ON FUNCTION app.second_instant(timestamp, text) IS
  'When a timetable''s time on the wall is: the earlier where the clock shows it twice, after the jump where it never does (CAL-2).';

CREATE FUNCTION app.second_standing_doses(episodes uuid[])
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH RECURSIVE entry AS MATERIALIZED (
    SELECT d.id, d.episode_id, d.treatment_id, d.kind, d.outcome, d.recorded_at, d.parts, d.for_day, d.to_day,
      about.id AS about
    FROM dose d LEFT JOIN dose about ON about.id = d.corrects_dose_id AND about.episode_id = d.episode_id
    WHERE d.episode_id = ANY (episodes)
  ), last_word AS MATERIALIZED (
    SELECT DISTINCT ON (e.about) e.about, e.id, e.outcome FROM entry e
    WHERE e.about IS NOT NULL ORDER BY e.about, e.recorded_at DESC, e.id DESC
  ), replacement AS MATERIALIZED (
    SELECT DISTINCT ON (e.about) e.about, e.id FROM entry e
    WHERE e.about IS NOT NULL AND e.outcome <> 'not-taken' ORDER BY e.about, e.recorded_at DESC, e.id DESC
  ), chain AS (
    -- From each entry that corrects nothing, over what replaced it, to what stands. A circle hangs on no such entry.
    SELECT e.id AS root, e.id FROM entry e WHERE e.about IS NULL
    UNION ALL
    SELECT c.root, r.id FROM chain c JOIN replacement r ON r.about = c.id
  ), taken_back AS (
    -- "Not taken" on the way, each followed to the last word about it: only one that is still "not taken" holds.
    SELECT c.root, e.id FROM chain c JOIN entry e ON e.about = c.id AND e.outcome = 'not-taken'
    UNION ALL
    SELECT t.root, l.id FROM taken_back t JOIN last_word l ON l.about = t.id WHERE l.outcome = 'not-taken'
  ), hole AS (
    SELECT t.root, range_agg(daterange(e.for_day, e.to_day, '[]')) AS days
    FROM taken_back t JOIN entry e ON e.id = t.id
    WHERE NOT EXISTS (SELECT 1 FROM last_word l WHERE l.about = t.id) GROUP BY t.root
  )
  SELECT e.episode_id, e.treatment_id, e.kind, e.outcome, e.recorded_at, e.parts, daterange(e.for_day, e.to_day, '[]'),
    coalesce(h.days, '{}'::datemultirange)
  FROM chain c
  JOIN entry e ON e.id = c.id
  LEFT JOIN hole h ON h.root = c.root
  WHERE NOT EXISTS (SELECT 1 FROM replacement r WHERE r.about = c.id)
$$;
COMMENT ON FUNCTION app.second_standing_doses(uuid[]) IS
  'The dose entries that stand once corrections are read, each with the days that somebody said were not taken (DOSE-3).';

CREATE FUNCTION app.second_regime(episode uuid, legal_status text, certainty text, admitted_on date, release_date date, out_on date,
    inside_to date, today date) RETURNS TABLE (treatment_id uuid, begins date, ends date, stale boolean)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  SELECT t.id, greatest(admitted_on, t.started_on),
    least(inside_to, t.ended_on, CASE WHEN fresh.stale_from <= least(today, inside_to) THEN fresh.stale_from - 1 END),
    coalesce(fresh.stale_from <= least(today, inside_to), false)
  FROM medication_treatment t
  CROSS JOIN LATERAL (SELECT CASE
      WHEN legal_status IN ('remand', 'convicted-unsentenced', 'immigration') OR certainty = 'could-be-any-day'
        THEN t.regime_confirmed_on + 2
      WHEN t.regime_confirmed_on < coalesce(out_on, release_date) - 3 THEN coalesce(out_on, release_date) - 3 END AS stale_from) fresh
  WHERE t.episode_id = episode AND t.rhythm <> 'depot' AND t.regime_confirmed_on <= today
$$;
COMMENT ON FUNCTION app.second_regime(uuid, text, text, date, date, date, date, date) IS
  'The days in custody that each confirmed regime covers, and whether its confirmation has gone stale (DOSE-4).';

-- What covers which days of each case, as sets of days, and what else the words for a day need.
CREATE FUNCTION app.second_ground(episodes uuid[], at timestamptz)
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
    FROM app.second_standing_doses(episodes) s JOIN medication_treatment t ON t.id = s.treatment_id
  ), depots AS (
    SELECT s.episode_id, range_agg(daterange(lower(s.said),
      lower(s.said) + coalesce(app.second_depot_days_at(s.medicine, h.dosing_service_id, h.country, at), 0), '[]')) AS days
    FROM standing s JOIN held h ON h.id = s.episode_id WHERE s.covers AND s.kind = 'depot' GROUP BY 1
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

COMMENT ON FUNCTION app.second_ground(uuid[], timestamptz) IS
  'For each case the sets of days that are covered, by what, and what a day''s word needs beside them (DOSE-2). Days are the dosing point''s.';

-- The hours in which a place doses on a day, whoever said so last: its closures, its own word about the day, the holiday, its week.
CREATE FUNCTION app.second_dosing(service uuid, day date) RETURNS TABLE (word text, opens text[], closes text[])
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
    WHERE c.service_id = s.id AND second_dosing.day BETWEEN c.from_day AND c.to_day) AS closed) shut
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
COMMENT ON FUNCTION app.second_dosing(uuid, date) IS
  'Whether a place gives supervised doses on a day (open, closed, hours-unknown) and when; no row for no place. A holiday is closed until the place says otherwise (CAL-3).';

CREATE FUNCTION app.second_day_is_over(service uuid, day date, zone text, at timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT CASE coalesce(found.word, 'hours-unknown') WHEN 'closed' THEN true
    WHEN 'hours-unknown' THEN app.second_instant(second_day_is_over.day + time '23:59', zone) <= at
    ELSE (SELECT bool_and(greatest(app.second_instant(second_day_is_over.day + o::interval, zone),
        app.second_instant(second_day_is_over.day + c::interval, zone)) <= at)
      FROM unnest(found.opens, found.closes) AS each (o, c)) END
  FROM (SELECT) one LEFT JOIN LATERAL app.second_dosing(service, second_day_is_over.day) found ON true
$$;
COMMENT ON FUNCTION app.second_day_is_over(uuid, date, text, timestamptz) IS
  'Whether nobody can be dosed any more on this day: after the last dosing hour; at once when shut; at 23:59 when the hours, or the place, are unknown (DOSE-5).';

CREATE FUNCTION app.second_words(episodes uuid[], firsts date[], lasts date[], at timestamptz)
  RETURNS TABLE (episode_id uuid, day date, state text, because text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH ground AS MATERIALIZED (SELECT * FROM app.second_ground(episodes, at)),
  standing AS MATERIALIZED (SELECT * FROM app.second_standing_doses(episodes)),
  said AS (
    SELECT s.episode_id, s.said::datemultirange AS days, s.outcome, s.recorded_at FROM standing s
      WHERE s.outcome NOT IN ('given', 'issued', 'given-elsewhere')
    UNION ALL
    SELECT s.episode_id, s.not_taken, 'not-taken', s.recorded_at FROM standing s WHERE s.not_taken <> '{}'
  )
  SELECT g.episode_id, each.day, found.word[1], found.word[2]
  FROM ground g
  JOIN unnest(episodes, firsts, lasts) AS asked (id, first, last) ON asked.id = g.episode_id
  CROSS JOIN LATERAL (SELECT d::date AS day FROM generate_series(asked.first, asked.last, interval '1 day') d) each
  LEFT JOIN LATERAL (
    SELECT s.outcome FROM said s WHERE s.episode_id = g.episode_id AND s.days @> each.day
    ORDER BY s.outcome <> 'unknown' DESC, s.recorded_at DESC, s.outcome COLLATE "C" DESC LIMIT 1) word ON true
  LEFT JOIN LATERAL (
    SELECT t.id, t.rhythm, t.medicine FROM medication_treatment t WHERE t.episode_id = g.episode_id
      AND each.day BETWEEN coalesce(t.started_on, g.admitted_on) AND coalesce(t.ended_on, 'infinity')
    ORDER BY t.started_on DESC NULLS LAST, t.id DESC LIMIT 1) course ON true
  CROSS JOIN LATERAL (SELECT g.covered * datemultirange(daterange(NULL, each.day, '[]')) <> '{}' AS ever) before
  CROSS JOIN LATERAL (SELECT CASE
    WHEN g.supervised @> each.day THEN ARRAY['covered', 'supervised']
    WHEN g.take_home @> each.day THEN ARRAY['covered', 'take-home']
    WHEN g.rhythm @> each.day THEN ARRAY['covered', 'rhythm']
    WHEN g.depot @> each.day THEN ARRAY['covered', 'depot']
    WHEN word.outcome = 'unknown' THEN ARRAY['unknown', 'outcome-unknown']
    WHEN word.outcome IS NOT NULL THEN ARRAY['uncovered', word.outcome]
    WHEN g.regime @> each.day THEN ARRAY['covered', 'custody-regime']
    WHEN g.partly @> each.day THEN ARRAY['uncovered', 'part-of-split']
    WHEN each.day < g.admitted_on AND EXISTS (SELECT 1 FROM medication_treatment t WHERE t.episode_id = g.episode_id
      AND (t.started_on IS NULL OR t.started_on <= each.day)) THEN ARRAY['unknown', 'before-admission']
    WHEN course.id IS NULL THEN ARRAY['not-prescribed', NULL]
    WHEN course.rhythm = 'depot' AND NOT before.ever THEN ARRAY['unknown', 'never-covered']
    WHEN course.rhythm = 'depot' AND NOT g.depot && daterange(NULL, each.day, '[]') THEN ARRAY['uncovered', 'no-dose-recorded']
    WHEN course.rhythm = 'depot' AND app.second_depot_days(course.medicine) IS NULL THEN ARRAY['unknown', 'depot-window-not-known']
    WHEN course.rhythm = 'depot' THEN ARRAY['uncovered', 'depot-window-over']
    WHEN each.day <= g.inside_to THEN ARRAY['unknown', CASE WHEN EXISTS (SELECT 1 FROM custody_episode e,
        app.second_regime(e.id, e.legal_status, e.release_certainty, e.admitted_on, e.release_date, g.out_on, g.inside_to, g.today) f
        WHERE e.id = g.episode_id AND f.treatment_id = course.id AND f.stale) THEN 'regime-stale' ELSE 'regime-not-confirmed' END]
    WHEN g.out_on IS NULL AND each.day <= g.today THEN ARRAY['unknown', 'not-confirmed-out']
    WHEN NOT before.ever THEN ARRAY['unknown', 'never-covered']
    ELSE ARRAY['uncovered', 'no-dose-recorded'] END AS word) found
$$;
COMMENT ON FUNCTION app.second_words(uuid[], date[], date[], timestamptz) IS 'As app.cover_of, with a first and a last day for each case.';

CREATE FUNCTION app.cover_of(episodes uuid[], from_day date, to_day date, at timestamptz)
  RETURNS TABLE (episode_id uuid, day date, state text, because text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT * FROM app.second_words(episodes, array_fill(from_day, ARRAY[cardinality(episodes)]),
    array_fill(to_day, ARRAY[cardinality(episodes)]), at)
$$;
COMMENT ON FUNCTION app.cover_of(uuid[], date, date, timestamptz) IS
  'Each day of each case in words: covered and by what, uncovered and why, unknown and why, or not-prescribed (DOSE-2). As of an instant.';

CREATE FUNCTION app.days_without_dose(episodes uuid[], at timestamptz)
  RETURNS TABLE (episode_id uuid, kind text, days int, closed_days int, unknown_days int, last_covered_on date, today text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH ground AS MATERIALIZED (
    SELECT g.*, upper(g.covered * datemultirange(daterange(NULL, g.today, '[]'))) - 1 AS last_covered,
      EXISTS (SELECT 1 FROM medication_treatment t WHERE t.episode_id = g.episode_id
        AND g.today BETWEEN coalesce(t.started_on, g.admitted_on) AND coalesce(t.ended_on, 'infinity')) AS is_prescribed
    FROM app.second_ground(episodes, at) g
  ), counted AS MATERIALIZED (
    SELECT g.*, app.second_day_is_over(CASE WHEN g.out_on <= g.today THEN g.dosing_service_id END, g.today, g.zone, at) AS is_over
    FROM ground g
  ), ends AS MATERIALIZED (SELECT c.*, c.today - CASE WHEN c.is_over THEN 0 ELSE 1 END AS to_day FROM counted c),
  asked AS (
    SELECT array_agg(e.episode_id) AS ids, array_agg(e.last_covered + 1) AS firsts, array_agg(e.to_day) AS lasts
    FROM ends e WHERE e.is_prescribed AND e.last_covered < e.to_day
  ), unknown AS (
    SELECT w.episode_id, count(*)::int AS days FROM asked a, app.second_words(a.ids, a.firsts, a.lasts, at) w
    WHERE w.state = 'unknown' GROUP BY 1
  )
  SELECT c.episode_id,
    CASE WHEN NOT c.is_prescribed THEN 'not-prescribed' WHEN c.last_covered IS NULL THEN 'unknown' ELSE 'counted' END,
    CASE WHEN c.is_prescribed THEN greatest(c.to_day - c.last_covered, 0) END,
    CASE WHEN c.is_prescribed AND c.last_covered IS NOT NULL THEN (
      SELECT count(*)::int FROM generate_series(c.last_covered + 1, c.to_day, interval '1 day') d
      CROSS JOIN LATERAL app.second_dosing(c.dosing_service_id, d::date) place
      WHERE c.out_on <= d AND place.word = 'closed') END,
    CASE WHEN c.is_prescribed AND c.last_covered IS NOT NULL THEN coalesce(u.days, 0) END,
    CASE WHEN c.is_prescribed THEN c.last_covered END,
    CASE WHEN NOT c.is_prescribed OR c.last_covered IS NULL THEN NULL WHEN c.last_covered = c.today THEN 'covered'
      WHEN c.is_over THEN 'without' ELSE 'due' END
  FROM ends c LEFT JOIN unknown u ON u.episode_id = c.episode_id
$$;
COMMENT ON FUNCTION app.days_without_dose(uuid[], timestamptz) IS
  'Consecutive days without cover since the last covered one, of them closed and unknown ones, today by the closing rule (DOSE-5). kind unknown: never covered.';

GRANT EXECUTE ON FUNCTION app.second_depot_days(text), app.second_depot_days_at(text, uuid, text, timestamptz), app.second_instant(timestamp, text), app.second_standing_doses(uuid[]),
  app.second_regime(uuid, text, text, date, date, date, date, date), app.second_ground(uuid[], timestamptz),
  app.second_dosing(uuid, date), app.second_day_is_over(uuid, date, text, timestamptz),
  app.second_words(uuid[], date[], date[], timestamptz),
  app.cover_of(uuid[], date, date, timestamptz), app.days_without_dose(uuid[], timestamptz)
  TO throughcare_app, throughcare_lookup, throughcare_owner;
