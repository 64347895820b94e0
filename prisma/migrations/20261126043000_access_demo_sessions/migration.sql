-- Five sessions at once are for people; an account of the demo is used by whoever looks at it.
CREATE OR REPLACE FUNCTION app.start_session(session uuid, sid_hash bytea, account uuid, attempt uuid, before bytea, again boolean,
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
  -- The rule of concurrent sessions: five at once, and the one unused longest ends for the sixth. An account that is there to be
  -- looked at is everybody's, and has as many as look.
  UPDATE public.session s SET ended_at = app.now(), ended_because = 'too-many'
    WHERE s.id IN (SELECT o.id FROM public.session o WHERE o.account_id = start_session.account AND o.ended_at IS NULL
      AND o.expires_at > app.now() AND o.last_seen_at > app.now() - interval '15 minutes'
      ORDER BY (o.id = start_session.session) DESC, o.last_seen_at DESC, o.created_at DESC OFFSET 5)
      AND NOT EXISTS (SELECT 1 FROM public.account a WHERE a.id = start_session.account AND a.demo);
  RETURN coalesce(awaits, 'nothing');
END $$;
