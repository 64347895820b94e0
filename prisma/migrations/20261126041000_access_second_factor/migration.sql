-- A second factor (codes by time, RFC 6238) with recovery codes, sessions that wait for it, and the list of one's own sessions.
-- The secret is sealed before it comes here, with a key that the database does not have. See docs/adr/0155.

CREATE TABLE second_factor (
  account_id uuid NOT NULL,
  sealed bytea,
  proposed bytea,
  last_step bigint NOT NULL DEFAULT 0,
  confirmed_at timestamptz(3),
  CONSTRAINT second_factor_pkey PRIMARY KEY (account_id),
  CONSTRAINT second_factor_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT second_factor_confirmed CHECK ((sealed IS NULL) = (confirmed_at IS NULL))
);
COMMENT ON TABLE second_factor IS 'Whose sign-in asks for a code as well.';
COMMENT ON COLUMN second_factor.account_id IS 'Whose.';
COMMENT ON COLUMN second_factor.sealed IS 'The secret of their authenticator app, encrypted. Null until a first code confirmed it.';
COMMENT ON COLUMN second_factor.proposed IS 'A secret that was shown and not yet confirmed by a code, encrypted.';
COMMENT ON COLUMN second_factor.last_step IS 'The half minute of the last code that was taken: no code of it or before it is taken again.';
COMMENT ON COLUMN second_factor.confirmed_at IS 'Since when it is asked for.';

