-- Two records that are of one person. Nothing is moved and nothing is rewritten: a row says that one record stands in front of the
-- other, and taking them apart is another state of that row. Both keep their numbers, episodes, plans and items; no service reads more
-- through it than before, because only who has a part in both reads the row (docs/adr/0170).

CREATE TABLE person_merge (
  id uuid NOT NULL,
  face_person_id uuid NOT NULL,
  other_person_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  by_service_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  answered_by uuid,
  answered_at timestamptz(3),
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT person_merge_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE person_merge IS 'Two records that two people counted as one person, or asked to. Neither record is changed by it.';
COMMENT ON COLUMN person_merge.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN person_merge.face_person_id IS 'The record that stands in front.';
COMMENT ON COLUMN person_merge.other_person_id IS 'The record behind it.';
COMMENT ON COLUMN person_merge.state IS 'One of MERGE_STATES in packages/domain. While merged or parting the two are one person.';
COMMENT ON COLUMN person_merge.by_service_id IS 'The service in which it was first proposed.';
COMMENT ON COLUMN person_merge.asked_by IS 'Who asked last: for the merge, or for the parting. Never who confirms it.';
COMMENT ON COLUMN person_merge.asked_at IS 'When they asked.';
COMMENT ON COLUMN person_merge.reason IS 'Why they asked.';
COMMENT ON COLUMN person_merge.answered_by IS 'Who gave the last answer. Null: nobody yet.';
COMMENT ON COLUMN person_merge.answered_at IS 'When.';
COMMENT ON COLUMN person_merge.version IS 'Rises by one with every move.';
ALTER TABLE person_merge ADD CONSTRAINT person_merge_face FOREIGN KEY (face_person_id) REFERENCES person (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_other FOREIGN KEY (other_person_id) REFERENCES person (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_service FOREIGN KEY (by_service_id) REFERENCES service (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_asker FOREIGN KEY (asked_by) REFERENCES account (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_answerer FOREIGN KEY (answered_by) REFERENCES account (id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_state
  CHECK (state IN ('proposed', 'merged', 'declined', 'taken-back', 'parting', 'parted'));
ALTER TABLE person_merge ADD CONSTRAINT person_merge_two_records CHECK (face_person_id <> other_person_id);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_reason CHECK (length(reason) > 0);
ALTER TABLE person_merge ADD CONSTRAINT person_merge_answer CHECK ((answered_by IS NULL) = (answered_at IS NULL));
ALTER TABLE person_merge ADD CONSTRAINT person_merge_by_two
  CHECK (state NOT IN ('merged', 'parted', 'declined') OR answered_by IS NOT NULL AND (answered_by <> asked_by OR state = 'merged'));
-- One thing is asked of a pair at a time, whichever stands in front; a record stands behind one other.
CREATE UNIQUE INDEX person_merge_pair ON person_merge (least(face_person_id, other_person_id), greatest(face_person_id, other_person_id))
  WHERE state IN ('proposed', 'merged', 'parting');
CREATE UNIQUE INDEX person_merge_behind ON person_merge (other_person_id) WHERE state IN ('merged', 'parting');
CREATE INDEX person_merge_of_face ON person_merge (face_person_id);
CREATE INDEX person_merge_of_other ON person_merge (other_person_id);

CREATE TABLE person_merge_move (
  id uuid NOT NULL,
  merge_id uuid NOT NULL,
  move text NOT NULL,
  state text NOT NULL,
  reason text,
  at timestamptz(3) NOT NULL,
  by_account uuid NOT NULL,
  by_service_id uuid NOT NULL,
  CONSTRAINT person_merge_move_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE person_merge_move IS 'What was done with two records, by whom and when. Insert-only.';
COMMENT ON COLUMN person_merge_move.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN person_merge_move.merge_id IS 'Of which pair.';
COMMENT ON COLUMN person_merge_move.move IS 'One of MERGE_MOVES in packages/domain.';
COMMENT ON COLUMN person_merge_move.state IS 'Where the pair stood after it.';
COMMENT ON COLUMN person_merge_move.reason IS 'Why. Null for an answer.';
COMMENT ON COLUMN person_merge_move.at IS 'When.';
COMMENT ON COLUMN person_merge_move.by_account IS 'By whom.';
COMMENT ON COLUMN person_merge_move.by_service_id IS 'Under the hat of which service.';
ALTER TABLE person_merge_move ADD CONSTRAINT person_merge_move_merge FOREIGN KEY (merge_id) REFERENCES person_merge (id);
ALTER TABLE person_merge_move ADD CONSTRAINT person_merge_move_account FOREIGN KEY (by_account) REFERENCES account (id);
ALTER TABLE person_merge_move ADD CONSTRAINT person_merge_move_service FOREIGN KEY (by_service_id) REFERENCES service (id);
ALTER TABLE person_merge_move ADD CONSTRAINT person_merge_move_move
  CHECK (move IN ('propose', 'confirm', 'decline', 'take-back', 'propose-parting'));
CREATE INDEX person_merge_move_of_merge ON person_merge_move (merge_id, at);
CREATE TRIGGER person_merge_move_insert_only BEFORE UPDATE OR DELETE ON person_merge_move FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER person_merge_move_never_emptied BEFORE TRUNCATE ON person_merge_move FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The moves go one way, each under the mover's own name, and never both halves of one by the same person. Whoever moves a pair waits
-- for whoever moves another pair with one of these records in it: both records are locked, the smaller id first.
CREATE FUNCTION app.keep_person_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('merge:' || least(NEW.face_person_id, NEW.other_person_id), 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('merge:' || greatest(NEW.face_person_id, NEW.other_person_id), 0));
  IF TG_OP = 'UPDATE' AND (
    (NEW.id, NEW.face_person_id, NEW.other_person_id, NEW.by_service_id)
      IS DISTINCT FROM (OLD.id, OLD.face_person_id, OLD.other_person_id, OLD.by_service_id)
    OR NEW.version <> OLD.version + 1
    OR (OLD.state, NEW.state) NOT IN (('proposed', 'merged'), ('proposed', 'declined'), ('proposed', 'taken-back'),
      ('merged', 'parting'), ('parting', 'parted'), ('parting', 'merged'))
    OR (OLD.state = 'merged') <> ((NEW.asked_by, NEW.asked_at, NEW.reason) IS DISTINCT FROM (OLD.asked_by, OLD.asked_at, OLD.reason))
    OR (OLD.state = 'merged' AND NEW.asked_by IS DISTINCT FROM app.account_id())
    OR (OLD.state IN ('proposed', 'parting') AND NEW.answered_by IS DISTINCT FROM app.account_id())
    OR (NEW.state IN ('declined', 'parted') AND OLD.asked_by = app.account_id())
    OR (OLD.state = 'proposed' AND NEW.state = 'merged' AND OLD.asked_by = app.account_id())
    OR (NEW.state = 'taken-back' AND OLD.asked_by IS DISTINCT FROM app.account_id()))
  THEN
    RAISE EXCEPTION 'two records are merged and parted by two people' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'merged' AND EXISTS (SELECT 1 FROM person_merge m WHERE m.id <> NEW.id AND m.state IN ('merged', 'parting')
      AND (m.other_person_id IN (NEW.face_person_id, NEW.other_person_id) OR m.face_person_id = NEW.other_person_id)) THEN
    RAISE EXCEPTION 'merges are one deep' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'person_merge_one_deep';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.keep_person_merge() IS 'Lets a pair of records move one way, by two people, one pair of a record at a time.';
GRANT EXECUTE ON FUNCTION app.keep_person_merge() TO throughcare_app, throughcare_owner;
CREATE TRIGGER person_merge_kept BEFORE INSERT OR UPDATE ON person_merge FOR EACH ROW EXECUTE FUNCTION app.keep_person_merge();
CREATE TRIGGER person_merge_stays BEFORE DELETE ON person_merge FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER person_merge_never_emptied BEFORE TRUNCATE ON person_merge FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Whether the service of the hat holds a case of this person: has a part that acts and opens who they are.
CREATE FUNCTION app.holds_person(person uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = holds_person.person AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND p.relation IN ('own', 'closing') AND 'identity' = ANY (p.categories))
$$;
COMMENT ON FUNCTION app.holds_person(uuid) IS 'Does the service whose hat is worn hold a case of this person, so that it answers for the record?';
GRANT EXECUTE ON FUNCTION app.holds_person(uuid) TO throughcare_app, throughcare_owner;

ALTER TABLE person_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY person_merge_owner ON person_merge TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON person_merge TO throughcare_app;
GRANT UPDATE (state, asked_by, asked_at, reason, answered_by, answered_at, version) ON person_merge TO throughcare_app;
-- Read by whoever has a living part in both records; moved by those who hold both, the second person among them.
CREATE POLICY person_merge_read ON person_merge FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = person_merge.face_person_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories))
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = person_merge.other_person_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories)));
CREATE POLICY person_merge_propose ON person_merge FOR INSERT TO throughcare_app
  WITH CHECK (state = 'proposed' AND asked_by = (SELECT app.account_id()) AND by_service_id = (SELECT app.case_service_id())
    AND answered_by IS NULL AND version = 0
    AND ((SELECT app.role()) = 'prison-health' OR (SELECT app.has_grant('privacy-officer')))
    AND app.holds_person(face_person_id) AND app.holds_person(other_person_id));
CREATE POLICY person_merge_move ON person_merge FOR UPDATE TO throughcare_app
  USING (((SELECT app.role()) = 'prison-health' OR (SELECT app.has_grant('privacy-officer')))
    AND app.holds_person(face_person_id) AND app.holds_person(other_person_id));

ALTER TABLE person_merge_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_merge_move FORCE ROW LEVEL SECURITY;
CREATE POLICY person_merge_move_owner ON person_merge_move TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON person_merge_move TO throughcare_app;
CREATE POLICY person_merge_move_read ON person_merge_move FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM person_merge m WHERE m.id = person_merge_move.merge_id));
CREATE POLICY person_merge_move_add ON person_merge_move FOR INSERT TO throughcare_app
  WITH CHECK (by_account = (SELECT app.account_id()) AND by_service_id = (SELECT app.case_service_id())
    AND ((SELECT app.role()) = 'prison-health' OR (SELECT app.has_grant('privacy-officer')))
    AND EXISTS (SELECT 1 FROM person_merge m WHERE m.id = person_merge_move.merge_id));

