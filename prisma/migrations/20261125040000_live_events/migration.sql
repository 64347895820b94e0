-- Live updates. A change that a page shows is told of by a row in live_event, written as the last thing of the transaction that
-- made the change, and by a NOTIFY that only wakes the web processes: they read the rows above the last one that they know, so a
-- notification that is lost loses nothing. A row holds ids and codes and no word about anybody. See docs/adr/0115.

CREATE TABLE live_event (
  id bigserial NOT NULL,
  topic text NOT NULL,
  category text,
  episode_id uuid,
  handoff_id uuid,
  service_ids uuid[] NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT live_event_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE live_event IS 'What changed during the last hour, for pages that are open: ids and codes. Written by triggers, read by the system actor, swept.';
COMMENT ON COLUMN live_event.id IS 'Rises in the order in which transactions end.';
COMMENT ON COLUMN live_event.topic IS 'What kind of thing changed: one of LIVE_TOPICS in packages/domain.';
COMMENT ON COLUMN live_event.category IS 'The data category that a part in the case must open. Null: the ends of the handoff, or a service as such.';
COMMENT ON COLUMN live_event.episode_id IS 'The case. Null: of none, or of too many in one transaction to name them.';
COMMENT ON COLUMN live_event.handoff_id IS 'The handoff, where it is about one.';
COMMENT ON COLUMN live_event.service_ids IS 'Whom it may concern. Whether they may hear of it is asked again when it is delivered.';
COMMENT ON COLUMN live_event.at IS 'When it was told, by the clock on the wall.';

ALTER TABLE live_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE live_event FORCE ROW LEVEL SECURITY;
CREATE POLICY live_event_owner ON live_event TO throughcare_owner USING (true) WITH CHECK (true);

-- Tells of a row, once a transaction for the same thing. Fired by constraint triggers that wait for the end of the transaction:
-- there it takes one lock before the number is drawn, so that numbers rise in the order in which transactions end and nobody who
-- has seen number 7 can have missed number 6. NOTIFY takes a lock of its own at the same place and to the same end.
--   'of-case', category     the services whose part in the case opens the category; "=column" names the column that holds it
--   'of-handoff'            the ends of the handoff
--   'of-services', columns  the services that these columns name, whose lists changed: no case is named
CREATE FUNCTION app.live_tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  topic text := TG_ARGV[0];
  lists text := coalesce(current_setting('app.live_lists', true), '');
  told text;
  line jsonb;
  episode uuid;
  handoff uuid;
  category text;
  services uuid[];
  this text;
BEGIN
  -- A list of thousands: whoever brings it in hears once that their lists changed, and nobody's part is looked up for each line.
  IF TG_ARGV[1] = 'of-case' AND position(topic IN lists) > 0 THEN RETURN NULL; END IF;
  told := coalesce(current_setting('app.live_told', true), '');
  line := to_jsonb(NEW);
  episode := coalesce(line ->> 'episode_id', CASE TG_TABLE_NAME WHEN 'custody_episode' THEN line ->> 'id' END)::uuid;
  handoff := coalesce(line ->> 'handoff_id', CASE TG_TABLE_NAME WHEN 'handoff' THEN line ->> 'id' END)::uuid;
  IF TG_ARGV[1] = 'of-case' AND length(told) > 4000 THEN
    PERFORM set_config('app.live_lists', lists || topic || ' ', true);
    services := array_remove(ARRAY[app.service_id()], NULL);
  ELSIF TG_ARGV[1] = 'of-case' THEN
    category := CASE WHEN TG_ARGV[2] LIKE '=%' THEN line ->> substr(TG_ARGV[2], 2) ELSE TG_ARGV[2] END;
    services := ARRAY(SELECT p.service_id FROM case_part p
      WHERE p.episode_id = episode AND p.until > app.now() AND category = ANY (p.categories) ORDER BY 1);
  ELSIF TG_ARGV[1] = 'of-handoff' THEN
    SELECT h.episode_id, ARRAY(SELECT DISTINCT unnest(ARRAY[h.sending_service_id, h.accountable_service_id]
        || CASE WHEN h.status = 'draft' THEN '{}' ELSE ARRAY[h.receiving_service_id] END) ORDER BY 1)
      INTO episode, services FROM public.handoff h WHERE h.id = handoff;
  ELSE
    episode := NULL;
    handoff := NULL;
    services := ARRAY(SELECT DISTINCT (line ->> c)::uuid FROM unnest(TG_ARGV[2:]) c WHERE line ->> c IS NOT NULL ORDER BY 1);
  END IF;
  IF coalesce(cardinality(services), 0) = 0 THEN RETURN NULL; END IF;

  -- A list of thousands is one change of each service's lists, not thousands of cases to look at.
  IF length(told) > 4000 THEN
    episode := NULL;
    handoff := NULL;
    category := NULL;
  END IF;
  this := md5(concat_ws(' ', topic, category, episode, handoff, services));
  IF position(this IN told) > 0 THEN RETURN NULL; END IF;
  PERFORM set_config('app.live_told', told || this || ' ', true);

  PERFORM pg_advisory_xact_lock(hashtextextended('app.live_event', 0));
  INSERT INTO live_event (topic, category, episode_id, handoff_id, service_ids) VALUES (topic, category, episode, handoff, services);
  PERFORM pg_notify('throughcare_live', '');
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.live_tell() IS 'Writes that something which pages show has changed, and wakes the web processes as the transaction ends.';

CREATE CONSTRAINT TRIGGER handoff_is_told AFTER INSERT OR UPDATE ON handoff DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('handoff', 'of-handoff');
CREATE CONSTRAINT TRIGGER custody_episode_is_told AFTER INSERT OR UPDATE ON custody_episode DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('release', 'of-case', 'release');
CREATE CONSTRAINT TRIGGER custody_stay_is_told AFTER INSERT OR UPDATE ON custody_stay DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('release', 'of-case', 'release');
CREATE CONSTRAINT TRIGGER custody_event_is_told AFTER INSERT ON custody_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('release', 'of-case', 'release');
CREATE CONSTRAINT TRIGGER outcome_is_told AFTER INSERT ON outcome DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', '=category');
CREATE CONSTRAINT TRIGGER contact_attempt_is_told AFTER INSERT ON contact_attempt DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', 'release');
CREATE CONSTRAINT TRIGGER appointment_is_told AFTER INSERT OR UPDATE ON appointment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', '=area');
CREATE CONSTRAINT TRIGGER case_fact_is_told AFTER INSERT OR UPDATE ON case_fact DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', '=category');
CREATE CONSTRAINT TRIGGER naloxone_kit_is_told AFTER INSERT OR UPDATE ON naloxone_kit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', 'naloxone');
CREATE CONSTRAINT TRIGGER checklist_item_is_told AFTER INSERT OR UPDATE ON checklist_item DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('item', 'of-case', '=area');
CREATE CONSTRAINT TRIGGER item_comment_is_told AFTER INSERT ON item_comment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('item', 'of-case', '=area');
CREATE CONSTRAINT TRIGGER dose_is_told AFTER INSERT ON dose DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('dose', 'of-case', 'omt');
CREATE CONSTRAINT TRIGGER medication_treatment_is_told AFTER INSERT OR UPDATE ON medication_treatment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('dose', 'of-case', 'omt');
CREATE CONSTRAINT TRIGGER bridging_prescription_is_told AFTER INSERT OR UPDATE ON bridging_prescription DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('dose', 'of-case', 'omt');

-- ---------------------------------------------------------------------------------------------------------------------
-- Who is let in may change while a page is open: the account's streams are looked at again at once.

CREATE FUNCTION app.live_tell_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('throughcare_session', to_jsonb(NEW) ->> TG_ARGV[0]);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.live_tell_account() IS 'Wakes the web processes when an account may be let in otherwise than before: by its id.';
CREATE TRIGGER session_is_told AFTER UPDATE ON session
  FOR EACH ROW WHEN ((OLD.ended_at, OLD.membership_id, OLD.expires_at) IS DISTINCT FROM (NEW.ended_at, NEW.membership_id, NEW.expires_at))
  EXECUTE FUNCTION app.live_tell_account('account_id');
CREATE TRIGGER membership_is_told AFTER UPDATE ON membership
  FOR EACH ROW EXECUTE FUNCTION app.live_tell_account('account_id');
CREATE TRIGGER account_is_told AFTER UPDATE OF disabled_at ON account
  FOR EACH ROW EXECUTE FUNCTION app.live_tell_account('id');

-- ---------------------------------------------------------------------------------------------------------------------
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON live_event TO throughcare_lookup;
CREATE POLICY live_event_lookup ON live_event FOR SELECT TO throughcare_lookup USING (true);

-- One row for each service that may hear of an event now, with its kind and part: roles are told apart in code, by who-may. An
-- event that nobody may hear of any more is one row without a service, so that whoever reads knows how far it has read.
CREATE FUNCTION app.live_events_after(after bigint, at_most int)
  RETURNS TABLE (id bigint, topic text, episode_id uuid, handoff_id uuid, service_id uuid, service_kind text, relation text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.topic, e.episode_id, e.handoff_id, hearing.id, hearing.kind, hearing.relation
  FROM (SELECT * FROM live_event l WHERE l.id > live_events_after.after ORDER BY l.id LIMIT at_most) e
  LEFT JOIN LATERAL (
    SELECT s.id, s.kind, coalesce(p.relation, CASE WHEN ends.here THEN 'ended' END, 'none') AS relation
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
COMMENT ON FUNCTION app.live_events_after(bigint, int) IS
  'Events above a number, each with the services that may hear of it at this moment. Answers the system actor alone.';
GRANT EXECUTE ON FUNCTION app.live_events_after(bigint, int) TO throughcare_app;
ALTER FUNCTION app.live_events_after(bigint, int) OWNER TO throughcare_lookup;

CREATE FUNCTION app.live_reach() RETURNS TABLE (first bigint, last bigint, recent bigint)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH ends AS (
    SELECT (SELECT l.id FROM live_event l ORDER BY l.id LIMIT 1) AS first, (SELECT l.id FROM live_event l ORDER BY l.id DESC LIMIT 1) AS last
  )
  SELECT e.first, coalesce(e.last, 0), coalesce((SELECT l.id FROM live_event l WHERE l.at < clock_timestamp() - interval '30 seconds'
    ORDER BY l.id DESC LIMIT 1), e.first - 1, 0)
  FROM ends e
$$;
COMMENT ON FUNCTION app.live_reach() IS
  'From which number to which events are kept, and the last one that is older than a page takes to open. Numbers only.';
GRANT EXECUTE ON FUNCTION app.live_reach() TO throughcare_app;
ALTER FUNCTION app.live_reach() OWNER TO throughcare_lookup;

-- The same answer as app.read_session, for many and without counting as a sign of life: a page left open keeps nobody signed in.
CREATE FUNCTION app.look_at_sessions(sid_hashes bytea[])
  RETURNS TABLE (sid_hash bytea, session_id uuid, account_id uuid, display_name text, locale text, membership_id uuid, role text,
    grants text[], service_id uuid, service_name text, service_kind text, service_country text, service_time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.sid_hash, s.id, a.id, a.display_name, a.locale, m.id, m.role, m.grants, v.id, v.name, v.kind, v.country, v.time_zone
  FROM public.session s
  JOIN public.account a ON a.id = s.account_id AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
  LEFT JOIN public.membership m ON m.id = s.membership_id AND m.account_id = a.id
    AND (m.until IS NULL OR m.until > app.now())
  LEFT JOIN public.service v ON v.id = m.service_id
  WHERE s.sid_hash = ANY (look_at_sessions.sid_hashes) AND s.ended_at IS NULL AND s.expires_at > app.now()
    AND s.last_seen_at > app.now() - interval '15 minutes'
$$;
COMMENT ON FUNCTION app.look_at_sessions(bytea[]) IS
  'Who is signed in with these session ids, and under which hats; looking does not keep a session alive.';
GRANT EXECUTE ON FUNCTION app.look_at_sessions(bytea[]) TO throughcare_app;
ALTER FUNCTION app.look_at_sessions(bytea[]) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

CREATE FUNCTION app.sweep_live_events() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM live_event l WHERE l.at < clock_timestamp() - interval '1 hour';
$$;
COMMENT ON FUNCTION app.sweep_live_events() IS 'Cleared away by the hour: events an hour old. A page that was away for longer is loaded anew.';
GRANT EXECUTE ON FUNCTION app.sweep_live_events() TO throughcare_app;
