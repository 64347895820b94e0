-- How long records are kept, and how what is due goes. A period is data of a country, proposed by one administrator and approved by
-- another; without one nothing is ever due. The dry run and the run are one list: it is written down when somebody proposes it, and
-- erased as it is when somebody else confirms it, or not at all. A legal hold wins. The trail stays: it holds ids that then mean nothing.

CREATE TABLE retention_rule (
  id uuid NOT NULL,
  country text NOT NULL,
  years integer NOT NULL,
  source text NOT NULL,
  review_by date NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  proposed_at timestamptz(3) NOT NULL,
  proposed_by uuid NOT NULL,
  approved_at timestamptz(3),
  approved_by uuid,
  ended_at timestamptz(3),
  CONSTRAINT retention_rule_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE retention_rule IS 'How long records are kept in a country after the last case ended. What it says is never changed: another one follows it.';
COMMENT ON COLUMN retention_rule.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN retention_rule.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN retention_rule.years IS 'Whole years from the end of the last case.';
COMMENT ON COLUMN retention_rule.source IS 'Where it stands: law, code of practice, local schedule.';
COMMENT ON COLUMN retention_rule.review_by IS 'The day by which somebody looks at it again.';
COMMENT ON COLUMN retention_rule.state IS 'proposed, approved, superseded or taken-back. Only an approved one holds.';
COMMENT ON COLUMN retention_rule.proposed_at IS 'When it was proposed.';
COMMENT ON COLUMN retention_rule.proposed_by IS 'By which administrator.';
COMMENT ON COLUMN retention_rule.approved_at IS 'When it was approved. Null: it was not.';
COMMENT ON COLUMN retention_rule.approved_by IS 'By which other administrator.';
COMMENT ON COLUMN retention_rule.ended_at IS 'When another one followed it, or it was taken back. Null: neither.';
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_proposer FOREIGN KEY (proposed_by) REFERENCES account (id);
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_approver FOREIGN KEY (approved_by) REFERENCES account (id);
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_country CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_years CHECK (years BETWEEN 1 AND 150);
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_source CHECK (length(source) > 0);
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_two_people CHECK (approved_by <> proposed_by);
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_approved CHECK ((approved_at IS NULL) = (approved_by IS NULL));
ALTER TABLE retention_rule ADD CONSTRAINT retention_rule_state CHECK (CASE state WHEN 'proposed' THEN approved_by IS NULL AND ended_at IS NULL
  WHEN 'approved' THEN approved_by IS NOT NULL AND ended_at IS NULL WHEN 'superseded' THEN approved_by IS NOT NULL AND ended_at IS NOT NULL
  WHEN 'taken-back' THEN ended_at IS NOT NULL ELSE false END);
CREATE UNIQUE INDEX retention_rule_in_force ON retention_rule (country) WHERE state = 'approved';

CREATE TABLE legal_hold (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  service_id uuid NOT NULL,
  reason text NOT NULL,
  placed_at timestamptz(3) NOT NULL,
  placed_by uuid NOT NULL,
  lifted_at timestamptz(3),
  lifted_by uuid,
  lifted_because text,
  CONSTRAINT legal_hold_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE legal_hold IS 'Records of a person are kept beyond their time: an inquest, a claim, an inquiry. Wins over every rule.';
COMMENT ON COLUMN legal_hold.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN legal_hold.person_id IS 'Whose records.';
COMMENT ON COLUMN legal_hold.episode_id IS 'The case from which it was placed.';
COMMENT ON COLUMN legal_hold.service_id IS 'By which service.';
COMMENT ON COLUMN legal_hold.reason IS 'Why.';
COMMENT ON COLUMN legal_hold.placed_at IS 'When.';
COMMENT ON COLUMN legal_hold.placed_by IS 'By whom.';
COMMENT ON COLUMN legal_hold.lifted_at IS 'When it was lifted. Null: it stands.';
COMMENT ON COLUMN legal_hold.lifted_by IS 'By whom.';
COMMENT ON COLUMN legal_hold.lifted_because IS 'Why.';
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_episode FOREIGN KEY (episode_id, person_id) REFERENCES custody_episode (id, person_id);
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_placer FOREIGN KEY (placed_by) REFERENCES account (id);
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_lifter FOREIGN KEY (lifted_by) REFERENCES account (id);
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_reason CHECK (length(reason) > 0);
ALTER TABLE legal_hold ADD CONSTRAINT legal_hold_lifted
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_because IS NULL));
CREATE UNIQUE INDEX legal_hold_standing ON legal_hold (person_id, service_id) WHERE lifted_at IS NULL;

