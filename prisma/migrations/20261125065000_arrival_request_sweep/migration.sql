-- Names that somebody said at a desk are of no case: they are kept for thirty days, and the trail keeps that somebody asked (ARR-1).

CREATE FUNCTION app.sweep_arrival_requests() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM arrival_request WHERE app.role() = 'system' AND asked_at < app.now() - interval '30 days'
$$;
COMMENT ON FUNCTION app.sweep_arrival_requests() IS 'Clears away asks for somebody at a desk thirty days after they were asked. For the system actor alone.';
GRANT EXECUTE ON FUNCTION app.sweep_arrival_requests() TO throughcare_app;
