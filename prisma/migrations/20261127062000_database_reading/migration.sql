-- The opening of a hot read. What the caller was told of its hat is told back: whoever read the session a moment ago need not read it
-- again, because a hat that is not the same any more opens nothing.
CREATE FUNCTION app.open_reading(sid_hash bytea, membership uuid, role text, grants text[], kind text) RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE moment timestamptz := app.open_session(open_reading.sid_hash, open_reading.membership);
BEGIN
  IF current_setting('app.role', true) IS DISTINCT FROM open_reading.role
    OR current_setting('app.grants', true) IS DISTINCT FROM array_to_string(open_reading.grants, ',')
    OR NOT EXISTS (SELECT 1 FROM service s WHERE s.id = current_setting('app.service_id')::uuid AND s.kind = open_reading.kind) THEN
    RAISE EXCEPTION 'not that hat' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  -- A statement with every policy in it takes 50 ms to plan, and 3 to run.
  PERFORM set_config('plan_cache_mode', 'force_generic_plan', true);
  RETURN moment;
END $$;
COMMENT ON FUNCTION app.open_reading(bytea, uuid, text, text[], text) IS 'Opens a transaction for one reading, under the very hat that the caller was told.';
GRANT EXECUTE ON FUNCTION app.open_reading(bytea, uuid, text, text[], text) TO throughcare_app;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.open_reading(bytea, uuid, text, text[], text) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- The history of a case is asked by its case.
CREATE INDEX checklist_item_change_of_episode ON checklist_item_change (episode_id, at DESC, id DESC);
