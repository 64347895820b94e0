-- A transfer to another prison: the stay here ends and another begins, in the same instant. The case, its plan and its handoffs
-- stay; what this prison answered for, the other one answers for.

CREATE FUNCTION app.transfer_episode(episode uuid, to_prison uuid, stay uuid, seen_version int) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'prison-health' OR to_prison = app.case_service_id()
    OR NOT EXISTS (SELECT 1 FROM service s WHERE s.id = to_prison AND s.kind = 'prison-health')
    OR NOT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode AND p.service_id = app.case_service_id()
      AND p.relation = 'own' AND p.until > app.now()) THEN
    RETURN false;
  END IF;
  UPDATE custody_episode e SET version = e.version + 1
    WHERE e.id = episode AND e.version = seen_version AND e.ended_on IS NULL AND e.released_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE custody_stay s SET until_at = app.now()
    WHERE s.episode_id = episode AND s.prison_service_id = app.case_service_id() AND s.until_at IS NULL AND s.from_at < app.now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no stay to end' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO custody_stay (id, episode_id, prison_service_id, from_at) VALUES (stay, episode, to_prison, app.now());
  UPDATE checklist_item i SET accountable_service_id = to_prison, version = i.version + 1
    WHERE i.episode_id = episode AND i.accountable_service_id = app.case_service_id() AND i.status <> 'done';
  RETURN true;
END $$;
COMMENT ON FUNCTION app.transfer_episode(uuid, uuid, uuid, int) IS
  'Moves somebody whom the asking prison holds to another prison; false when it does not hold them, the version is old, or that is no prison.';
GRANT EXECUTE ON FUNCTION app.transfer_episode(uuid, uuid, uuid, int) TO throughcare_app;
