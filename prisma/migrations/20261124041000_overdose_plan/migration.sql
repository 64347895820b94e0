-- The overdose plan of one person, and overdoses that the person came round from after release. Neither is about a couple, and
-- neither moves anybody: no regime, no phase and no status hangs on them.

CREATE TABLE overdose_plan (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  answer text NOT NULL,
  seen_alone boolean NOT NULL,
  offered_on date NOT NULL,
  not_alone text,
  go_slow text,
  naloxone_with text,
  who_calls text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT overdose_plan_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE overdose_plan IS 'What a person planned against an overdose. Insert-only: the row with the highest version of a case stands.';
COMMENT ON COLUMN overdose_plan.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN overdose_plan.episode_id IS 'The case.';
COMMENT ON COLUMN overdose_plan.version IS '1 for the first answer of a case, and one more for each that follows.';
COMMENT ON COLUMN overdose_plan.answer IS 'offered, made or declined.';
COMMENT ON COLUMN overdose_plan.seen_alone IS 'Whether nobody else was in the room when it was offered.';
COMMENT ON COLUMN overdose_plan.offered_on IS 'The day of the answer.';
COMMENT ON COLUMN overdose_plan.not_alone IS 'How the person sees to it that they are not alone.';
COMMENT ON COLUMN overdose_plan.go_slow IS 'How the person goes slow.';
COMMENT ON COLUMN overdose_plan.naloxone_with IS 'Who holds naloxone: by role and first name, no more.';
COMMENT ON COLUMN overdose_plan.who_calls IS 'Who calls for help: by role and first name, no more.';
COMMENT ON COLUMN overdose_plan.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN overdose_plan.recorded_by IS 'By whom.';
ALTER TABLE overdose_plan ADD CONSTRAINT overdose_plan_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE overdose_plan ADD CONSTRAINT overdose_plan_version UNIQUE (episode_id, version);
ALTER TABLE overdose_plan ADD CONSTRAINT overdose_plan_counts CHECK (version >= 1);
ALTER TABLE overdose_plan ADD CONSTRAINT overdose_plan_answer CHECK (answer IN ('offered', 'made', 'declined'));
ALTER TABLE overdose_plan ADD CONSTRAINT overdose_plan_made_says_something
  CHECK ((answer = 'made') = (num_nonnulls(not_alone, go_slow, naloxone_with, who_calls) > 0));

CREATE TABLE overdose_report (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  happened_on date,
  told_by text NOT NULL,
  naloxone text NOT NULL,
  ambulance text NOT NULL,
  alone text NOT NULL,
  kit_id uuid,
  accountable_service_id uuid NOT NULL,
  contact_due_at timestamptz(3) NOT NULL,
  contact_outcome text,
  contacted_at timestamptz(3),
  contacted_by uuid,
  service_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT overdose_report_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE overdose_report IS 'An overdose after release that the person came round from, as somebody told it, and the contact of the same day. Nothing else follows from it.';
COMMENT ON COLUMN overdose_report.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN overdose_report.episode_id IS 'The case.';
COMMENT ON COLUMN overdose_report.happened_on IS 'The day. Null: not known.';
COMMENT ON COLUMN overdose_report.told_by IS 'Who told it: one of OVERDOSE_TOLD_BY in packages/domain. Never a name.';
COMMENT ON COLUMN overdose_report.naloxone IS 'Whether naloxone was used: own-kit, other-kit, no or not-known.';
COMMENT ON COLUMN overdose_report.ambulance IS 'Whether an ambulance came: yes, no or not-known.';
COMMENT ON COLUMN overdose_report.alone IS 'Whether the person was alone: yes, no or not-known.';
COMMENT ON COLUMN overdose_report.kit_id IS 'The person''s own kit that was used.';
COMMENT ON COLUMN overdose_report.accountable_service_id IS 'Whoever answers for the contact of the same day.';
COMMENT ON COLUMN overdose_report.contact_due_at IS 'The end of the day on which it was told.';
COMMENT ON COLUMN overdose_report.contact_outcome IS 'What came of the contact: one of CONTACT_OUTCOMES that ends it. Null: still due.';
COMMENT ON COLUMN overdose_report.contacted_at IS 'When.';
COMMENT ON COLUMN overdose_report.contacted_by IS 'By whom.';
COMMENT ON COLUMN overdose_report.service_id IS 'The service to which it was told.';
COMMENT ON COLUMN overdose_report.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN overdose_report.recorded_by IS 'By whom.';
COMMENT ON COLUMN overdose_report.version IS 'Rises by one with every change.';
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_kit FOREIGN KEY (kit_id, episode_id) REFERENCES naloxone_kit (id, episode_id);
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_accountable FOREIGN KEY (accountable_service_id) REFERENCES service (id);
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_told_by CHECK (told_by IN ('person', 'somebody-near', 'service', 'emergency-service'));
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_naloxone CHECK (naloxone IN ('own-kit', 'other-kit', 'no', 'not-known'));
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_answers
  CHECK (ambulance IN ('yes', 'no', 'not-known') AND alone IN ('yes', 'no', 'not-known') AND (kit_id IS NULL OR naloxone = 'own-kit'));
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_contact_is_whole CHECK (num_nulls(contact_outcome, contacted_at, contacted_by) IN (0, 3));
ALTER TABLE overdose_report ADD CONSTRAINT overdose_report_contact_outcome CHECK (contact_outcome IN ('reached', 'refused'));
CREATE INDEX overdose_report_of_episode ON overdose_report (episode_id, recorded_at);
CREATE INDEX overdose_report_due ON overdose_report (accountable_service_id, contact_due_at) WHERE contacted_at IS NULL;

ALTER TABLE overdose_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE overdose_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY overdose_plan_owner ON overdose_plan TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON overdose_plan TO throughcare_app;
CREATE POLICY overdose_plan_read ON overdose_plan FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = overdose_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.categories)));
CREATE POLICY overdose_plan_add ON overdose_plan FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = overdose_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.writes)));
CREATE TRIGGER overdose_plan_insert_only BEFORE UPDATE OR DELETE ON overdose_plan FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER overdose_plan_never_emptied BEFORE TRUNCATE ON overdose_plan FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Only the contact may be written onto a report: what was told stays as told.
ALTER TABLE overdose_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE overdose_report FORCE ROW LEVEL SECURITY;
CREATE POLICY overdose_report_owner ON overdose_report TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (contact_outcome, contacted_at, contacted_by, version) ON overdose_report TO throughcare_app;
CREATE POLICY overdose_report_read ON overdose_report FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = overdose_report.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.categories)));
CREATE POLICY overdose_report_add ON overdose_report FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = overdose_report.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.writes)));
CREATE POLICY overdose_report_change ON overdose_report FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = overdose_report.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.writes)));