CREATE TABLE recovery_code (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  made_at timestamptz(3) NOT NULL DEFAULT app.now(),
  used_at timestamptz(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (id),
  CONSTRAINT recovery_code_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT recovery_code_once UNIQUE (account_id, code_hash)
);
COMMENT ON TABLE recovery_code IS 'For the day on which the telephone is gone: each opens once.';
COMMENT ON COLUMN recovery_code.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN recovery_code.account_id IS 'Whose.';
COMMENT ON COLUMN recovery_code.code_hash IS 'SHA-256 of the code, which is 80 random bits.';
COMMENT ON COLUMN recovery_code.made_at IS 'When it was shown.';
COMMENT ON COLUMN recovery_code.used_at IS 'When it opened.';

ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factor FORCE ROW LEVEL SECURITY;
CREATE POLICY second_factor_owner ON second_factor TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY second_factor_lookup ON second_factor TO throughcare_lookup USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO throughcare_lookup;
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
CREATE POLICY recovery_code_owner ON recovery_code TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY recovery_code_lookup ON recovery_code TO throughcare_lookup USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO throughcare_lookup;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

-- In real use whoever gives rights to others, or looks into emergency looks, has a second factor.
CREATE FUNCTION app.needs_second_factor(account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT NOT EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production')
    AND EXISTS (SELECT 1 FROM public.membership m WHERE m.account_id = account AND (m.until IS NULL OR m.until > app.now())
      AND (m.role = 'administrator' OR 'privacy-officer' = ANY (m.grants)))
$$;
COMMENT ON FUNCTION app.needs_second_factor(uuid) IS 'Administrators and privacy officers, outside a demo.';
ALTER FUNCTION app.needs_second_factor(uuid) OWNER TO throughcare_lookup;

DROP FUNCTION app.start_session(uuid, bytea, uuid, uuid);
CREATE FUNCTION app.start_session(session uuid, sid_hash bytea, account uuid, attempt uuid, before bytea, again boolean,
    proved_elsewhere boolean) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  former record;
  awaits text;
  hats uuid[];
BEGIN
  UPDATE public.sign_in_attempt t SET succeeded = true
    FROM public.account a
    WHERE t.id = start_session.attempt AND NOT t.succeeded AND t.at > app.now() - interval '1 minute'
      AND a.id = start_session.account AND a.disabled_at IS NULL AND t.email_hash = sha256(convert_to(a.email, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such try' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  SELECT s.id, s.account_id, s.membership_id, s.ended_at INTO former FROM public.session s WHERE s.sid_hash = start_session.before;
  -- Somebody else at a page that is still open: what was typed there is not theirs.
  IF again AND former.account_id IS DISTINCT FROM start_session.account THEN
    RETURN 'someone-else';
  END IF;
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'replaced' WHERE s.id = former.id AND s.ended_at IS NULL;
  awaits := CASE
    WHEN start_session.proved_elsewhere THEN NULL
    WHEN EXISTS (SELECT 1 FROM public.second_factor f WHERE f.account_id = start_session.account AND f.sealed IS NOT NULL) THEN 'code'
    WHEN app.needs_second_factor(start_session.account) THEN 'enrolment' END;
  SELECT array_agg(m.id) INTO hats FROM public.membership m
    WHERE m.account_id = start_session.account AND (m.until IS NULL OR m.until > app.now());
  INSERT INTO public.session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at, awaits)
    VALUES (start_session.session, start_session.sid_hash, start_session.account,
      CASE WHEN cardinality(hats) = 1 THEN hats[1]
        WHEN again AND former.membership_id = ANY (hats) THEN former.membership_id END,
      app.now(), app.now(), app.now() + CASE WHEN awaits IS NULL THEN interval '12 hours' ELSE interval '10 minutes' END, awaits);
  -- The rule of concurrent sessions: five at once, and the one unused longest ends for the sixth.
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'too-many'
    WHERE s.id IN (SELECT o.id FROM public.session o WHERE o.account_id = start_session.account AND o.ended_at IS NULL
      AND o.expires_at > app.now() AND o.last_seen_at > app.now() - interval '15 minutes'
      ORDER BY (o.id = start_session.session) DESC, o.last_seen_at DESC, o.created_at DESC OFFSET 5);
  RETURN coalesce(awaits, 'nothing');
END $$;
COMMENT ON FUNCTION app.start_session(uuid, bytea, uuid, uuid, bytea, boolean, boolean) IS
  'Starts a session after a try whose password was right, and says what it still waits for: nothing, code or enrolment; or someone-else, and there is none. Ends the session that the browser had before, and the longest unused of more than five.';
ALTER FUNCTION app.start_session(uuid, bytea, uuid, uuid, bytea, boolean, boolean) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.start_session(uuid, bytea, uuid, uuid, bytea, boolean, boolean) TO throughcare_app;

-- Whoever holds this living session, or one that waits for a code or an enrolment. Not for row level security: doors alone.
CREATE FUNCTION app.waiting_session(sid_hash bytea) RETURNS TABLE (session_id uuid, account_id uuid, awaits text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.account_id, s.awaits FROM public.session s
  JOIN public.account a ON a.id = s.account_id AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
  WHERE s.sid_hash = waiting_session.sid_hash AND s.ended_at IS NULL AND s.expires_at > app.now()
    AND s.last_seen_at > app.now() - interval '15 minutes'
$$;
COMMENT ON FUNCTION app.waiting_session(bytea) IS 'Whose session this is, be it one that still waits for a second proof.';
GRANT EXECUTE ON FUNCTION app.waiting_session(bytea) TO throughcare_app;
ALTER FUNCTION app.waiting_session(bytea) OWNER TO throughcare_lookup;

-- Guesses of codes are counted for the account, wherever they come from: five are free, then the wait doubles from half a minute.
CREATE FUNCTION app.begin_code(sid_hash bytea, attempt uuid)
  RETURNS TABLE (wait integer, account_id uuid, awaits text, sealed bytea, proposed bytea, now timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  me record;
  counted bytea;
  seconds integer;
BEGIN
  SELECT * INTO me FROM app.waiting_session(begin_code.sid_hash);
  IF NOT FOUND THEN RETURN; END IF;
  counted := sha256(convert_to('code of ' || me.account_id::text, 'UTF8'));
  seconds := app.begin_sign_in(begin_code.attempt, counted, counted);
  IF seconds > 0 AND me.awaits IS NOT NULL THEN
    UPDATE public.session s SET ended_at = app.now(), ended_because = 'too-many' WHERE s.id = me.session_id;
  END IF;
  RETURN QUERY SELECT seconds, me.account_id, me.awaits, f.sealed, f.proposed, app.now()
    FROM (SELECT 1) one LEFT JOIN public.second_factor f ON f.account_id = me.account_id;
END $$;
COMMENT ON FUNCTION app.begin_code(bytea, uuid) IS
  'Notes a try with a code and returns what it is checked against; or the seconds to wait, and a session that waits for a code ends. No row for no session.';
ALTER FUNCTION app.begin_code(bytea, uuid) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.begin_code(bytea, uuid) TO throughcare_app;

CREATE FUNCTION app.opened_by_code(sid_hash bytea, new_sid_hash bytea, attempt uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record;
BEGIN
  SELECT * INTO me FROM app.waiting_session(opened_by_code.sid_hash);
  UPDATE public.sign_in_attempt t SET succeeded = true
    WHERE t.id = opened_by_code.attempt AND NOT t.succeeded AND t.at > app.now() - interval '1 minute'
      AND t.email_hash = sha256(convert_to('code of ' || me.account_id::text, 'UTF8'));
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE public.session s SET sid_hash = opened_by_code.new_sid_hash, proved_at = app.now(), last_seen_at = app.now(),
      expires_at = CASE WHEN s.awaits IS NULL THEN s.expires_at ELSE app.now() + interval '12 hours' END, awaits = NULL
    WHERE s.id = me.session_id;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.opened_by_code(bytea, bytea, uuid) IS 'Opens a session that waited, or notes a new proof of one that is open; it has a new id from then on.';
ALTER FUNCTION app.opened_by_code(bytea, bytea, uuid) OWNER TO throughcare_lookup;

CREATE FUNCTION app.accept_code(sid_hash bytea, new_sid_hash bytea, attempt uuid, step bigint) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- Of two presses with the same code one is later: it finds the step taken.
  UPDATE public.second_factor f SET last_step = accept_code.step FROM app.waiting_session(accept_code.sid_hash) me
    WHERE f.account_id = me.account_id AND f.sealed IS NOT NULL AND f.last_step < accept_code.step
      AND me.awaits IS DISTINCT FROM 'enrolment';
  IF NOT FOUND THEN RETURN false; END IF;
  RETURN app.opened_by_code(accept_code.sid_hash, accept_code.new_sid_hash, accept_code.attempt);
END $$;
COMMENT ON FUNCTION app.accept_code(bytea, bytea, uuid, bigint) IS 'Takes a code that was right, once. False when it or a later one was taken before.';
ALTER FUNCTION app.accept_code(bytea, bytea, uuid, bigint) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.accept_code(bytea, bytea, uuid, bigint) TO throughcare_app;

CREATE FUNCTION app.accept_recovery(sid_hash bytea, new_sid_hash bytea, attempt uuid, code_hash bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.recovery_code c SET used_at = app.now() FROM app.waiting_session(accept_recovery.sid_hash) me
    WHERE c.account_id = me.account_id AND c.code_hash = accept_recovery.code_hash AND c.used_at IS NULL
      AND me.awaits IS DISTINCT FROM 'enrolment';
  IF NOT FOUND THEN RETURN false; END IF;
  RETURN app.opened_by_code(accept_recovery.sid_hash, accept_recovery.new_sid_hash, accept_recovery.attempt);
END $$;
COMMENT ON FUNCTION app.accept_recovery(bytea, bytea, uuid, bytea) IS 'Takes a recovery code, once. False when there is none such, or it was used.';
ALTER FUNCTION app.accept_recovery(bytea, bytea, uuid, bytea) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.accept_recovery(bytea, bytea, uuid, bytea) TO throughcare_app;

-- May this session put a second factor there: it waits for just that, or it is open and was proved within ten minutes.
CREATE FUNCTION app.may_enrol(sid_hash bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT me.account_id FROM app.waiting_session(may_enrol.sid_hash) me JOIN public.session s ON s.id = me.session_id
  WHERE me.awaits = 'enrolment' OR (me.awaits IS NULL AND s.proved_at > app.now() - interval '10 minutes')
$$;
COMMENT ON FUNCTION app.may_enrol(bytea) IS 'Whose second factor this session may change; null when it may not.';
ALTER FUNCTION app.may_enrol(bytea) OWNER TO throughcare_lookup;

CREATE FUNCTION app.propose_factor(sid_hash bytea, proposed bytea) RETURNS text
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.second_factor (account_id, proposed)
    SELECT me.account_id, propose_factor.proposed FROM (SELECT app.may_enrol(propose_factor.sid_hash) AS account_id) me
    WHERE me.account_id IS NOT NULL
    ON CONFLICT (account_id) DO UPDATE SET proposed = excluded.proposed;
  SELECT a.email FROM public.account a WHERE a.id = app.may_enrol(propose_factor.sid_hash)
$$;
COMMENT ON FUNCTION app.propose_factor(bytea, bytea) IS 'Keeps a secret until a code confirms it, and returns whose it is by address; null when this session may not.';
ALTER FUNCTION app.propose_factor(bytea, bytea) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.propose_factor(bytea, bytea) TO throughcare_app;

CREATE FUNCTION app.confirm_factor(sid_hash bytea, new_sid_hash bytea, attempt uuid, step bigint, code_ids uuid[], code_hashes bytea[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  whose uuid := app.may_enrol(confirm_factor.sid_hash);
BEGIN
  UPDATE public.second_factor f SET sealed = f.proposed, proposed = NULL, last_step = confirm_factor.step, confirmed_at = app.now()
    WHERE f.account_id = whose AND f.proposed IS NOT NULL;
  IF NOT FOUND OR NOT app.opened_by_code(confirm_factor.sid_hash, confirm_factor.new_sid_hash, confirm_factor.attempt) THEN
    RETURN false;
  END IF;
  DELETE FROM public.recovery_code c WHERE c.account_id = whose;
  INSERT INTO public.recovery_code (id, account_id, code_hash)
    SELECT made.id, whose, made.hash FROM unnest(confirm_factor.code_ids, confirm_factor.code_hashes) AS made (id, hash);
  -- Sessions that began without it are over.
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'elsewhere'
    WHERE s.account_id = whose AND s.ended_at IS NULL AND s.sid_hash <> confirm_factor.new_sid_hash;
  RETURN true;
END $$;
COMMENT ON FUNCTION app.confirm_factor(bytea, bytea, uuid, bigint, uuid[], bytea[]) IS
  'Takes the proposed secret into use after a code of it was right, with new recovery codes; every other session of the account ends.';
ALTER FUNCTION app.confirm_factor(bytea, bytea, uuid, bigint, uuid[], bytea[]) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.confirm_factor(bytea, bytea, uuid, bigint, uuid[], bytea[]) TO throughcare_app;

CREATE FUNCTION app.remove_factor(sid_hash bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  whose uuid := app.may_enrol(remove_factor.sid_hash);
BEGIN
  IF whose IS NULL OR app.needs_second_factor(whose) THEN RETURN false; END IF;
  DELETE FROM public.recovery_code c WHERE c.account_id = whose;
  DELETE FROM public.second_factor f WHERE f.account_id = whose;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.remove_factor(bytea) IS 'Does without the second factor from now on. False where it is required, and when the last proof is older than ten minutes.';
ALTER FUNCTION app.remove_factor(bytea) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.remove_factor(bytea) TO throughcare_app;

-- What somebody sees of their own sign-in: every living session, and whether a code is asked for.
CREATE FUNCTION app.sessions_of(sid_hash bytea)
  RETURNS TABLE (session_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, here boolean,
    has_factor boolean, needs_factor boolean, codes_left integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.created_at, s.last_seen_at, s.expires_at, s.id = me.session_id,
    EXISTS (SELECT 1 FROM public.second_factor f WHERE f.account_id = me.account_id AND f.sealed IS NOT NULL),
    app.needs_second_factor(me.account_id),
    (SELECT count(*)::int FROM public.recovery_code c WHERE c.account_id = me.account_id AND c.used_at IS NULL)
  FROM app.waiting_session(sessions_of.sid_hash) me
  JOIN public.session s ON s.account_id = me.account_id AND s.ended_at IS NULL AND s.awaits IS NULL AND s.expires_at > app.now()
    AND s.last_seen_at > app.now() - interval '15 minutes'
  WHERE me.awaits IS NULL
  ORDER BY s.id = me.session_id DESC, s.last_seen_at DESC
$$;
COMMENT ON FUNCTION app.sessions_of(bytea) IS 'The living sessions of whoever holds this one, and how they sign in.';
ALTER FUNCTION app.sessions_of(bytea) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.sessions_of(bytea) TO throughcare_app;

CREATE FUNCTION app.end_other_sessions(sid_hash bytea, which uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record; ended integer;
BEGIN
  SELECT * INTO me FROM app.waiting_session(end_other_sessions.sid_hash) w WHERE w.awaits IS NULL;
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'elsewhere'
    WHERE s.account_id = me.account_id AND s.ended_at IS NULL AND s.id <> me.session_id
      AND (which IS NULL OR s.id = which);
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
COMMENT ON FUNCTION app.end_other_sessions(bytea, uuid) IS 'Ends one other session of whoever holds this one, or all others. Returns how many.';
ALTER FUNCTION app.end_other_sessions(bytea, uuid) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.end_other_sessions(bytea, uuid) TO throughcare_app;

CREATE FUNCTION app.change_password(sid_hash bytea, attempt uuid, password_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record;
BEGIN
  SELECT * INTO me FROM app.read_session(change_password.sid_hash);
  UPDATE public.sign_in_attempt t SET succeeded = true FROM public.account a
    WHERE t.id = change_password.attempt AND NOT t.succeeded AND t.at > app.now() - interval '1 minute'
      AND a.id = me.account_id AND t.email_hash = sha256(convert_to(a.email, 'UTF8'));
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE public.account a SET password_hash = change_password.password_hash, version = a.version + 1 WHERE a.id = me.account_id;
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'password'
    WHERE s.account_id = me.account_id AND s.ended_at IS NULL AND s.id <> me.session_id;
  RETURN true;
END $$;
COMMENT ON FUNCTION app.change_password(bytea, uuid, text) IS
  'A new password for whoever holds this session, after a try whose old one was right; every other session of theirs ends.';
GRANT UPDATE (password_hash, version, disabled_at) ON account TO throughcare_lookup;
ALTER FUNCTION app.change_password(bytea, uuid, text) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.change_password(bytea, uuid, text) TO throughcare_app;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
