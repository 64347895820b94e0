-- A late arrival that was agreed with the person is not late (DOSE-5). Who agreed it and when is kept; the second cover reads it.

CREATE TABLE agreed_lateness (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  dosing_service_id uuid NOT NULL,
  version integer NOT NULL,
  until text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT agreed_lateness_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE agreed_lateness IS 'Up to when a dosing point waits for a person who comes late by agreement, as their own strategy. Insert-only: the row with the highest version of a case and place stands.';
COMMENT ON COLUMN agreed_lateness.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN agreed_lateness.episode_id IS 'The case.';
COMMENT ON COLUMN agreed_lateness.dosing_service_id IS 'The dosing point that waits: it holds for no other one.';
COMMENT ON COLUMN agreed_lateness.version IS '1 for the first statement of a case about a place, and one more for each that follows.';
COMMENT ON COLUMN agreed_lateness.until IS 'Up to when the place waits on days on which it doses, HH:MM on its clock. Null: taken back.';
COMMENT ON COLUMN agreed_lateness.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN agreed_lateness.recorded_by IS 'By whom.';

ALTER TABLE agreed_lateness ADD CONSTRAINT agreed_lateness_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE agreed_lateness ADD CONSTRAINT agreed_lateness_place FOREIGN KEY (dosing_service_id) REFERENCES service (id);
ALTER TABLE agreed_lateness ADD CONSTRAINT agreed_lateness_version UNIQUE (episode_id, dosing_service_id, version);
ALTER TABLE agreed_lateness ADD CONSTRAINT agreed_lateness_counts CHECK (version >= 1);
ALTER TABLE agreed_lateness ADD CONSTRAINT agreed_lateness_until CHECK (until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE agreed_lateness ADD CONSTRAINT agreed_lateness_by FOREIGN KEY (recorded_by) REFERENCES account (id);

ALTER TABLE agreed_lateness ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreed_lateness FORCE ROW LEVEL SECURITY;
CREATE POLICY agreed_lateness_owner ON agreed_lateness TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON agreed_lateness TO throughcare_app;
CREATE POLICY agreed_lateness_read ON agreed_lateness FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = agreed_lateness.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY agreed_lateness_add ON agreed_lateness FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = agreed_lateness.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER agreed_lateness_insert_only BEFORE UPDATE OR DELETE ON agreed_lateness FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER agreed_lateness_never_emptied BEFORE TRUNCATE ON agreed_lateness FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER agreed_lateness_moves_gap AFTER INSERT ON agreed_lateness FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');

CREATE OR REPLACE FUNCTION app.days_without_dose(episodes uuid[], at timestamptz)
  RETURNS TABLE (episode_id uuid, kind text, days int, closed_days int, unknown_days int, last_covered_on date, today text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH ground AS MATERIALIZED (
    SELECT g.*, upper(g.covered * datemultirange(daterange(NULL, g.today, '[]'))) - 1 AS last_covered,
      EXISTS (SELECT 1 FROM medication_treatment t WHERE t.episode_id = g.episode_id
        AND g.today BETWEEN coalesce(t.started_on, g.admitted_on) AND coalesce(t.ended_on, 'infinity')) AS is_prescribed
    FROM app.second_ground(episodes, at) g
  ), counted AS MATERIALIZED (
    SELECT g.*, app.second_day_is_over(CASE WHEN g.out_on <= g.today THEN g.dosing_service_id END, g.today, g.zone, at)
      -- A late arrival agreed with that place is waited for on the days on which it doses.
      AND (g.out_on > g.today OR g.out_on IS NULL OR waits.until IS NULL OR app.second_instant(g.today + waits.until::interval, g.zone) <= at
        OR NOT EXISTS (SELECT 1 FROM app.second_dosing(g.dosing_service_id, g.today) d WHERE d.word = 'open')) AS is_over
    FROM ground g
    LEFT JOIN LATERAL (SELECT l.until FROM agreed_lateness l
      WHERE l.episode_id = g.episode_id AND l.dosing_service_id = g.dosing_service_id ORDER BY l.version DESC LIMIT 1) waits ON true
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
