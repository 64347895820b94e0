CREATE FUNCTION app.moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT date_trunc('milliseconds', now() + coalesce((SELECT o.by FROM public.clock_offset o), interval '0')) $$;
COMMENT ON FUNCTION app.moment() IS 'The time, moved in test and demo databases by clock_offset, read anew. Everything else asks app.now().';
GRANT EXECUTE ON FUNCTION app.moment() TO throughcare_app, throughcare_owner;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.moment() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- Asked in every policy and for many rows: whoever opens the transaction writes it down once, and from then on it is read as a
-- setting, in the place where it is asked.
CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.now', true), '')::timestamptz, app.moment());
COMMENT ON FUNCTION app.now() IS 'The time of the transaction as app.open_session wrote it down; before that, app.moment().';
ALTER FUNCTION app.now() SECURITY INVOKER;
ALTER FUNCTION app.now() RESET search_path;


-- As app.read_session decides, in one plan that is kept: alive, of this hat, and the hat still worn.
CREATE OR REPLACE FUNCTION app.open_session(sid_hash bytea, membership uuid) RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  who record;
  moment timestamptz := app.moment();
BEGIN
  PERFORM set_config('app.now', moment::text, true);
  SELECT s.id, s.last_seen_at, a.id AS account_id, m.role, m.grants, m.service_id INTO who
  FROM public.session s
  JOIN public.account a ON a.id = s.account_id AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
  JOIN public.membership m ON m.id = s.membership_id AND m.account_id = a.id AND (m.until IS NULL OR m.until > moment)
  JOIN public.service v ON v.id = m.service_id
  WHERE s.sid_hash = open_session.sid_hash AND s.membership_id = membership AND s.ended_at IS NULL AND s.awaits IS NULL
    AND s.expires_at > moment AND s.last_seen_at > moment - interval '15 minutes';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such session' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  IF who.last_seen_at <= moment - interval '1 minute' THEN
    UPDATE public.session s SET last_seen_at = moment WHERE s.id = who.id AND s.last_seen_at < moment;
  END IF;
  PERFORM set_config('app.account_id', who.account_id::text, true), set_config('app.service_id', who.service_id::text, true),
    set_config('app.role', who.role, true), set_config('app.grants', array_to_string(who.grants, ','), true);
  RETURN moment;
END $$;

CREATE OR REPLACE FUNCTION app.open_system(service uuid) RETURNS timestamptz
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE moment timestamptz := app.moment();
BEGIN
  PERFORM set_config('app.now', moment::text, true), set_config('app.account_id', '00000000-0000-7000-8000-000000000001', true),
    set_config('app.service_id', service::text, true), set_config('app.role', 'system', true), set_config('app.grants', '', true);
  RETURN moment;
END $$;
