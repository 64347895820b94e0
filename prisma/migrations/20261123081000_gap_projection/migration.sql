-- The gap board's own copy of what the engine says: one row a case, so that a service with thousands of people is read in one go.
-- The engine works a row out and says until when it holds; whatever is written meanwhile ends that at once, by the triggers below,
-- whoever wrote it. So a row is never read as fresh when something under it has moved. See docs/adr/0043.

CREATE TABLE cover_gap (
  episode_id uuid NOT NULL,
  board text NOT NULL DEFAULT 'next-days',
  gap_from date,
  gap_to date,
  days integer,
  cause text,
  cause_service_id uuid,
  cause_day date,
  cause_holiday text,
  dosing_service_id uuid,
  is_over boolean NOT NULL DEFAULT false,
  worked_out_at timestamptz(3),
  stale_at timestamptz(3) NOT NULL,
  CONSTRAINT cover_gap_pkey PRIMARY KEY (episode_id)
);
COMMENT ON TABLE cover_gap IS 'The first gap in the dose cover of each case on treatment, as the engine worked it out. A copy: it can be thrown away and worked out again.';
COMMENT ON COLUMN cover_gap.episode_id IS 'The case.';
COMMENT ON COLUMN cover_gap.board IS 'next-days: by the date that is known. could-leave-today: as if the person left today.';
COMMENT ON COLUMN cover_gap.gap_from IS 'The first day of the gap. Null: the next 14 days are covered, or nobody has worked it out yet.';
COMMENT ON COLUMN cover_gap.gap_to IS 'Its last day among those that were looked at.';
COMMENT ON COLUMN cover_gap.days IS 'How many days it has.';
COMMENT ON COLUMN cover_gap.cause IS 'Why its first day from today on has no cover: one of GAP_CAUSES in packages/domain.';
COMMENT ON COLUMN cover_gap.cause_service_id IS 'The place that the cause is about. Null where it is about none.';
COMMENT ON COLUMN cover_gap.cause_day IS 'The day that the cause is about. Null where it is about none.';
COMMENT ON COLUMN cover_gap.cause_holiday IS 'The public holiday on that day.';
COMMENT ON COLUMN cover_gap.dosing_service_id IS 'Where the person is dosed, so that new hours of the place end what was worked out by the old ones.';
COMMENT ON COLUMN cover_gap.is_over IS 'The person died, is back inside, or the case ended otherwise than by release: nobody is asked to find a dose. Kept by a trigger.';
COMMENT ON COLUMN cover_gap.worked_out_at IS 'When. Null: not yet.';
COMMENT ON COLUMN cover_gap.stale_at IS 'From when on it holds no more: the end of the day or of its dosing hours, or the moment of a change.';

ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_cause_service FOREIGN KEY (cause_service_id) REFERENCES service (id);
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_dosing_service FOREIGN KEY (dosing_service_id) REFERENCES service (id);
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_board CHECK (board IN ('next-days', 'could-leave-today'));
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_is_whole
  CHECK (num_nulls(gap_from, gap_to, days, cause) IN (0, 4) AND gap_from <= gap_to AND days > 0);
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_was_worked_out CHECK (gap_from IS NULL OR worked_out_at IS NOT NULL);
CREATE INDEX cover_gap_of_dosing ON cover_gap (dosing_service_id);
CREATE INDEX cover_gap_by_stale ON cover_gap (stale_at);

ALTER TABLE cover_gap ENABLE ROW LEVEL SECURITY;
ALTER TABLE cover_gap FORCE ROW LEVEL SECURITY;
CREATE POLICY cover_gap_owner ON cover_gap TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON cover_gap TO throughcare_app;
CREATE POLICY cover_gap_read ON cover_gap FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = cover_gap.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY cover_gap_add ON cover_gap FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = cover_gap.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY cover_gap_change ON cover_gap FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = cover_gap.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));

-- ---------------------------------------------------------------------------------------------------------------------
-- Whatever the engine reads of a case ends what was worked out for it. The transaction remembers which cases, so that the use case
-- that wrote can work them out again before it commits; what it leaves is left to the worker.

CREATE FUNCTION app.gap_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  moved uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  remembered text := coalesce(current_setting('app.gaps_moved', true), '');
  held timestamptz;
BEGIN
  -- Held until the end of the transaction, so that nobody works it out meanwhile from what stood before.
  SELECT g.stale_at INTO held FROM cover_gap g WHERE g.episode_id = moved FOR UPDATE;
  IF NOT FOUND THEN
    -- Only a treatment begins a row: who is on none has no gap.
    IF TG_TABLE_NAME <> 'medication_treatment' THEN RETURN NULL; END IF;
    INSERT INTO cover_gap (episode_id, stale_at) VALUES (moved, app.now()) ON CONFLICT DO NOTHING;
  ELSIF TG_TABLE_NAME IN ('outcome', 'custody_episode') THEN
    UPDATE cover_gap SET stale_at = app.now(), is_over = EXISTS (SELECT 1 FROM outcome o
        WHERE o.episode_id = moved AND o.kind IN ('died', 'back-in-custody'))
      OR EXISTS (SELECT 1 FROM custody_episode e WHERE e.id = moved AND e.ended_because <> 'released')
    WHERE episode_id = moved;
  ELSIF held > app.now() THEN
    UPDATE cover_gap SET stale_at = app.now() WHERE episode_id = moved;
  END IF;
  IF length(remembered) < 800 AND position(moved::text IN remembered) = 0 THEN
    PERFORM set_config('app.gaps_moved', remembered || moved::text || ' ', true);
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.gap_moves() IS 'Ends what the gap board shows of a case, and begins its row with the first treatment.';

