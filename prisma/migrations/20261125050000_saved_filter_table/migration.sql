-- Filters of a list that somebody kept under a name: for themselves, or for everybody of the service. Codes and ids only: what
-- they narrow to is read again, with the rights of whoever opens them.

CREATE TABLE saved_filter (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  account_id uuid NOT NULL,
  list text NOT NULL,
  name text NOT NULL,
  query jsonb NOT NULL,
  is_shared boolean NOT NULL,
  kept_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3),
  removed_by uuid,
  CONSTRAINT saved_filter_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE saved_filter IS 'A list narrowed in a way that somebody wants again, under a name. It holds codes and ids, and nobody''s data.';
COMMENT ON COLUMN saved_filter.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN saved_filter.service_id IS 'The service at which it was kept.';
COMMENT ON COLUMN saved_filter.account_id IS 'Who kept it.';
COMMENT ON COLUMN saved_filter.list IS 'Which list: inbox or sent.';
COMMENT ON COLUMN saved_filter.name IS 'What whoever kept it calls it.';
COMMENT ON COLUMN saved_filter.query IS 'What the list is narrowed to, as HandoffQuery of packages/domain: codes and ids.';
COMMENT ON COLUMN saved_filter.is_shared IS 'Whether everybody of the service is offered it.';
COMMENT ON COLUMN saved_filter.kept_at IS 'When it was kept.';
COMMENT ON COLUMN saved_filter.removed_at IS 'When it was taken off. Null: it is offered.';
COMMENT ON COLUMN saved_filter.removed_by IS 'By whom.';
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_list CHECK (list IN ('inbox', 'sent'));
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_name CHECK (length(name) BETWEEN 1 AND 60);
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_query CHECK (jsonb_typeof(query) = 'object' AND length(query::text) <= 1000);
ALTER TABLE saved_filter ADD CONSTRAINT saved_filter_removed CHECK (num_nulls(removed_at, removed_by) IN (0, 2));
CREATE UNIQUE INDEX saved_filter_name_once ON saved_filter (service_id, list, account_id, lower(name)) WHERE removed_at IS NULL;
ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_filter_owner ON saved_filter TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (removed_at, removed_by) ON saved_filter TO throughcare_app;
CREATE POLICY saved_filter_read ON saved_filter FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND (is_shared OR account_id = (SELECT app.account_id())));
CREATE POLICY saved_filter_keep ON saved_filter FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.service_id()) AND account_id = (SELECT app.account_id()) AND removed_at IS NULL);
-- Whoever kept it takes it off; what everybody is offered, a manager too.
CREATE POLICY saved_filter_remove ON saved_filter FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND removed_at IS NULL
    AND (account_id = (SELECT app.account_id()) OR (is_shared AND (SELECT app.role()) = 'manager')))
  WITH CHECK (removed_by = (SELECT app.account_id()));