CREATE TABLE retention_run (
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  persons integer NOT NULL,
  proposed_at timestamptz(3) NOT NULL,
  proposed_by uuid NOT NULL,
  ended_at timestamptz(3),
  ended_by uuid,
  erased_rows integer,
  CONSTRAINT retention_run_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE retention_run IS 'A list of records that are due, as somebody saw it, and what became of it.';
COMMENT ON COLUMN retention_run.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN retention_run.state IS 'proposed, done or taken-back.';
COMMENT ON COLUMN retention_run.persons IS 'How many persons the list has.';
COMMENT ON COLUMN retention_run.proposed_at IS 'When it was proposed.';
COMMENT ON COLUMN retention_run.proposed_by IS 'By which administrator.';
COMMENT ON COLUMN retention_run.ended_at IS 'When it was confirmed and done, or taken back.';
COMMENT ON COLUMN retention_run.ended_by IS 'By whom: never who proposed it, where it was done.';
COMMENT ON COLUMN retention_run.erased_rows IS 'How many rows went. Null: none did.';
ALTER TABLE retention_run ADD CONSTRAINT retention_run_proposer FOREIGN KEY (proposed_by) REFERENCES account (id);
ALTER TABLE retention_run ADD CONSTRAINT retention_run_ender FOREIGN KEY (ended_by) REFERENCES account (id);
ALTER TABLE retention_run ADD CONSTRAINT retention_run_state CHECK (CASE state WHEN 'proposed' THEN ended_by IS NULL AND erased_rows IS NULL
  WHEN 'done' THEN ended_by <> proposed_by AND erased_rows IS NOT NULL WHEN 'taken-back' THEN ended_by IS NOT NULL AND erased_rows IS NULL ELSE false END);
CREATE UNIQUE INDEX retention_run_one_waits ON retention_run ((true)) WHERE state = 'proposed';

CREATE TABLE retention_run_person (
  run_id uuid NOT NULL,
  person_id uuid NOT NULL,
  country text NOT NULL,
  CONSTRAINT retention_run_person_pkey PRIMARY KEY (run_id, person_id)
);
COMMENT ON TABLE retention_run_person IS 'Whom a run is about: ids, which mean nothing once it is done.';
COMMENT ON COLUMN retention_run_person.run_id IS 'Of which run.';
COMMENT ON COLUMN retention_run_person.person_id IS 'Whose record. No foreign key: it outlives the record.';
COMMENT ON COLUMN retention_run_person.country IS 'By the rule of which country.';
ALTER TABLE retention_run_person ADD CONSTRAINT retention_run_person_run FOREIGN KEY (run_id) REFERENCES retention_run (id);
CREATE TRIGGER retention_run_person_insert_only BEFORE UPDATE OR DELETE ON retention_run_person FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

CREATE TABLE retention_count (
  counted_at timestamptz(3) NOT NULL,
  country text NOT NULL,
  due integer NOT NULL,
  held integer NOT NULL,
  CONSTRAINT retention_count_pkey PRIMARY KEY (counted_at, country)
);
COMMENT ON TABLE retention_count IS 'The dry run of each night: how many records are due. Nothing is erased by it.';
COMMENT ON COLUMN retention_count.counted_at IS 'When it was counted.';
COMMENT ON COLUMN retention_count.country IS 'By the rule of which country.';
COMMENT ON COLUMN retention_count.due IS 'How many records are due.';
COMMENT ON COLUMN retention_count.held IS 'How many would be, and are kept by a legal hold.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Who is due. Everything of a person has ended for as long as the strictest rule of the countries of their prisons asks; where one of
-- these countries has no rule nothing is due. Records that were joined go together. An open request about the record keeps it.

CREATE FUNCTION app.retention_due() RETURNS TABLE (person_id uuid, country text, held boolean) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  WITH stood AS (
    SELECT e.person_id, max(e.ended_on) AS ended_on, bool_and(e.ended_on IS NOT NULL) AS over,
      bool_and(EXISTS (SELECT 1 FROM custody_stay s JOIN service p ON p.id = s.prison_service_id
        JOIN retention_rule r ON r.country = p.country AND r.state = 'approved' WHERE s.episode_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM custody_stay s JOIN service p ON p.id = s.prison_service_id
          WHERE s.episode_id = e.id AND NOT EXISTS (SELECT 1 FROM retention_rule r WHERE r.country = p.country AND r.state = 'approved'))) AS ruled
    FROM custody_episode e GROUP BY e.person_id
  ), ruled AS (
    SELECT stood.person_id, stood.ended_on, longest.years, longest.country FROM stood
    JOIN LATERAL (SELECT r.years, r.country FROM custody_episode e JOIN custody_stay s ON s.episode_id = e.id
      JOIN service p ON p.id = s.prison_service_id JOIN retention_rule r ON r.country = p.country AND r.state = 'approved'
      WHERE e.person_id = stood.person_id ORDER BY r.years DESC, r.country LIMIT 1) longest ON true
    WHERE stood.over AND stood.ruled
  ), ripe AS (
    SELECT ruled.person_id, ruled.country FROM ruled
    WHERE (ruled.ended_on + make_interval(years => ruled.years))::date < (app.now() AT TIME ZONE 'UTC')::date
      AND NOT EXISTS (SELECT 1 FROM data_request d WHERE d.person_id = ruled.person_id AND d.state = 'open')
      AND NOT EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = ruled.person_id AND p.until > app.now() AND p.relation IN ('own', 'offered', 'accepted'))
  )
  SELECT ripe.person_id, ripe.country, EXISTS (SELECT 1 FROM legal_hold h WHERE h.lifted_at IS NULL AND (h.person_id = ripe.person_id
    OR EXISTS (SELECT 1 FROM person_merge m WHERE m.state IN ('proposed', 'merged', 'parting')
      AND ((m.face_person_id = ripe.person_id AND m.other_person_id = h.person_id)
        OR (m.other_person_id = ripe.person_id AND m.face_person_id = h.person_id)))))
  FROM ripe
  WHERE NOT EXISTS (SELECT 1 FROM person_merge m WHERE m.state IN ('proposed', 'merged', 'parting')
    AND ripe.person_id IN (m.face_person_id, m.other_person_id)
    AND NOT EXISTS (SELECT 1 FROM ripe also
      WHERE also.person_id = CASE ripe.person_id WHEN m.face_person_id THEN m.other_person_id ELSE m.face_person_id END))
