-- What the person answers on day 2, 7 and 21 after release, whoever is in contact and asks. Insert-only: the last answer counts, and
-- that nobody was reached takes no answer back.

CREATE TABLE how_was_it (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  day smallint NOT NULL,
  question text NOT NULL,
  category text NOT NULL,
  answer text NOT NULL,
  words text,
  setting text NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT how_was_it_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE how_was_it IS 'What the person answers on day 2, 7 and 21 after release. Insert-only: the answer recorded last counts.';
COMMENT ON COLUMN how_was_it.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN how_was_it.episode_id IS 'The case.';
COMMENT ON COLUMN how_was_it.day IS '2, 7 or 21: days after the day of release.';
COMMENT ON COLUMN how_was_it.question IS 'medicine, bed or who-helped.';
COMMENT ON COLUMN how_was_it.category IS 'The data category of the question, which decides who may read the answer.';
COMMENT ON COLUMN how_was_it.answer IS 'One of the answers of the question in packages/domain, or refused or not-reached, which are answers.';
COMMENT ON COLUMN how_was_it.words IS 'What the person added. Null: nothing.';
COMMENT ON COLUMN how_was_it.setting IS 'Where it was asked: outside or in-custody.';
COMMENT ON COLUMN how_was_it.asked_at IS 'When it was asked.';
COMMENT ON COLUMN how_was_it.service_id IS 'The service that asked.';
COMMENT ON COLUMN how_was_it.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN how_was_it.recorded_by IS 'By whom.';
ALTER TABLE how_was_it ADD CONSTRAINT how_was_it_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE how_was_it ADD CONSTRAINT how_was_it_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE how_was_it ADD CONSTRAINT how_was_it_day CHECK (day IN (2, 7, 21));
ALTER TABLE how_was_it ADD CONSTRAINT how_was_it_setting CHECK (setting IN ('outside', 'in-custody'));
ALTER TABLE how_was_it ADD CONSTRAINT how_was_it_answer CHECK (CASE question
  WHEN 'medicine' THEN category = 'omt' AND answer IN ('yes', 'partly', 'no', 'none-needed', 'refused', 'not-reached')
  WHEN 'bed' THEN category = 'housing' AND answer IN ('yes', 'no', 'refused', 'not-reached')
  WHEN 'who-helped' THEN category = 'support' AND answer IN ('a-service', 'family-or-friend', 'peer', 'nobody', 'refused', 'not-reached')
  ELSE false END);
ALTER TABLE how_was_it ADD CONSTRAINT how_was_it_words CHECK (words IS NULL OR answer NOT IN ('refused', 'not-reached'));
CREATE INDEX how_was_it_of_episode ON how_was_it (episode_id, day, recorded_at);

ALTER TABLE how_was_it ENABLE ROW LEVEL SECURITY;
ALTER TABLE how_was_it FORCE ROW LEVEL SECURITY;
CREATE POLICY how_was_it_owner ON how_was_it TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON how_was_it TO throughcare_app;
-- Whoever is in contact asks, and reads again what they were told; the answers of others by category. A question is asked only by
-- a service of a kind that may know its answer.
CREATE POLICY how_was_it_read ON how_was_it FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = how_was_it.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)
    AND (how_was_it.category = ANY (p.categories) OR how_was_it.service_id = p.service_id)));
CREATE POLICY how_was_it_add ON how_was_it FOR INSERT TO throughcare_app
  WITH CHECK (how_was_it.service_id = (SELECT app.case_service_id())
    AND EXISTS (SELECT 1 FROM case_part p JOIN service s ON s.id = p.service_id
      WHERE p.episode_id = how_was_it.episode_id AND p.service_id = (SELECT app.case_service_id())
        AND p.until > (SELECT app.now()) AND 'release' = ANY (p.writes) AND how_was_it.category = ANY (app.categories_of_kind(s.kind))));
CREATE TRIGGER how_was_it_insert_only BEFORE UPDATE OR DELETE ON how_was_it FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER how_was_it_never_emptied BEFORE TRUNCATE ON how_was_it FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- What the answers of the asking service's own scope add up to, over all of it. Counts: no case, no person, no prison. Those who
-- died or went back inside before the day are not asked and not counted.
GRANT SELECT ON how_was_it TO throughcare_lookup;
CREATE POLICY how_was_it_lookup ON how_was_it FOR SELECT TO throughcare_lookup USING (true);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.how_was_it_counts(from_day date, to_day date)
  RETURNS TABLE (day smallint, question text, answer text, persons integer) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE
  me uuid := app.case_service_id();
  moment timestamptz := app.now();
  my_kind text;
  my_areas uuid[];
  closed text[] := app.closed_areas();
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
    SELECT st.episode_id AS id, ARRAY['omt', 'housing', 'support'] AS open
    FROM custody_stay st JOIN service s ON s.id = st.prison_service_id
    WHERE st.until_at IS NULL AND (my_kind = 'prison-health' AND st.prison_service_id = me OR my_kind = 'region' AND s.area_id = ANY (my_areas))
    UNION ALL
    SELECT h.episode_id, array_agg(DISTINCT c.category) FROM handoff h CROSS JOIN LATERAL unnest(h.carries) AS c (category)
    WHERE my_kind NOT IN ('prison-health', 'region') AND h.receiving_service_id = me AND h.area <> ALL (closed)
      AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') AND c.category = ANY (app.categories_of_kind(my_kind))
    GROUP BY 1
  ), asked AS MATERIALIZED (
    SELECT m.id, q.question, d.day, (e.released_at AT TIME ZONE p.time_zone)::date AS released_on
    FROM mine m
    JOIN custody_episode e ON e.id = m.id
    JOIN custody_stay stay ON stay.episode_id = e.id AND stay.until_at IS NULL
    JOIN service p ON p.id = stay.prison_service_id
    CROSS JOIN (VALUES ('medicine', 'omt'), ('bed', 'housing'), ('who-helped', 'support')) AS q (question, category)
    CROSS JOIN (VALUES (2::smallint), (7::smallint), (21::smallint)) AS d (day)
    WHERE e.released_at <= moment AND q.category = ANY (m.open) AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      AND (e.released_at AT TIME ZONE p.time_zone)::date BETWEEN from_day AND to_day
      AND (e.released_at AT TIME ZONE p.time_zone)::date + d.day <= (moment AT TIME ZONE p.time_zone)::date
      AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.episode_id = e.id AND o.kind IN ('died', 'back-in-custody')
        AND (o.at AT TIME ZONE p.time_zone)::date <= (e.released_at AT TIME ZONE p.time_zone)::date + d.day)
  )
  SELECT a.day, a.question, coalesce(last.answer, 'not-asked'), count(*)::integer
  FROM asked a LEFT JOIN LATERAL (
    SELECT w.answer FROM how_was_it w WHERE w.episode_id = a.id AND w.day = a.day AND w.question = a.question
    -- That nobody was reached takes no answer back.
    ORDER BY (w.answer = 'not-reached'), w.recorded_at DESC, w.id DESC LIMIT 1
  ) last ON true
  GROUP BY 1, 2, 3;
END $$;
COMMENT ON FUNCTION app.how_was_it_counts(date, date) IS
  'How often each answer was given in the asking service''s own scope: releases of a span of days, by day and question. not-asked: nobody asked.';
GRANT EXECUTE ON FUNCTION app.how_was_it_counts(date, date) TO throughcare_app;
ALTER FUNCTION app.how_was_it_counts(date, date) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
