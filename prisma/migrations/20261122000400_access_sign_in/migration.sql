-- Signing in and out. Sessions, attempts and passwords are behind row level security that the app role has no policy for:
-- these functions are its only way to them. Each answers one narrow question.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT UPDATE (succeeded) ON sign_in_attempt TO throughcare_lookup;
GRANT UPDATE (locale) ON account TO throughcare_lookup;
CREATE POLICY account_lookup_language ON account FOR UPDATE TO throughcare_lookup USING (true) WITH CHECK (true);

-- How long a try has to wait. Failures double the wait, per account and place, per account, and per place. The numbers are
-- policy (docs/adr/0018): a prison's whole staff may sit behind one address, so a place has more tries than an account.
CREATE FUNCTION app.begin_sign_in(attempt uuid, email_hash bytea, ip_hash bytea) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  by_email bigint := hashtextextended(encode(begin_sign_in.email_hash, 'hex'), 1);
  by_ip bigint := hashtextextended(encode(begin_sign_in.ip_hash, 'hex'), 2);
  at_once timestamptz := app.now();
  open_again timestamptz;
BEGIN
  -- Tries for one account, and from one place, wait for each other, so that a hundred at once count as a hundred.
  PERFORM pg_advisory_xact_lock(least(by_email, by_ip));
  PERFORM pg_advisory_xact_lock(greatest(by_email, by_ip));

  SELECT max(f.latest + least(interval '30 seconds' * power(2, least(f.failures - f.free, 12)), f.longest)) INTO open_again
  FROM (
    SELECT count(*) AS failures, max(a.at) AS latest, 5 AS free, interval '1 hour' AS longest
      FROM public.sign_in_attempt a
      WHERE a.email_hash = begin_sign_in.email_hash AND a.ip_hash = begin_sign_in.ip_hash AND NOT a.succeeded
        AND a.at > at_once - interval '24 hours'
        AND a.at > coalesce((SELECT max(s.at) FROM public.sign_in_attempt s WHERE s.email_hash = begin_sign_in.email_hash
          AND s.ip_hash = begin_sign_in.ip_hash AND s.succeeded), '-infinity')
    UNION ALL
    SELECT count(*), max(a.at), 20, interval '15 minutes'
      FROM public.sign_in_attempt a
      WHERE a.email_hash = begin_sign_in.email_hash AND NOT a.succeeded AND a.at > at_once - interval '1 hour'
        AND a.at > coalesce((SELECT max(s.at) FROM public.sign_in_attempt s
          WHERE s.email_hash = begin_sign_in.email_hash AND s.succeeded), '-infinity')
    UNION ALL
    SELECT count(*), max(a.at), 60, interval '15 minutes'
      FROM public.sign_in_attempt a
      WHERE a.ip_hash = begin_sign_in.ip_hash AND NOT a.succeeded AND a.at > at_once - interval '1 hour'
  ) f
  WHERE f.failures >= f.free;

  IF open_again > at_once THEN
    RETURN ceil(extract(epoch FROM open_again - at_once));
  END IF;
  -- Counted as failed until start_session says otherwise: a try that is cut off has failed.
  INSERT INTO public.sign_in_attempt (id, email_hash, ip_hash, at, succeeded)
    VALUES (begin_sign_in.attempt, begin_sign_in.email_hash, begin_sign_in.ip_hash, at_once, false);
  RETURN 0;
END $$;
COMMENT ON FUNCTION app.begin_sign_in(uuid, bytea, bytea) IS
  'Notes a try to sign in and returns 0, or notes nothing and returns the seconds for which this account or place must wait.';
ALTER FUNCTION app.begin_sign_in(uuid, bytea, bytea) OWNER TO throughcare_lookup;

