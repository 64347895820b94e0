-- A call about two doses of a day says so when one of the entries behind it was corrected since: taken back as entered in error, said to
-- have been no dose here after all, or moved to other days. Until now it heard of the first alone.
CREATE OR REPLACE FUNCTION app.is_call_taken_back(call uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1
    FROM double_dose_call c
    JOIN case_part p ON p.episode_id = c.episode_id AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND app.admits(p.circle) AND 'omt' = ANY (p.categories)
    JOIN custody_episode here ON here.id = c.episode_id
    JOIN custody_episode any_case ON any_case.person_id = here.person_id
    JOIN dose corrected ON corrected.episode_id = any_case.id
    JOIN dose correction ON correction.corrects_dose_id = corrected.id
    WHERE c.id = call AND correction.recorded_at >= c.raised_at
      AND corrected.service_id IN (c.first_service_id, c.second_service_id)
      AND (c.day BETWEEN corrected.for_day AND corrected.to_day
        -- An injection makes two doses of a day inside its window.
        OR c.because = 'depot-and-daily' AND corrected.kind = 'depot' AND c.day BETWEEN corrected.for_day AND corrected.for_day + 90)
      -- What was taken in part, or not kept down, was still taken.
      AND (correction.outcome NOT IN ('given', 'issued', 'part-dose', 'vomited')
        OR corrected.kind <> 'depot' AND c.day NOT BETWEEN correction.for_day AND correction.to_day))
$$;
COMMENT ON FUNCTION app.is_call_taken_back(uuid) IS
  'Whether one of the entries that made it two was corrected since the call was raised, so that it tells of no dose of that day any more, in whichever case of the person it stands. False to a service that does not read the call''s case.';