-- ---------------------------------------------------------------------------------------------------------------------
-- Somebody with two records is not taken in twice at once under the second one: no new episode of either begins while the other has
-- one. Those that overlapped when the two were merged stay: that is what a duplicate looks like.
CREATE FUNCTION app.one_custody_of_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM person_merge m
    JOIN custody_episode e ON e.person_id = CASE NEW.person_id WHEN m.face_person_id THEN m.other_person_id ELSE m.face_person_id END
    WHERE m.state IN ('merged', 'parting') AND NEW.person_id IN (m.face_person_id, m.other_person_id)
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      AND daterange(e.admitted_on, e.ended_on, '[)') && daterange(NEW.admitted_on, NEW.ended_on, '[)')) THEN
    RAISE EXCEPTION 'the other record of this person has an episode then' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'custody_episode_no_overlap';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.one_custody_of_merged() IS 'Refuses a second episode at one time for somebody whose two records are merged.';
GRANT EXECUTE ON FUNCTION app.one_custody_of_merged() TO throughcare_app, throughcare_owner;
CREATE TRIGGER custody_episode_of_merged BEFORE INSERT ON custody_episode FOR EACH ROW EXECUTE FUNCTION app.one_custody_of_merged();

-- A number of either record leads to the one in front: whoever comes back is taken in there.
GRANT SELECT ON person_merge TO throughcare_lookup;
CREATE POLICY person_merge_lookup ON person_merge FOR SELECT TO throughcare_lookup USING (true);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.person_of_own_number(number_key text)
  RETURNS TABLE (person_id uuid, family_name text, given_names text, date_of_birth date, value text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT x.id, x.family_name, x.given_names, x.date_of_birth, i.value
  FROM person_identifier i
  LEFT JOIN person_merge m ON m.other_person_id = i.person_id AND m.state IN ('merged', 'parting')
    AND m.by_service_id = app.case_service_id()
  JOIN person x ON x.id = coalesce(m.face_person_id, i.person_id)
  WHERE i.issuer_service_id = app.case_service_id() AND app.role() IN ('prison-health', 'system')
    AND upper(replace(i.value, ' ', '')) = number_key
$$;
CREATE OR REPLACE FUNCTION app.not_free_for_custody(persons uuid[], days date[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT asked.person_id FROM unnest(persons, days) AS asked (person_id, day)
  WHERE app.role() IN ('prison-health', 'system')
    AND EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = asked.person_id AND i.system = 'prison-number'
      AND i.issuer_service_id = app.case_service_id())
    AND EXISTS (SELECT 1 FROM custody_episode e
      WHERE (e.person_id = asked.person_id OR EXISTS (SELECT 1 FROM person_merge m WHERE m.state IN ('merged', 'parting')
          AND ((m.face_person_id = asked.person_id AND m.other_person_id = e.person_id)
            OR (m.other_person_id = asked.person_id AND m.face_person_id = e.person_id))))
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      AND daterange(e.admitted_on, e.ended_on, '[)') && daterange(asked.day, NULL, '[)'))
$$;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
