-- What people are told: a row in the transaction in which it happens. Ids and codes; never a name, a medicine or free text.

CREATE TABLE notice (
  id uuid NOT NULL,
  kind text NOT NULL,
  service_id uuid NOT NULL,
  audience text NOT NULL,
  account_id uuid,
  episode_id uuid,
  handoff_id uuid,
  urgency text NOT NULL,
  dedupe_key text NOT NULL,
  caused_at timestamptz(3) NOT NULL,
  caused_by uuid NOT NULL,
  CONSTRAINT notice_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE notice IS 'Something that people of a service are told, written as it happens. Insert-only. It names nobody.';
COMMENT ON COLUMN notice.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN notice.kind IS 'One of NOTICE_KINDS in packages/domain.';
COMMENT ON COLUMN notice.service_id IS 'Whose people are told.';
COMMENT ON COLUMN notice.audience IS 'workers, managers, duty, or account: the one who is named beside it.';
COMMENT ON COLUMN notice.account_id IS 'Who is told, where it is one. Null: the audience.';
COMMENT ON COLUMN notice.episode_id IS 'The case that it is about. Null: about none that both sides may know of.';
COMMENT ON COLUMN notice.handoff_id IS 'The handoff that it is about. Null: about none.';
COMMENT ON COLUMN notice.urgency IS 'emergency or ordinary.';
COMMENT ON COLUMN notice.dedupe_key IS 'Names the happening: told twice to the same audience, as the same kind, it is one row.';
COMMENT ON COLUMN notice.caused_at IS 'When it happened.';
COMMENT ON COLUMN notice.caused_by IS 'Whose deed it was; the system actor for what happened by itself.';

CREATE TABLE notice_withdrawal (
  notice_id uuid NOT NULL,
  withdrawn_at timestamptz(3) NOT NULL,
  withdrawn_by uuid NOT NULL,
  CONSTRAINT notice_withdrawal_pkey PRIMARY KEY (notice_id)
);
COMMENT ON TABLE notice_withdrawal IS 'What was told of was undone. Insert-only.';
COMMENT ON COLUMN notice_withdrawal.notice_id IS 'The notice.';
COMMENT ON COLUMN notice_withdrawal.withdrawn_at IS 'When.';
COMMENT ON COLUMN notice_withdrawal.withdrawn_by IS 'By whom.';

ALTER TABLE notice ADD CONSTRAINT notice_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE notice ADD CONSTRAINT notice_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE notice ADD CONSTRAINT notice_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE notice ADD CONSTRAINT notice_handoff FOREIGN KEY (handoff_id) REFERENCES handoff (id);
ALTER TABLE notice ADD CONSTRAINT notice_by FOREIGN KEY (caused_by) REFERENCES account (id);
ALTER TABLE notice ADD CONSTRAINT notice_codes CHECK (kind ~ '^[a-z][a-z-]{2,39}$' AND urgency IN ('emergency', 'ordinary')
  AND audience IN ('workers', 'managers', 'duty', 'account') AND (audience = 'account') = (account_id IS NOT NULL));
ALTER TABLE notice ADD CONSTRAINT notice_key CHECK (dedupe_key ~ '^[A-Za-z0-9.:_-]{1,200}$');
ALTER TABLE notice_withdrawal ADD CONSTRAINT notice_withdrawal_notice FOREIGN KEY (notice_id) REFERENCES notice (id);
ALTER TABLE notice_withdrawal ADD CONSTRAINT notice_withdrawal_by FOREIGN KEY (withdrawn_by) REFERENCES account (id);
CREATE UNIQUE INDEX notice_once ON notice (service_id, kind, dedupe_key, audience,
  (coalesce(account_id, '00000000-0000-0000-0000-000000000000'::uuid)));
CREATE INDEX notice_of_episode ON notice (episode_id);
CREATE INDEX notice_of_handoff ON notice (handoff_id);

-- Only the worker reads them, for the service that is told, and makes of each what every member hears.
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_owner ON notice TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT ON notice TO throughcare_app;
CREATE POLICY notice_read ON notice FOR SELECT TO throughcare_app
  USING ((SELECT app.role()) = 'system' AND service_id = (SELECT app.service_id()));

ALTER TABLE notice_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_withdrawal_owner ON notice_withdrawal TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT ON notice_withdrawal TO throughcare_app;
CREATE POLICY notice_withdrawal_read ON notice_withdrawal FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM notice n WHERE n.id = notice_withdrawal.notice_id));

-- Whoever acts tells another service, whose parts and notices they do not read: the owner's function looks.
CREATE FUNCTION app.record_notice(id uuid, kind text, service uuid, audience text, account uuid, episode uuid, handoff uuid,
    urgency text, dedupe_key text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.account_id() IS NULL THEN RAISE EXCEPTION 'nobody is acting' USING ERRCODE = '42501'; END IF;
  IF app.role() <> 'system' AND NOT (
    (episode IS NULL OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode AND p.service_id = app.service_id()))
    AND (episode IS NULL OR service = app.service_id()
      OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode AND p.service_id = service)
      OR EXISTS (SELECT 1 FROM handoff h WHERE h.id = record_notice.handoff AND h.episode_id = episode
        AND service IN (h.sending_service_id, h.receiving_service_id, h.accountable_service_id)))
    AND (handoff IS NULL OR EXISTS (SELECT 1 FROM handoff h WHERE h.id = record_notice.handoff AND h.episode_id = episode))
  ) THEN
    RAISE EXCEPTION 'no part in what is told' USING ERRCODE = '42501';
  END IF;
  INSERT INTO notice (id, kind, service_id, audience, account_id, episode_id, handoff_id, urgency, dedupe_key, caused_at, caused_by)
  VALUES (record_notice.id, record_notice.kind, service, record_notice.audience, account, episode, record_notice.handoff,
    record_notice.urgency, record_notice.dedupe_key, app.now(), app.account_id())
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.record_notice(uuid, text, uuid, text, uuid, uuid, uuid, text, text) IS
  'Tells people of a service that something happened; false when they were told before. Both the one who acts and the service that is told must have, or have had, a part in the case.';

CREATE FUNCTION app.withdraw_notice(service uuid, kind text, dedupe_key text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  INSERT INTO notice_withdrawal (notice_id, withdrawn_at, withdrawn_by)
  SELECT n.id, app.now(), app.account_id() FROM notice n
  WHERE n.service_id = service AND n.kind = withdraw_notice.kind AND n.dedupe_key = withdraw_notice.dedupe_key
    AND app.account_id() IS NOT NULL AND (app.role() = 'system' OR (n.episode_id IS NULL AND n.caused_by = app.account_id())
      OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = n.episode_id AND p.service_id = app.service_id()))
  ON CONFLICT DO NOTHING
$$;
COMMENT ON FUNCTION app.withdraw_notice(uuid, text, text) IS 'Takes back what was told of a happening that was undone, by whoever has or had a part in the case.';
GRANT EXECUTE ON FUNCTION app.record_notice(uuid, text, uuid, text, uuid, uuid, uuid, text, text), app.withdraw_notice(uuid, text, text)
  TO throughcare_app;

SELECT pgboss.create_queue('tell-notice', '{"policy": "standard", "retryLimit": 8, "retryDelay": 2, "retryBackoff": true}'::jsonb);
