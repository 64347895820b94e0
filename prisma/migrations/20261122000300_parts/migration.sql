-- Parts in cases: who has which part, worked out anew from stays and handoffs whenever one of them moves.

-- The two lists below are the ones of packages/domain/src/access and packages/domain/src/service; a test holds them equal.
CREATE FUNCTION app.categories_of_area(area text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['identity', 'release'] || CASE area
    WHEN 'omt' THEN ARRAY['omt', 'naloxone', 'health']
    WHEN 'housing' THEN ARRAY['housing', 'belongings']
    WHEN 'benefits' THEN ARRAY['benefits', 'documents', 'work']
    ELSE ARRAY[area] END;
COMMENT ON FUNCTION app.categories_of_area(text) IS 'The data categories that travel with a handoff of this area.';

CREATE FUNCTION app.categories_of_kind(kind text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN kind IN ('prison-health', 'drug-service', 'peer-support') THEN ARRAY['identity', 'release', 'omt', 'naloxone',
      'health', 'housing', 'benefits', 'partner', 'documents', 'work', 'belongings', 'support', 'own-words']
    WHEN kind = 'dosing-point' THEN ARRAY['identity', 'release', 'omt', 'naloxone']
    WHEN kind IN ('housing', 'benefits', 'probation', 'prison-social-work') THEN ARRAY['identity', 'release', 'housing',
      'benefits', 'documents', 'work', 'belongings', 'support']
    ELSE ARRAY[]::text[] END;
COMMENT ON FUNCTION app.categories_of_kind(text) IS 'The data categories that a service of this kind may ever read.';

CREATE FUNCTION app.refresh_case_part(service uuid, episode uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE part record;
BEGIN
  WITH claim AS (
    -- The prison that holds the person, and for 30 days more once it has let them go.
    SELECT CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 'own' ELSE 'closing' END AS relation,
      CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 1 ELSE 3 END AS rank,
      CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 'infinity'
        ELSE coalesce(s.until_at, e.released_at, e.ended_on::timestamptz) + interval '30 days' END AS until,
      app.categories_of_kind('prison-health') AS categories
    FROM custody_stay s JOIN custody_episode e ON e.id = s.episode_id
    WHERE s.prison_service_id = service AND s.episode_id = episode
    UNION ALL
    -- The services to which areas of the case were handed.
    SELECT CASE WHEN h.status IN ('acknowledged', 'accepted', 'in-progress') THEN 'accepted'
        WHEN h.status = 'sent' THEN 'offered' WHEN h.status = 'done' THEN 'closing' ELSE 'ended' END,
      CASE WHEN h.status IN ('acknowledged', 'accepted', 'in-progress') THEN 2
        WHEN h.status = 'sent' THEN 4 WHEN h.status = 'done' THEN 3 ELSE 5 END,
      CASE WHEN h.status = 'done' THEN app.now() + interval '30 days' ELSE 'infinity' END,
      CASE WHEN h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') THEN h.carries ELSE '{}' END
    FROM handoff h WHERE h.receiving_service_id = service AND h.episode_id = episode AND h.status <> 'draft'
  ), allowed AS (
    SELECT app.categories_of_kind(s.kind) AS categories FROM service s WHERE s.id = service
  )
  SELECT e.person_id, best.relation, best.until, ARRAY(
      SELECT DISTINCT c FROM claim, unnest(claim.categories) c, allowed WHERE c = ANY (allowed.categories) ORDER BY c
    ) AS categories
  INTO part
  FROM (SELECT claim.relation, claim.until FROM claim ORDER BY claim.rank, claim.until DESC LIMIT 1) best
  JOIN custody_episode e ON e.id = episode;

  IF part.relation IS NULL THEN
    DELETE FROM case_part WHERE service_id = service AND episode_id = episode;
    RETURN;
  END IF;
  INSERT INTO case_part AS p (service_id, episode_id, person_id, relation, categories, until)
  VALUES (service, episode, part.person_id, part.relation, part.categories, part.until)
  ON CONFLICT (service_id, episode_id) DO UPDATE
    SET relation = excluded.relation, categories = excluded.categories, until = excluded.until
    WHERE (p.relation, p.categories, p.until) IS DISTINCT FROM (excluded.relation, excluded.categories, excluded.until);
END $$;
COMMENT ON FUNCTION app.refresh_case_part(uuid, uuid) IS 'Works out the part of one service in one case from stays and handoffs.';

CREATE FUNCTION app.parts_follow_stay() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.refresh_case_part(NEW.prison_service_id, NEW.episode_id);
  RETURN NULL;
END $$;
CREATE TRIGGER custody_stay_parts AFTER INSERT OR UPDATE ON custody_stay
  FOR EACH ROW EXECUTE FUNCTION app.parts_follow_stay();

CREATE FUNCTION app.parts_follow_episode() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.refresh_case_part(s.prison_service_id, NEW.id)
    FROM (SELECT DISTINCT prison_service_id FROM custody_stay WHERE episode_id = NEW.id) s;
  RETURN NULL;
END $$;
CREATE TRIGGER custody_episode_parts AFTER UPDATE OF ended_on, released_at ON custody_episode
  FOR EACH ROW EXECUTE FUNCTION app.parts_follow_episode();

CREATE FUNCTION app.parts_follow_handoff() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.refresh_case_part(NEW.receiving_service_id, NEW.episode_id);
  RETURN NULL;
END $$;
CREATE TRIGGER handoff_parts AFTER INSERT OR UPDATE OF status, carries ON handoff
  FOR EACH ROW EXECUTE FUNCTION app.parts_follow_handoff();

-- ---------------------------------------------------------------------------------------------------------------------
-- Sessions. The functions of throughcare_lookup are the only way to a session row; each has a fixed search_path.

GRANT SELECT ON account, membership, service, area, installation, clock_offset, case_part, person, person_identifier,
  custody_episode, custody_stay, handoff TO throughcare_lookup;
GRANT SELECT, INSERT, UPDATE ON session TO throughcare_lookup;
GRANT SELECT, INSERT ON sign_in_attempt TO throughcare_lookup;
CREATE POLICY account_lookup ON account FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY membership_lookup ON membership FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY service_lookup ON service FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY area_lookup ON area FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY installation_lookup ON installation FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY clock_offset_lookup ON clock_offset FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY session_lookup ON session TO throughcare_lookup USING (true) WITH CHECK (true);
CREATE POLICY sign_in_attempt_lookup ON sign_in_attempt TO throughcare_lookup USING (true) WITH CHECK (true);
CREATE POLICY case_part_lookup ON case_part FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY person_lookup ON person FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY person_identifier_lookup ON person_identifier FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY custody_episode_lookup ON custody_episode FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY custody_stay_lookup ON custody_stay FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY handoff_lookup ON handoff FOR SELECT TO throughcare_lookup USING (true);

GRANT EXECUTE ON FUNCTION app.now() TO throughcare_owner, throughcare_app;
ALTER FUNCTION app.now() OWNER TO throughcare_lookup;

-- 15 minutes without a press ends a session; so do 12 hours (session.expires_at).
CREATE FUNCTION app.read_session(sid_hash bytea)
  RETURNS TABLE (session_id uuid, account_id uuid, display_name text, locale text, membership_id uuid, role text, grants text[],
    service_id uuid, service_name text, service_kind text, service_country text, service_time_zone text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.session s SET last_seen_at = app.now()
    WHERE s.sid_hash = read_session.sid_hash AND s.ended_at IS NULL AND s.expires_at > app.now()
      AND s.last_seen_at BETWEEN app.now() - interval '15 minutes' AND app.now() - interval '1 minute';
  SELECT s.id, a.id, a.display_name, a.locale, m.id, m.role, m.grants, v.id, v.name, v.kind, v.country, v.time_zone
  FROM public.session s
  JOIN public.account a ON a.id = s.account_id AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'))
  LEFT JOIN public.membership m ON m.id = s.membership_id AND m.account_id = a.id
    AND (m.until IS NULL OR m.until > app.now())
  LEFT JOIN public.service v ON v.id = m.service_id
  WHERE s.sid_hash = read_session.sid_hash AND s.ended_at IS NULL AND s.expires_at > app.now()
    AND s.last_seen_at > app.now() - interval '15 minutes'
$$;
COMMENT ON FUNCTION app.read_session(bytea) IS 'Who is signed in with this session id, and under which hat; no row when it has ended.';
GRANT EXECUTE ON FUNCTION app.read_session(bytea) TO throughcare_app;
ALTER FUNCTION app.read_session(bytea) OWNER TO throughcare_lookup;

CREATE FUNCTION app.open_session(sid_hash bytea, membership uuid) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE who record;
BEGIN
  SELECT * INTO who FROM app.read_session(open_session.sid_hash);
  IF NOT FOUND OR who.membership_id IS DISTINCT FROM membership OR who.service_id IS NULL THEN
    RAISE EXCEPTION 'no such session' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  PERFORM set_config('app.account_id', who.account_id::text, true), set_config('app.service_id', who.service_id::text, true),
    set_config('app.role', who.role, true);
  RETURN app.now();
END $$;
COMMENT ON FUNCTION app.open_session(bytea, uuid) IS
  'Makes this transaction act for whoever is signed in, under the hat the caller believes they wear. 28000 when that is no longer so.';
GRANT EXECUTE ON FUNCTION app.open_session(bytea, uuid) TO throughcare_app;
ALTER FUNCTION app.open_session(bytea, uuid) OWNER TO throughcare_lookup;

INSERT INTO account (id, email, display_name, locale)
  VALUES ('00000000-0000-7000-8000-000000000001', 'system@throughcare.invalid', 'Throughcare', 'en');

CREATE FUNCTION app.open_system(service uuid) RETURNS timestamptz LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.account_id', '00000000-0000-7000-8000-000000000001', true),
    set_config('app.service_id', service::text, true), set_config('app.role', 'system', true);
  RETURN app.now();
END $$;
COMMENT ON FUNCTION app.open_system(uuid) IS 'Makes this transaction act as the system actor for one service: what the worker does by itself.';

GRANT EXECUTE ON FUNCTION app.account_id(), app.service_id(), app.role(), app.case_service_id() TO throughcare_app, throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.categories_of_area(text), app.categories_of_kind(text), app.opened_episode(uuid), app.open_system(uuid)
  TO throughcare_app;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
