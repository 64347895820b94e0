-- "Who saw this record": the trail of one case, to whoever has a part in it, as far as their part goes. And the trail without content,
-- for administrators.

-- Of a case, and of a person where an entry names no case: most entries stand in the first alone, which halves what a list costs.
CREATE INDEX audit_entry_by_case ON audit_entry USING gin (episode_ids);
CREATE INDEX audit_entry_by_person ON audit_entry USING gin (person_ids) WHERE episode_ids = '{}';

-- A service tells by its kind what it is there for: that a drug service looked is news of a treatment.
CREATE FUNCTION app.kind_tells(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN kind IN ('drug-service', 'dosing-point') THEN 'omt' WHEN kind = 'housing' THEN 'housing'
    WHEN kind = 'benefits' THEN 'benefits' WHEN kind = 'peer-support' THEN 'support' ELSE 'release' END;
COMMENT ON FUNCTION app.kind_tells(text) IS 'Which category of a case one learns of by learning that a service of this kind looked at it. As KIND_TELLS in packages/domain.';
GRANT EXECUTE ON FUNCTION app.kind_tells(text) TO throughcare_app, throughcare_lookup;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.who_saw(of_episode uuid, of_actions text[], before_at timestamptz, before_id uuid, at_most int)
  RETURNS TABLE (id uuid, at timestamptz, shown_at timestamptz, account_name text, role text, service_id uuid, service_name text,
    service_kind text, women_only text, action text, outcome text, relation text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
  WITH part AS (
    SELECT p.person_id, app.open_categories(p.categories) AS open FROM case_part p
    WHERE p.service_id = app.case_service_id() AND p.episode_id = of_episode AND p.until > app.now() AND app.admits(p.circle)
      AND 'release' = ANY (p.categories) AND p.relation <> 'break-glass' AND app.role() IN ('prison-health', 'caseworker', 'manager')
  )
  SELECT e.id, e.at, app.now() - (now() - e.at), a.display_name, e.role, s.id, s.name, s.kind,
    (SELECT d.women_only FROM service_admission d WHERE d.service_id = s.id ORDER BY d.version DESC LIMIT 1),
    e.action, e.outcome, coalesce(e.relations[array_position(e.episode_ids, of_episode)], 'none')
  FROM part
  JOIN audit_entry e ON (e.episode_ids @> ARRAY[of_episode] OR (e.person_ids @> ARRAY[part.person_id] AND e.episode_ids = '{}'))
  JOIN service s ON s.id = e.service_id
  LEFT JOIN account a ON a.id = e.account_id
  WHERE (e.at, e.id) < (before_at, before_id) AND e.action = ANY (of_actions) AND e.outcome <> 'denied'
    AND (e.service_id = app.service_id() OR (app.role() <> 'manager' AND app.kind_tells(s.kind) = ANY (part.open)
      -- What was done about the partner, a sharing note or the network is told to the service that did it alone.
      AND split_part(e.action, '.', 1) <> ALL (ARRAY['partner', 'sharing-note', 'network', 'merge', 'restriction'])
      AND (split_part(e.action, '.', 1) <> ALL (ARRAY['medication', 'dose-list', 'cover-plan', 'minimum-pack', 'court-day', 'gap',
        'treatment-away', 'dose-alert']) OR 'omt' = ANY (part.open))))
  ORDER BY e.at DESC, e.id DESC LIMIT least(at_most, 201)
$$;
COMMENT ON FUNCTION app.who_saw(uuid, text[], timestamptz, uuid, int) IS
  'Who read or wrote a case, newest first, to whoever has a part in it: a manager hears of their own service, others of services of whose kind they may know. Only these actions. Never what was read.';

CREATE FUNCTION app.trail_without_content(of_service uuid, before_at timestamptz, before_id uuid, at_most int)
  RETURNS TABLE (id uuid, at timestamptz, shown_at timestamptz, account_name text, role text, service_name text, action text, outcome text, cases int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
  SELECT e.id, e.at, app.now() - (now() - e.at), a.display_name, e.role, s.name, e.action, e.outcome, cardinality(e.episode_ids)
  FROM audit_entry e LEFT JOIN service s ON s.id = e.service_id LEFT JOIN account a ON a.id = e.account_id
  WHERE app.role() = 'administrator' AND e.service_id = of_service AND (e.at, e.id) < (before_at, before_id) AND e.role <> 'system'
  ORDER BY e.at DESC, e.id DESC LIMIT least(at_most, 201)
$$;
COMMENT ON FUNCTION app.trail_without_content(uuid, timestamptz, uuid, int) IS
  'What the people of a service did, newest first, without whose case it was. For administrators alone.';
GRANT EXECUTE ON FUNCTION app.who_saw(uuid, text[], timestamptz, uuid, int), app.trail_without_content(uuid, timestamptz, uuid, int)
  TO throughcare_app;
GRANT SELECT ON service_admission TO throughcare_lookup;
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'service_admission'::regclass AND polname = 'service_admission_lookup') THEN
    CREATE POLICY service_admission_lookup ON service_admission FOR SELECT TO throughcare_lookup USING (true);
  END IF;
END $$;
ALTER FUNCTION app.who_saw(uuid, text[], timestamptz, uuid, int) OWNER TO throughcare_lookup;
ALTER FUNCTION app.trail_without_content(uuid, timestamptz, uuid, int) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
