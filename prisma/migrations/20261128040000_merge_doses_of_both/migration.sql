-- Doses of two records of one person are counted together for whoever may see both (docs/adr/0210). Nothing is moved: a case is read
-- with the doses of the cases of the joined record, if the service that reads has a living part in both that opens the treatment.

CREATE FUNCTION app.joined_episodes(this_episode uuid) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  -- Hardly anybody has two records: the plan is kept by the session, and one look at an index ends it.
  RETURN QUERY
    SELECT other.id
    FROM custody_episode mine
    JOIN person_merge m ON m.state IN ('merged', 'parting') AND mine.person_id IN (m.face_person_id, m.other_person_id)
    JOIN custody_episode other
      ON other.person_id = CASE mine.person_id WHEN m.face_person_id THEN m.other_person_id ELSE m.face_person_id END
      AND other.ended_because IS DISTINCT FROM 'entered-in-error'
    WHERE mine.id = this_episode
      AND (SELECT count(DISTINCT p.episode_id) FROM case_part p WHERE p.episode_id IN (mine.id, other.id)
        AND p.service_id = app.case_service_id() AND p.until > app.now() AND p.categories @> ARRAY['identity', 'omt']
        AND app.admits(p.circle)) = 2
    ORDER BY other.id;
END $$;
COMMENT ON FUNCTION app.joined_episodes(uuid) IS
  'Cases of the record that is joined with the one of this case, for a service with a living part in both that opens the treatment. For anybody else none.';
GRANT EXECUTE ON FUNCTION app.joined_episodes(uuid) TO throughcare_app, throughcare_lookup, throughcare_owner;

-- As jsonb_build_object in packages/db/src/medication/medication-json.ts tells the doses of the case itself.
CREATE FUNCTION app.joined_medication(this_episode uuid) RETURNS jsonb
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE
  joined uuid[] := ARRAY(SELECT app.joined_episodes(this_episode));
BEGIN
  IF cardinality(joined) = 0 THEN RETURN '[]'; END IF;
  RETURN (SELECT jsonb_agg(jsonb_build_object('episodeId', e.id, 'personId', e.person_id,
      'treatments', coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'medicine', t.medicine, 'rhythm', t.rhythm,
          'rhythmWeekdays', t.rhythm_weekdays, 'dosesPerDay', t.doses_per_day, 'titration', t.titration, 'startedOn', t.started_on,
          'endedOn', t.ended_on, 'regimeConfirmedOn', t.regime_confirmed_on) ORDER BY t.started_on NULLS FIRST, t.id)
        FROM medication_treatment t WHERE t.episode_id = e.id), '[]'),
      'doses', coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'treatmentId', d.treatment_id, 'kind', d.kind,
          'outcome', d.outcome, 'forDay', d.for_day, 'toDay', d.to_day, 'parts', d.parts, 'givenAt', app.utc(d.given_at),
          'recordedAt', app.utc(d.recorded_at), 'recordedBy', a.display_name, 'serviceId', d.service_id, 'serviceName', v.name,
          'servicePhone', v.phone, 'lateEntry', d.late_entry, 'correctsDoseId', d.corrects_dose_id, 'product', d.product,
          'reason', d.reason) ORDER BY d.recorded_at, d.id)
        FROM dose d JOIN service v ON v.id = d.service_id LEFT JOIN account a ON a.id = d.recorded_by
        WHERE d.episode_id = e.id), '[]')) ORDER BY e.id)
    FROM custody_episode e WHERE e.id = ANY (joined));
END $$;
COMMENT ON FUNCTION app.joined_medication(uuid) IS
  'Treatments and doses of the cases that app.joined_episodes names, as JSON; an empty list for everybody else. Read as whoever calls it.';
GRANT EXECUTE ON FUNCTION app.joined_medication(uuid) TO throughcare_app, throughcare_owner;

