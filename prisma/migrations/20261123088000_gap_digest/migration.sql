-- The digest by e-mail at opening time: counts by cause, without a name, a treatment or a place. See docs/adr/0055.

CREATE TABLE digest_choice (
  membership_id uuid NOT NULL,
  wanted boolean NOT NULL,
  chosen_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT digest_choice_pkey PRIMARY KEY (membership_id)
);
COMMENT ON TABLE digest_choice IS 'Whether somebody wants the digest under this hat. Without a row it is wanted.';
COMMENT ON COLUMN digest_choice.membership_id IS 'The hat.';
COMMENT ON COLUMN digest_choice.wanted IS 'Whether it is wanted.';
COMMENT ON COLUMN digest_choice.chosen_at IS 'When it was chosen.';
COMMENT ON COLUMN digest_choice.version IS '1 for the first choice under a hat, and one more for each that follows.';

CREATE TABLE digest_sent (
  membership_id uuid NOT NULL,
  day date NOT NULL,
  service_id uuid NOT NULL,
  counts jsonb NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  until timestamptz(3) NOT NULL,
  sent_at timestamptz(3),
  CONSTRAINT digest_sent_pkey PRIMARY KEY (membership_id, day)
);
COMMENT ON TABLE digest_sent IS 'The digest of a hat for a day, decided once. Written with the job that sends it; it names nobody.';
COMMENT ON COLUMN digest_sent.membership_id IS 'The hat that it is for.';
COMMENT ON COLUMN digest_sent.day IS 'The day, in the zone of the service.';
COMMENT ON COLUMN digest_sent.service_id IS 'The service of the hat.';
COMMENT ON COLUMN digest_sent.counts IS 'Persons of the gap board by DIGEST_COUNTS of packages/domain, as they stood when it was decided.';
COMMENT ON COLUMN digest_sent.decided_at IS 'When it was due and decided.';
COMMENT ON COLUMN digest_sent.until IS 'The end of the last opening hour of the day: what could not be sent until then is not sent.';
COMMENT ON COLUMN digest_sent.sent_at IS 'When the mail server took it. Null: not yet, or never.';

ALTER TABLE digest_choice ADD CONSTRAINT digest_choice_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE digest_choice ADD CONSTRAINT digest_choice_counts CHECK (version >= 1);
ALTER TABLE digest_sent ADD CONSTRAINT digest_sent_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE digest_sent ADD CONSTRAINT digest_sent_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE digest_sent ADD CONSTRAINT digest_sent_counts CHECK (jsonb_typeof(counts) = 'object');
ALTER TABLE digest_sent ADD CONSTRAINT digest_sent_in_time CHECK (decided_at <= until AND decided_at <= sent_at);

ALTER TABLE digest_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY digest_choice_owner ON digest_choice TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (wanted, chosen_at, version) ON digest_choice TO throughcare_app;
CREATE POLICY digest_choice_read ON digest_choice FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.id = digest_choice.membership_id
    AND m.account_id = (SELECT app.account_id()) AND m.service_id = (SELECT app.service_id())));
CREATE POLICY digest_choice_add ON digest_choice FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM membership m WHERE m.id = digest_choice.membership_id
    AND m.account_id = (SELECT app.account_id()) AND m.service_id = (SELECT app.service_id())));
CREATE POLICY digest_choice_change ON digest_choice FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.id = digest_choice.membership_id
    AND m.account_id = (SELECT app.account_id()) AND m.service_id = (SELECT app.service_id())));

ALTER TABLE digest_sent ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_sent FORCE ROW LEVEL SECURITY;
CREATE POLICY digest_sent_owner ON digest_sent TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (sent_at) ON digest_sent TO throughcare_app;
CREATE POLICY digest_sent_read ON digest_sent FOR SELECT TO throughcare_app
  USING ((SELECT app.role()) = 'system' AND service_id = (SELECT app.service_id()));
CREATE POLICY digest_sent_add ON digest_sent FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'system' AND service_id = (SELECT app.service_id())
    AND EXISTS (SELECT 1 FROM membership m WHERE m.id = digest_sent.membership_id AND m.service_id = digest_sent.service_id));
CREATE POLICY digest_sent_change ON digest_sent FOR UPDATE TO throughcare_app
  USING ((SELECT app.role()) = 'system' AND service_id = (SELECT app.service_id()));

-- ---------------------------------------------------------------------------------------------------------------------
-- The worker asks who gets one, and at the last moment where to. Nobody else gets an address from the app role.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON digest_choice, digest_sent TO throughcare_lookup;
CREATE POLICY digest_choice_lookup ON digest_choice FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY digest_sent_lookup ON digest_sent FOR SELECT TO throughcare_lookup USING (true);

CREATE FUNCTION app.digest_readers() RETURNS TABLE (service_id uuid, service_kind text, membership_id uuid, role text, last_day date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT v.id, v.kind, m.id, m.role, (SELECT max(d.day) FROM digest_sent d WHERE d.membership_id = m.id)
  FROM membership m JOIN service v ON v.id = m.service_id JOIN account a ON a.id = m.account_id
  WHERE app.role() = 'system' AND m.role IN ('prison-health', 'caseworker') AND (m.until IS NULL OR m.until > app.now())
    AND a.disabled_at IS NULL AND (NOT a.demo OR EXISTS (SELECT 1 FROM installation i WHERE i.purpose <> 'production'))
    AND coalesce((SELECT c.wanted FROM digest_choice c WHERE c.membership_id = m.id), true)
$$;
COMMENT ON FUNCTION app.digest_readers() IS 'Every hat that wants the digest, with the last day for which it had one. Answers the system actor alone.';

CREATE FUNCTION app.digest_address(membership uuid) RETURNS TABLE (email text, locale text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.email, a.locale FROM account a JOIN membership m ON m.account_id = a.id
  WHERE app.role() = 'system' AND m.id = digest_address.membership AND m.service_id = app.service_id()
    AND EXISTS (SELECT 1 FROM app.digest_readers() r WHERE r.membership_id = m.id)
$$;
COMMENT ON FUNCTION app.digest_address(uuid) IS
  'Where the digest of a hat goes and in which language; no row when the hat was taken away or the digest muted meanwhile. Answers the system actor of the service alone.';

GRANT EXECUTE ON FUNCTION app.digest_readers(), app.digest_address(uuid) TO throughcare_app;
ALTER FUNCTION app.digest_readers() OWNER TO throughcare_lookup;
ALTER FUNCTION app.digest_address(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

SELECT pgboss.create_queue('follow-digests', '{"policy": "standard", "retryLimit": 5, "retryDelay": 2, "retryBackoff": true}'::jsonb);
-- A mail server may be away for a while: eight tries in about an hour and a half.
SELECT pgboss.create_queue('send-digest',
  '{"policy": "standard", "retryLimit": 8, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 1800}'::jsonb);
