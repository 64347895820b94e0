-- Who has room today, and who is away: said by the worker, or by a manager of the service. No number is made up: what nobody said
-- of today is not known.

CREATE TABLE capacity_statement (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  account_id uuid NOT NULL,
  says text NOT NULL,
  away_until date,
  room integer,
  of_day date NOT NULL,
  stated_at timestamptz(3) NOT NULL,
  stated_by uuid NOT NULL,
  CONSTRAINT capacity_statement_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE capacity_statement IS 'What was said of how much a worker can take on. Insert-only: of each worker of a service the latest row stands.';
COMMENT ON COLUMN capacity_statement.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN capacity_statement.service_id IS 'The service.';
COMMENT ON COLUMN capacity_statement.account_id IS 'Of whom.';
COMMENT ON COLUMN capacity_statement.says IS 'away: not at work up to a day; room: so many more today; back: here, and nothing said about room.';
COMMENT ON COLUMN capacity_statement.away_until IS 'The last day away, in the zone of the service. Null unless away.';
COMMENT ON COLUMN capacity_statement.room IS 'How many more can be taken on that day; 0 is full. Null unless room.';
COMMENT ON COLUMN capacity_statement.of_day IS 'The day on which it was said, in the zone of the service: room is of that day only.';
COMMENT ON COLUMN capacity_statement.stated_at IS 'When.';
COMMENT ON COLUMN capacity_statement.stated_by IS 'By whom: the worker, or a manager of the service.';
ALTER TABLE capacity_statement ADD CONSTRAINT capacity_statement_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE capacity_statement ADD CONSTRAINT capacity_statement_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE capacity_statement ADD CONSTRAINT capacity_statement_counts CHECK (room BETWEEN 0 AND 50);
ALTER TABLE capacity_statement ADD CONSTRAINT capacity_statement_says CHECK (says IN ('away', 'room', 'back')
  AND (says = 'away') = (away_until IS NOT NULL) AND (says = 'room') = (room IS NOT NULL) AND away_until >= of_day);
CREATE INDEX capacity_statement_latest ON capacity_statement (service_id, account_id, stated_at DESC, id DESC);
ALTER TABLE capacity_statement ENABLE ROW LEVEL SECURITY;
ALTER TABLE capacity_statement FORCE ROW LEVEL SECURITY;
CREATE POLICY capacity_statement_owner ON capacity_statement TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON capacity_statement TO throughcare_app;
CREATE POLICY capacity_statement_read ON capacity_statement FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()));
CREATE POLICY capacity_statement_add ON capacity_statement FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.service_id()) AND stated_by = (SELECT app.account_id())
    AND ((SELECT app.role()) = 'manager' OR ((SELECT app.role()) = 'caseworker' AND account_id = (SELECT app.account_id())))
    AND EXISTS (SELECT 1 FROM membership m WHERE m.account_id = capacity_statement.account_id
      AND m.service_id = capacity_statement.service_id AND m.role = 'caseworker' AND (m.until IS NULL OR m.until > app.now())));
CREATE TRIGGER capacity_statement_insert_only BEFORE UPDATE OR DELETE ON capacity_statement FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER capacity_statement_never_emptied BEFORE TRUNCATE ON capacity_statement FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