-- The second cover counts them too, by its own reading of the raw rows. Figures are counted by other roles and of each record alone.
CREATE OR REPLACE FUNCTION app.second_standing_doses(episodes uuid[], only_inside boolean)
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  WITH pair AS MATERIALIZED (
    SELECT one.id, one.id AS stands_in FROM unnest(episodes) AS one (id)
    UNION
    SELECT one.id, joined.id FROM unnest(episodes) AS one (id) CROSS JOIN LATERAL app.joined_episodes(one.id) AS joined (id)
    WHERE current_user = 'throughcare_app'
  )
  SELECT p.id, e.treatment_id, e.kind, e.outcome, e.recorded_at, e.parts, e.said, e.not_taken
  FROM app.second_standing_entries(ARRAY(SELECT DISTINCT p.stands_in FROM pair p),
    CASE WHEN only_inside THEN 'inside' ELSE 'anywhere' END) e
  JOIN pair p ON p.stands_in = e.episode_id
$$;
CREATE OR REPLACE FUNCTION app.second_standing_doses(episodes uuid[])
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT * FROM app.second_standing_doses(episodes, false)
$$;

-- The emergency call about a dose in each record is read by whoever may see both, and by nobody else.
ALTER TABLE double_dose_call ADD COLUMN joined_episode_id uuid;
COMMENT ON COLUMN double_dose_call.joined_episode_id IS
  'The case of the joined record in which the other dose stands. Null: both stand in cases of one record. Only who may see both cases reads such a row.';
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_joined_episode FOREIGN KEY (joined_episode_id) REFERENCES custody_episode (id);
ALTER TABLE double_dose_call DROP CONSTRAINT double_dose_call_once;
-- A call that few may read keeps nobody from raising the one that all may read.
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_once
  UNIQUE NULLS NOT DISTINCT (episode_id, day, first_service_id, second_service_id, joined_episode_id);
CREATE INDEX double_dose_call_joined ON double_dose_call (joined_episode_id) WHERE joined_episode_id IS NOT NULL;
CREATE POLICY double_dose_call_of_both ON double_dose_call AS RESTRICTIVE FOR SELECT TO throughcare_app
  USING (joined_episode_id IS NULL OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = double_dose_call.joined_episode_id
    AND p.service_id = app.case_service_id() AND p.until > app.now() AND 'omt' = ANY (p.categories)));

CREATE OR REPLACE FUNCTION app.is_call_taken_back(call uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1
    FROM double_dose_call c
    JOIN case_part p ON p.episode_id = c.episode_id AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND app.admits(p.circle) AND 'omt' = ANY (p.categories)
    JOIN custody_episode here ON here.id = c.episode_id
    JOIN custody_episode any_case ON any_case.person_id = here.person_id OR any_case.id = c.joined_episode_id
    JOIN dose corrected ON corrected.episode_id = any_case.id
    JOIN dose correction ON correction.corrects_dose_id = corrected.id
    WHERE c.id = call AND correction.recorded_at >= c.raised_at
      AND (c.joined_episode_id IS NULL OR EXISTS (SELECT 1 FROM case_part b WHERE b.episode_id = c.joined_episode_id
        AND b.service_id = app.case_service_id() AND b.until > app.now() AND app.admits(b.circle) AND 'omt' = ANY (b.categories)))
      AND corrected.service_id IN (c.first_service_id, c.second_service_id)
      AND (c.day BETWEEN corrected.for_day AND corrected.to_day
        -- An injection makes two doses of a day inside its window.
        OR c.because = 'depot-and-daily' AND corrected.kind = 'depot' AND c.day BETWEEN corrected.for_day AND corrected.for_day + 90)
      -- What was taken in part, or not kept down, was still taken.
      AND (correction.outcome NOT IN ('given', 'issued', 'part-dose', 'vomited')
        OR corrected.kind <> 'depot' AND c.day NOT BETWEEN correction.for_day AND correction.to_day))
$$;
COMMENT ON FUNCTION app.is_call_taken_back(uuid) IS
  'Whether one of the entries that made it two was corrected since the call was raised, so that it tells of no dose of that day any more, in whichever case of the person, or of the joined record, it stands. False to a service that does not read the call''s case.';
