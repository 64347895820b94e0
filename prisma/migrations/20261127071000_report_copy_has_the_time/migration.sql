-- As app.open_session: the time is written down once for the transaction, and every policy reads it as a setting.
CREATE OR REPLACE FUNCTION app.open_copy(account uuid, service uuid, role text, grants text[]) RETURNS boolean LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT pg_is_in_recovery() THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.now', app.moment()::text, true), set_config('app.account_id', account::text, true),
    set_config('app.service_id', service::text, true), set_config('app.role', role, true),
    set_config('app.grants', array_to_string(grants, ','), true);
  RETURN true;
END $$;
