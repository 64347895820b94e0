-- A release is marked to be counted anew by whatever changes something of it, in the same transaction. Cases of people who are inside
-- count in no figure and are not marked.

CREATE FUNCTION app.mark_release(episode uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- Twenty items of one case that change together are one change.
  IF current_setting('app.release_marked', true) = episode::text THEN RETURN; END IF;
  INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e WHERE e.id = episode AND e.released_at IS NOT NULL;
  PERFORM set_config('app.release_marked', episode::text, true);
END $$;
COMMENT ON FUNCTION app.mark_release(uuid) IS 'Has a release counted anew. For triggers only.';

CREATE FUNCTION app.marks_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_release(CASE TG_OP WHEN 'DELETE' THEN OLD.episode_id ELSE NEW.episode_id END);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.marks_release() IS 'Something of a case changed that figures count.';

CREATE FUNCTION app.marks_releases_of_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE whose uuid := CASE TG_TABLE_NAME WHEN 'person' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'person_id')::uuid END;
BEGIN
  INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e WHERE e.person_id = whose AND e.released_at IS NOT NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.marks_releases_of_person() IS 'Something changed that all releases of a person are counted by: a record restricted or opened, a date of birth put right.';

-- A stay that begins is a return to custody for the releases before it, also where it is entered late or taken back.
CREATE FUNCTION app.episode_marks_releases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e WHERE e.person_id = OLD.person_id AND e.released_at IS NOT NULL;
    RETURN NULL;
  END IF;
  IF NEW.released_at IS NOT NULL OR TG_OP = 'UPDATE' AND OLD.released_at IS NOT NULL THEN
    INSERT INTO release_to_count (episode_id) VALUES (NEW.id);
  END IF;
  IF TG_OP = 'INSERT' OR (OLD.admitted_on, OLD.person_id, OLD.ended_because) IS DISTINCT FROM (NEW.admitted_on, NEW.person_id, NEW.ended_because) THEN
    INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e
      WHERE e.released_at IS NOT NULL AND e.id <> NEW.id AND e.person_id = NEW.person_id;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.person_id <> NEW.person_id THEN
    INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e
      WHERE e.released_at IS NOT NULL AND e.id <> NEW.id AND e.person_id = OLD.person_id;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.episode_marks_releases() IS 'A stay changed: its own release, and the releases of the same person before it.';
CREATE TRIGGER custody_episode_counts AFTER INSERT OR UPDATE OR DELETE ON custody_episode
  FOR EACH ROW EXECUTE FUNCTION app.episode_marks_releases();

-- Who has a part in a later stay may know of it, and counts the return.
CREATE FUNCTION app.part_marks_releases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e
    WHERE e.person_id = NEW.person_id AND e.released_at IS NOT NULL AND e.id <> NEW.episode_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.part_marks_releases() IS 'A service got a part in a stay: it counts as a return for the releases before it.';
CREATE TRIGGER case_part_counts AFTER INSERT ON case_part FOR EACH ROW EXECUTE FUNCTION app.part_marks_releases();

CREATE FUNCTION app.marks_all_releases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO release_to_count (episode_id) SELECT e.id FROM custody_episode e WHERE e.released_at >= app.now() - interval '25 months';
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.marks_all_releases() IS 'Something changed that every release is counted by: the place of a service, a rule about depots.';
CREATE TRIGGER service_counts AFTER UPDATE OF kind, area_id, time_zone, country ON service FOR EACH ROW
  WHEN ((OLD.kind, OLD.area_id, OLD.time_zone, OLD.country) IS DISTINCT FROM (NEW.kind, NEW.area_id, NEW.time_zone, NEW.country))
  EXECUTE FUNCTION app.marks_all_releases();
CREATE TRIGGER service_region_counts AFTER INSERT ON service FOR EACH ROW WHEN (NEW.kind = 'region') EXECUTE FUNCTION app.marks_all_releases();
CREATE TRIGGER area_counts AFTER UPDATE OF parent_id ON area FOR EACH ROW
  WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION app.marks_all_releases();
CREATE TRIGGER rule_set_version_counts AFTER INSERT OR UPDATE ON rule_set_version FOR EACH STATEMENT EXECUTE FUNCTION app.marks_all_releases();

CREATE TRIGGER person_counts AFTER UPDATE OF sex, date_of_birth, languages ON person FOR EACH ROW EXECUTE FUNCTION app.marks_releases_of_person();
CREATE TRIGGER restriction_counts AFTER INSERT OR UPDATE OF lifted_at ON restriction
  FOR EACH ROW EXECUTE FUNCTION app.marks_releases_of_person();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['custody_stay', 'medication_treatment', 'dose', 'naloxone_kit', 'handoff', 'handoff_move', 'outcome',
    'contact_attempt', 'case_fact', 'care_plan', 'release_record', 'release_undo', 'own_words', 'supporter', 'health_supply', 'partner_side'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.marks_release()', name || '_counts', name);
  END LOOP;
END $$;
CREATE TRIGGER partner_shown_counts AFTER INSERT OR UPDATE OR DELETE ON partner_shown FOR EACH ROW EXECUTE FUNCTION app.marks_release();
CREATE TRIGGER checklist_item_counts AFTER INSERT OR UPDATE OF status ON checklist_item FOR EACH ROW
  WHEN (NEW.code IN ('omt-start-treatment', 'omt-first-dose', 'omt-request-assessment', 'benefits-claim')) EXECUTE FUNCTION app.marks_release();

-- Where a case is erased, its part in the totals goes with its row. The worker moves the totals itself. The parts of one row of totals
-- are told apart as familyOf and closedAs do in packages/domain.
CREATE FUNCTION app.uncount() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT OLD.is_closed THEN
    UPDATE counted_total t SET counts = ARRAY(
      SELECT c.n - (SELECT count(*)::int FROM unnest(OLD.marks) AS mine (id) WHERE mine.id = c.mark)
      FROM unnest(t.marks, t.counts) WITH ORDINALITY AS c (mark, n, place) ORDER BY c.place)
    WHERE t.scope_id = OLD.scope_id AND t.month = left(OLD.released_on::text, 7) AND t.marks && OLD.marks
      AND (t.breakdown, t.value) IN (SELECT g.breakdown, g.value FROM counted_group g WHERE g.id = ANY (OLD.groups));
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.uncount() IS 'Takes a release out of the totals as its row goes, unless the worker is counting.';
CREATE TRIGGER counted_release_gone AFTER DELETE ON counted_release FOR EACH ROW
  WHEN (current_setting('app.counting', true) IS DISTINCT FROM 'yes') EXECUTE FUNCTION app.uncount();

SELECT pgboss.create_queue('follow-figures', '{"policy": "short", "retryLimit": 0, "deleteAfterSeconds": 3600, "expireInSeconds": 600}'::jsonb);
SELECT pgboss.create_queue('rebuild-figures', '{"policy": "short", "retryLimit": 2, "deleteAfterSeconds": 604800, "expireInSeconds": 21600}'::jsonb);
SELECT pgboss.create_queue('compare-figures', '{"policy": "short", "retryLimit": 2, "deleteAfterSeconds": 604800, "expireInSeconds": 21600}'::jsonb);
