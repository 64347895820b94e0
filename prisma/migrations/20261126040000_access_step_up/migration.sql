-- Step-up: what weighs most (a merge, an export, an emergency look, a role) asks again who is there when the last proof is older
-- than ten minutes. And a session that still waits for its second proof is no session: read_session does not know it. ADR 0155.

ALTER TABLE session ADD COLUMN proved_at timestamptz(3) NOT NULL DEFAULT app.now();
COMMENT ON COLUMN session.proved_at IS 'When whoever holds it last proved who they are: signing in, and every proof after it.';
ALTER TABLE session ADD COLUMN awaits text;
COMMENT ON COLUMN session.awaits IS 'What is still to be proved before it opens anything: code, or enrolment of a second factor. Null: nothing, it is a session.';
ALTER TABLE session ADD CONSTRAINT session_awaits_known CHECK (awaits IN ('code', 'enrolment'));
COMMENT ON COLUMN session.ended_because IS 'signed-out, everywhere, elsewhere, password, replaced, too-many, disabled, expired or idle.';

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT UPDATE (sid_hash, proved_at, awaits) ON session TO throughcare_lookup;

DROP FUNCTION app.read_session(bytea);
CREATE FUNCTION app.read_session(sid_hash bytea)
  RETURNS TABLE (session_id uuid, account_id uuid, display_name text, locale text, membership_id uuid, role text, grants text[],
    service_id uuid, service_name text, service_kind text, service_country text, service_time_zone text, proved_lately boolean)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.session s SET last_seen_at = app.now()
    WHERE s.sid_hash = read_session.sid_hash AND s.ended_at IS NULL AND s.awaits IS NULL AND s.expires_at > app.now()
      AND s.last_seen_at BETWEEN app.now() - interval '15 minutes' AND app.now() - interval '1 minute';
  SELECT s.id, a.id, a.display_name, a.locale, m.id, m.role, m.grants, v.id, v.name, v.kind, v.country, v.time_zone,
    s.proved_at > app.now() - interval '10 minutes'
  FROM public.session s
  JOIN public.account a ON a.id = s.account_id AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
  LEFT JOIN public.membership m ON m.id = s.membership_id AND m.account_id = a.id
    AND (m.until IS NULL OR m.until > app.now())
  LEFT JOIN public.service v ON v.id = m.service_id
  WHERE s.sid_hash = read_session.sid_hash AND s.ended_at IS NULL AND s.awaits IS NULL AND s.expires_at > app.now()
    AND s.last_seen_at > app.now() - interval '15 minutes'
$$;
COMMENT ON FUNCTION app.read_session(bytea) IS
  'Who is signed in with this session id, under which hat, and whether they proved it within ten minutes; no row when it has ended or waits for a second proof.';
GRANT EXECUTE ON FUNCTION app.read_session(bytea) TO throughcare_app;
ALTER FUNCTION app.read_session(bytea) OWNER TO throughcare_lookup;

-- As before, and knows no session either that waits for a second proof.
CREATE OR REPLACE FUNCTION app.look_at_sessions(sid_hashes bytea[])
  RETURNS TABLE (sid_hash bytea, session_id uuid, account_id uuid, display_name text, locale text, membership_id uuid, role text,
    grants text[], service_id uuid, service_name text, service_kind text, service_country text, service_time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.sid_hash, s.id, a.id, a.display_name, a.locale, m.id, m.role, m.grants, v.id, v.name, v.kind, v.country, v.time_zone
  FROM public.session s
  JOIN public.account a ON a.id = s.account_id AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
  LEFT JOIN public.membership m ON m.id = s.membership_id AND m.account_id = a.id
    AND (m.until IS NULL OR m.until > app.now())
  LEFT JOIN public.service v ON v.id = m.service_id
  WHERE s.sid_hash = ANY (look_at_sessions.sid_hashes) AND s.ended_at IS NULL AND s.awaits IS NULL AND s.expires_at > app.now()
    AND s.last_seen_at > app.now() - interval '15 minutes'
$$;

CREATE FUNCTION app.find_proof(sid_hash bytea) RETURNS TABLE (session_id uuid, account_id uuid, email text, password_hash text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT me.session_id, a.id, a.email, a.password_hash
  FROM app.read_session(find_proof.sid_hash) me JOIN public.account a ON a.id = me.account_id
$$;
COMMENT ON FUNCTION app.find_proof(bytea) IS 'What whoever holds this living session proves themselves against.';
GRANT EXECUTE ON FUNCTION app.find_proof(bytea) TO throughcare_app;
ALTER FUNCTION app.find_proof(bytea) OWNER TO throughcare_lookup;

-- The session goes on under a new id, so that a copy of the old cookie does not profit from the proof.
CREATE FUNCTION app.renew_session(sid_hash bytea, new_sid_hash bytea, attempt uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record;
BEGIN
  SELECT * INTO me FROM app.read_session(renew_session.sid_hash);
  UPDATE public.sign_in_attempt t SET succeeded = true FROM public.account a
    WHERE t.id = renew_session.attempt AND NOT t.succeeded AND t.at > app.now() - interval '1 minute'
      AND a.id = me.account_id AND t.email_hash = sha256(convert_to(a.email, 'UTF8'));
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE public.session s SET sid_hash = renew_session.new_sid_hash, proved_at = app.now() WHERE s.id = me.session_id;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.renew_session(bytea, bytea, uuid) IS
  'Notes that whoever holds this living session proved again who they are, after a try whose password was right; the session has a new id from then on.';
GRANT EXECUTE ON FUNCTION app.renew_session(bytea, bytea, uuid) TO throughcare_app;
ALTER FUNCTION app.renew_session(bytea, bytea, uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
