-- The first administrator of an installation, who lets everybody else in. Possible only while there is nobody.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT INSERT ON account, membership, service, area TO throughcare_lookup;
CREATE POLICY account_lookup_first ON account FOR INSERT TO throughcare_lookup WITH CHECK (true);
CREATE POLICY membership_lookup_first ON membership FOR INSERT TO throughcare_lookup WITH CHECK (true);
CREATE POLICY service_lookup_first ON service FOR INSERT TO throughcare_lookup WITH CHECK (true);
CREATE POLICY area_lookup_first ON area FOR INSERT TO throughcare_lookup WITH CHECK (true);

CREATE FUNCTION app.first_administrator_missing() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.now() WHERE NOT EXISTS (SELECT 1 FROM public.account a WHERE a.id <> '00000000-0000-7000-8000-000000000001')
$$;
COMMENT ON FUNCTION app.first_administrator_missing() IS 'The time, while nobody has an account here; null as soon as somebody has.';
ALTER FUNCTION app.first_administrator_missing() OWNER TO throughcare_lookup;

CREATE FUNCTION app.open_first_administrator(account uuid, email text, display_name text, password_hash text, locale text,
    area uuid, country text, service uuid, service_name text, time_zone text, membership uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- Two presses at once wait for each other, and the second finds the first one's administrator.
  PERFORM pg_advisory_xact_lock(hashtextextended('app.open_first_administrator', 0));
  IF app.first_administrator_missing() IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO public.area (id, country, name)
    VALUES (open_first_administrator.area, open_first_administrator.country, open_first_administrator.country);
  INSERT INTO public.service (id, name, kind, country, area_id, time_zone, receives)
    VALUES (open_first_administrator.service, open_first_administrator.service_name, 'administration',
      open_first_administrator.country, open_first_administrator.area, open_first_administrator.time_zone, '{}');
  INSERT INTO public.account (id, email, display_name, password_hash, locale)
    VALUES (open_first_administrator.account, open_first_administrator.email, open_first_administrator.display_name,
      open_first_administrator.password_hash, open_first_administrator.locale);
  INSERT INTO public.membership (id, account_id, service_id, role, grants)
    VALUES (open_first_administrator.membership, open_first_administrator.account, open_first_administrator.service,
      'administrator', '{}');
  RETURN true;
END $$;
COMMENT ON FUNCTION app.open_first_administrator(uuid, text, text, text, text, uuid, text, uuid, text, text, uuid) IS
  'Makes the first account, an administrator, with the service it sits in. False, and nothing is made, when somebody has one.';
ALTER FUNCTION app.open_first_administrator(uuid, text, text, text, text, uuid, text, uuid, text, text, uuid) OWNER TO throughcare_lookup;

REVOKE ALL ON FUNCTION app.first_administrator_missing(),
  app.open_first_administrator(uuid, text, text, text, text, uuid, text, uuid, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.first_administrator_missing(),
  app.open_first_administrator(uuid, text, text, text, text, uuid, text, uuid, text, text, uuid) TO throughcare_app;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
