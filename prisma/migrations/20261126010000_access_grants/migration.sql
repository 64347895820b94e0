-- Grants: what a membership carries beside its role. And two kinds of information that almost nobody reads: sharing notes, with a
-- grant only, and the network. Both stay where they were told; no handoff carries them by itself.

-- As ROLES_OF_GRANT in packages/domain; a test holds them equal.
CREATE FUNCTION app.grants_of_role(role text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN role IN ('prison-health', 'caseworker') THEN ARRAY['approver', 'may-see-couples']
    WHEN role = 'manager' THEN ARRAY['privacy-officer']
    ELSE ARRAY[]::text[] END;
COMMENT ON FUNCTION app.grants_of_role(text) IS 'The grants that a membership in this role may carry.';
GRANT EXECUTE ON FUNCTION app.grants_of_role(text) TO throughcare_app, throughcare_lookup, throughcare_owner;
ALTER TABLE membership ADD CONSTRAINT membership_grants CHECK (grants <@ app.grants_of_role(role));
COMMENT ON COLUMN membership.grants IS 'Extra rights: of GRANTS in packages/domain those that can be given to the role.';

CREATE FUNCTION app.has_grant(wanted text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(wanted = ANY (string_to_array(nullif(current_setting('app.grants', true), ''), ',')), false);
COMMENT ON FUNCTION app.has_grant(text) IS 'Does the hat that is worn hold this grant? False for nobody and for the system.';
GRANT EXECUTE ON FUNCTION app.has_grant(text) TO throughcare_app, throughcare_lookup, throughcare_owner;

CREATE OR REPLACE FUNCTION app.open_session(sid_hash bytea, membership uuid) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE who record;
BEGIN
  SELECT * INTO who FROM app.read_session(open_session.sid_hash);
  IF NOT FOUND OR who.membership_id IS DISTINCT FROM membership OR who.service_id IS NULL THEN
    RAISE EXCEPTION 'no such session' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  PERFORM set_config('app.account_id', who.account_id::text, true), set_config('app.service_id', who.service_id::text, true),
    set_config('app.role', who.role, true), set_config('app.grants', array_to_string(who.grants, ','), true);
  RETURN app.now();
END $$;

CREATE OR REPLACE FUNCTION app.open_system(service uuid) RETURNS timestamptz LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.account_id', '00000000-0000-7000-8000-000000000001', true),
    set_config('app.service_id', service::text, true), set_config('app.role', 'system', true), set_config('app.grants', '', true);
  RETURN app.now();
END $$;

CREATE OR REPLACE FUNCTION app.categories_of_kind(kind text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN kind IN ('prison-health', 'drug-service') THEN ARRAY['identity', 'release', 'omt', 'naloxone', 'health', 'hiv-hcv',
      'housing', 'benefits', 'partner', 'sharing-note', 'documents', 'work', 'belongings', 'support', 'own-words', 'network']
    WHEN kind = 'peer-support' THEN ARRAY['identity', 'release', 'omt', 'naloxone', 'health', 'housing', 'benefits', 'partner',
      'documents', 'work', 'belongings', 'support', 'own-words']
    WHEN kind = 'dosing-point' THEN ARRAY['identity', 'release', 'omt', 'naloxone']
    WHEN kind IN ('housing', 'benefits', 'probation', 'prison-social-work') THEN ARRAY['identity', 'release', 'housing',
      'benefits', 'documents', 'work', 'belongings', 'support']
    ELSE ARRAY[]::text[] END;

CREATE FUNCTION app.closed_categories() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN app.role() = 'system' THEN ARRAY[]::text[]
    WHEN app.role() = 'manager' THEN ARRAY['hiv-hcv', 'partner', 'sharing-note', 'network']
    WHEN app.has_grant('may-see-couples') THEN ARRAY[]::text[]
    ELSE ARRAY['sharing-note'] END;
COMMENT ON FUNCTION app.closed_categories() IS
  'Categories that whoever is asking does not read, whatever the part of their service opens. As closedCategories in packages/domain, for roles that see cases.';
GRANT EXECUTE ON FUNCTION app.closed_categories() TO throughcare_app, throughcare_lookup, throughcare_owner;

-- What a part opens to the service, the hat of whoever looks may narrow. Spelled out, so that the planner can look through it.
CREATE OR REPLACE FUNCTION app.open_categories(categories text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN app.role() = 'manager'
      THEN array_remove(array_remove(array_remove(array_remove(categories, 'hiv-hcv'), 'partner'), 'sharing-note'), 'network')
    WHEN app.role() = 'system' OR app.has_grant('may-see-couples') THEN categories
    ELSE array_remove(categories, 'sharing-note') END;

-- Every table whose rows name their category: rows of a closed one are not there.
CREATE FUNCTION app.close_categories() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'category' AND a.attnotnull AND NOT a.attisdropped)
      AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'episode_id' AND NOT a.attisdropped)
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_open_categories')
  LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE TO throughcare_app USING (category <> ALL ((SELECT app.closed_categories())::text[]))',
      one.name || '_open_categories', one.name);
    EXECUTE format('DROP POLICY IF EXISTS %I ON %I', one.name || '_not_for_managers', one.name);
  END LOOP;
END $$;
COMMENT ON FUNCTION app.close_categories() IS
  'Gives every table of cases whose rows name their category the policy that hides closed ones. For migrations, after they added such a table.';
SELECT app.close_categories();

-- Prisons that hold or held somebody: their parts stand already. Ends stay as they are.
UPDATE case_part p SET
  categories = ARRAY(SELECT DISTINCT unnest(p.categories || ARRAY['sharing-note', 'network']) AS c ORDER BY c),
  writes = CASE WHEN p.writes = '{}' THEN p.writes ELSE ARRAY(SELECT DISTINCT unnest(p.writes || ARRAY['sharing-note', 'network']) AS c ORDER BY c) END
WHERE p.categories <> '{}' AND p.relation IN ('own', 'closing')
  AND EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id);
