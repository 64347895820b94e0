-- The ring list: who is rung next. A call to the person is a contact; a call about them, to a service or a prescriber, is a row of its
-- own, so that nobody rings twice within the hour.

ALTER TABLE contact_attempt DROP CONSTRAINT contact_attempt_outcome;
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_outcome
  CHECK (outcome IN ('reached', 'no-answer', 'message-left', 'nothing-said', 'wrong-number', 'refused'));

CREATE TABLE ring_call (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  about text NOT NULL,
  subject_id uuid NOT NULL,
  outcome text NOT NULL,
  at timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT ring_call_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE ring_call IS 'Calls about a person, to a service that has not answered or about their doses. Insert-only.';
COMMENT ON COLUMN ring_call.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN ring_call.episode_id IS 'The case.';
COMMENT ON COLUMN ring_call.area IS 'The area that it was about, which decides who reads the row.';
COMMENT ON COLUMN ring_call.about IS 'acknowledge: a handoff that nobody answers; dose: an alert about doses.';
COMMENT ON COLUMN ring_call.subject_id IS 'The handoff, or the alert.';
COMMENT ON COLUMN ring_call.outcome IS 'One of RING_OUTCOMES in packages/domain.';
COMMENT ON COLUMN ring_call.at IS 'When.';
COMMENT ON COLUMN ring_call.service_id IS 'Who rang.';
COMMENT ON COLUMN ring_call.recorded_by IS 'The account.';
ALTER TABLE ring_call ADD CONSTRAINT ring_call_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE ring_call ADD CONSTRAINT ring_call_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE ring_call ADD CONSTRAINT ring_call_codes CHECK (about IN ('acknowledge', 'dose') AND outcome IN ('spoke', 'no-answer', 'nothing-said'));
CREATE INDEX ring_call_of_subject ON ring_call (subject_id, at);
CREATE INDEX ring_call_of_episode ON ring_call (episode_id);

ALTER TABLE ring_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE ring_call FORCE ROW LEVEL SECURITY;
CREATE POLICY ring_call_owner ON ring_call TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON ring_call TO throughcare_app;
CREATE POLICY ring_call_read ON ring_call FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = ring_call.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND ring_call.area = ANY (p.categories)));
CREATE POLICY ring_call_add ON ring_call FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = ring_call.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND ring_call.area = ANY (p.writes)));
CREATE POLICY ring_call_open_areas ON ring_call AS RESTRICTIVE TO throughcare_app
  USING (area <> ALL ((SELECT app.closed_areas())::text[]));
CREATE TRIGGER ring_call_insert_only BEFORE UPDATE OR DELETE ON ring_call FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER ring_call_never_emptied BEFORE TRUNCATE ON ring_call FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
