-- The people who stand by somebody: by role and first name, and what they may be told. Nothing about them is written but what
-- they agreed to.

CREATE TABLE supporter (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  phone text,
  is_crisis_contact boolean NOT NULL,
  consent text NOT NULL,
  consent_on date,
  may_be_told text[] NOT NULL,
  withdrawn_at timestamptz(3),
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT supporter_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE supporter IS 'The people who stand by somebody, and what they may be told.';
COMMENT ON COLUMN supporter.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN supporter.episode_id IS 'The case.';
COMMENT ON COLUMN supporter.name IS 'By first name and how they belong to the person, no more.';
COMMENT ON COLUMN supporter.role IS 'What they do: one of SUPPORTER_ROLES in packages/domain.';
COMMENT ON COLUMN supporter.phone IS 'How they are rung. Null: not known.';
COMMENT ON COLUMN supporter.is_crisis_contact IS 'Whether they are the one to ring in a crisis.';
COMMENT ON COLUMN supporter.consent IS 'Whether the person wants them to be rung: not-asked, yes or no.';
COMMENT ON COLUMN supporter.consent_on IS 'The day of that answer.';
COMMENT ON COLUMN supporter.may_be_told IS 'What they may be told: codes of MAY_BE_TOLD in packages/domain. Empty: nothing.';
COMMENT ON COLUMN supporter.withdrawn_at IS 'When the person took them off the list. Null: on it.';
COMMENT ON COLUMN supporter.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN supporter.recorded_by IS 'By whom.';
COMMENT ON COLUMN supporter.version IS 'Rises by one with every change.';
ALTER TABLE supporter ADD CONSTRAINT supporter_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE supporter ADD CONSTRAINT supporter_role CHECK (role IN ('everyday', 'money', 'housing', 'transport', 'other'));
ALTER TABLE supporter ADD CONSTRAINT supporter_consent CHECK (consent IN ('not-asked', 'yes', 'no') AND (consent = 'not-asked') = (consent_on IS NULL));
ALTER TABLE supporter ADD CONSTRAINT supporter_told_with_consent
  CHECK (may_be_told <@ ARRAY['that-i-am-out', 'where-i-stay', 'my-appointments', 'my-health'] AND (consent = 'yes' OR cardinality(may_be_told) = 0));
ALTER TABLE supporter ADD CONSTRAINT supporter_crisis_with_consent CHECK (NOT is_crisis_contact OR consent = 'yes' AND phone IS NOT NULL);
-- Of somebody whom the person does not want rung no number is kept.
ALTER TABLE supporter ADD CONSTRAINT supporter_no_number_without_consent CHECK (consent <> 'no' OR phone IS NULL);
CREATE INDEX supporter_of_episode ON supporter (episode_id, recorded_at);

ALTER TABLE supporter ENABLE ROW LEVEL SECURITY;
ALTER TABLE supporter FORCE ROW LEVEL SECURITY;
CREATE POLICY supporter_owner ON supporter TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON supporter TO throughcare_app;
CREATE POLICY supporter_read ON supporter FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = supporter.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'support' = ANY (p.categories)));
CREATE POLICY supporter_add ON supporter FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = supporter.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'support' = ANY (p.writes)));
CREATE POLICY supporter_change ON supporter FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = supporter.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'support' = ANY (p.writes)));
