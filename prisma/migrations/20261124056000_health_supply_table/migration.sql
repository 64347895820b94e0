-- Medicine beside the maintenance treatment: how much is in hand, who goes on with it, what is due. HIV and hepatitis are a kind of
-- information of their own: the prison that holds the person reads it, no handoff carries it until there is a consent to share
-- it, a manager never does, and peer support cannot be given it.

CREATE OR REPLACE FUNCTION app.categories_of_kind(kind text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN kind IN ('prison-health', 'drug-service') THEN ARRAY['identity', 'release', 'omt', 'naloxone', 'health', 'hiv-hcv',
      'housing', 'benefits', 'partner', 'documents', 'work', 'belongings', 'support', 'own-words']
    WHEN kind = 'peer-support' THEN ARRAY['identity', 'release', 'omt', 'naloxone', 'health', 'housing', 'benefits', 'partner',
      'documents', 'work', 'belongings', 'support', 'own-words']
    WHEN kind = 'dosing-point' THEN ARRAY['identity', 'release', 'omt', 'naloxone']
    WHEN kind IN ('housing', 'benefits', 'probation', 'prison-social-work') THEN ARRAY['identity', 'release', 'housing',
      'benefits', 'documents', 'work', 'belongings', 'support']
    ELSE ARRAY[]::text[] END;

-- What a part opens to the service, the role of whoever looks may narrow: a manager reads neither.
CREATE OR REPLACE FUNCTION app.open_categories(categories text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN app.role() = 'manager' THEN array_remove(array_remove(categories, 'partner'), 'hiv-hcv') ELSE categories END;

-- Prisons that hold or held somebody: their parts stand already. Ends stay as they are.
UPDATE case_part p SET
  categories = ARRAY(SELECT unnest(p.categories || ARRAY['hiv-hcv']) AS c ORDER BY c),
  writes = CASE WHEN p.writes = '{}' THEN p.writes ELSE ARRAY(SELECT unnest(p.writes || ARRAY['hiv-hcv']) AS c ORDER BY c) END
WHERE p.categories <> '{}' AND p.relation IN ('own', 'closing')
  AND EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id);

-- Two answers of the plan say the same thing and become the same kind of information.
UPDATE case_fact SET category = 'hiv-hcv' WHERE code IN ('hiv-treatment', 'hcv-treatment');
ALTER POLICY case_fact_not_for_managers ON case_fact
  USING (category NOT IN ('partner', 'hiv-hcv') OR (SELECT app.role()) <> 'manager');

CREATE TABLE health_supply (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  category text NOT NULL,
  kind text NOT NULL,
  medicine text,
  counted_on date,
  supply_days integer,
  continues text,
  appointment_on date,
  course_ends_on date,
  last_taken_on date,
  state text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT health_supply_pkey PRIMARY KEY (episode_id, id, version)
);
COMMENT ON TABLE health_supply IS 'Medicine beside the maintenance treatment: how much is in hand, who goes on with it, what is due. Insert-only: of each the row with the highest version stands.';
COMMENT ON COLUMN health_supply.id IS 'Made in code, UUIDv7. The same for every version.';
COMMENT ON COLUMN health_supply.episode_id IS 'The case.';
COMMENT ON COLUMN health_supply.version IS '1 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN health_supply.category IS 'hiv-hcv or health, by its kind: the data category of the row.';
COMMENT ON COLUMN health_supply.kind IS 'One of SUPPLY_KINDS in packages/domain.';
COMMENT ON COLUMN health_supply.medicine IS 'As it is called. Null: not known.';
COMMENT ON COLUMN health_supply.counted_on IS 'The day on which it was counted. Null with supply_days: nobody counted.';
COMMENT ON COLUMN health_supply.supply_days IS 'For how many days, that day included, it was in hand.';
COMMENT ON COLUMN health_supply.continues IS 'Who goes on with it outside. Null: nobody is named.';
COMMENT ON COLUMN health_supply.appointment_on IS 'The first appointment there. Null: none.';
COMMENT ON COLUMN health_supply.course_ends_on IS 'The last day of a course. Null: it has none, or nobody knows.';
COMMENT ON COLUMN health_supply.last_taken_on IS 'The last day on which it is known to have been taken. Null: not known.';
COMMENT ON COLUMN health_supply.state IS 'under-way, finished or stopped.';
COMMENT ON COLUMN health_supply.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN health_supply.recorded_by IS 'By whom.';
ALTER TABLE health_supply ADD CONSTRAINT health_supply_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE health_supply ADD CONSTRAINT health_supply_counts CHECK (version >= 1);
ALTER TABLE health_supply ADD CONSTRAINT health_supply_kind CHECK (category = CASE WHEN kind IN ('hiv', 'hepatitis-c', 'hepatitis-b') THEN 'hiv-hcv' WHEN kind IN ('psychiatric', 'other') THEN 'health' END);
ALTER TABLE health_supply ADD CONSTRAINT health_supply_count CHECK (num_nulls(counted_on, supply_days) IN (0, 2) AND supply_days BETWEEN 0 AND 400);
ALTER TABLE health_supply ADD CONSTRAINT health_supply_state CHECK (state IN ('under-way', 'finished', 'stopped'));
-- What was said under one category is not said again under another one.
ALTER TABLE health_supply ADD CONSTRAINT health_supply_one_category EXCLUDE USING gist (episode_id WITH =, id WITH =, category WITH <>);
ALTER TABLE health_supply ENABLE ROW LEVEL SECURITY;
ALTER TABLE health_supply FORCE ROW LEVEL SECURITY;
CREATE POLICY health_supply_owner ON health_supply TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON health_supply TO throughcare_app;
CREATE POLICY health_supply_read ON health_supply FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = health_supply.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND health_supply.category = ANY (p.categories)));
CREATE POLICY health_supply_add ON health_supply FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = health_supply.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND health_supply.category = ANY (p.writes)));
CREATE TRIGGER health_supply_insert_only BEFORE UPDATE OR DELETE ON health_supply FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER health_supply_never_emptied BEFORE TRUNCATE ON health_supply FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE POLICY health_supply_not_for_managers ON health_supply AS RESTRICTIVE TO throughcare_app
  USING (category <> 'hiv-hcv' OR (SELECT app.role()) <> 'manager');
