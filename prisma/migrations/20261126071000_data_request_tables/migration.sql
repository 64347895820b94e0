-- What a person asks of what is written about them: a copy, a correction, that its use be restricted, that it be erased. And what a
-- clinician let go of the parts of a copy that speak of somebody else.

CREATE TABLE data_request (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  service_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  asked_on date NOT NULL,
  due_on date NOT NULL,
  asker text NOT NULL,
  identity text NOT NULL,
  words text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  answered_at timestamptz(3),
  answered_by uuid,
  reason text,
  copied_at timestamptz(3),
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT data_request_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE data_request IS 'What a person asked of what is written about them, and the answer.';
COMMENT ON COLUMN data_request.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN data_request.person_id IS 'Whose record it is about.';
COMMENT ON COLUMN data_request.episode_id IS 'The case in which it was asked.';
COMMENT ON COLUMN data_request.service_id IS 'The service that was asked, and answers for what it has.';
COMMENT ON COLUMN data_request.kind IS 'One of DATA_REQUEST_KINDS in packages/domain.';
COMMENT ON COLUMN data_request.state IS 'One of DATA_REQUEST_STATES in packages/domain.';
COMMENT ON COLUMN data_request.asked_on IS 'The day on which it came in.';
COMMENT ON COLUMN data_request.due_on IS 'The last day for the answer.';
COMMENT ON COLUMN data_request.asker IS 'The person, or somebody who acts for them.';
COMMENT ON COLUMN data_request.identity IS 'How it was made sure that it is they.';
COMMENT ON COLUMN data_request.words IS 'What is asked, in the person''s words. Null: nothing beyond the kind.';
COMMENT ON COLUMN data_request.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN data_request.recorded_by IS 'By whom.';
COMMENT ON COLUMN data_request.answered_at IS 'When it was answered, or its restriction ended. Null: not yet.';
COMMENT ON COLUMN data_request.answered_by IS 'By whom.';
COMMENT ON COLUMN data_request.reason IS 'What the person is told with the answer. Null: a plain yes.';
COMMENT ON COLUMN data_request.copied_at IS 'When the last copy was made. Null: none was.';
COMMENT ON COLUMN data_request.version IS 'Rises by one with every change.';
ALTER TABLE data_request ADD CONSTRAINT data_request_episode FOREIGN KEY (episode_id, person_id) REFERENCES custody_episode (id, person_id);
ALTER TABLE data_request ADD CONSTRAINT data_request_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE data_request ADD CONSTRAINT data_request_recorder FOREIGN KEY (recorded_by) REFERENCES account (id);
ALTER TABLE data_request ADD CONSTRAINT data_request_answerer FOREIGN KEY (answered_by) REFERENCES account (id);
ALTER TABLE data_request ADD CONSTRAINT data_request_kind CHECK (kind IN ('access', 'correction', 'restriction', 'erasure'));
ALTER TABLE data_request ADD CONSTRAINT data_request_state
  CHECK (state IN ('open', 'answered', 'refused', 'taken-back') OR (kind = 'restriction' AND state IN ('standing', 'ended')));
ALTER TABLE data_request ADD CONSTRAINT data_request_asker CHECK (asker IN ('person', 'representative'));
ALTER TABLE data_request ADD CONSTRAINT data_request_identity CHECK (identity IN ('known-here', 'document', 'other'));
ALTER TABLE data_request ADD CONSTRAINT data_request_due CHECK (due_on >= asked_on);
ALTER TABLE data_request ADD CONSTRAINT data_request_words CHECK (kind <> 'correction' OR length(words) > 0);
ALTER TABLE data_request ADD CONSTRAINT data_request_answer CHECK ((state = 'open') = (answered_by IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL));
ALTER TABLE data_request ADD CONSTRAINT data_request_reason CHECK (state NOT IN ('refused', 'ended') OR length(reason) > 0);
CREATE INDEX data_request_of_service ON data_request (service_id, due_on) WHERE state IN ('open', 'standing');
CREATE INDEX data_request_of_person ON data_request (person_id);
CREATE INDEX data_request_of_episode ON data_request (episode_id);

CREATE TABLE data_request_review (
  id uuid NOT NULL,
  data_request_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  source_table text NOT NULL,
  row_key text NOT NULL,
  field text NOT NULL,
  decision text NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  decided_by uuid NOT NULL,
  CONSTRAINT data_request_review_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE data_request_review IS 'What a clinician decided about a part of a copy that may speak of somebody else. The last decision counts. Insert-only.';
COMMENT ON COLUMN data_request_review.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN data_request_review.data_request_id IS 'For which request.';
COMMENT ON COLUMN data_request_review.episode_id IS 'The case in which it was asked.';
COMMENT ON COLUMN data_request_review.source_table IS 'The table of the part.';
COMMENT ON COLUMN data_request_review.row_key IS 'The row and what stood there, as a digest: when the words change, somebody looks again.';
COMMENT ON COLUMN data_request_review.field IS 'The field of the part.';
COMMENT ON COLUMN data_request_review.decision IS 'release: it goes into the copy. hold: it stays out.';
COMMENT ON COLUMN data_request_review.decided_at IS 'When.';
COMMENT ON COLUMN data_request_review.decided_by IS 'By whom.';
ALTER TABLE data_request_review ADD CONSTRAINT data_request_review_request FOREIGN KEY (data_request_id) REFERENCES data_request (id);
ALTER TABLE data_request_review ADD CONSTRAINT data_request_review_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE data_request_review ADD CONSTRAINT data_request_review_decider FOREIGN KEY (decided_by) REFERENCES account (id);
ALTER TABLE data_request_review ADD CONSTRAINT data_request_review_decision CHECK (decision IN ('release', 'hold'));
CREATE INDEX data_request_review_of_request ON data_request_review (data_request_id, decided_at);
CREATE TRIGGER data_request_review_insert_only BEFORE UPDATE OR DELETE ON data_request_review FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER data_request_review_never_emptied BEFORE TRUNCATE ON data_request_review FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- What was asked is not rewritten, and the answer stands under the answerer's own name.
CREATE FUNCTION app.keep_data_request() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('open', 'answered'), ('open', 'refused'), ('open', 'taken-back'),
      ('open', 'standing'), ('standing', 'ended')))
    OR (NEW.state <> OLD.state AND NEW.answered_by IS DISTINCT FROM app.account_id())
    OR (NEW.state = OLD.state AND (NEW.answered_by, NEW.reason) IS DISTINCT FROM (OLD.answered_by, OLD.reason)) THEN
    RAISE EXCEPTION 'a request and its answer are not rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.keep_data_request() IS 'Lets a request be answered once, and a restriction be ended once.';
