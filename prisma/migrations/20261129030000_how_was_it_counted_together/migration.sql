-- What persons said, counted together: how far a release is due is worked out once for each release and not for each of nine questions
-- of it, and answers are read once. A country of 86,000 releases took 2.7 s.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.how_was_it_counts(from_day date, to_day date)
  RETURNS TABLE (day smallint, question text, answer text, persons integer) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '32MB' AS $$
DECLARE
  me uuid := app.case_service_id();
  moment timestamptz := app.now();
  my_kind text;
  my_areas uuid[];
  closed text[] := app.closed_areas();
  -- Days begin earlier in the east.
  earliest timestamptz := (from_day - 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
  SELECT s.kind INTO my_kind FROM service s WHERE s.id = me;
  IF my_kind IS NULL OR my_kind = 'administration' THEN RETURN; END IF;
  IF my_kind = 'region' THEN
    WITH RECURSIVE inside AS (
      SELECT s.area_id AS id FROM service s WHERE s.id = me
      UNION SELECT a.id FROM area a JOIN inside i ON a.parent_id = i.id
    ) SELECT array_agg(i.id) INTO my_areas FROM inside i;
  END IF;

  RETURN QUERY
  WITH mine AS MATERIALIZED (
    -- A prison: whom it let go. A region: whoever left a prison of its areas. A service: what it was asked for and has not turned away.
    SELECT st.episode_id AS id, ARRAY['omt', 'housing', 'support'] AS open, s.time_zone
    FROM custody_stay st JOIN service s ON s.id = st.prison_service_id
    WHERE st.until_at IS NULL AND (my_kind = 'prison-health' AND st.prison_service_id = me OR my_kind = 'region' AND s.area_id = ANY (my_areas))
    UNION ALL
    SELECT t.id, t.open, p.time_zone FROM (
      SELECT h.episode_id AS id, array_agg(DISTINCT c.category) AS open FROM handoff h CROSS JOIN LATERAL unnest(h.carries) AS c (category)
      WHERE my_kind NOT IN ('prison-health', 'region') AND h.receiving_service_id = me AND h.area <> ALL (closed)
        AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') AND c.category = ANY (app.categories_of_kind(my_kind))
      GROUP BY 1) t
    JOIN custody_stay st ON st.episode_id = t.id AND st.until_at IS NULL JOIN service p ON p.id = st.prison_service_id
  ), released AS MATERIALIZED (
    -- Days since the release, and after how many of them nobody could be asked any more.
    SELECT r.id, r.open, (moment AT TIME ZONE r.time_zone)::date - r.released_on AS days,
      min((o.at AT TIME ZONE r.time_zone)::date - r.released_on) AS stopped
    FROM (
      SELECT m.id, m.open, m.time_zone, (e.released_at AT TIME ZONE m.time_zone)::date AS released_on
      FROM mine m JOIN custody_episode e ON e.id = m.id
      WHERE e.released_at BETWEEN earliest AND moment AND e.ended_because IS DISTINCT FROM 'entered-in-error'
        AND e.person_id NOT IN (SELECT app.closed_persons())) r
    LEFT JOIN outcome o ON o.episode_id = r.id AND o.kind IN ('died', 'back-in-custody')
    WHERE r.released_on BETWEEN from_day AND to_day
    GROUP BY r.id, r.open, r.time_zone, r.released_on
  ), asked AS (
    SELECT * FROM (VALUES ('medicine', 'omt'), ('bed', 'housing'), ('who-helped', 'support')) AS q (question, category)
    CROSS JOIN (VALUES (2::smallint), (7::smallint), (21::smallint)) AS d (day)
  ), due AS (
    SELECT a.day, a.question, sum(g.releases)::integer AS persons
    FROM (SELECT r.open, least(r.days, 21) AS days, least(r.stopped, 22) AS stopped, count(*) AS releases FROM released r GROUP BY 1, 2, 3) g
    JOIN asked a ON a.category = ANY (g.open) AND g.days >= a.day AND (g.stopped IS NULL OR g.stopped > a.day)
    GROUP BY 1, 2
  ), said AS (
    SELECT l.day, l.question, l.answer, count(*)::integer AS persons FROM (
      -- That nobody was reached takes no answer back.
      SELECT DISTINCT ON (w.episode_id, w.day, w.question) w.day, w.question, w.answer
      FROM released r JOIN how_was_it w ON w.episode_id = r.id
      JOIN asked a ON a.day = w.day AND a.question = w.question AND a.category = ANY (r.open)
      WHERE r.days >= a.day AND (r.stopped IS NULL OR r.stopped > a.day)
      ORDER BY w.episode_id, w.day, w.question, (w.answer = 'not-reached'), w.recorded_at DESC, w.id DESC
    ) l GROUP BY 1, 2, 3
  )
  SELECT s.day, s.question, s.answer, s.persons FROM said s
  UNION ALL
  SELECT d.day, d.question, 'not-asked', d.persons - coalesce(t.persons, 0)
  FROM due d LEFT JOIN (SELECT s.day, s.question, sum(s.persons)::integer AS persons FROM said s GROUP BY 1, 2) t USING (day, question)
  WHERE d.persons > coalesce(t.persons, 0);
END $$;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
