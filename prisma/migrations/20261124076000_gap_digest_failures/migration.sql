-- A digest that the mail server did not take is seen by administrators, who can have it sent again; what was sent, or was not, is kept
-- for thirty days. See docs/adr/0055.

ALTER TABLE digest_sent ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE digest_sent ADD COLUMN failed_at timestamptz(3);
ALTER TABLE digest_sent ADD COLUMN failed_because text;
COMMENT ON COLUMN digest_sent.failures IS 'How often the mail server did not take it.';
COMMENT ON COLUMN digest_sent.failed_at IS 'When it last did not. Null: it never failed.';
COMMENT ON COLUMN digest_sent.failed_because IS 'What kind of fault it was then, as a code: an answer of a mail server may repeat an address.';
ALTER TABLE digest_sent ADD CONSTRAINT digest_sent_failed
  CHECK (failures >= 0 AND num_nulls(failed_at, failed_because) = CASE WHEN failures = 0 THEN 2 ELSE 0 END
    AND failed_because ~ '^[A-Za-z0-9 _-]{1,60}$');
GRANT UPDATE (failures, failed_at, failed_because) ON digest_sent TO throughcare_app;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

CREATE FUNCTION app.digest_failures() RETURNS TABLE (service_id uuid, service_name text, day date, unsent int, failed_at timestamptz,
    failed_because text, until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT v.id, v.name, d.day, count(*)::int, max(d.failed_at), (array_agg(d.failed_because ORDER BY d.failed_at DESC))[1], max(d.until)
  FROM digest_sent d JOIN service v ON v.id = d.service_id
  WHERE app.role() = 'administrator' AND d.failures > 0 AND d.sent_at IS NULL
  GROUP BY v.id, v.name, d.day ORDER BY d.day DESC, v.name
$$;
COMMENT ON FUNCTION app.digest_failures() IS
  'Digests that the mail server never took, by service and day: counts and a code, no name and no address. Answers an administrator alone.';

-- The owner's, as the sweep is: it adds jobs.
CREATE FUNCTION app.retry_digests(of_service uuid, of_day date) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  again record;
  asked int := 0;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN RETURN 0; END IF;
  FOR again IN SELECT d.service_id, d.membership_id, d.day FROM digest_sent d
    WHERE d.service_id = of_service AND d.day = of_day AND d.failures > 0 AND d.sent_at IS NULL AND d.until > app.now()
    ORDER BY d.membership_id
  LOOP
    PERFORM app.enqueue('send-digest', jsonb_build_object('serviceId', again.service_id, 'membershipId', again.membership_id, 'day', again.day));
    asked := asked + 1;
  END LOOP;
  RETURN asked;
END $$;
COMMENT ON FUNCTION app.retry_digests(uuid, date) IS
  'Has what the mail server did not take of a service and day sent again now, as long as that day goes on; how many. Held as it is sent, so that nobody gets it twice. For an administrator alone.';
GRANT EXECUTE ON FUNCTION app.digest_failures(), app.retry_digests(uuid, date) TO throughcare_app;
ALTER FUNCTION app.digest_failures() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- The one place in which it stands how long digests are kept.
CREATE FUNCTION app.digests_kept_for() RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN interval '30 days';
COMMENT ON FUNCTION app.digests_kept_for() IS 'How long it is kept which digest was decided and sent. The one place in which it stands.';

CREATE FUNCTION app.sweep_digests() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM digest_sent WHERE until < app.now() - app.digests_kept_for()
$$;
COMMENT ON FUNCTION app.sweep_digests() IS 'Clears away digests whose time is over: see app.digests_kept_for().';
GRANT EXECUTE ON FUNCTION app.sweep_digests(), app.digests_kept_for() TO throughcare_app;
