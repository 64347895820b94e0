-- A transfer takes along what was sent as well: the prison that holds the person is the sender of every handoff on which somebody
-- still has to move, answers for those that nobody has acknowledged, and revokes, resends and tightens them from then on. The
-- history says who sent it, and the stay since when the other prison stands in.

CREATE OR REPLACE FUNCTION app.transfer_episode(episode uuid, to_prison uuid, stay uuid, seen_version int) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE from_prison uuid := app.case_service_id();
BEGIN
  IF app.role() IS DISTINCT FROM 'prison-health' OR to_prison = from_prison
    OR NOT EXISTS (SELECT 1 FROM service s WHERE s.id = to_prison AND s.kind = 'prison-health')
    OR NOT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode AND p.service_id = from_prison
      AND p.relation = 'own' AND p.until > app.now()) THEN
    RETURN false;
  END IF;
  UPDATE custody_episode e SET version = e.version + 1
    WHERE e.id = episode AND e.version = seen_version AND e.ended_on IS NULL AND e.released_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE custody_stay s SET until_at = app.now()
    WHERE s.episode_id = episode AND s.prison_service_id = from_prison AND s.until_at IS NULL AND s.from_at < app.now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no stay to end' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO custody_stay (id, episode_id, prison_service_id, from_at) VALUES (stay, episode, to_prison, app.now());
  UPDATE checklist_item i SET accountable_service_id = to_prison, version = i.version + 1
    WHERE i.episode_id = episode AND i.accountable_service_id = from_prison AND i.status <> 'done';
  UPDATE handoff h SET sending_service_id = to_prison, version = h.version + 1,
      accountable_service_id = CASE h.accountable_service_id WHEN from_prison THEN to_prison ELSE h.accountable_service_id END
    WHERE h.episode_id = episode AND h.sending_service_id = from_prison AND h.receiving_service_id <> to_prison
      AND h.status IN ('draft', 'sent', 'acknowledged', 'accepted', 'in-progress', 'rejected', 'returned', 'timed-out');
  RETURN true;
END $$;
