-- The trail is sealed: whatever was written is put, in the order in which its transactions ended, into hash-chained batches of its
-- service, signed by the worker. Whoever alters, takes out or puts in a sealed entry afterwards is found. See docs/adr/0175.

-- Transactions are numbered anew where a dump is restored. What this adds keeps the numbers of the trail growing; see continueTrail
-- in packages/db/src/migrate.
CREATE FUNCTION app.trail_base() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 0::bigint;
COMMENT ON FUNCTION app.trail_base() IS 'What is added to the number of a transaction, so that entries written after a restore come after those of before. Replaced when migrations are applied to a restored database.';
GRANT EXECUTE ON FUNCTION app.trail_base() TO throughcare_app, throughcare_lookup;

ALTER TABLE audit_entry ALTER COLUMN xid SET DEFAULT app.trail_base() + pg_current_xact_id()::text::bigint;
-- When and in which transaction an entry was written is the database's own word: whoever writes it has no say.
REVOKE INSERT ON audit_entry FROM throughcare_app;
GRANT INSERT (id, account_id, service_id, role, action, outcome, asked_id, episode_ids, relations, person_ids, fields, request_id)
  ON audit_entry TO throughcare_app;
CREATE INDEX audit_entry_in_order ON audit_entry (xid, id);

CREATE TABLE audit_seal (
  service_id uuid NOT NULL,
  sequence bigint NOT NULL,
  sealed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  entry_ids uuid[] NOT NULL,
  entry_hashes bytea NOT NULL,
  last_xid bigint NOT NULL,
  last_id uuid NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  signature bytea NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (service_id, sequence),
  CONSTRAINT audit_seal_whole CHECK (sequence > 0 AND cardinality(entry_ids) > 0
    AND octet_length(entry_hashes) = 32 * cardinality(entry_ids) AND octet_length(previous) = 32 AND octet_length(hash) = 32
    AND octet_length(signature) = 64)
);
COMMENT ON TABLE audit_seal IS 'A batch of entries of one service, chained to the batch before it and signed. Insert-only.';
COMMENT ON COLUMN audit_seal.service_id IS 'Whose chain. All zeros: entries of no service.';
COMMENT ON COLUMN audit_seal.sequence IS 'The place in the chain, from 1.';
COMMENT ON COLUMN audit_seal.sealed_at IS 'When, by the clock of the database.';
COMMENT ON COLUMN audit_seal.entry_ids IS 'The entries, in the order of their transactions.';
COMMENT ON COLUMN audit_seal.entry_hashes IS 'SHA-256 of each entry in canonical form, 32 bytes each, in the order of entry_ids.';
COMMENT ON COLUMN audit_seal.last_xid IS 'The transaction of the last entry: sealing goes on behind it.';
COMMENT ON COLUMN audit_seal.last_id IS 'The last entry.';
COMMENT ON COLUMN audit_seal.previous IS 'Hash of the batch before; zeros for the first.';
COMMENT ON COLUMN audit_seal.hash IS 'SHA-256 of everything above but the time, in canonical form.';
COMMENT ON COLUMN audit_seal.signature IS 'Ed25519 over the hash, with the key of the worker.';
CREATE INDEX audit_seal_by_end ON audit_seal (last_xid, last_id);

CREATE TABLE audit_head (
  sequence bigint NOT NULL,
  signed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  document text NOT NULL,
  signature bytea NOT NULL,
  CONSTRAINT audit_head_pkey PRIMARY KEY (sequence),
  CONSTRAINT audit_head_whole CHECK (sequence > 0 AND octet_length(signature) = 64)
);
COMMENT ON TABLE audit_head IS 'Where every chain stood at a moment, signed: what is handed to a second party. Insert-only.';
COMMENT ON COLUMN audit_head.sequence IS 'From 1.';
COMMENT ON COLUMN audit_head.signed_at IS 'When.';
COMMENT ON COLUMN audit_head.document IS 'JSON, as it was signed: the last batch of each chain, and the hash of the document before.';
COMMENT ON COLUMN audit_head.signature IS 'Ed25519 over the document, with the key of the worker.';