$$;
COMMENT ON FUNCTION app.retention_due() IS 'Persons whose records have had their time, and which of them a legal hold keeps. For the functions below alone.';
GRANT EXECUTE ON FUNCTION app.retention_due() TO throughcare_owner;

CREATE FUNCTION app.count_retention() RETURNS TABLE (country text, due integer, held integer) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT d.country, (count(*) FILTER (WHERE NOT d.held))::integer, (count(*) FILTER (WHERE d.held))::integer FROM app.retention_due() d
  WHERE app.role() IN ('administrator', 'system') GROUP BY d.country ORDER BY d.country
$$;
COMMENT ON FUNCTION app.count_retention() IS 'How many records are due by the rule of each country, and how many a legal hold keeps: the dry run. Counts, to administrators and the worker.';

CREATE FUNCTION app.record_retention_count() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO retention_count (counted_at, country, due, held) SELECT app.now(), c.country, c.due, c.held FROM app.count_retention() c
    WHERE app.role() = 'system' ON CONFLICT DO NOTHING;
  DELETE FROM retention_count WHERE app.role() = 'system' AND counted_at < app.now() - interval '1 year';
$$;
COMMENT ON FUNCTION app.record_retention_count() IS 'Writes down what is due, each night. Erases no record.';

CREATE FUNCTION app.propose_retention(run uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE many integer;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN RETURN NULL; END IF;
  INSERT INTO retention_run (id, persons, proposed_at, proposed_by)
    SELECT run, count(*), app.now(), app.account_id() FROM app.retention_due() d WHERE NOT d.held;
  INSERT INTO retention_run_person (run_id, person_id, country) SELECT run, d.person_id, d.country FROM app.retention_due() d WHERE NOT d.held;
  GET DIAGNOSTICS many = ROW_COUNT;
  UPDATE retention_run SET persons = many WHERE id = run;
  RETURN many;
END $$;
COMMENT ON FUNCTION app.propose_retention(uuid) IS 'Writes down the list of what is due now, for somebody else to confirm. How many persons it has.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Erasing. Insert-only tables let go of a row for this alone, and for the owner alone; the trail never does.

CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'throughcare_owner' AND current_setting('app.erasing', true) = 'yes'
    AND TG_TABLE_NAME !~ '^audit_' THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION app.erase_persons(persons uuid[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  episodes uuid[];
  one record;
  erased integer := 0;
  n integer;
  waiting text[] := '{}';
  left_over text[];
  wheres jsonb := '{}';
  names text[];
BEGIN
  PERFORM set_config('app.erasing', 'yes', true);
  SELECT array_agg(DISTINCT w.word) INTO names FROM person x, unnest(string_to_array(x.name_key, ' ')) AS w (word)
    WHERE x.id = ANY (persons) AND w.word <> '';
  SELECT coalesce(array_agg(e.id), '{}') INTO episodes FROM custody_episode e WHERE e.person_id = ANY (persons);
  -- Every table with a case or a person in it, whatever tables there are by then.
  FOR one IN
    SELECT c.relname AS name, string_agg(CASE WHEN a.attname = 'episode_id' THEN format('%I = ANY ($2)', a.attname)
      ELSE format('%I = ANY ($1)', a.attname) END, ' OR ') AS test
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
      AND (a.attname = 'episode_id' OR a.attname ~ '(^|_)person_id$')
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname !~ '^audit_' AND c.relname <> 'retention_run_person'
    GROUP BY c.relname
  LOOP
    wheres := wheres || jsonb_build_object(one.name, one.test);
  END LOOP;
  wheres := wheres || jsonb_build_object('person', 'id = ANY ($1)');
  -- And what hangs on their rows: by foreign keys of one column, as deep as they go.
  LOOP
    n := 0;
    FOR one IN
      SELECT child.relname AS child, parent.relname AS parent, ca.attname AS child_column, pa.attname AS parent_column
      FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
        JOIN pg_attribute ca ON ca.attrelid = k.conrelid AND ca.attnum = k.conkey[1]
        JOIN pg_attribute pa ON pa.attrelid = k.confrelid AND pa.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND child.relnamespace = 'public'::regnamespace AND NOT child.relispartition
        AND wheres ? parent.relname AND NOT wheres ? child.relname AND child.relname !~ '^audit_'
    LOOP
      wheres := wheres || jsonb_build_object(one.child, format('%I IN (SELECT %I FROM %I WHERE %s)', one.child_column, one.parent_column,
        one.parent, wheres ->> one.parent));
      n := n + 1;
    END LOOP;
    EXIT WHEN n = 0;
  END LOOP;
  -- Children before parents: a table whose rows are still pointed to waits for the next round. What triggers write on the way goes as well.
  FOR round IN 1..20 LOOP
    n := 0;
    left_over := '{}';
    FOR one IN SELECT w.key AS name, w.value AS test FROM jsonb_each_text(wheres) w LOOP
      BEGIN
        EXECUTE format('WITH gone AS (DELETE FROM %I WHERE %s RETURNING 1) SELECT count(*) FROM gone', one.name, one.test) INTO n USING persons, episodes;
        erased := erased + n;
      EXCEPTION WHEN foreign_key_violation THEN left_over := left_over || one.name::text;
      END;
    END LOOP;
    EXIT WHEN cardinality(left_over) = 0 AND round > 2;
  END LOOP;
  IF cardinality(left_over) > 0 THEN
    RAISE EXCEPTION 'records hang on %', left_over USING ERRCODE = 'foreign_key_violation';
  END IF;
  -- The words of their names, where nobody else is called so.
  DELETE FROM name_word n WHERE n.word = ANY (names)
    AND NOT EXISTS (SELECT 1 FROM person x WHERE ' ' || x.name_key || ' ' LIKE '% ' || app.as_typed(n.word) || ' %');
  PERFORM set_config('app.erasing', '', true);
  RETURN erased;
END $$;
COMMENT ON FUNCTION app.erase_persons(uuid[]) IS 'Takes away every row of these persons and of their cases, and leaves the trail. For app.confirm_retention alone.';
GRANT EXECUTE ON FUNCTION app.erase_persons(uuid[]), app.as_typed(text) TO throughcare_owner;

CREATE FUNCTION app.confirm_retention(run uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  proposer uuid;
  persons uuid[];
  erased integer;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN RETURN 'not-there'; END IF;
  SELECT r.proposed_by INTO proposer FROM retention_run r WHERE r.id = run AND r.state = 'proposed' FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not-there'; END IF;
  IF proposer = app.account_id() THEN RETURN 'own-proposal'; END IF;
  SELECT coalesce(array_agg(p.person_id), '{}') INTO persons FROM retention_run_person p WHERE p.run_id = run;
  -- Whoever places a hold while this goes on waits, or this does.
  LOCK TABLE legal_hold IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT 1 FROM unnest(persons) AS listed (id)
    WHERE NOT EXISTS (SELECT 1 FROM app.retention_due() d WHERE d.person_id = listed.id AND NOT d.held)) THEN RETURN 'list-changed'; END IF;
  erased := app.erase_persons(persons);
  UPDATE retention_run SET state = 'done', ended_at = app.now(), ended_by = app.account_id(), erased_rows = erased WHERE id = run;
  RETURN 'done';
END $$;
COMMENT ON FUNCTION app.confirm_retention(uuid) IS
  'The second administrator''s yes: erases exactly the list that was proposed, or nothing when one of it is no longer due. done, own-proposal, list-changed or not-there.';
GRANT EXECUTE ON FUNCTION app.count_retention(), app.record_retention_count(), app.propose_retention(uuid), app.confirm_retention(uuid) TO throughcare_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- Rules and runs are the administrators'; holds are placed and lifted by those who hold a case, or by its privacy officer.

CREATE FUNCTION app.keep_retention_rule() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.id, NEW.country, NEW.years, NEW.source, NEW.review_by, NEW.proposed_at, NEW.proposed_by)
      IS DISTINCT FROM (OLD.id, OLD.country, OLD.years, OLD.source, OLD.review_by, OLD.proposed_at, OLD.proposed_by)
    OR (NEW.approved_by IS DISTINCT FROM OLD.approved_by AND (OLD.state <> 'proposed' OR NEW.approved_by IS DISTINCT FROM app.account_id()))
    OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('proposed', 'approved'), ('proposed', 'taken-back'), ('approved', 'superseded')))
  THEN RAISE EXCEPTION 'a rule about keeping records is not rewritten' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.keep_retention_rule() IS 'Refuses to rewrite what a rule about keeping records says, or who approved it.';
