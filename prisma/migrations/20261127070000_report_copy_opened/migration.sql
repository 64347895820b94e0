-- Figures may be read from a copy of the database that follows it (a streaming replica). A session is checked, and the reading written
-- into the trail, on the database itself: a copy takes no writes and may not know a session of this minute. So a transaction on
-- the copy is told who was found there.
CREATE FUNCTION app.open_copy(account uuid, service uuid, role text, grants text[]) RETURNS boolean LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT pg_is_in_recovery() THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.account_id', account::text, true), set_config('app.service_id', service::text, true),
    set_config('app.role', role, true), set_config('app.grants', array_to_string(grants, ','), true);
  RETURN true;
END $$;
COMMENT ON FUNCTION app.open_copy(uuid, uuid, text, text[]) IS
  'Makes this transaction on a copy of the database act for whom the database itself let in. False, and nobody acts, where this is no copy.';
GRANT EXECUTE ON FUNCTION app.open_copy(uuid, uuid, text, text[]) TO throughcare_app;