CREATE TABLE audit_check (
  id uuid NOT NULL,
  checked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  entries bigint NOT NULL,
  seals bigint NOT NULL,
  fault text,
  service_id uuid,
  sequence bigint,
  entry_id uuid,
  CONSTRAINT audit_check_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE audit_check IS 'What the verifier found, each time it looked. Insert-only.';
COMMENT ON COLUMN audit_check.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN audit_check.checked_at IS 'When it was done.';
COMMENT ON COLUMN audit_check.entries IS 'How many entries were looked at.';
COMMENT ON COLUMN audit_check.seals IS 'How many batches.';
COMMENT ON COLUMN audit_check.fault IS 'What is wrong with the first bad entry or batch, one of TRAIL_FAULTS in packages/domain. Null: nothing is.';
COMMENT ON COLUMN audit_check.service_id IS 'Whose chain it stands in.';
COMMENT ON COLUMN audit_check.sequence IS 'The batch.';
COMMENT ON COLUMN audit_check.entry_id IS 'The entry, where it can be named.';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_seal', 'audit_head', 'audit_check'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO throughcare_owner USING (true) WITH CHECK (true)', name || '_owner', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO throughcare_app', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO throughcare_app USING ((SELECT app.role()) IN (''system'', ''administrator''))',
      name || '_read', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO throughcare_app WITH CHECK ((SELECT app.role()) = ''system'')',
      name || '_add', name);
    EXECUTE format('GRANT SELECT ON %I TO throughcare_lookup', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO throughcare_lookup USING (true)', name || '_lookup', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()',
      name || '_insert_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()',
      name || '_never_emptied', name);
  END LOOP;
END $$;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

CREATE FUNCTION app.trail_after(after_xid bigint, after_id uuid, at_most int)
  RETURNS TABLE (id uuid, at text, xid text, account_id uuid, service_id uuid, role text, action text, outcome text, asked_id uuid,
    episode_ids uuid[], relations text[], person_ids uuid[], fields text[], request_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), a.xid::text, a.account_id, a.service_id, a.role,
    a.action, a.outcome, a.asked_id, a.episode_ids, a.relations, a.person_ids, a.fields, a.request_id
  FROM audit_entry a
  WHERE app.role() = 'system' AND (a.xid, a.id) > (after_xid, after_id)
    AND a.xid < app.trail_base() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  ORDER BY a.xid, a.id LIMIT least(at_most, 10000)
$$;
COMMENT ON FUNCTION app.trail_after(bigint, uuid, int) IS
  'The entries behind this one in the order of their transactions, as far as no transaction that is still open can add one between them. For the system actor alone.';

CREATE FUNCTION app.trail_not_sealed_since() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH sealed AS (SELECT s.last_xid, s.last_id FROM audit_seal s ORDER BY s.last_xid DESC, s.last_id DESC LIMIT 1),
    waiting AS (SELECT a.at FROM audit_entry a
      WHERE (a.xid, a.id) > (coalesce((SELECT s.last_xid FROM sealed s), -1),
        coalesce((SELECT s.last_id FROM sealed s), '00000000-0000-0000-0000-000000000000'))
      ORDER BY a.xid, a.id LIMIT 1)
  SELECT app.now() - (now() - w.at) FROM waiting w WHERE w.at < clock_timestamp() - app.worker_away_after()
$$;
COMMENT ON FUNCTION app.trail_not_sealed_since() IS
  'Since when entries of the trail wait to be sealed, by the clock of app.now(); null while none waits longer than app.worker_away_after().';

CREATE FUNCTION app.trail_broken_since() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.now() - (now() - c.checked_at) FROM audit_check c
  WHERE c.fault IS NOT NULL AND c.checked_at >= (SELECT max(l.checked_at) FROM audit_check l) LIMIT 1
$$;
COMMENT ON FUNCTION app.trail_broken_since() IS 'When the verifier last looked, if it found that the trail was altered; null otherwise.';
GRANT EXECUTE ON FUNCTION app.worker_away_after() TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.trail_after(bigint, uuid, int), app.trail_not_sealed_since(), app.trail_broken_since() TO throughcare_app, throughcare_owner;
ALTER FUNCTION app.trail_after(bigint, uuid, int) OWNER TO throughcare_lookup;
ALTER FUNCTION app.trail_not_sealed_since() OWNER TO throughcare_lookup;
ALTER FUNCTION app.trail_broken_since() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

SELECT pgboss.create_queue('seal-audit', '{"policy": "short", "retryLimit": 0, "deleteAfterSeconds": 3600, "expireInSeconds": 120}'::jsonb);
SELECT pgboss.create_queue('verify-audit', '{"policy": "short", "retryLimit": 2, "deleteAfterSeconds": 604800, "expireInSeconds": 3600}'::jsonb);
