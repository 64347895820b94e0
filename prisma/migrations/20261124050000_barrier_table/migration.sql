-- What stands in the way of a person, coded, at which level, with which programme, since when, and how it ended. The figures are
-- counted past the policies, in the asking service's own scope, and tell no cases.

CREATE TABLE barrier (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  area text NOT NULL,
  code text NOT NULL,
  level text NOT NULL,
  service_id uuid,
  words text,
  since date,
  resolved_on date,
  resolved_how text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT barrier_pkey PRIMARY KEY (episode_id, id, version)
);
COMMENT ON TABLE barrier IS 'Something that stands in the way of a person. Insert-only: of each barrier the row with the highest version stands.';
COMMENT ON COLUMN barrier.id IS 'Made in code, UUIDv7. The same for every version.';
COMMENT ON COLUMN barrier.episode_id IS 'The case.';
COMMENT ON COLUMN barrier.version IS '1 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN barrier.area IS 'One of AREAS in packages/domain: what it keeps the person from, and the data category of the row.';
COMMENT ON COLUMN barrier.code IS 'One of BARRIER_CODES in packages/domain.';
COMMENT ON COLUMN barrier.level IS 'relationship, service or structure: who could take it away.';
COMMENT ON COLUMN barrier.service_id IS 'The programme, where it is in the directory. Null: it is not, or it is nobody''s.';
COMMENT ON COLUMN barrier.words IS 'What is demanded or was said. Null: nothing.';
COMMENT ON COLUMN barrier.since IS 'Since when. Null: nobody knows.';
COMMENT ON COLUMN barrier.resolved_on IS 'The day on which it was out of the way. Null: it stands.';
COMMENT ON COLUMN barrier.resolved_how IS 'One of BARRIER_ENDS in packages/domain.';
COMMENT ON COLUMN barrier.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN barrier.recorded_by IS 'By whom.';
ALTER TABLE barrier ADD CONSTRAINT barrier_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE barrier ADD CONSTRAINT barrier_counts CHECK (version >= 1);
ALTER TABLE barrier ADD CONSTRAINT barrier_programme FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE barrier ADD CONSTRAINT barrier_area CHECK (area IN ('omt', 'naloxone', 'housing', 'benefits', 'partner', 'health', 'documents', 'work', 'belongings', 'support'));
ALTER TABLE barrier ADD CONSTRAINT barrier_code CHECK (code IN (
  'proof-of-history', 'back-bill', 'no-id', 'no-bank-account', 'no-insurance', 'no-address', 'waiting-list', 'no-couples', 'distance',
  'no-transport', 'opening-hours', 'referral-only', 'language', 'stigma', 'money', 'other'));
ALTER TABLE barrier ADD CONSTRAINT barrier_level CHECK (level IN ('relationship', 'service', 'structure'));
ALTER TABLE barrier ADD CONSTRAINT barrier_couples CHECK (code <> 'no-couples' OR area = 'partner');
ALTER TABLE barrier ADD CONSTRAINT barrier_end CHECK (num_nulls(resolved_on, resolved_how) IN (0, 2) AND since <= resolved_on);
ALTER TABLE barrier ADD CONSTRAINT barrier_how CHECK (resolved_how IN ('letter-accepted', 'paid-or-agreed', 'obtained', 'place-came-free', 'taken-in-together', 'rule-changed', 'other-service', 'person-chose-otherwise', 'other'));
-- What was said under one category is not said again under another one.
ALTER TABLE barrier ADD CONSTRAINT barrier_one_area EXCLUDE USING gist (episode_id WITH =, id WITH =, area WITH <>);
ALTER TABLE barrier ENABLE ROW LEVEL SECURITY;
ALTER TABLE barrier FORCE ROW LEVEL SECURITY;
CREATE POLICY barrier_owner ON barrier TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON barrier TO throughcare_app;
CREATE POLICY barrier_read ON barrier FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = barrier.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND barrier.area = ANY (p.categories)));
CREATE POLICY barrier_add ON barrier FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = barrier.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND barrier.area = ANY (p.writes)));
CREATE POLICY barrier_not_for_managers ON barrier AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');
CREATE TRIGGER barrier_insert_only BEFORE UPDATE OR DELETE ON barrier FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER barrier_never_emptied BEFORE TRUNCATE ON barrier FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

GRANT SELECT ON barrier TO throughcare_lookup;
CREATE POLICY barrier_lookup ON barrier FOR SELECT TO throughcare_lookup USING (true);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.barrier_facts(from_day date)
  RETURNS TABLE (area text, code text, level text, service_id uuid, since date, resolved_on date)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  me uuid := app.case_service_id();
  my_kind text;
  my_areas uuid[];
BEGIN
  SELECT s.kind INTO my_kind FROM service s WHERE s.id = me;
  IF my_kind IS NULL OR my_kind = 'administration' THEN RETURN; END IF;
  IF my_kind = 'region' THEN
    WITH RECURSIVE inside AS (
      SELECT s.area_id AS id FROM service s WHERE s.id = me
      UNION SELECT a.id FROM area a JOIN inside i ON a.parent_id = i.id
    ) SELECT array_agg(i.id) INTO my_areas FROM inside i;
  END IF;
  RETURN QUERY
  WITH mine AS MATERIALIZED (
    SELECT st.episode_id AS id, NULL::text[] AS carried FROM custody_stay st JOIN service s ON s.id = st.prison_service_id
      WHERE (my_kind = 'prison-health' AND st.prison_service_id = me) OR (my_kind = 'region' AND s.area_id = ANY (my_areas))
    UNION
    SELECT h.episode_id, h.carries FROM handoff h
      WHERE my_kind NOT IN ('prison-health', 'region') AND h.receiving_service_id = me AND h.status NOT IN ('draft', 'revoked')
  ), standing AS (
    SELECT DISTINCT ON (b.episode_id, b.id) b.*
    FROM barrier b WHERE b.episode_id IN (SELECT m.id FROM mine m) ORDER BY b.episode_id, b.id, b.version DESC
  )
  SELECT b.area, b.code, b.level, b.service_id, b.since, b.resolved_on
  FROM standing b JOIN custody_episode e ON e.id = b.episode_id AND e.ended_because IS DISTINCT FROM 'entered-in-error'
  WHERE coalesce(b.resolved_on, from_day) >= from_day
    AND (my_kind IN ('prison-health', 'region') OR EXISTS (SELECT 1 FROM mine m WHERE m.id = b.episode_id AND b.area = ANY (m.carried)
      AND b.area = ANY (app.categories_of_kind(my_kind))));
END $$;
COMMENT ON FUNCTION app.barrier_facts(date) IS
  'Barriers of the asking service''s own scope that stood on or after a day, without cases and persons: what the figures of barriers count.';
GRANT EXECUTE ON FUNCTION app.barrier_facts(date) TO throughcare_app;
ALTER FUNCTION app.barrier_facts(date) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