GRANT EXECUTE ON FUNCTION app.keep_data_request() TO throughcare_app, throughcare_owner;
CREATE TRIGGER data_request_kept BEFORE UPDATE ON data_request FOR EACH ROW EXECUTE FUNCTION app.keep_data_request();
CREATE TRIGGER data_request_stays BEFORE DELETE ON data_request FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER data_request_never_emptied BEFORE TRUNCATE ON data_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Those who work on the case in the service that was asked. Managers and everybody else: nothing.
ALTER TABLE data_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_request FORCE ROW LEVEL SECURITY;
CREATE POLICY data_request_owner ON data_request TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON data_request TO throughcare_app;
GRANT UPDATE (state, answered_at, answered_by, reason, copied_at, version) ON data_request TO throughcare_app;
CREATE POLICY data_request_read ON data_request FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'caseworker')
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = data_request.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND p.relation IN ('own', 'accepted', 'closing') AND 'identity' = ANY (p.writes)));
CREATE POLICY data_request_add ON data_request FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'caseworker')
    AND state = 'open' AND recorded_by = (SELECT app.account_id())
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = data_request.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND p.relation IN ('own', 'accepted', 'closing') AND 'identity' = ANY (p.writes)));
CREATE POLICY data_request_change ON data_request FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'caseworker')
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = data_request.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND p.relation IN ('own', 'accepted', 'closing') AND 'identity' = ANY (p.writes)));

ALTER TABLE data_request_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_request_review FORCE ROW LEVEL SECURITY;
CREATE POLICY data_request_review_owner ON data_request_review TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON data_request_review TO throughcare_app;
CREATE POLICY data_request_review_read ON data_request_review FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM data_request r WHERE r.id = data_request_review.data_request_id));
CREATE POLICY data_request_review_add ON data_request_review FOR INSERT TO throughcare_app
  WITH CHECK (decided_by = (SELECT app.account_id())
    AND EXISTS (SELECT 1 FROM data_request r WHERE r.id = data_request_review.data_request_id AND r.episode_id = data_request_review.episode_id));

-- A restriction binds every service with a part in a case of the person, whichever of them was asked: yes or no, and nothing more.
GRANT SELECT ON data_request TO throughcare_lookup;
CREATE POLICY data_request_lookup ON data_request FOR SELECT TO throughcare_lookup USING (true);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.use_is_restricted(episode uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p JOIN data_request r ON r.person_id = p.person_id AND r.kind = 'restriction' AND r.state = 'standing'
    WHERE p.episode_id = use_is_restricted.episode AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND 'identity' = ANY (p.categories))
$$;
COMMENT ON FUNCTION app.use_is_restricted(uuid) IS 'Has the person of this case had the use of the record restricted? No for whoever has no part in it.';
GRANT EXECUTE ON FUNCTION app.use_is_restricted(uuid) TO throughcare_app;
ALTER FUNCTION app.use_is_restricted(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
