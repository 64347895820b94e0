-- Whether an episode can begin on a day, asked before it is written: a list is not refused as a whole because of one line, and
-- the answer is the same whoever holds the person.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.not_free_for_custody(persons uuid[], days date[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT asked.person_id FROM unnest(persons, days) AS asked (person_id, day)
  WHERE app.role() IN ('prison-health', 'system')
    AND EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = asked.person_id AND i.system = 'prison-number'
      AND i.issuer_service_id = app.case_service_id())
    AND EXISTS (SELECT 1 FROM custody_episode e WHERE e.person_id = asked.person_id
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      AND daterange(e.admitted_on, e.ended_on, '[)') && daterange(asked.day, NULL, '[)'))
$$;
COMMENT ON FUNCTION app.not_free_for_custody(uuid[], date[]) IS
  'Of persons to whom the asking prison gave a number, those for whom no episode can begin on that day. Not why, not where, and not whether it was this prison''s own.';
GRANT EXECUTE ON FUNCTION app.not_free_for_custody(uuid[], date[]) TO throughcare_app;
ALTER FUNCTION app.not_free_for_custody(uuid[], date[]) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