CREATE FUNCTION app.find_sign_in(email text) RETURNS TABLE (account_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.password_hash FROM public.account a
  WHERE a.email = find_sign_in.email AND a.password_hash IS NOT NULL AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
$$;
COMMENT ON FUNCTION app.find_sign_in(text) IS 'The account that may sign in with this address, and what its password is checked against.';
ALTER FUNCTION app.find_sign_in(text) OWNER TO throughcare_lookup;

-- A session can only grow out of a fresh try for the same account. Twelve hours is its absolute end; see read_session for
-- the end after 15 idle minutes.
CREATE FUNCTION app.start_session(session uuid, sid_hash bytea, account uuid, attempt uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.sign_in_attempt t SET succeeded = true
    FROM public.account a
    WHERE t.id = start_session.attempt AND NOT t.succeeded AND t.at > app.now() - interval '1 minute'
      AND a.id = start_session.account AND a.disabled_at IS NULL AND t.email_hash = sha256(convert_to(a.email, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such try' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  INSERT INTO public.session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
    SELECT start_session.session, start_session.sid_hash, start_session.account,
      CASE WHEN count(*) = 1 THEN (array_agg(m.id))[1] END, app.now(), app.now(), app.now() + interval '12 hours'
    FROM public.membership m
    WHERE m.account_id = start_session.account AND (m.until IS NULL OR m.until > app.now());
END $$;
COMMENT ON FUNCTION app.start_session(uuid, bytea, uuid, uuid) IS
  'Starts a session after a try whose password was right. Somebody with one hat wears it at once; with several they choose.';
ALTER FUNCTION app.start_session(uuid, bytea, uuid, uuid) OWNER TO throughcare_lookup;

CREATE FUNCTION app.end_session(sid_hash bytea) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'signed-out'
    WHERE s.sid_hash = end_session.sid_hash AND s.ended_at IS NULL
$$;
COMMENT ON FUNCTION app.end_session(bytea) IS 'Signs one browser out. Does nothing to a session that has ended.';
ALTER FUNCTION app.end_session(bytea) OWNER TO throughcare_lookup;

-- read_session writes to the session row when it was last used, so it comes first, as a statement of its own.
CREATE FUNCTION app.end_all_sessions(sid_hash bytea) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record; ended integer;
BEGIN
  SELECT * INTO me FROM app.read_session(end_all_sessions.sid_hash);
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'everywhere'
    WHERE s.account_id = me.account_id AND s.ended_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
COMMENT ON FUNCTION app.end_all_sessions(bytea) IS 'Signs whoever holds this living session out of every browser, this one included.';
ALTER FUNCTION app.end_all_sessions(bytea) OWNER TO throughcare_lookup;

CREATE FUNCTION app.hats_of_session(sid_hash bytea)
  RETURNS TABLE (membership_id uuid, role text, service_name text, service_kind text, service_country text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.role, v.name, v.kind, v.country
  FROM app.read_session(hats_of_session.sid_hash) me
  JOIN public.membership m ON m.account_id = me.account_id AND (m.until IS NULL OR m.until > app.now())
  JOIN public.service v ON v.id = m.service_id
  ORDER BY v.name, m.role
$$;
COMMENT ON FUNCTION app.hats_of_session(bytea) IS 'Every hat that whoever holds this session may choose.';
ALTER FUNCTION app.hats_of_session(bytea) OWNER TO throughcare_lookup;

CREATE FUNCTION app.choose_hat(sid_hash bytea, membership uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record;
BEGIN
  SELECT * INTO me FROM app.read_session(choose_hat.sid_hash);
  UPDATE public.session s SET membership_id = m.id
    FROM public.membership m
    WHERE s.id = me.session_id AND m.id = choose_hat.membership AND m.account_id = me.account_id
      AND (m.until IS NULL OR m.until > app.now());
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.choose_hat(bytea, uuid) IS 'Puts a hat on. False when it is not theirs, was taken away, or the session has ended.';
ALTER FUNCTION app.choose_hat(bytea, uuid) OWNER TO throughcare_lookup;

ALTER TABLE account ADD CONSTRAINT account_locale CHECK (locale ~ '^[a-z]{2,3}$');
CREATE FUNCTION app.choose_language(sid_hash bytea, locale text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me record;
BEGIN
  SELECT * INTO me FROM app.read_session(choose_language.sid_hash);
  UPDATE public.account a SET locale = choose_language.locale WHERE a.id = me.account_id;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.choose_language(bytea, text) IS 'Keeps the language of whoever holds this session. False when it has ended.';
ALTER FUNCTION app.choose_language(bytea, text) OWNER TO throughcare_lookup;

-- What /api/health/ready asks: is the schema there, and is this the role that owns nothing? The table of applied migrations
-- is made by the migration engine and not by a migration, so it is looked for at run time.
CREATE FUNCTION app.applied_migrations() RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE
    'SELECT m.migration_name::text FROM public._prisma_migrations m WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL';
END $$;
COMMENT ON FUNCTION app.applied_migrations() IS 'The names of the migrations that this database has.';

REVOKE ALL ON FUNCTION app.begin_sign_in(uuid, bytea, bytea), app.find_sign_in(text), app.start_session(uuid, bytea, uuid, uuid),
  app.end_session(bytea), app.end_all_sessions(bytea), app.hats_of_session(bytea), app.choose_hat(bytea, uuid),
  app.choose_language(bytea, text), app.applied_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.begin_sign_in(uuid, bytea, bytea), app.find_sign_in(text), app.start_session(uuid, bytea, uuid, uuid),
  app.end_session(bytea), app.end_all_sessions(bytea), app.hats_of_session(bytea), app.choose_hat(bytea, uuid),
  app.choose_language(bytea, text), app.applied_migrations() TO throughcare_app;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
