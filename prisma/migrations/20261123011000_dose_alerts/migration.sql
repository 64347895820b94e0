-- Alerts about doses: who has to be rung, raised and ended by themselves. Each keeps the id and the version of the rules that
-- raised it, whatever is approved afterwards.

CREATE TABLE dose_alert (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  raised_by_rule text NOT NULL,
  state text NOT NULL,
  depot_status text,
  days integer,
  rule_set_id text NOT NULL,
  rule_set_version integer NOT NULL,
  standing text NOT NULL,
  rule_id text,
  raised_at timestamptz(3) NOT NULL,
  raised_by uuid NOT NULL,
  ended_at timestamptz(3),
  ended_by uuid,
  ended_because text,
  CONSTRAINT dose_alert_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE dose_alert IS 'Somebody has to be rung about a person''s doses. One goes on at a time for a case; what raised it is never changed.';
COMMENT ON COLUMN dose_alert.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN dose_alert.episode_id IS 'The case.';
COMMENT ON COLUMN dose_alert.raised_by_rule IS 'days, depot or last-dose-unknown: what about the doses raised it.';
COMMENT ON COLUMN dose_alert.state IS 'One of ROUTING_STATES in packages/domain, never no-gap.';
COMMENT ON COLUMN dose_alert.depot_status IS 'One of DEPOT_STATUSES in packages/domain, or window-not-known. Null unless a depot raised it.';
COMMENT ON COLUMN dose_alert.days IS 'Days without a dose when it was raised. Null: nobody knows, or a depot raised it.';
COMMENT ON COLUMN dose_alert.rule_set_id IS 'The set of rules that raised it.';
COMMENT ON COLUMN dose_alert.rule_set_version IS 'The version of that set.';
COMMENT ON COLUMN dose_alert.standing IS 'One of ROUTING_STANDINGS in packages/domain: how those rules stood when it was raised.';
COMMENT ON COLUMN dose_alert.rule_id IS 'The band or rule of the set.';
COMMENT ON COLUMN dose_alert.raised_at IS 'When it was raised.';
COMMENT ON COLUMN dose_alert.raised_by IS 'Whose entry raised it; the system actor when time alone did.';
COMMENT ON COLUMN dose_alert.ended_at IS 'When it ended. Null while it goes on.';
COMMENT ON COLUMN dose_alert.ended_by IS 'Whose entry ended it; the system actor when time alone did.';
COMMENT ON COLUMN dose_alert.ended_because IS 'One of ALERT_END_REASONS in packages/domain.';

ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_rule CHECK (raised_by_rule IN ('days', 'depot', 'last-dose-unknown'));
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_state
  CHECK (state IN ('watch', 'check-in', 'ring-prescriber', 'treat-as-new-start'));
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_depot CHECK ((raised_by_rule = 'depot') = (depot_status IS NOT NULL));
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_days CHECK (days >= 1 AND raised_by_rule = 'days' OR days IS NULL);
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_version CHECK (rule_set_version >= 1);
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_ended CHECK (num_nulls(ended_at, ended_by, ended_because) IN (0, 3));
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_ended_because
  CHECK (ended_because IN ('covered', 'state-changed', 'not-prescribed', 'died', 'back-in-custody'));
CREATE UNIQUE INDEX dose_alert_one_at_a_time ON dose_alert (episode_id) WHERE ended_at IS NULL;
CREATE INDEX dose_alert_of_case ON dose_alert (episode_id, raised_at);

ALTER TABLE dose_alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE dose_alert FORCE ROW LEVEL SECURITY;
CREATE POLICY dose_alert_owner ON dose_alert TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ended_because) ON dose_alert TO throughcare_app;
CREATE POLICY dose_alert_read ON dose_alert FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = dose_alert.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY dose_alert_add ON dose_alert FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = dose_alert.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY dose_alert_end ON dose_alert FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = dose_alert.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER dose_alert_stays BEFORE DELETE ON dose_alert FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER dose_alert_never_emptied BEFORE TRUNCATE ON dose_alert FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The worker looks every hour: an alert arises without anyone pressing.
SELECT pgboss.create_queue('follow-dose-alerts', '{"policy": "standard", "retryLimit": 5, "retryDelay": 2, "retryBackoff": true}'::jsonb);
