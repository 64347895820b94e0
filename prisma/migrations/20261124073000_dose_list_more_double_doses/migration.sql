-- The emergency call after two doses for one day is raised as well where a depot still holds, where take-home doses were issued twice,
-- and where the two doses stand in two cases of one person (DOSE-6).

ALTER TABLE double_dose_call ADD COLUMN because text NOT NULL DEFAULT 'two-services';
COMMENT ON COLUMN double_dose_call.because IS 'One of DOUBLE_DOSE_KINDS in packages/domain.';
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_because
  CHECK (because IN ('two-services', 'depot-and-daily', 'issued-twice', 'two-episodes'));
ALTER TABLE double_dose_call DROP CONSTRAINT double_dose_call_pair;
-- One service can issue twice: then it is to ring the prescriber, and no other service.
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_pair
  CHECK (first_service_id < second_service_id OR (first_service_id = second_service_id AND because = 'issued-twice'));
COMMENT ON COLUMN double_dose_call.second_service_id IS 'The other one; the same where one service issued twice.';
COMMENT ON TABLE double_dose_call IS 'Two doses for one day, as a rule by two services: an emergency call to both. Raised once for a day and a pair of services; never taken away, only answered.';

GRANT INSERT ON double_dose_call TO throughcare_lookup;
CREATE POLICY double_dose_call_lookup ON double_dose_call FOR INSERT TO throughcare_lookup WITH CHECK (true);

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

-- What was given around these days to the same person in another case. Only to a service that may record doses in this one; no
-- name, no id of the other case, and no word of what the doses are: enough to say that there are two, and whom to ring.
CREATE FUNCTION app.doses_of_other_episodes(this_episode uuid, from_day date, to_day date)
  RETURNS TABLE (dose_id uuid, treatment_id uuid, medicine text, doses_per_day int, kind text, outcome text, for_day date, until_day date,
    parts int, recorded_at timestamptz, service_id uuid, corrects_dose_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.id, d.treatment_id, t.medicine, t.doses_per_day, d.kind, d.outcome, d.for_day, d.to_day, d.parts, d.recorded_at, d.service_id,
    d.corrects_dose_id
  FROM case_part p
  JOIN custody_episode here ON here.id = p.episode_id
  JOIN custody_episode other ON other.person_id = here.person_id AND other.id <> here.id
    AND other.ended_because IS DISTINCT FROM 'entered-in-error'
  JOIN dose d ON d.episode_id = other.id
  JOIN medication_treatment t ON t.id = d.treatment_id
  WHERE p.episode_id = this_episode AND p.service_id = app.case_service_id() AND p.until > app.now() AND 'omt' = ANY (p.writes)
    AND p.relation IN ('own', 'accepted', 'closing')
    -- An injection holds for ninety days at most.
    AND d.for_day <= doses_of_other_episodes.to_day
    AND (d.to_day >= from_day OR d.kind = 'depot' AND d.for_day >= from_day - 90)
$$;
COMMENT ON FUNCTION app.doses_of_other_episodes(uuid, date, date) IS
  'Doses of the same person in other cases that may fall on these days, for the emergency call alone. Answers a service that may record doses in this case.';
GRANT EXECUTE ON FUNCTION app.doses_of_other_episodes(uuid, date, date) TO throughcare_app;
ALTER FUNCTION app.doses_of_other_episodes(uuid, date, date) OWNER TO throughcare_lookup;

-- The same call in the other case, so that both services find it on their pages.
CREATE FUNCTION app.raise_call_in_other_episodes(this_episode uuid, doses uuid[], on_day date, first_service uuid, second_service uuid,
    why text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO double_dose_call (id, episode_id, day, first_service_id, second_service_id, because, raised_at, raised_by)
  SELECT gen_random_uuid(), found.episode_id, on_day, first_service, second_service, why, app.now(), app.account_id()
  FROM (SELECT DISTINCT d.episode_id
    FROM case_part p
    JOIN custody_episode here ON here.id = p.episode_id
    JOIN custody_episode other ON other.person_id = here.person_id AND other.id <> here.id
    JOIN dose d ON d.episode_id = other.id AND d.id = ANY (doses)
    WHERE p.episode_id = this_episode AND p.service_id = app.case_service_id() AND p.until > app.now() AND 'omt' = ANY (p.writes)
      AND p.relation IN ('own', 'accepted', 'closing')
      AND app.case_service_id() IN (first_service, second_service) AND d.service_id IN (first_service, second_service)) found
  ON CONFLICT DO NOTHING
$$;
COMMENT ON FUNCTION app.raise_call_in_other_episodes(uuid, uuid[], date, uuid, uuid, text) IS
  'Raises the emergency call about two doses in the other cases of the person in which these doses stand. Tells nothing.';
GRANT EXECUTE ON FUNCTION app.raise_call_in_other_episodes(uuid, uuid[], date, uuid, uuid, text) TO throughcare_app;
ALTER FUNCTION app.raise_call_in_other_episodes(uuid, uuid[], date, uuid, uuid, text) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
