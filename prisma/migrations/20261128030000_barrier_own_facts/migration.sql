-- The figures of barriers know which of the barriers they count the reader can open one by one: what is left of a count once those are
-- taken away must not point at anybody either (rule FIG-7).

DROP FUNCTION app.barrier_facts(date);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.barrier_facts(from_day date)
  RETURNS TABLE(area text, code text, level text, service_id uuid, since date, resolved_on date, is_own boolean)
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
  SELECT b.area, b.code, b.level, b.service_id, b.since, b.resolved_on,
    -- As the policies of the table open it, partner information to no manager.
    (b.area <> 'partner' OR app.role() <> 'manager') AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = b.episode_id
      AND p.service_id = me AND p.until > app.now() AND app.admits(p.circle) AND b.area = ANY (p.categories))
  FROM standing b JOIN custody_episode e ON e.id = b.episode_id AND e.ended_because IS DISTINCT FROM 'entered-in-error'
    AND e.person_id NOT IN (SELECT app.closed_persons())
  WHERE coalesce(b.resolved_on, from_day) >= from_day
    AND (my_kind IN ('prison-health', 'region') OR EXISTS (SELECT 1 FROM mine m WHERE m.id = b.episode_id AND b.area = ANY (m.carried)
      AND b.area = ANY (app.categories_of_kind(my_kind))));
END $$;
COMMENT ON FUNCTION app.barrier_facts(date) IS
  'Barriers of the asking service''s own scope that stood on or after a day, without cases and persons, and whether the reader can open it: what the figures of barriers count.';
GRANT EXECUTE ON FUNCTION app.barrier_facts(date) TO throughcare_app;
ALTER FUNCTION app.barrier_facts(date) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
