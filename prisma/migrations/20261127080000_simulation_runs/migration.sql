-- Releases replayed under other rules (SIM-1 to SIM-4). A run belongs to the service that asked for it; it holds codes, months and what
-- may be shown, and nobody's data. What it is worked out from is read by the worker alone, and is not kept. See docs/adr/0199.

CREATE TABLE simulation (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  from_month text NOT NULL,
  to_month text NOT NULL,
  rules text[] NOT NULL,
  sunday_service_id uuid,
  seed integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  progress integer NOT NULL DEFAULT 0,
  ended_at timestamptz(3),
  ended_by uuid,
  refusal text,
  result jsonb,
  CONSTRAINT simulation_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE simulation IS 'Releases of a service''s own scope replayed under other rules: what was asked, how far it is and what may be shown of the answer. It names no case.';
COMMENT ON COLUMN simulation.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN simulation.service_id IS 'The service whose scope is replayed.';
COMMENT ON COLUMN simulation.asked_by IS 'Who asked.';
COMMENT ON COLUMN simulation.asked_at IS 'When.';
COMMENT ON COLUMN simulation.from_month IS 'The first month that was asked for, as 2026-04.';
COMMENT ON COLUMN simulation.to_month IS 'The last one.';
COMMENT ON COLUMN simulation.rules IS 'SIMULATED_RULES of packages/domain that are changed.';
COMMENT ON COLUMN simulation.sunday_service_id IS 'The dosing point that would be open on Sundays. Null: all of them.';
COMMENT ON COLUMN simulation.seed IS 'What the draws begin with: the same seed over the same releases gives the same answer.';
COMMENT ON COLUMN simulation.state IS 'waiting, running, done, refused, cancelled or failed.';
COMMENT ON COLUMN simulation.progress IS 'How far it is, in percent.';
COMMENT ON COLUMN simulation.ended_at IS 'When it ended. Null while it waits or runs.';
COMMENT ON COLUMN simulation.ended_by IS 'Who cancelled it.';
COMMENT ON COLUMN simulation.refusal IS 'Why it was refused: one of SIMULATION_REFUSALS in packages/domain.';
COMMENT ON COLUMN simulation.result IS 'The answer as it may be shown, small counts left out. Null until there is one.';

ALTER TABLE simulation ADD CONSTRAINT simulation_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE simulation ADD CONSTRAINT simulation_asked_by FOREIGN KEY (asked_by) REFERENCES account (id);
ALTER TABLE simulation ADD CONSTRAINT simulation_ended_by FOREIGN KEY (ended_by) REFERENCES account (id);
ALTER TABLE simulation ADD CONSTRAINT simulation_sunday FOREIGN KEY (sunday_service_id) REFERENCES service (id);
ALTER TABLE simulation ADD CONSTRAINT simulation_months
  CHECK (from_month ~ '^2\d{3}-(0[1-9]|1[0-2])$' AND to_month ~ '^2\d{3}-(0[1-9]|1[0-2])$' AND from_month <= to_month);
ALTER TABLE simulation ADD CONSTRAINT simulation_rules CHECK (cardinality(rules) BETWEEN 1 AND 4 AND rules <@
  ARRAY['thursday-instead-of-friday', 'depot-before-release', 'acknowledged-within-4-hours', 'open-on-sunday']);
ALTER TABLE simulation ADD CONSTRAINT simulation_state CHECK (state IN ('waiting', 'running', 'done', 'refused', 'cancelled', 'failed'));
ALTER TABLE simulation ADD CONSTRAINT simulation_progress CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE simulation ADD CONSTRAINT simulation_ends CHECK ((state IN ('waiting', 'running')) = (ended_at IS NULL)
  AND (state = 'done') = (result IS NOT NULL) AND (state = 'refused') = (refusal IS NOT NULL) AND (state = 'cancelled') = (ended_by IS NOT NULL));
CREATE INDEX simulation_of_service ON simulation (service_id, asked_at DESC);
-- One at a time: whoever wants another one cancels it or waits.
CREATE UNIQUE INDEX simulation_under_way ON simulation (service_id) WHERE state IN ('waiting', 'running');

ALTER TABLE simulation ENABLE ROW LEVEL SECURITY;
ALTER TABLE simulation FORCE ROW LEVEL SECURITY;
CREATE POLICY simulation_owner ON simulation TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (state, progress, ended_at, ended_by, refusal, result) ON simulation TO throughcare_app;
CREATE POLICY simulation_read ON simulation FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('manager', 'system'));
CREATE POLICY simulation_ask ON simulation FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'manager' AND asked_by = (SELECT app.account_id())
    AND state = 'waiting' AND progress = 0);
