-- The emergency call about two doses in two cases of one person says in both cases that an entry was taken back since, wherever that
-- entry stands. It tells no more than that (DOSE-6).

GRANT SELECT ON double_dose_call TO throughcare_lookup;
CREATE POLICY double_dose_call_lookup_read ON double_dose_call FOR SELECT TO throughcare_lookup USING (true);

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.is_call_taken_back(call uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1
    FROM double_dose_call c
    JOIN case_part p ON p.episode_id = c.episode_id AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND 'omt' = ANY (p.categories)
    JOIN custody_episode here ON here.id = c.episode_id
    JOIN custody_episode any_case ON any_case.person_id = here.person_id
    JOIN dose taken_back ON taken_back.episode_id = any_case.id
    JOIN dose wrong ON wrong.corrects_dose_id = taken_back.id
    WHERE c.id = call AND wrong.outcome = 'entered-in-error' AND wrong.recorded_at >= c.raised_at
      AND taken_back.service_id IN (c.first_service_id, c.second_service_id)
      AND (c.day BETWEEN taken_back.for_day AND taken_back.to_day
        -- An injection makes two doses of a day inside its window.
        OR c.because = 'depot-and-daily' AND taken_back.kind = 'depot' AND c.day BETWEEN taken_back.for_day AND taken_back.for_day + 90))
$$;
COMMENT ON FUNCTION app.is_call_taken_back(uuid) IS
  'Whether one of the entries that made it two was taken back since the call was raised, in whichever case of the person it stands. False to a service that does not read the call''s case.';
GRANT EXECUTE ON FUNCTION app.is_call_taken_back(uuid) TO throughcare_app;
ALTER FUNCTION app.is_call_taken_back(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
