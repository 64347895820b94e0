-- Restricted records: a colleague, somebody in the public eye, somebody who is threatened. Outside a circle of accounts such a record
-- is not told apart from one that is not there. One predicate says so, app.admits; every list, count, search, event and figure asks
-- it, most of them because they look at case_part. See docs/adr/0145.

CREATE TABLE restriction (
  id uuid NOT NULL PRIMARY KEY,
  person_id uuid NOT NULL,
  reason text NOT NULL,
  review_on date NOT NULL,
  set_at timestamptz(3) NOT NULL,
  set_by uuid NOT NULL,
  set_service_id uuid NOT NULL,
  lifted_at timestamptz(3),
  lifted_by uuid,
  lifted_because text,
  version integer NOT NULL DEFAULT 0
);
ALTER TABLE restriction ADD CONSTRAINT restriction_person FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE restriction ADD CONSTRAINT restriction_set_by FOREIGN KEY (set_by) REFERENCES account (id);
ALTER TABLE restriction ADD CONSTRAINT restriction_set_service FOREIGN KEY (set_service_id) REFERENCES service (id);
ALTER TABLE restriction ADD CONSTRAINT restriction_lifted_by FOREIGN KEY (lifted_by) REFERENCES account (id);
ALTER TABLE restriction ADD CONSTRAINT restriction_reason
  CHECK (reason IN ('works-here', 'close-to-colleague', 'public-figure', 'threatened'));
ALTER TABLE restriction ADD CONSTRAINT restriction_lifted_is_whole CHECK (num_nulls(lifted_at, lifted_by, lifted_because) IN (0, 3));
CREATE UNIQUE INDEX restriction_one_a_person ON restriction (person_id) WHERE lifted_at IS NULL;
CREATE INDEX restriction_of_person ON restriction (person_id, set_at);
COMMENT ON TABLE restriction IS 'That somebody''s record is open to a circle of accounts only, since when and until when.';
COMMENT ON COLUMN restriction.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN restriction.person_id IS 'Whose record.';
COMMENT ON COLUMN restriction.reason IS 'One of RESTRICTION_REASONS in packages/domain.';
COMMENT ON COLUMN restriction.review_on IS 'The day on which somebody of the circle looks whether it is still needed.';
COMMENT ON COLUMN restriction.set_at IS 'Since when.';
COMMENT ON COLUMN restriction.set_by IS 'Who set it.';
COMMENT ON COLUMN restriction.set_service_id IS 'Under the hat of which service.';
COMMENT ON COLUMN restriction.lifted_at IS 'Until when. Null while it stands.';
COMMENT ON COLUMN restriction.lifted_by IS 'Who lifted it.';
COMMENT ON COLUMN restriction.lifted_because IS 'Why, in a sentence.';
COMMENT ON COLUMN restriction.version IS 'Rises with every change of it or of its circle.';

CREATE TABLE restriction_member (
  id uuid NOT NULL PRIMARY KEY,
  restriction_id uuid NOT NULL,
  person_id uuid NOT NULL,
  account_id uuid NOT NULL,
  service_id uuid NOT NULL,
  admitted_at timestamptz(3) NOT NULL,
  admitted_by uuid NOT NULL,
  removed_at timestamptz(3),
  removed_by uuid
);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_restriction FOREIGN KEY (restriction_id) REFERENCES restriction (id);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_person FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_admitted_by FOREIGN KEY (admitted_by) REFERENCES account (id);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_removed_by FOREIGN KEY (removed_by) REFERENCES account (id);
ALTER TABLE restriction_member ADD CONSTRAINT restriction_member_removed_is_whole CHECK ((removed_at IS NULL) = (removed_by IS NULL));
CREATE UNIQUE INDEX restriction_member_once ON restriction_member (restriction_id, service_id, account_id) WHERE removed_at IS NULL;
COMMENT ON TABLE restriction_member IS 'Who is in the circle of a restricted record: an account under the hat of a service. Nobody is ever taken out of this list, only off.';
COMMENT ON COLUMN restriction_member.id IS 'Made in code, UUIDv7; by the database for whom it admits itself.';
COMMENT ON COLUMN restriction_member.restriction_id IS 'Of which restriction.';
COMMENT ON COLUMN restriction_member.person_id IS 'The person, for the policy on persons.';
COMMENT ON COLUMN restriction_member.account_id IS 'Who is admitted.';
COMMENT ON COLUMN restriction_member.service_id IS 'Under the hat of which service.';
COMMENT ON COLUMN restriction_member.admitted_at IS 'Since when.';
COMMENT ON COLUMN restriction_member.admitted_by IS 'By whom; the system''s account where a service would have been left without anybody.';
COMMENT ON COLUMN restriction_member.removed_at IS 'Until when. Null: still.';
COMMENT ON COLUMN restriction_member.removed_by IS 'By whom.';