-- A manager stops what is under way; the worker moves it on. What ended stays as it ended.
CREATE POLICY simulation_cancel ON simulation FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'manager' AND state IN ('waiting', 'running'))
  WITH CHECK (state = 'cancelled' AND ended_by = (SELECT app.account_id()));
CREATE POLICY simulation_work ON simulation FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'system' AND state IN ('waiting', 'running'))
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND state IN ('running', 'done', 'refused', 'failed'));

SELECT pgboss.create_queue('run-simulation',
  '{"policy": "standard", "retryLimit": 2, "retryDelay": 5, "deleteAfterSeconds": 604800, "expireInSeconds": 1800}'::jsonb);

-- ---------------------------------------------------------------------------------------------------------------------
-- What a release is replayed from. Parts end thirty days after release, replays go back two years: read past the policies, as
-- app.continuity_facts, by the worker alone, for the service whose run it is.

GRANT SELECT ON appointment, bridging_prescription, reachability, agreed_lateness TO throughcare_lookup;
CREATE POLICY appointment_replayed ON appointment FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY bridging_prescription_replayed ON bridging_prescription FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY reachability_replayed ON reachability FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY agreed_lateness_replayed ON agreed_lateness FOR SELECT TO throughcare_lookup USING (true);

CREATE FUNCTION app.simulation_facts(from_day date, to_day date) RETURNS TABLE (facts json) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE
  me uuid := app.case_service_id();
  moment timestamptz := app.now();
  my_kind text;
  my_areas uuid[];
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN RETURN; END IF;
  SELECT s.kind INTO my_kind FROM service s WHERE s.id = me;
  IF my_kind IS NULL OR NOT (my_kind = 'region' OR 'omt' = ANY (app.categories_of_kind(my_kind))) THEN RETURN; END IF;
  IF my_kind = 'region' THEN
    WITH RECURSIVE inside AS (
      SELECT s.area_id AS id FROM service s WHERE s.id = me
      UNION SELECT a.id FROM area a JOIN inside i ON a.parent_id = i.id
    ) SELECT array_agg(i.id) INTO my_areas FROM inside i;
  END IF;

  RETURN QUERY
  WITH mine AS MATERIALIZED (
    -- A prison: whom it let go. A region: whoever left a prison of its areas, or was handed to a service there.
    SELECT st.episode_id AS id FROM custody_stay st JOIN service s ON s.id = st.prison_service_id
      WHERE (my_kind = 'prison-health' AND st.prison_service_id = me) OR (my_kind = 'region' AND s.area_id = ANY (my_areas))
    UNION
    SELECT h.episode_id FROM handoff h JOIN service s ON s.id = h.receiving_service_id
      WHERE my_kind = 'region' AND s.area_id = ANY (my_areas) AND h.status NOT IN ('draft', 'revoked')
    UNION
    -- A community service: whoever was handed to it with the treatment and whom it did not turn away.
    SELECT h.episode_id FROM handoff h
      WHERE my_kind NOT IN ('prison-health', 'region') AND h.receiving_service_id = me AND 'omt' = ANY (h.carries)
        AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done')
  ), released AS MATERIALIZED (
    SELECT e.id, e.person_id, e.legal_status, e.admitted_on, e.released_at, e.release_kind, p.time_zone,
      (e.released_at AT TIME ZONE p.time_zone)::date AS released_on
    FROM mine m
    JOIN custody_episode e ON e.id = m.id
    -- The stay that no transfer ended: the prison whose gate it was.
    JOIN custody_stay stay ON stay.episode_id = e.id AND stay.until_at IS NULL
    JOIN service p ON p.id = stay.prison_service_id
    WHERE e.released_at <= moment AND (e.released_at AT TIME ZONE p.time_zone)::date BETWEEN from_day AND to_day
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      -- A restricted record is in nobody's replay: whoever asked may not be one of those who may know of it.
      AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person_id = e.person_id AND r.lifted_at IS NULL)
      AND (my_kind <> 'prison-health' OR stay.prison_service_id = me)
  ), treated AS MATERIALIZED (
    SELECT r.*, t.dosing_service_id, v.time_zone AS place_zone, v.country
    FROM released r
    LEFT JOIN LATERAL (SELECT t.id, t.dosing_service_id FROM medication_treatment t
      WHERE t.episode_id = r.id AND coalesce(t.started_on, '-infinity') <= r.released_on AND coalesce(t.ended_on, 'infinity') >= r.released_on
      ORDER BY t.started_on DESC NULLS LAST, t.id DESC LIMIT 1) t ON true
    LEFT JOIN service v ON v.id = t.dosing_service_id
    WHERE t.id IS NOT NULL OR EXISTS (SELECT 1 FROM case_fact f
      WHERE f.episode_id = r.id AND f.code = 'dose' AND f.state = 'known' AND f.value #>> '{}' = 'on-omt')
  ), treatments AS (
    SELECT t.episode_id AS id, json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'rhythm', t.rhythm,
      'rhythmWeekdays', t.rhythm_weekdays, 'dosesPerDay', t.doses_per_day, 'titration', t.titration, 'startedOn', t.started_on,
      'endedOn', t.ended_on, 'regimeConfirmedOn', t.regime_confirmed_on) ORDER BY t.started_on NULLS FIRST, t.id) AS told
    FROM treated s JOIN medication_treatment t ON t.episode_id = s.id GROUP BY 1
  ), doses AS (
    -- What the prison gave or issued, and what anybody said about that. The longest window of an injection reaches back six weeks.
    SELECT d.episode_id AS id, json_agg(json_build_object('id', d.id, 'treatmentId', d.treatment_id, 'kind', d.kind, 'outcome', d.outcome,
      'forDay', d.for_day, 'toDay', d.to_day, 'parts', d.parts, 'givenAt', app.utc(d.given_at), 'recordedAt', app.utc(d.recorded_at),
      'serviceId', d.service_id, 'correctsDoseId', d.corrects_dose_id) ORDER BY d.recorded_at, d.id) AS told
    FROM treated s JOIN dose d ON d.episode_id = s.id AND d.for_day BETWEEN s.released_on - 60 AND s.released_on + 30
    LEFT JOIN dose about ON about.id = d.corrects_dose_id
    JOIN service v ON v.id = coalesce(about.service_id, d.service_id) AND v.kind = 'prison-health'
    GROUP BY 1
  ), outside AS (
    SELECT s.id, min(d.first_day) AS first_day
    FROM app.doses_outside(ARRAY(SELECT t.id FROM treated t)) d
    JOIN treated s ON s.id = d.episode_id AND d.first_day >= s.released_on GROUP BY 1
  ), booked AS (
    SELECT s.id, min((o.at AT TIME ZONE v.time_zone)::date) AS day
    FROM treated s JOIN appointment o ON o.episode_id = s.id AND o.area = 'omt' AND o.status <> 'cancelled'
    JOIN service v ON v.id = o.service_id AND v.kind <> 'prison-health'
    WHERE (o.at AT TIME ZONE v.time_zone)::date >= s.released_on GROUP BY 1
  ), prescribed AS (
    SELECT b.episode_id AS id, json_agg(json_build_object('from', b.from_day, 'to', b.to_day, 'collectedAtServiceId', b.collected_at_service_id,
      'collectBy', CASE WHEN b.status <> 'collected' THEN b.collect_by END) ORDER BY b.from_day, b.id) AS told
    FROM treated s JOIN bridging_prescription b ON b.episode_id = s.id AND b.status <> 'cancelled' GROUP BY 1
  ), sent AS (
    -- The first handoff of the treatment, and the first word of whoever had it or was next.
    SELECT s.id, min(h.sent_at) AS sent_at,
      (SELECT min(m.at) FROM handoff_move m WHERE m.episode_id = s.id AND m.area = 'omt' AND m.move IN ('acknowledge', 'accept')) AS acknowledged_at
    FROM treated s JOIN handoff h ON h.episode_id = s.id AND h.area = 'omt' AND h.status NOT IN ('draft', 'revoked') AND h.sent_at IS NOT NULL
    GROUP BY 1
  ), ended AS (
    SELECT s.id, least(
      (SELECT min(o.at) FROM outcome o WHERE o.episode_id = s.id AND o.kind IN ('died', 'back-in-custody')),
      (SELECT min(greatest(s.released_at, e.admitted_on::timestamp AT TIME ZONE s.time_zone)) FROM custody_episode e
        WHERE e.person_id = s.person_id AND e.id <> s.id AND e.admitted_on >= s.released_on
          AND e.ended_because IS DISTINCT FROM 'entered-in-error'
          AND (my_kind = 'region' OR EXISTS (SELECT 1 FROM case_part c WHERE c.episode_id = e.id AND c.service_id = me)))) AS at
    FROM treated s
  )
  SELECT json_build_object('timeZone', s.time_zone, 'releasedAt', app.utc(s.released_at), 'releasedOn', s.released_on,
    'releaseKind', s.release_kind, 'legalStatus', s.legal_status, 'admittedOn', s.admitted_on,
    'dosingServiceId', s.dosing_service_id, 'placeZone', s.place_zone, 'country', s.country,
    'treatments', coalesce(treatments.told, '[]'), 'doses', coalesce(doses.told, '[]'),
    'firstExpectedOn', coalesce(least(booked.day, outside.first_day), (
      SELECT nullif(left(f.value #>> '{}', 10), '')::date FROM case_fact f WHERE f.episode_id = s.id AND f.code = 'when' AND f.state = 'known'
        AND f.value #>> '{}' ~ '^2\d{3}-\d{2}-\d{2}' AND left(f.value #>> '{}', 10) >= s.released_on::text)),
    'prescriptions', coalesce(prescribed.told, '[]'),
    'reach', (SELECT json_build_object('state', a.state, 'fromDay', a.from_day) FROM reachability a
      WHERE a.episode_id = s.id ORDER BY a.version DESC LIMIT 1),
    'agreedUntil', (SELECT l.until FROM agreed_lateness l WHERE l.episode_id = s.id AND l.dosing_service_id = s.dosing_service_id
      ORDER BY l.version DESC LIMIT 1),
    'handoff', CASE WHEN sent.id IS NOT NULL THEN json_build_object('sentAt', app.utc(sent.sent_at),
      'acknowledgedAt', app.utc(sent.acknowledged_at)) END,
    'endedAt', app.utc(ended.at))
  FROM treated s
  LEFT JOIN treatments ON treatments.id = s.id
  LEFT JOIN doses ON doses.id = s.id
  LEFT JOIN outside ON outside.id = s.id
  LEFT JOIN booked ON booked.id = s.id
  LEFT JOIN prescribed ON prescribed.id = s.id
  LEFT JOIN sent ON sent.id = s.id
  LEFT JOIN ended ON ended.id = s.id
  ORDER BY s.released_at, s.id;
END $$;
COMMENT ON FUNCTION app.simulation_facts(date, date) IS
  'What releases of people on treatment are replayed from, one row for each release of the service''s own scope between two days of the prison''s calendar, in one order: no names and no ids of cases. For the worker alone.';
GRANT EXECUTE ON FUNCTION app.simulation_facts(date, date) TO throughcare_app;
GRANT EXECUTE ON FUNCTION app.utc(timestamptz) TO throughcare_lookup;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.simulation_facts(date, date) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
