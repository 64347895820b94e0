-- Whether somebody could answer a handoff at a service. Who they are stays with the service.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.staffed_services() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT m.service_id FROM public.membership m
  JOIN public.account a ON a.id = m.account_id AND a.disabled_at IS NULL
  WHERE (m.until IS NULL OR m.until > app.now()) AND m.role IN ('caseworker', 'manager', 'prison-health')
$$;
COMMENT ON FUNCTION app.staffed_services() IS 'The services for which at least one account can sign in now.';
ALTER FUNCTION app.staffed_services() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
REVOKE ALL ON FUNCTION app.staffed_services() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.staffed_services() TO throughcare_app;
