-- Death, taken out of the country, back inside: every service that has something open is told in the same transaction, also those of
-- which whoever presses may not know. Who they are is told to nobody; what happened is read from what was just recorded.

CREATE FUNCTION app.tell_parts(episode uuid, kind text) RETURNS TABLE (notice_id uuid, service_id uuid)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE happened uuid;
BEGIN
  IF app.case_service_id() IS NULL THEN RETURN; END IF;
  IF tell_parts.kind = 'case-stopped' THEN
    SELECT v.id INTO happened FROM custody_event v
      WHERE v.episode_id = episode AND v.service_id = app.case_service_id() AND v.kind IN ('died', 'deported')
        AND NOT EXISTS (SELECT 1 FROM custody_event_answer a WHERE a.event_id = v.id AND a.answer = 'taken-back')
      ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1;
  ELSIF tell_parts.kind = 'back-inside' THEN
    SELECT o.id INTO happened FROM outcome o
      WHERE o.episode_id = episode AND o.service_id = app.case_service_id() AND o.kind = 'back-in-custody'
      ORDER BY o.recorded_at DESC, o.id DESC LIMIT 1;
  END IF;
  IF happened IS NULL THEN RETURN; END IF;
  RETURN QUERY
    INSERT INTO notice (id, kind, service_id, audience, account_id, episode_id, handoff_id, urgency, dedupe_key, caused_at, caused_by)
    SELECT gen_random_uuid(), tell_parts.kind, p.service_id, 'workers', NULL, episode, NULL,
      CASE tell_parts.kind WHEN 'case-stopped' THEN 'emergency' ELSE 'ordinary' END, happened::text, app.now(), app.account_id()
    FROM case_part p
    WHERE p.episode_id = episode AND p.until > app.now() AND (p.relation IN ('own', 'offered', 'accepted')
      OR p.relation = 'closing' AND EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = episode AND s.prison_service_id = p.service_id))
      AND (tell_parts.kind = 'case-stopped' OR p.service_id <> app.case_service_id())
    ON CONFLICT DO NOTHING
    RETURNING notice.id, notice.service_id;
END $$;
COMMENT ON FUNCTION app.tell_parts(uuid, text) IS
  'Tells every service with something open in a case what the asking service has just recorded: that work has stopped, or that the person is back inside.';
GRANT EXECUTE ON FUNCTION app.tell_parts(uuid, text) TO throughcare_app;

CREATE FUNCTION app.untell_parts(event uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO notice_withdrawal (notice_id, withdrawn_at, withdrawn_by)
  SELECT n.id, app.now(), app.account_id() FROM notice n
  WHERE n.kind = 'case-stopped' AND n.dedupe_key = event::text AND EXISTS (SELECT 1 FROM custody_event_answer a
    WHERE a.event_id = event AND a.answer = 'taken-back' AND a.answered_by = app.account_id())
  ON CONFLICT DO NOTHING
$$;
COMMENT ON FUNCTION app.untell_parts(uuid) IS 'Takes back the stop notices of an event that whoever asks has just taken back.';
GRANT EXECUTE ON FUNCTION app.untell_parts(uuid) TO throughcare_app;
