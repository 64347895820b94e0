-- Back inside, in another prison than the one that let the person go. Whoever stands at reception names the person whole: a prison
-- number that they had, the family name and the date of birth. One person fits all three and was released, or nobody does; where
-- they were, whose they were and why there is no answer is not told, and an account that guesses is stopped.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

CREATE FUNCTION app.find_released(number text, family_words text[], born date)
  RETURNS TABLE (person_id uuid, episode_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH named AS (
    SELECT DISTINCT n.id FROM person_identifier i JOIN person n ON n.id = i.person_id
    WHERE app.role() = 'prison-health' AND i.system = 'prison-number' AND upper(i.value) = upper(number)
      AND n.date_of_birth = born AND cardinality(family_words) > 0 AND string_to_array(n.name_key, ' ') @> family_words
  ), fitting AS (
    SELECT named.id, (SELECT e.id FROM custody_episode e
      WHERE e.person_id = named.id AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      ORDER BY e.admitted_on DESC, e.id DESC LIMIT 1) AS episode
    FROM named WHERE (SELECT count(*) FROM named) = 1
  )
  SELECT fitting.id, fitting.episode FROM fitting JOIN custody_episode e ON e.id = fitting.episode
  WHERE e.released_at IS NOT NULL AND NOT app.is_stopped(e.id)
$$;
COMMENT ON FUNCTION app.find_released(text, text[], date) IS
  'The one person with this number of any prison, family name and date of birth, if their last custody ended with a release; no row otherwise. Asked by app.take_back_in alone.';
GRANT EXECUTE ON FUNCTION app.find_released(text, text[], date) TO throughcare_owner;
ALTER FUNCTION app.find_released(text, text[], date) OWNER TO throughcare_lookup;

CREATE FUNCTION app.denied_lately(asked text) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*)::int FROM audit_entry a
  WHERE a.service_id = app.service_id() AND a.account_id = app.account_id() AND a.action = asked AND a.outcome = 'denied'
    AND a.at > clock_timestamp() - interval '1 hour'
$$;
COMMENT ON FUNCTION app.denied_lately(text) IS 'How often this account, under this hat, was denied this action in the last hour.';
GRANT EXECUTE ON FUNCTION app.denied_lately(text) TO throughcare_app;
ALTER FUNCTION app.denied_lately(text) OWNER TO throughcare_lookup;

CREATE FUNCTION app.last_dose_outside(episode uuid)
  RETURNS TABLE (episode_id uuid, medicine text, kind text, given_at timestamptz, for_day date, to_day date, service_name text,
    recorded_by text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT before.id, t.medicine, d.kind, d.given_at, d.for_day, d.to_day, s.name, a.display_name
  FROM custody_episode this
  JOIN custody_episode before ON before.person_id = this.person_id AND before.id <> this.id AND before.released_at IS NOT NULL
    AND before.ended_on <= this.admitted_on
  JOIN dose d ON d.episode_id = before.id AND d.outcome IN ('given', 'issued')
    AND NOT EXISTS (SELECT 1 FROM dose c WHERE c.corrects_dose_id = d.id)
  JOIN medication_treatment t ON t.id = d.treatment_id
  JOIN service s ON s.id = d.service_id AND s.kind <> 'prison-health'
  JOIN account a ON a.id = d.recorded_by
  WHERE this.id = episode AND app.role() = 'prison-health' AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode
    AND p.service_id = app.case_service_id() AND p.relation IN ('own', 'closing') AND p.until > app.now() AND 'omt' = ANY (p.categories))
  ORDER BY d.for_day DESC, d.given_at DESC NULLS LAST, d.id DESC LIMIT 1
$$;
COMMENT ON FUNCTION app.last_dose_outside(uuid) IS
  'The last dose that a service outside recorded before the person came back inside, for the prison health team that holds them: medicine, day, kind and who recorded it; never an amount.';
GRANT SELECT ON account TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.last_dose_outside(uuid) TO throughcare_app;
ALTER FUNCTION app.last_dose_outside(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- Opens the new episode: an id alone opens nobody, so the person is named here once more, in the statement that writes. Written past
-- the policies, because the prison has no part in the old case and gets none: of that it takes the answers to the plan's questions.
CREATE FUNCTION app.take_back_in(number text, family_words text[], born date, episode uuid, stay uuid, identifier uuid, outcome_id uuid,
    status text, back_on date, starts_at timestamptz) RETURNS TABLE (person_id uuid, old_episode_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE someone record; old record;
BEGIN
  SELECT * INTO someone FROM app.find_released(number, family_words, born);
  IF NOT FOUND THEN RETURN; END IF;
  SELECT e.* INTO old FROM custody_episode e WHERE e.id = someone.episode_id;
  IF back_on < old.ended_on THEN RETURN; END IF;
  INSERT INTO custody_episode (id, person_id, legal_status, admitted_on, release_certainty, release_country, release_area,
      created_by_service_id, created_at)
    VALUES (episode, someone.person_id, status, back_on, 'expected', old.release_country, old.release_area, app.case_service_id(), app.now());
  INSERT INTO custody_stay (id, episode_id, prison_service_id, from_at)
    VALUES (stay, episode, app.case_service_id(), CASE WHEN starts_at < old.released_at THEN app.now() ELSE starts_at END);
  INSERT INTO person_identifier (id, person_id, system, issuer_service_id, value)
    VALUES (identifier, someone.person_id, 'prison-number', app.case_service_id(), number) ON CONFLICT DO NOTHING;
  INSERT INTO case_fact (episode_id, code, category, state, value, recorded_at, recorded_by, version)
    SELECT episode, f.code, f.category, f.state, f.value, app.now(), app.account_id(), 0
    FROM case_fact f WHERE f.episode_id = old.id AND f.category <> 'partner';
  INSERT INTO outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
    VALUES (outcome_id, old.id, 'release', 'back-in-custody', app.now(), app.case_service_id(), app.now(), app.account_id());
  RETURN QUERY SELECT someone.person_id, old.id;
END $$;
COMMENT ON FUNCTION app.take_back_in(text, text[], date, uuid, uuid, uuid, uuid, text, date, timestamptz) IS
  'Opens an episode, in the asking prison, of the one released person who is named, begins it with the answers of their last one, and says on that one that they are back inside; no row when nobody fits.';
GRANT EXECUTE ON FUNCTION app.take_back_in(text, text[], date, uuid, uuid, uuid, uuid, text, date, timestamptz) TO throughcare_app;