CREATE TRIGGER retention_rule_kept BEFORE UPDATE ON retention_rule FOR EACH ROW EXECUTE FUNCTION app.keep_retention_rule();
CREATE TRIGGER retention_rule_stays BEFORE DELETE ON retention_rule FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

ALTER TABLE retention_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY retention_rule_owner ON retention_rule TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON retention_rule TO throughcare_app;
GRANT UPDATE (state, approved_at, approved_by, ended_at) ON retention_rule TO throughcare_app;
CREATE POLICY retention_rule_read ON retention_rule FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
CREATE POLICY retention_rule_propose ON retention_rule FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'administrator' AND state = 'proposed' AND proposed_by = (SELECT app.account_id()));
CREATE POLICY retention_rule_move ON retention_rule FOR UPDATE TO throughcare_app USING ((SELECT app.role()) = 'administrator');

ALTER TABLE legal_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_hold FORCE ROW LEVEL SECURITY;
CREATE POLICY legal_hold_owner ON legal_hold TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON legal_hold TO throughcare_app;
GRANT UPDATE (lifted_at, lifted_by, lifted_because) ON legal_hold TO throughcare_app;
CREATE POLICY legal_hold_read ON legal_hold FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND ((SELECT app.role()) = 'prison-health' OR (SELECT app.has_grant('privacy-officer'))));
CREATE POLICY legal_hold_place ON legal_hold FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND placed_by = (SELECT app.account_id()) AND lifted_at IS NULL
    AND ((SELECT app.role()) = 'prison-health' OR (SELECT app.has_grant('privacy-officer'))) AND app.holds_person(person_id));
