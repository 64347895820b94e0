-- Sessions that are over and tries to sign in are kept for thirty days, for whoever looks into a break-in, and then go. The
-- lock-out reads the last 24 hours; what was done under a session stands in the audit trail, which is not swept.

CREATE FUNCTION app.sweep_sign_ins() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM session s WHERE least(s.ended_at, s.expires_at) < app.now() - interval '30 days';
  DELETE FROM sign_in_attempt a WHERE a.at < app.now() - interval '30 days';
$$;
COMMENT ON FUNCTION app.sweep_sign_ins() IS
  'Cleared away by the hour: sessions thirty days after they ended or ran out, tries to sign in after thirty days.';
GRANT EXECUTE ON FUNCTION app.sweep_sign_ins() TO throughcare_app;