CREATE TRIGGER medication_treatment_moves_gap AFTER INSERT OR UPDATE ON medication_treatment
  FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER dose_moves_gap AFTER INSERT ON dose FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER appointment_moves_gap AFTER INSERT OR UPDATE ON appointment
  FOR EACH ROW WHEN (NEW.area = 'omt') EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER case_fact_moves_gap AFTER INSERT OR UPDATE ON case_fact
  FOR EACH ROW WHEN (NEW.code = 'when') EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER outcome_moves_gap AFTER INSERT ON outcome FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER custody_episode_moves_gap AFTER UPDATE ON custody_episode FOR EACH ROW EXECUTE FUNCTION app.gap_moves('id');
CREATE TRIGGER bridging_prescription_moves_gap AFTER INSERT OR UPDATE ON bridging_prescription
  FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER planned_supply_moves_gap AFTER INSERT ON planned_supply FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');
CREATE TRIGGER reachability_moves_gap AFTER INSERT ON reachability FOR EACH ROW EXECUTE FUNCTION app.gap_moves('episode_id');

CREATE FUNCTION app.gaps_move_with_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE cover_gap SET stale_at = app.now()
  WHERE dosing_service_id = (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0])::uuid
    AND stale_at > app.now();
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.gaps_move_with_place() IS 'Ends what the gap board shows of everybody who is dosed at a place whose hours moved.';

CREATE TRIGGER service_hours_move_gaps AFTER INSERT OR UPDATE OR DELETE ON service_hours
  FOR EACH ROW EXECUTE FUNCTION app.gaps_move_with_place('service_id');
CREATE TRIGGER service_closure_moves_gaps AFTER INSERT OR UPDATE OR DELETE ON service_closure
  FOR EACH ROW EXECUTE FUNCTION app.gaps_move_with_place('service_id');
CREATE TRIGGER service_day_moves_gaps AFTER INSERT ON service_day
  FOR EACH ROW EXECUTE FUNCTION app.gaps_move_with_place('service_id');
CREATE TRIGGER service_moves_gaps AFTER UPDATE OF can_dose, time_zone, country, area_id ON service
  FOR EACH ROW EXECUTE FUNCTION app.gaps_move_with_place('id');

CREATE FUNCTION app.gaps_move_with_holiday() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- The board looks 14 days back and ahead; the rest of the year's holidays moves nobody on it.
  UPDATE cover_gap g SET stale_at = app.now()
  FROM service s JOIN area a ON a.id = s.area_id
  JOIN moved h ON h.country = s.country AND h.region = a.holiday_region
    AND h.day BETWEEN app.now()::date - 16 AND app.now()::date + 16
  WHERE g.dosing_service_id = s.id AND g.stale_at > app.now();
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.gaps_move_with_holiday() IS 'Ends what the gap board shows of everybody whose place has another public holiday now.';
CREATE TRIGGER public_holiday_new_moves_gaps AFTER INSERT ON public_holiday REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION app.gaps_move_with_holiday();
CREATE TRIGGER public_holiday_gone_moves_gaps AFTER DELETE ON public_holiday REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION app.gaps_move_with_holiday();

-- Cases that are there already, read by the trigger itself.
CREATE FUNCTION app.gaps_move_with_rules() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE cover_gap SET stale_at = app.now() WHERE stale_at > app.now();
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.gaps_move_with_rules() IS 'Ends all that the gap board shows when the windows of depots are approved or withdrawn: rare, and whom it moves is the engine''s to say.';
CREATE TRIGGER rule_set_version_moves_gaps AFTER UPDATE OF state ON rule_set_version
  FOR EACH ROW WHEN (NEW.kind = 'depot-windows') EXECUTE FUNCTION app.gaps_move_with_rules();

INSERT INTO cover_gap (episode_id, stale_at)
  SELECT DISTINCT t.episode_id, app.now() FROM medication_treatment t ON CONFLICT DO NOTHING;
UPDATE custody_episode SET version = version WHERE id IN (SELECT g.episode_id FROM cover_gap g);

-- ---------------------------------------------------------------------------------------------------------------------
-- The worker asks whom to work out again, and for which service it may: one that may write the treatment of the case.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON cover_gap TO throughcare_lookup;
CREATE POLICY cover_gap_lookup ON cover_gap FOR SELECT TO throughcare_lookup USING (true);

CREATE FUNCTION app.gaps_to_work_out(at_most int) RETURNS TABLE (service_id uuid, episode_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT part.service_id, g.episode_id
  FROM cover_gap g
  CROSS JOIN LATERAL (
    SELECT p.service_id FROM case_part p
    WHERE p.episode_id = g.episode_id AND p.until > app.now() AND 'omt' = ANY (p.writes)
      AND p.relation IN ('own', 'accepted', 'closing')
    ORDER BY CASE p.relation WHEN 'own' THEN 1 WHEN 'accepted' THEN 2 ELSE 3 END, p.service_id LIMIT 1) part
  WHERE app.role() = 'system' AND g.stale_at <= app.now()
  ORDER BY g.worked_out_at NULLS FIRST, g.stale_at, g.episode_id
  LIMIT at_most
$$;
COMMENT ON FUNCTION app.gaps_to_work_out(int) IS
  'Cases whose row on the gap board holds no more, each with a service that may work it out. Answers the system actor alone.';
GRANT EXECUTE ON FUNCTION app.gaps_to_work_out(int) TO throughcare_app;
ALTER FUNCTION app.gaps_to_work_out(int) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

SELECT pgboss.create_queue('follow-gaps', '{"policy": "standard", "retryLimit": 5, "retryDelay": 2, "retryBackoff": true}'::jsonb);
