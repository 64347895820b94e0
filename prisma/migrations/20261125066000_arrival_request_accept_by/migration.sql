-- What an answer hands over is acknowledged, and nobody has it by name yet: its clock goes on to whoever takes it, as after any
-- acknowledgement (DUE-3).

DROP FUNCTION app.arrive_without_papers(uuid, int, uuid, uuid[], uuid[]);
CREATE FUNCTION app.arrive_without_papers(request uuid, seen_version int, handed uuid, handoffs uuid[], ids uuid[],
    accept_by timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ask record; one record; made int := 0;
BEGIN
  UPDATE arrival_request r SET status = 'found', answered_at = app.now(), answered_by = app.account_id(), send_set_id = handed,
      version = r.version + 1
    WHERE r.id = request AND r.version = seen_version AND r.status = 'asked' AND r.prison_service_id = app.case_service_id()
      AND app.role() = 'prison-health'
    RETURNING r.* INTO ask;
  IF NOT FOUND THEN RETURN false; END IF;
  FOR one IN
    SELECT h.id, h.episode_id, h.area, h.status FROM handoff h
    WHERE h.id = ANY (handoffs) AND h.receiving_service_id = ask.asking_service_id AND h.status = 'sent'
      AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = h.episode_id AND p.service_id = ask.prison_service_id
        AND p.relation IN ('own', 'closing') AND p.until > app.now())
    ORDER BY h.area
  LOOP
    made := made + 1;
    UPDATE handoff h SET status = 'acknowledged', accountable_service_id = ask.asking_service_id, acknowledged_at = app.now(),
      acknowledged_by = ask.asked_by, accept_due_at = accept_by, version = h.version + 1 WHERE h.id = one.id;
    INSERT INTO handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, request_id)
      VALUES (ids[made + 1], one.id, one.episode_id, one.area, 'acknowledge', one.status, 'acknowledged', ask.asked_by,
        ask.asking_service_id, app.now(), ask.ask_id);
  END LOOP;
  IF made <> cardinality(handoffs) OR made = 0 THEN RAISE EXCEPTION 'not the handoffs of this ask' USING ERRCODE = '42501'; END IF;
  INSERT INTO outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
    SELECT ids[1], h.episode_id, 'release', 'arrived', ask.asked_at, ask.asking_service_id, app.now(), ask.asked_by
    FROM handoff h WHERE h.id = handoffs[1];
  UPDATE arrival_request r SET status = 'settled', answered_at = app.now(), version = r.version + 1
    WHERE r.ask_id = ask.ask_id AND r.status = 'asked';
  RETURN true;
END $$;
COMMENT ON FUNCTION app.arrive_without_papers(uuid, int, uuid, uuid[], uuid[], timestamptz) IS
  'Answers an ask with handoffs just sent to whoever asked: acknowledged and arrived by their word, in one. False when the ask is not there or was answered meanwhile.';
GRANT EXECUTE ON FUNCTION app.arrive_without_papers(uuid, int, uuid, uuid[], uuid[], timestamptz) TO throughcare_app;
