-- Cover of the days around a release: prescriptions that bridge it, doses planned for the gate, whether the dosing point can be
-- reached, and what is agreed against the days that stay without cover. Four tables of the case, all of the category omt.

CREATE TABLE bridging_prescription (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  collected_at_service_id uuid NOT NULL,
  collect_by date,
  prescribed_text text NOT NULL,
  status text NOT NULL DEFAULT 'written',
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  status_at timestamptz(3),
  status_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT bridging_prescription_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE bridging_prescription IS 'A prescription that bridges days around a release, or goes on after it: which days, collected where and by when. The amount stands in the prescriber''s words and nowhere else.';
COMMENT ON COLUMN bridging_prescription.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN bridging_prescription.episode_id IS 'The case.';
COMMENT ON COLUMN bridging_prescription.from_day IS 'The first day for which it holds doses.';
COMMENT ON COLUMN bridging_prescription.to_day IS 'The last day for which it holds doses.';
COMMENT ON COLUMN bridging_prescription.collected_at_service_id IS 'Where it is collected or taken.';
COMMENT ON COLUMN bridging_prescription.collect_by IS 'The last day on which it can be collected. Null: nobody said.';
COMMENT ON COLUMN bridging_prescription.prescribed_text IS 'The prescriber''s words, amount included. Never computed with, compared or sorted.';
COMMENT ON COLUMN bridging_prescription.status IS 'written, collected or cancelled.';
COMMENT ON COLUMN bridging_prescription.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN bridging_prescription.recorded_by IS 'By whom.';
COMMENT ON COLUMN bridging_prescription.status_at IS 'When it was said to be collected or cancelled.';
COMMENT ON COLUMN bridging_prescription.status_by IS 'Who said so.';
COMMENT ON COLUMN bridging_prescription.version IS 'Rises by one with every change.';

CREATE TABLE planned_supply (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  from_day date,
  to_day date,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT planned_supply_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE planned_supply IS 'Take-home doses planned for the gate and not yet issued. Insert-only: the row with the highest version of a case stands.';
COMMENT ON COLUMN planned_supply.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN planned_supply.episode_id IS 'The case.';
COMMENT ON COLUMN planned_supply.version IS '1 for the first statement of a case, and one more for each that follows.';
COMMENT ON COLUMN planned_supply.from_day IS 'The first day for which doses are planned. Null with to_day: none are planned any more.';
COMMENT ON COLUMN planned_supply.to_day IS 'The last day for which doses are planned.';
COMMENT ON COLUMN planned_supply.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN planned_supply.recorded_by IS 'By whom.';

CREATE TABLE reachability (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  from_day date,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT reachability_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE reachability IS 'Whether the person can reach the dosing point in its hours. Insert-only: the row with the highest version of a case stands.';
COMMENT ON COLUMN reachability.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN reachability.episode_id IS 'The case.';
COMMENT ON COLUMN reachability.version IS '1 for the first statement of a case, and one more for each that follows.';
COMMENT ON COLUMN reachability.state IS 'yes, no or unknown.';
COMMENT ON COLUMN reachability.from_day IS 'The day from which it holds; before it nobody knows. Null: from the release on.';
COMMENT ON COLUMN reachability.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN reachability.recorded_by IS 'By whom.';

CREATE TABLE cover_plan (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  way text NOT NULL,
  gap_from date NOT NULL,
  gap_to date NOT NULL,
  remaining_gap_days integer NOT NULL,
  by_service_id uuid NOT NULL,
  by_name text NOT NULL,
  by_day date NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  decided_by uuid NOT NULL,
  signed_name text,
  signed_on date,
  signed_at timestamptz(3),
  signed_by uuid,
  ended_at timestamptz(3),
  ended_by uuid,
  ended_because text,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT cover_plan_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE cover_plan IS 'What is agreed against days without cover: the way, who does it by when, the gap that would remain, and the prescriber''s signature. One living plan a case; an ended one stays.';
COMMENT ON COLUMN cover_plan.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN cover_plan.episode_id IS 'The case.';
COMMENT ON COLUMN cover_plan.way IS 'One of WAYS_TO_CLOSE in packages/domain.';
COMMENT ON COLUMN cover_plan.gap_from IS 'The first day of the gap against which it was decided.';
COMMENT ON COLUMN cover_plan.gap_to IS 'The last day of that gap.';
COMMENT ON COLUMN cover_plan.remaining_gap_days IS 'Days without cover that the way leaves.';
COMMENT ON COLUMN cover_plan.by_service_id IS 'The service that does it.';
COMMENT ON COLUMN cover_plan.by_name IS 'The person there who does it.';
COMMENT ON COLUMN cover_plan.by_day IS 'By when.';
COMMENT ON COLUMN cover_plan.decided_at IS 'When it was decided.';
COMMENT ON COLUMN cover_plan.decided_by IS 'Who decided and recorded it.';
COMMENT ON COLUMN cover_plan.signed_name IS 'The prescriber who signed for the days that remain. Null: nobody signed.';
COMMENT ON COLUMN cover_plan.signed_on IS 'The day of the signature.';
COMMENT ON COLUMN cover_plan.signed_at IS 'When the signature was recorded.';
COMMENT ON COLUMN cover_plan.signed_by IS 'Who recorded the signature.';
COMMENT ON COLUMN cover_plan.ended_at IS 'When the plan ended. Null while it lives.';
COMMENT ON COLUMN cover_plan.ended_by IS 'Who ended it, or whose press closed the gap.';
COMMENT ON COLUMN cover_plan.ended_because IS 'withdrawn, replaced or gap-closed.';
COMMENT ON COLUMN cover_plan.version IS 'Rises by one with every change.';

ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_collected_at FOREIGN KEY (collected_at_service_id) REFERENCES service (id);
ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_days CHECK (from_day <= to_day);
ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_collect_by CHECK (collect_by <= to_day);
ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_status CHECK (status IN ('written', 'collected', 'cancelled'));
ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_status_said
  CHECK (num_nulls(status_at, status_by) = CASE WHEN status = 'written' THEN 2 ELSE 0 END);
-- Two prescriptions for one day are two doses of it.
ALTER TABLE bridging_prescription ADD CONSTRAINT bridging_prescription_one_a_day
  EXCLUDE USING gist (episode_id WITH =, daterange(from_day, to_day, '[]') WITH &&) WHERE (status <> 'cancelled');
ALTER TABLE planned_supply ADD CONSTRAINT planned_supply_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE planned_supply ADD CONSTRAINT planned_supply_version UNIQUE (episode_id, version);
ALTER TABLE planned_supply ADD CONSTRAINT planned_supply_counts CHECK (version >= 1);
ALTER TABLE planned_supply ADD CONSTRAINT planned_supply_days CHECK (num_nulls(from_day, to_day) IN (0, 2) AND from_day <= to_day);
ALTER TABLE reachability ADD CONSTRAINT reachability_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE reachability ADD CONSTRAINT reachability_version UNIQUE (episode_id, version);
ALTER TABLE reachability ADD CONSTRAINT reachability_counts CHECK (version >= 1);
ALTER TABLE reachability ADD CONSTRAINT reachability_state CHECK (state IN ('yes', 'no', 'unknown'));
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_by_service FOREIGN KEY (by_service_id) REFERENCES service (id);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_way CHECK (way IN ('depot-before-release', 'bridging-supply', 'other-dosing-point',
  'earlier-appointment', 'earlier-release'));
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_gap CHECK (gap_from <= gap_to);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_remaining CHECK (remaining_gap_days >= 0);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_signature CHECK (num_nulls(signed_name, signed_on, signed_at, signed_by) IN (0, 4));
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_end CHECK (num_nulls(ended_at, ended_by, ended_because) IN (0, 3));
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_ended_because CHECK (ended_because IN ('withdrawn', 'replaced', 'gap-closed'));
CREATE UNIQUE INDEX cover_plan_one_living ON cover_plan (episode_id) WHERE ended_at IS NULL;
CREATE INDEX cover_plan_of_episode ON cover_plan (episode_id, decided_at DESC);

ALTER TABLE bridging_prescription ENABLE ROW LEVEL SECURITY;
ALTER TABLE bridging_prescription FORCE ROW LEVEL SECURITY;
CREATE POLICY bridging_prescription_owner ON bridging_prescription TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON bridging_prescription TO throughcare_app;
CREATE POLICY bridging_prescription_read ON bridging_prescription FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = bridging_prescription.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY bridging_prescription_add ON bridging_prescription FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = bridging_prescription.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY bridging_prescription_change ON bridging_prescription FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = bridging_prescription.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));

ALTER TABLE planned_supply ENABLE ROW LEVEL SECURITY;
ALTER TABLE planned_supply FORCE ROW LEVEL SECURITY;
CREATE POLICY planned_supply_owner ON planned_supply TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON planned_supply TO throughcare_app;
CREATE POLICY planned_supply_read ON planned_supply FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = planned_supply.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY planned_supply_add ON planned_supply FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = planned_supply.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER planned_supply_insert_only BEFORE UPDATE OR DELETE ON planned_supply FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER planned_supply_never_emptied BEFORE TRUNCATE ON planned_supply FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE reachability ENABLE ROW LEVEL SECURITY;
ALTER TABLE reachability FORCE ROW LEVEL SECURITY;
CREATE POLICY reachability_owner ON reachability TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON reachability TO throughcare_app;
CREATE POLICY reachability_read ON reachability FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = reachability.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY reachability_add ON reachability FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = reachability.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER reachability_insert_only BEFORE UPDATE OR DELETE ON reachability FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER reachability_never_emptied BEFORE TRUNCATE ON reachability FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE cover_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE cover_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY cover_plan_owner ON cover_plan TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON cover_plan TO throughcare_app;
CREATE POLICY cover_plan_read ON cover_plan FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = cover_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY cover_plan_add ON cover_plan FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = cover_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY cover_plan_change ON cover_plan FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = cover_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
