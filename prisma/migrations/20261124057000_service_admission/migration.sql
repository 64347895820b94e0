-- Whom a service takes: women only, and whether two people can come together. Asked of the service, with the day; every answer
-- stays. Known to everybody who wears a hat, kept up by administrators.

CREATE TABLE service_admission (
  service_id uuid NOT NULL,
  version integer NOT NULL,
  women_only text NOT NULL,
  couples text NOT NULL,
  asked_on date NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT service_admission_pkey PRIMARY KEY (service_id, version)
);
COMMENT ON TABLE service_admission IS 'Whom a service takes, as it said on a day. Insert-only: of each service the row with the highest version stands.';
COMMENT ON COLUMN service_admission.service_id IS 'The service.';
COMMENT ON COLUMN service_admission.version IS '1 for the first answer, and one more for each that follows.';
COMMENT ON COLUMN service_admission.women_only IS 'yes, no or unknown.';
COMMENT ON COLUMN service_admission.couples IS 'together, same-site, staggered, no or unknown: whether two people can come.';
COMMENT ON COLUMN service_admission.asked_on IS 'The day on which the service said so.';
COMMENT ON COLUMN service_admission.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN service_admission.recorded_by IS 'By whom.';
ALTER TABLE service_admission ADD CONSTRAINT service_admission_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE service_admission ADD CONSTRAINT service_admission_counts CHECK (version >= 1);
ALTER TABLE service_admission ADD CONSTRAINT service_admission_women_only CHECK (women_only IN ('yes', 'no', 'unknown'));
ALTER TABLE service_admission ADD CONSTRAINT service_admission_couples
  CHECK (couples IN ('together', 'same-site', 'staggered', 'no', 'unknown'));
ALTER TABLE service_admission ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_admission FORCE ROW LEVEL SECURITY;
CREATE POLICY service_admission_owner ON service_admission TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON service_admission TO throughcare_app;
CREATE POLICY service_admission_read ON service_admission FOR SELECT TO throughcare_app
  USING ((SELECT app.service_id()) IS NOT NULL);
CREATE POLICY service_admission_keep ON service_admission FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'administrator' AND recorded_by = (SELECT app.account_id()));
CREATE TRIGGER service_admission_insert_only BEFORE UPDATE OR DELETE ON service_admission FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_admission_never_emptied BEFORE TRUNCATE ON service_admission FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
