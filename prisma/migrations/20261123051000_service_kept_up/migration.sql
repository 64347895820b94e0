-- Administrators keep services up: names, telephones, who is dosed where, the ordinary week, closures. Every change stays, with who
-- made it and when.

ALTER TABLE service_closure ADD COLUMN added_at timestamptz(3);
ALTER TABLE service_closure ADD COLUMN added_by uuid;
COMMENT ON COLUMN service_closure.added_at IS 'When it was entered. Null: when the installation was set up.';
COMMENT ON COLUMN service_closure.added_by IS 'By whom.';
ALTER TABLE service_closure ADD CONSTRAINT service_closure_added_is_whole CHECK ((added_at IS NULL) = (added_by IS NULL));

CREATE TABLE service_closure_removal (
  closure_id uuid NOT NULL,
  service_id uuid NOT NULL,
  removed_at timestamptz(3) NOT NULL,
  removed_by uuid NOT NULL,
  CONSTRAINT service_closure_removal_pkey PRIMARY KEY (closure_id)
);
COMMENT ON TABLE service_closure_removal IS 'A closure that does not hold any more: the place is open after all. Insert-only.';
COMMENT ON COLUMN service_closure_removal.closure_id IS 'The closure.';
COMMENT ON COLUMN service_closure_removal.service_id IS 'The service.';
COMMENT ON COLUMN service_closure_removal.removed_at IS 'When it was taken back.';
COMMENT ON COLUMN service_closure_removal.removed_by IS 'By whom.';
ALTER TABLE service_closure ADD CONSTRAINT service_closure_with_service UNIQUE (id, service_id);
ALTER TABLE service_closure_removal ADD CONSTRAINT service_closure_removal_closure
  FOREIGN KEY (closure_id, service_id) REFERENCES service_closure (id, service_id);

CREATE TABLE service_change (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  version integer NOT NULL,
  what text NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT service_change_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE service_change IS 'What was changed about a service. Insert-only.';
COMMENT ON COLUMN service_change.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN service_change.service_id IS 'The service.';
COMMENT ON COLUMN service_change.version IS 'The version of the service that it made.';
COMMENT ON COLUMN service_change.what IS 'One of SERVICE_CHANGES in packages/domain.';
COMMENT ON COLUMN service_change.before IS 'What stood before, by field.';
COMMENT ON COLUMN service_change.after IS 'What stands since, by field.';
COMMENT ON COLUMN service_change.changed_at IS 'When.';
COMMENT ON COLUMN service_change.changed_by IS 'By whom.';
ALTER TABLE service_change ADD CONSTRAINT service_change_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE service_change ADD CONSTRAINT service_change_what CHECK (what IN ('details', 'hours', 'closure-added', 'closure-removed'));
ALTER TABLE service_change ADD CONSTRAINT service_change_once UNIQUE (service_id, version);

-- Times that there are: 24:00 ends a day and begins none. Nobody is there twice at once.
ALTER TABLE service_hours DROP CONSTRAINT service_hours_interval;
ALTER TABLE service_hours ADD CONSTRAINT service_hours_interval CHECK (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
  AND closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' AND opens < closes);
ALTER TABLE service_hours ADD CONSTRAINT service_hours_no_overlap EXCLUDE USING gist (service_id WITH =, purpose WITH =, weekday WITH =,
  int4range(left(opens, 2)::integer * 60 + right(opens, 2)::integer, left(closes, 2)::integer * 60 + right(closes, 2)::integer) WITH &&);

ALTER TABLE service_closure_removal ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_closure_removal FORCE ROW LEVEL SECURITY;
CREATE POLICY service_closure_removal_owner ON service_closure_removal TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE service_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_change FORCE ROW LEVEL SECURITY;
CREATE POLICY service_change_owner ON service_change TO throughcare_owner USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON service_closure_removal, service_change TO throughcare_app;
CREATE POLICY service_closure_removal_read ON service_closure_removal FOR SELECT TO throughcare_app
  USING ((SELECT app.service_id()) IS NOT NULL);
CREATE POLICY service_change_read ON service_change FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);

-- What an administrator writes, under their own name where the row has one.
GRANT UPDATE (name, address, phone, duty_contact_name, duty_contact_phone, can_dose, receives, version) ON service TO throughcare_app;
CREATE POLICY service_keep ON service FOR UPDATE TO throughcare_app
  USING ((SELECT app.role()) = 'administrator') WITH CHECK ((SELECT app.role()) = 'administrator');
GRANT INSERT, DELETE ON service_hours TO throughcare_app;
CREATE POLICY service_hours_keep ON service_hours FOR INSERT TO throughcare_app WITH CHECK ((SELECT app.role()) = 'administrator');
CREATE POLICY service_hours_clear ON service_hours FOR DELETE TO throughcare_app USING ((SELECT app.role()) = 'administrator');
GRANT INSERT ON service_closure TO throughcare_app;
CREATE POLICY service_closure_keep ON service_closure FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'administrator' AND added_by = (SELECT app.account_id()));
CREATE POLICY service_closure_removal_keep ON service_closure_removal FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'administrator' AND removed_by = (SELECT app.account_id()));
CREATE POLICY service_change_keep ON service_change FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'administrator' AND changed_by = (SELECT app.account_id()));

CREATE TRIGGER service_closure_insert_only BEFORE UPDATE OR DELETE ON service_closure FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_closure_never_emptied BEFORE TRUNCATE ON service_closure FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_closure_removal_insert_only BEFORE UPDATE OR DELETE ON service_closure_removal FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_closure_removal_never_emptied BEFORE TRUNCATE ON service_closure_removal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_change_insert_only BEFORE UPDATE OR DELETE ON service_change FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_change_never_emptied BEFORE TRUNCATE ON service_change FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
