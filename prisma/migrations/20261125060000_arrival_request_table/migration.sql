-- Arrived without papers: a service with somebody at its desk asks the prison that they name; the prison's duty desk answers. The ask
-- looks for nobody and opens nothing, so that an unknown and a restricted person look alike.

CREATE TABLE arrival_request (
  id uuid NOT NULL,
  ask_id uuid NOT NULL,
  asking_service_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  family_name text NOT NULL,
  given_names text NOT NULL,
  date_of_birth date NOT NULL,
  areas text[] NOT NULL,
  prison_service_id uuid NOT NULL,
  due_at timestamptz(3) NOT NULL,
  status text NOT NULL DEFAULT 'asked',
  answered_at timestamptz(3),
  answered_by uuid,
  send_set_id uuid,
  late_told_at timestamptz(3),
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT arrival_request_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE arrival_request IS 'Asks for somebody who stands at a desk without papers: one row for each prison asked. Of no case until it is answered.';
COMMENT ON COLUMN arrival_request.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN arrival_request.ask_id IS 'The press: several prisons asked at once share it.';
COMMENT ON COLUMN arrival_request.asking_service_id IS 'The service with the person at its desk.';
COMMENT ON COLUMN arrival_request.asked_by IS 'The account that asked, and so acknowledges when the answer is found.';
COMMENT ON COLUMN arrival_request.asked_at IS 'When.';
COMMENT ON COLUMN arrival_request.family_name IS 'As the person says it.';
COMMENT ON COLUMN arrival_request.given_names IS 'As the person says them; empty for a person with one name.';
COMMENT ON COLUMN arrival_request.date_of_birth IS 'As the person says it.';
COMMENT ON COLUMN arrival_request.areas IS 'The areas for which the person is wanted: codes of AREAS in packages/domain.';
COMMENT ON COLUMN arrival_request.prison_service_id IS 'The prison asked.';
COMMENT ON COLUMN arrival_request.due_at IS 'By when it is to be answered before managers are told (ARR-1).';
COMMENT ON COLUMN arrival_request.status IS 'One of ARRIVAL_STATUSES in packages/domain.';
COMMENT ON COLUMN arrival_request.answered_at IS 'When it was answered. Null: not yet.';
COMMENT ON COLUMN arrival_request.answered_by IS 'The account of the duty desk that answered; null when another prison settled it.';
COMMENT ON COLUMN arrival_request.send_set_id IS 'The handoffs that the answer made. Null: none, or all of them stood already.';
COMMENT ON COLUMN arrival_request.late_told_at IS 'When the managers were told that nobody answered. Null: not told.';
COMMENT ON COLUMN arrival_request.version IS 'Rises by one with every change.';
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_asker FOREIGN KEY (asking_service_id) REFERENCES service (id);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_prison FOREIGN KEY (prison_service_id) REFERENCES service (id);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_asked_by FOREIGN KEY (asked_by) REFERENCES account (id);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_set FOREIGN KEY (send_set_id) REFERENCES send_set (id);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_not_of_oneself CHECK (asking_service_id <> prison_service_id);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_one_a_prison UNIQUE (ask_id, prison_service_id);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_areas CHECK (cardinality(areas) > 0 AND areas <@ ARRAY['omt', 'naloxone',
  'housing', 'benefits', 'partner', 'health', 'documents', 'work', 'belongings', 'support']);
ALTER TABLE arrival_request ADD CONSTRAINT arrival_request_status CHECK (status IN ('asked', 'found', 'nobody', 'settled')
  AND (status = 'asked') = (answered_at IS NULL) AND (status IN ('found', 'nobody')) = (answered_by IS NOT NULL)
  AND (send_set_id IS NULL OR status = 'found'));
CREATE INDEX arrival_request_to ON arrival_request (prison_service_id, status, asked_at);
CREATE INDEX arrival_request_from ON arrival_request (asking_service_id, asked_at);
CREATE INDEX arrival_request_due ON arrival_request (due_at) WHERE status = 'asked' AND late_told_at IS NULL;

-- Two services know of an ask: whoever asked, and the prison that was asked.
ALTER TABLE arrival_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE arrival_request FORCE ROW LEVEL SECURITY;
CREATE POLICY arrival_request_owner ON arrival_request TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON arrival_request TO throughcare_app;
GRANT UPDATE (status, answered_at, answered_by, late_told_at, version) ON arrival_request TO throughcare_app;
CREATE POLICY arrival_request_read ON arrival_request FOR SELECT TO throughcare_app
  USING ((SELECT app.case_service_id()) IN (asking_service_id, prison_service_id));
CREATE POLICY arrival_request_add ON arrival_request FOR INSERT TO throughcare_app
  WITH CHECK (asking_service_id = (SELECT app.case_service_id()) AND asked_by = (SELECT app.account_id())
    AND (SELECT app.role()) = 'caseworker' AND status = 'asked');
-- The prison says "nobody like that" by itself; "found" is written only together with what it means, by app.arrive_without_papers.
CREATE POLICY arrival_request_answer ON arrival_request FOR UPDATE TO throughcare_app
  USING (prison_service_id = (SELECT app.case_service_id()) AND status = 'asked'
    AND (SELECT app.role()) IN ('prison-health', 'system'))
  WITH CHECK (prison_service_id = (SELECT app.case_service_id()) AND status IN ('asked', 'nobody') AND send_set_id IS NULL);

-- The answer "found": acknowledgement and arrival, by the word of whoever asked with the person before them. In one function, because
-- the prison writes here what the other service said.
CREATE FUNCTION app.arrive_without_papers(request uuid, seen_version int, handed uuid, handoffs uuid[], ids uuid[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
      acknowledged_by = ask.asked_by, version = h.version + 1 WHERE h.id = one.id;
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
COMMENT ON FUNCTION app.arrive_without_papers(uuid, int, uuid, uuid[], uuid[]) IS
  'Answers an ask with handoffs just sent to whoever asked: acknowledged and arrived by their word, in one. False when the ask is not there or was answered meanwhile.';
GRANT EXECUTE ON FUNCTION app.arrive_without_papers(uuid, int, uuid, uuid[], uuid[]) TO throughcare_app;

-- Asks that nobody answered in time, for the worker: ids only.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON arrival_request TO throughcare_lookup;
CREATE POLICY arrival_request_lookup ON arrival_request FOR SELECT TO throughcare_lookup USING (true);
CREATE FUNCTION app.late_arrival_requests(at_most int)
  RETURNS TABLE (request_id uuid, asking_service_id uuid, prison_service_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id, r.asking_service_id, r.prison_service_id FROM arrival_request r
  WHERE app.role() = 'system' AND r.status = 'asked' AND r.late_told_at IS NULL AND r.due_at <= app.now()
  ORDER BY r.due_at, r.id LIMIT at_most
$$;
COMMENT ON FUNCTION app.late_arrival_requests(int) IS 'Asks for somebody at a desk that nobody answered in time. Answers the system actor alone.';
GRANT EXECUTE ON FUNCTION app.late_arrival_requests(int) TO throughcare_app;
ALTER FUNCTION app.late_arrival_requests(int) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