ALTER TABLE restriction ENABLE ROW LEVEL SECURITY;
ALTER TABLE restriction FORCE ROW LEVEL SECURITY;
CREATE POLICY restriction_owner ON restriction TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY restriction_lookup ON restriction FOR SELECT TO throughcare_lookup USING (true);
GRANT SELECT ON restriction TO throughcare_app, throughcare_lookup;
CREATE POLICY restriction_read ON restriction FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = restriction.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories)));
ALTER TABLE restriction_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE restriction_member FORCE ROW LEVEL SECURITY;
CREATE POLICY restriction_member_owner ON restriction_member TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY restriction_member_lookup ON restriction_member FOR SELECT TO throughcare_lookup USING (true);
GRANT SELECT ON restriction_member TO throughcare_app, throughcare_lookup;
CREATE POLICY restriction_member_read ON restriction_member FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = restriction_member.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories)));

-- ---------------------------------------------------------------------------------------------------------------------
-- The predicate.

CREATE FUNCTION app.admits(circle uuid[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN circle IS NULL OR app.role() = 'system' OR coalesce(app.account_id() = ANY (circle), false);
COMMENT ON FUNCTION app.admits(uuid[]) IS
  'May whoever is asking know of a record with this circle? Null: no circle, everybody who has a part. The system moves deadlines of everybody.';

CREATE FUNCTION app.circle_of(person uuid, service uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT coalesce((SELECT array_agg(m.account_id ORDER BY m.account_id) FROM restriction_member m
    WHERE m.restriction_id = r.id AND m.service_id = circle_of.service AND m.removed_at IS NULL), '{}')
  FROM restriction r WHERE r.person_id = circle_of.person AND r.lifted_at IS NULL
$$;
COMMENT ON FUNCTION app.circle_of(uuid, uuid) IS 'Who at this service may know of the person; null when the record is not restricted. For triggers and functions only.';

CREATE FUNCTION app.may_know(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.admits(app.circle_of(may_know.person, app.service_id()))
$$;
COMMENT ON FUNCTION app.may_know(uuid) IS 'app.admits for a person, where a question does not pass through a part: numbers, birthdays, uploads.';

CREATE FUNCTION app.closed_persons() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.person_id FROM restriction r
  WHERE r.lifted_at IS NULL AND NOT app.admits(app.circle_of(r.person_id, app.service_id()))
$$;
COMMENT ON FUNCTION app.closed_persons() IS 'app.admits for figures, which pass many persons: those whom whoever is asking may not know of. Only functions may ask.';

ALTER TABLE case_part ADD COLUMN circle uuid[];
COMMENT ON COLUMN case_part.circle IS 'The accounts of the service that may know of the case; null while everybody there may. Kept by triggers, asked by app.admits.';
CREATE INDEX case_part_closed ON case_part (service_id, episode_id) WHERE circle IS NOT NULL;
ALTER POLICY case_part_read ON case_part USING (service_id = (SELECT app.case_service_id()) AND app.admits(circle));

CREATE FUNCTION app.closed_cases() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.episode_id FROM case_part p
  WHERE p.service_id = app.case_service_id() AND p.circle IS NOT NULL AND p.relation <> 'break-glass' AND NOT app.admits(p.circle)
$$;
COMMENT ON FUNCTION app.closed_cases() IS
  'app.admits for rows that a service reads without a living part: the cases that whoever is asking may not know of, of those in which their service has or had one.';

GRANT EXECUTE ON FUNCTION app.admits(uuid[]), app.circle_of(uuid, uuid), app.may_know(uuid), app.closed_persons(), app.closed_cases()
  TO throughcare_app, throughcare_lookup, throughcare_owner;
REVOKE EXECUTE ON FUNCTION app.circle_of(uuid, uuid) FROM throughcare_app;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.circle_of(uuid, uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.may_know(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.closed_persons() OWNER TO throughcare_lookup;
ALTER FUNCTION app.closed_cases() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- Parts carry the circle of their own service, so that asking costs a look at the row that is read anyway.
CREATE FUNCTION app.part_has_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.circle := app.circle_of(NEW.person_id, NEW.service_id);
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.part_has_circle() IS 'Writes the circle of the person into every part, whoever writes the part.';
CREATE TRIGGER case_part_circle BEFORE INSERT OR UPDATE ON case_part FOR EACH ROW EXECUTE FUNCTION app.part_has_circle();

CREATE FUNCTION app.parts_follow_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE case_part p SET circle = NULL WHERE p.person_id = NEW.person_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.parts_follow_circle() IS 'Has the circle of every part of the person written anew.';
CREATE TRIGGER restriction_parts AFTER INSERT OR UPDATE ON restriction FOR EACH ROW EXECUTE FUNCTION app.parts_follow_circle();
CREATE TRIGGER restriction_member_parts AFTER INSERT OR UPDATE ON restriction_member
  FOR EACH ROW EXECUTE FUNCTION app.parts_follow_circle();

-- No service is left with a case that nobody there can open: a fallback, a prison after a transfer, a desk that asked. Its privacy
-- officers are admitted, and where it has none its managers; they admit whoever does the work.
CREATE FUNCTION app.keep_circle(person uuid, service uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE standing uuid;
BEGIN
  SELECT r.id INTO standing FROM restriction r WHERE r.person_id = keep_circle.person AND r.lifted_at IS NULL;
  IF standing IS NULL OR EXISTS (
    SELECT 1 FROM restriction_member m JOIN membership h ON h.account_id = m.account_id AND h.service_id = m.service_id
      JOIN account a ON a.id = m.account_id
    WHERE m.restriction_id = standing AND m.service_id = keep_circle.service AND m.removed_at IS NULL
      AND (h.until IS NULL OR h.until > app.now()) AND a.disabled_at IS NULL
  ) THEN
    RETURN false;
  END IF;
  INSERT INTO restriction_member (id, restriction_id, person_id, account_id, service_id, admitted_at, admitted_by)
  SELECT gen_random_uuid(), standing, keep_circle.person, who.account_id, keep_circle.service, app.now(),
    '00000000-0000-7000-8000-000000000001'
  FROM (SELECT DISTINCT h.account_id, rank() OVER (ORDER BY 'privacy-officer' = ANY (h.grants) DESC) AS place
    FROM membership h JOIN account a ON a.id = h.account_id AND a.disabled_at IS NULL
    WHERE h.service_id = keep_circle.service AND h.role = 'manager' AND (h.until IS NULL OR h.until > app.now())) who
  WHERE who.place = 1
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.keep_circle(uuid, uuid) IS 'Admits the privacy officers of a service, or else its managers, when it has a restricted case and nobody there is in the circle.';

CREATE FUNCTION app.part_keeps_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.keep_circle(NEW.person_id, NEW.service_id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.part_keeps_circle() IS 'Sees to it that a service that comes into a restricted case has somebody who can open it.';
CREATE TRIGGER case_part_keeps_circle AFTER INSERT OR UPDATE OF relation ON case_part FOR EACH ROW
  WHEN (NEW.circle IS NOT NULL AND NEW.relation IN ('own', 'offered', 'accepted')) EXECUTE FUNCTION app.part_keeps_circle();

CREATE FUNCTION app.sweep_circles() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*) FILTER (WHERE app.keep_circle(p.person_id, p.service_id))::int
  FROM (SELECT DISTINCT c.person_id, c.service_id FROM case_part c
    WHERE app.role() = 'system' AND c.circle IS NOT NULL AND c.until > app.now() AND c.relation IN ('own', 'offered', 'accepted')) p
$$;
COMMENT ON FUNCTION app.sweep_circles() IS 'The same for services whose last account of a circle left meanwhile; how many there were. For the worker.';
GRANT EXECUTE ON FUNCTION app.sweep_circles() TO throughcare_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- Numbers. That a number is taken would tell of whom: the number of a restricted record keeps nobody from giving it again, and the
-- circle is told when somebody did. The record is put right by a merge.

ALTER TABLE person_identifier ADD COLUMN is_closed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN person_identifier.is_closed IS 'Whether the record is restricted: then the number is no obstacle to the same number elsewhere. Kept by triggers.';
ALTER TABLE person_identifier DROP CONSTRAINT person_identifier_once;
CREATE UNIQUE INDEX person_identifier_once ON person_identifier (issuer_service_id, system, value) WHERE NOT is_closed;

CREATE FUNCTION app.number_is_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.is_closed := EXISTS (SELECT 1 FROM restriction r WHERE r.person_id = NEW.person_id AND r.lifted_at IS NULL);
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.number_is_closed() IS 'Marks the numbers of restricted records.';
CREATE TRIGGER person_identifier_closed BEFORE INSERT OR UPDATE ON person_identifier
  FOR EACH ROW EXECUTE FUNCTION app.number_is_closed();
CREATE FUNCTION app.numbers_follow_restriction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE person_identifier i SET is_closed = NEW.lifted_at IS NULL WHERE i.person_id = NEW.person_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.numbers_follow_restriction() IS 'Marks the numbers of a record that is restricted, and of one that is not any more; 23505 when another record bears one.';
CREATE TRIGGER restriction_numbers AFTER INSERT OR UPDATE OF lifted_at ON restriction
  FOR EACH ROW EXECUTE FUNCTION app.numbers_follow_restriction();

-- ---------------------------------------------------------------------------------------------------------------------
-- What a service reads without a living part.

CREATE POLICY handoff_known ON handoff AS RESTRICTIVE TO throughcare_app USING (episode_id NOT IN (SELECT app.closed_cases()));
CREATE POLICY notice_entry_known ON notice_entry AS RESTRICTIVE TO throughcare_app
  USING (episode_id IS NULL OR episode_id NOT IN (SELECT app.closed_cases()));
CREATE POLICY release_list_line_known ON release_list_line AS RESTRICTIVE TO throughcare_app
  USING ((of_person_id IS NULL OR of_person_id NOT IN (SELECT app.closed_persons()))
    AND (person_id IS NULL OR person_id NOT IN (SELECT app.closed_persons())));

CREATE FUNCTION app.closed_asks() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id FROM send_set s WHERE s.episode_id IN (SELECT app.closed_cases())
$$;
COMMENT ON FUNCTION app.closed_asks() IS 'The send sets by which somebody at a desk was found whom whoever is asking may not know of.';
GRANT EXECUTE ON FUNCTION app.closed_asks() TO throughcare_app;
CREATE POLICY arrival_request_known ON arrival_request AS RESTRICTIVE TO throughcare_app
  USING (send_set_id IS NULL OR send_set_id NOT IN (SELECT app.closed_asks()));

-- ---------------------------------------------------------------------------------------------------------------------
-- Functions that look past the policies: each asks, in the place where it asks for the part.

CREATE FUNCTION pg_temp.ask(asked regprocedure, was text, becomes text, times integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE told text := pg_get_functiondef(asked); n integer;
BEGIN
  n := (length(told) - length(replace(told, was, ''))) / length(was);
  IF n <> times THEN RAISE EXCEPTION '%: % places that say %, not %', asked, n, was, times; END IF;
  EXECUTE replace(told, was, becomes);
END $$;

SELECT pg_temp.ask('app.search_persons(text,date,text[],integer)', 'p.until > moment', 'p.until > moment AND app.admits(p.circle)', 6);
SELECT pg_temp.ask('app.do_own_words_travel(uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.doses_of_other_episodes(uuid,date,date)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.is_call_taken_back(uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.last_dose_outside(uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.raise_call_in_other_episodes(uuid,uuid[],date,uuid,uuid,text)', 'p.until > app.now()',
  'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.release_seen_by(uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.relations_of_entry()', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.transfer_episode(uuid,uuid,uuid,integer)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.arrive_without_papers(uuid,integer,uuid,uuid[],uuid[],timestamptz)', 'p.until > app.now()',
  'p.until > app.now() AND app.admits(p.circle)', 1);
-- Nobody at another prison that was asked learns from its ask being settled that there is such a person; whoever asked comes into the circle.
SELECT pg_temp.ask('app.arrive_without_papers(uuid,integer,uuid,uuid[],uuid[],timestamptz)',
  'WHERE r.ask_id = ask.ask_id AND r.status = ''asked'';',
  'WHERE r.ask_id = ask.ask_id AND r.status = ''asked''
      AND NOT EXISTS (SELECT 1 FROM handoff h JOIN restriction x ON x.person_id = h.person_id AND x.lifted_at IS NULL WHERE h.id = handoffs[1]);
  INSERT INTO restriction_member (id, restriction_id, person_id, account_id, service_id, admitted_at, admitted_by)
    SELECT gen_random_uuid(), x.id, x.person_id, ask.asked_by, ask.asking_service_id, app.now(), app.account_id()
    FROM handoff h JOIN restriction x ON x.person_id = h.person_id AND x.lifted_at IS NULL WHERE h.id = handoffs[1]
    ON CONFLICT DO NOTHING;', 1);
CREATE OR REPLACE FUNCTION app.may_take_in(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT (EXISTS (SELECT 1 FROM person x WHERE x.id = may_take_in.person AND x.created_by_service_id = app.case_service_id())
    OR EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = may_take_in.person AND i.issuer_service_id = app.case_service_id())
    OR EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = may_take_in.person AND p.service_id = app.case_service_id()
      AND p.until > app.now() AND p.relation IN ('own', 'closing')))
    -- As app.may_know, without a call for each line of a long list.
    AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person_id = may_take_in.person AND r.lifted_at IS NULL
      AND NOT app.admits(app.circle_of(r.person_id, app.service_id())))
$$;
SELECT pg_temp.ask('app.cases_by_number(text[])', 'WHERE upper(replace(i.value', 'WHERE app.may_know(x.id) AND upper(replace(i.value', 1);
SELECT pg_temp.ask('app.person_of_own_number(text)', 'AND upper(replace(i.value', 'AND app.may_know(x.id) AND upper(replace(i.value', 1);
SELECT pg_temp.ask('app.persons_born_on(date[])', 'AND app.role() IN', 'AND x.id NOT IN (SELECT app.closed_persons()) AND app.role() IN', 1);
SELECT pg_temp.ask('app.find_released(text,text[],date)', 'WHERE app.role() = ''prison-health'' AND',
  'WHERE app.role() = ''prison-health'' AND app.may_know(n.id) AND', 1);
SELECT pg_temp.ask('app.not_free_for_custody(uuid[],date[])', 'WHERE app.role() IN (''prison-health'', ''system'')',
  'WHERE app.role() IN (''prison-health'', ''system'') AND app.may_know(asked.person_id)', 1);
SELECT pg_temp.ask('app.continuity_facts(date,date)', 'AND e.ended_because IS DISTINCT FROM ''entered-in-error''
      AND (my_kind', 'AND e.ended_because IS DISTINCT FROM ''entered-in-error'' AND e.person_id NOT IN (SELECT app.closed_persons())
      AND (my_kind', 1);
SELECT pg_temp.ask('app.barrier_facts(date)', 'e.ended_because IS DISTINCT FROM ''entered-in-error''',
  'e.ended_because IS DISTINCT FROM ''entered-in-error''
    AND e.person_id NOT IN (SELECT app.closed_persons())', 1);
SELECT pg_temp.ask('app.how_was_it_counts(date,date)', 'AND e.ended_because IS DISTINCT FROM ''entered-in-error''',
  'AND e.ended_because IS DISTINCT FROM ''entered-in-error''
      AND e.person_id NOT IN (SELECT app.closed_persons())', 1);
SELECT pg_temp.ask('app.people_dosed_in(text,text)', 'AND p.relation IN (''own'', ''accepted'', ''closing'')',
  'AND p.relation IN (''own'', ''accepted'', ''closing'') AND p.person_id NOT IN (SELECT app.closed_persons())', 1);

-- What is told goes to those of the audience who may know; where none of them may, to whoever else there may.
SELECT pg_temp.ask('app.notice_readers(uuid)', 'app.standing_hats(t.service_id) h
  )', 'app.standing_hats(t.service_id) h
    WHERE t.episode_id IS NULL OR NOT EXISTS (SELECT 1 FROM case_part p WHERE p.service_id = t.service_id AND p.episode_id = t.episode_id
      AND p.circle IS NOT NULL AND h.account_id <> ALL (p.circle))
  )', 1);
-- What was waiting to be mailed when the record was restricted is not, to those outside.
SELECT pg_temp.ask('app.moot_posts(uuid)', 'OR p.mail_at < app.now() - interval ''48 hours''', 'OR p.mail_at < app.now() - interval ''48 hours''
      OR EXISTS (SELECT 1 FROM case_part c JOIN membership m ON m.id = p.membership_id WHERE c.service_id = n.service_id
        AND c.episode_id = n.episode_id AND c.circle IS NOT NULL AND m.account_id <> ALL (c.circle))', 1);

-- Live events: kept with the circle of the case that they are about, and told to nobody else, however general their words are.
ALTER TABLE live_event ADD COLUMN circle uuid[];
COMMENT ON COLUMN live_event.circle IS 'The accounts that may hear of it; null: everybody of the services that it is told to.';
CREATE FUNCTION app.event_circle(episode uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT array_agg(DISTINCT who) FILTER (WHERE who IS NOT NULL) || '{}'::uuid[]
  FROM case_part p LEFT JOIN LATERAL unnest(p.circle) AS who ON true
  WHERE p.episode_id = event_circle.episode AND p.circle IS NOT NULL AND p.relation <> 'break-glass' HAVING count(*) > 0
$$;
COMMENT ON FUNCTION app.event_circle(uuid) IS 'Who may hear that something happened in a case, at all its services; null for everybody there.';
GRANT EXECUTE ON FUNCTION app.event_circle(uuid) TO throughcare_owner;
SELECT pg_temp.ask('app.live_tell()', '  this text;', '  this text;
  circle uuid[];', 1);
SELECT pg_temp.ask('app.live_tell()', 'line := to_jsonb(NEW);', 'line := to_jsonb(NEW);
  circle := app.event_circle(coalesce(line ->> ''episode_id'', CASE TG_TABLE_NAME WHEN ''custody_episode'' THEN line ->> ''id'' END)::uuid);', 1);
SELECT pg_temp.ask('app.live_tell()', '    category := NULL;
  END IF;', '    category := NULL;
    circle := NULL;
  END IF;', 1);
SELECT pg_temp.ask('app.live_tell()', 'episode, handoff, services));', 'episode, handoff, services, circle));', 1);
SELECT pg_temp.ask('app.live_tell()', 'handoff_id, service_ids) VALUES (topic, category, episode, handoff, services);',
  'handoff_id, service_ids, circle) VALUES (topic, category, episode, handoff, services, circle);', 1);

DROP FUNCTION app.live_events_after(bigint, integer);
CREATE FUNCTION app.live_events_after(after bigint, at_most integer)
  RETURNS TABLE (id bigint, topic text, episode_id uuid, handoff_id uuid, service_id uuid, service_kind text, relation text, circle uuid[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.topic, e.episode_id, e.handoff_id, hearing.id, hearing.kind, hearing.relation, coalesce(hearing.circle, e.circle)
  FROM (SELECT * FROM live_event l WHERE l.id > live_events_after.after ORDER BY l.id LIMIT at_most) e
  LEFT JOIN LATERAL (
    SELECT s.id, s.kind, coalesce(p.relation, CASE WHEN ends.here THEN 'ended' END, 'none') AS relation, p.circle
    FROM unnest(e.service_ids) AS told (service_id)
    JOIN service s ON s.id = told.service_id
    LEFT JOIN case_part p ON p.service_id = s.id AND p.episode_id = e.episode_id AND p.until > app.now()
    LEFT JOIN LATERAL (SELECT true AS here FROM handoff h WHERE h.id = e.handoff_id
      AND (s.id IN (h.sending_service_id, h.accountable_service_id) OR s.id = h.receiving_service_id AND h.status <> 'draft')) ends ON true
    WHERE CASE WHEN e.handoff_id IS NOT NULL THEN ends.here
      WHEN e.episode_id IS NULL THEN true
      WHEN e.category IS NULL THEN p.relation IS NOT NULL
      ELSE e.category = ANY (p.categories) END
  ) hearing ON true
  WHERE app.role() = 'system'
  ORDER BY e.id
$$;
COMMENT ON FUNCTION app.live_events_after(bigint, integer) IS
  'Events above a number, each with every service that may hear of it now, its kind, its part and, for a restricted case, the accounts that may; one row without a service where nobody may. For the system actor.';
GRANT EXECUTE ON FUNCTION app.live_events_after(bigint, integer) TO throughcare_app;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.live_events_after(bigint, integer) OWNER TO throughcare_lookup;
ALTER FUNCTION app.event_circle(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- ---------------------------------------------------------------------------------------------------------------------
-- Setting, changing, lifting. The rows are written by these alone; who may stands in packages/domain/src/access and here.

CREATE FUNCTION app.may_restrict(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p
    WHERE p.person_id = may_restrict.person AND p.service_id = app.case_service_id() AND p.until > app.now() AND app.admits(p.circle)
      AND (app.role() = 'prison-health' AND p.relation IN ('own', 'closing')
        OR app.role() = 'manager' AND app.has_grant('privacy-officer') AND p.relation IN ('own', 'offered', 'accepted', 'closing')))
$$;
COMMENT ON FUNCTION app.may_restrict(uuid) IS
  'May whoever is asking set and lift it: a clinician of the prison that holds the person, or a privacy officer of a service with a part.';

CREATE FUNCTION app.may_change_circle(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT app.may_restrict(may_change_circle.person) OR EXISTS (SELECT 1 FROM case_part p
    WHERE p.person_id = may_change_circle.person AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND app.role() = 'manager' AND p.circle IS NOT NULL AND app.admits(p.circle) AND p.relation IN ('own', 'offered', 'accepted', 'closing'))
$$;
COMMENT ON FUNCTION app.may_change_circle(uuid) IS 'The same, and managers who are in the circle: whoever the database admitted admits those who do the work.';

CREATE FUNCTION app.admit(standing uuid, person uuid, accounts uuid[], services uuid[]) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(accounts, services) AS who (account_id, service_id)
    WHERE NOT EXISTS (SELECT 1 FROM membership m JOIN service s ON s.id = m.service_id AND s.kind NOT IN ('region', 'administration')
      WHERE m.account_id = who.account_id AND m.service_id = who.service_id AND (m.until IS NULL OR m.until > app.now()))) THEN
    RAISE EXCEPTION 'nobody of that service' USING ERRCODE = '42501';
  END IF;
  INSERT INTO restriction_member (id, restriction_id, person_id, account_id, service_id, admitted_at, admitted_by)
  SELECT gen_random_uuid(), admit.standing, admit.person, who.account_id, who.service_id, app.now(), app.account_id()
  FROM (SELECT DISTINCT * FROM unnest(accounts, services) AS a (account_id, service_id)) who ON CONFLICT DO NOTHING;
END $$;
COMMENT ON FUNCTION app.admit(uuid, uuid, uuid[], uuid[]) IS 'Takes accounts into a circle, each under the hat of a service. Only the functions below may ask.';

CREATE FUNCTION app.restrict_person(restriction uuid, episode uuid, reason text, review_on date, accounts uuid[], services uuid[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE whose uuid;
BEGIN
  SELECT p.person_id INTO whose FROM case_part p WHERE p.episode_id = episode AND p.service_id = app.case_service_id();
  IF whose IS NULL OR NOT app.may_restrict(whose) THEN RETURN false; END IF;
  INSERT INTO restriction (id, person_id, reason, review_on, set_at, set_by, set_service_id)
    VALUES (restrict_person.restriction, whose, restrict_person.reason, restrict_person.review_on, app.now(), app.account_id(), app.service_id())
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.admit(restrict_person.restriction, whose, accounts || app.account_id(), services || app.service_id());
  PERFORM app.keep_circle(whose, p.service_id) FROM (SELECT DISTINCT c.service_id FROM case_part c
    WHERE c.person_id = whose AND c.until > app.now() AND c.relation IN ('own', 'offered', 'accepted')) p;
  RETURN true;
END $$;
COMMENT ON FUNCTION app.restrict_person(uuid, uuid, text, date, uuid[], uuid[]) IS
  'Restricts the record of the person of a case to whoever asks and the accounts that are named; false where that may not be, or stands already.';

CREATE FUNCTION app.change_circle(restriction uuid, seen_version integer, review_on date, accounts uuid[], services uuid[], removed uuid[])
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE whose uuid;
BEGIN
  SELECT r.person_id INTO whose FROM restriction r WHERE r.id = change_circle.restriction AND r.lifted_at IS NULL;
  IF whose IS NULL OR NOT app.may_change_circle(whose) THEN RETURN 'not-found'; END IF;
  UPDATE restriction r SET version = r.version + 1, review_on = change_circle.review_on
    WHERE r.id = change_circle.restriction AND r.version = seen_version AND r.lifted_at IS NULL;
  IF NOT FOUND THEN RETURN 'changed-meanwhile'; END IF;
  PERFORM app.admit(change_circle.restriction, whose, accounts, services);
  PERFORM app.keep_circle(whose, p.service_id) FROM (SELECT DISTINCT c.service_id FROM case_part c
    WHERE c.person_id = whose AND c.until > app.now() AND c.relation IN ('own', 'offered', 'accepted')) p;
  UPDATE restriction_member m SET removed_at = app.now(), removed_by = app.account_id()
    WHERE m.restriction_id = change_circle.restriction AND m.id = ANY (removed) AND m.removed_at IS NULL;
  IF EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = whose AND p.until > app.now() AND p.relation IN ('own', 'offered', 'accepted')
    AND p.circle = '{}' AND EXISTS (SELECT 1 FROM membership m WHERE m.service_id = p.service_id AND (m.until IS NULL OR m.until > app.now())))
    OR NOT EXISTS (SELECT 1 FROM restriction_member m WHERE m.restriction_id = change_circle.restriction AND m.removed_at IS NULL) THEN
    RAISE EXCEPTION 'a service would be left with nobody' USING ERRCODE = 'P0146';
  END IF;
  RETURN 'changed';
END $$;
COMMENT ON FUNCTION app.change_circle(uuid, integer, date, uuid[], uuid[], uuid[]) IS
  'Admits accounts and takes others off, and moves the day of review: changed, not-found or changed-meanwhile. P0146 when a service with a part would have nobody left.';

CREATE FUNCTION app.lift_restriction(restriction uuid, seen_version integer, because text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE whose uuid;
BEGIN
  SELECT r.person_id INTO whose FROM restriction r WHERE r.id = lift_restriction.restriction AND r.lifted_at IS NULL;
  IF whose IS NULL OR NOT app.may_restrict(whose) THEN RETURN 'not-found'; END IF;
  UPDATE restriction r SET version = r.version + 1, lifted_at = app.now(), lifted_by = app.account_id(), lifted_because = because
    WHERE r.id = lift_restriction.restriction AND r.version = seen_version AND r.lifted_at IS NULL;
  RETURN CASE WHEN FOUND THEN 'lifted' ELSE 'changed-meanwhile' END;
END $$;
COMMENT ON FUNCTION app.lift_restriction(uuid, integer, text) IS 'Opens the record to everybody with a part again. 23505 when another record bears the same number by now.';

CREATE FUNCTION app.circle_candidates(episode uuid, also uuid)
  RETURNS TABLE (service_id uuid, service_name text, account_id uuid, display_name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.name, a.id, a.display_name, min(m.role)
  FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL JOIN service s ON s.id = m.service_id
  WHERE (m.until IS NULL OR m.until > app.now()) AND m.role IN ('prison-health', 'caseworker', 'manager')
    AND s.kind NOT IN ('region', 'administration')
    AND (s.id = also OR s.id IN (SELECT p.service_id FROM case_part p WHERE p.until > app.now() AND p.relation <> 'break-glass'
      AND p.person_id = (SELECT x.person_id FROM case_part x WHERE x.episode_id = circle_candidates.episode AND x.service_id = app.case_service_id())))
    AND app.may_change_circle((SELECT x.person_id FROM case_part x
      WHERE x.episode_id = circle_candidates.episode AND x.service_id = app.case_service_id()))
  GROUP BY s.id, s.name, a.id, a.display_name ORDER BY s.name, a.display_name, a.id
$$;
COMMENT ON FUNCTION app.circle_candidates(uuid, uuid) IS
  'Who could be admitted: the people of the services with a part, and of one more that is named. For whoever may change the circle.';

GRANT EXECUTE ON FUNCTION app.restrict_person(uuid, uuid, text, date, uuid[], uuid[]), app.may_restrict(uuid), app.may_change_circle(uuid),
  app.change_circle(uuid, integer, date, uuid[], uuid[], uuid[]), app.lift_restriction(uuid, integer, text), app.circle_candidates(uuid, uuid)
  TO throughcare_app;