CREATE POLICY legal_hold_lift ON legal_hold FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND ((SELECT app.role()) = 'prison-health' OR (SELECT app.has_grant('privacy-officer')))
    AND lifted_at IS NULL)
  WITH CHECK (lifted_by = (SELECT app.account_id()));

ALTER TABLE retention_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_run FORCE ROW LEVEL SECURITY;
CREATE POLICY retention_run_owner ON retention_run TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT ON retention_run TO throughcare_app;
GRANT UPDATE (state, ended_at, ended_by) ON retention_run TO throughcare_app;
CREATE POLICY retention_run_read ON retention_run FOR SELECT TO throughcare_app USING ((SELECT app.role()) = 'administrator');
CREATE POLICY retention_run_take_back ON retention_run FOR UPDATE TO throughcare_app
  USING ((SELECT app.role()) = 'administrator' AND state = 'proposed') WITH CHECK (state = 'taken-back' AND ended_by = (SELECT app.account_id()));

ALTER TABLE retention_run_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_run_person FORCE ROW LEVEL SECURITY;
CREATE POLICY retention_run_person_owner ON retention_run_person TO throughcare_owner USING (true) WITH CHECK (true);

ALTER TABLE retention_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_count FORCE ROW LEVEL SECURITY;
CREATE POLICY retention_count_owner ON retention_count TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT ON retention_count TO throughcare_app;
CREATE POLICY retention_count_read ON retention_count FOR SELECT TO throughcare_app USING ((SELECT app.role()) = 'administrator');

SELECT pgboss.create_queue('count-retention', '{"policy": "short", "retryLimit": 2, "deleteAfterSeconds": 604800, "expireInSeconds": 3600}'::jsonb);

-- A trigger fires for whoever writes: nobody has to be able to call it.
REVOKE EXECUTE ON FUNCTION app.keep_person_merge(), app.one_custody_of_merged(), app.keep_data_request() FROM throughcare_app;
