-- What the roll-up counts a release from: everything that figures read, once for each case, and the scopes in which it counts. What
-- each scope may know of it is decided from this row by factsOfScope in packages/domain. For the system actor alone.

-- Whether the plan was ready at the gate is known at the gate and never again.
ALTER TABLE release_record ADD COLUMN was_ready boolean, ADD COLUMN had_whole_pack boolean;
COMMENT ON COLUMN release_record.was_ready IS 'Whether the plan was ready, by the rule of the case''s own page, when the release was recorded. Null: nobody could say.';
COMMENT ON COLUMN release_record.had_whole_pack IS 'Whether the minimum pack was whole when the release was recorded. Null: nobody could say.';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['supporter', 'care_plan', 'health_supply', 'partner_side', 'partner_shown', 'contact_attempt', 'release_undo'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO throughcare_lookup', name);
    EXECUTE format('DROP POLICY IF EXISTS %I ON %I', name || '_lookup', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO throughcare_lookup USING (true)', name || '_lookup', name);
  END LOOP;
END $$;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.cover_after_release(episodes uuid[], at timestamptz)
  RETURNS TABLE (episode_id uuid, days datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT g.episode_id, (g.supervised + g.take_home + g.rhythm + g.depot) * datemultirange(daterange(g.out_on, g.out_on + 20, '[]'))
  FROM app.second_ground(episodes, at, false) g WHERE g.out_on IS NOT NULL
$$;
COMMENT ON FUNCTION app.cover_after_release(uuid[], timestamptz) IS
  'Which of the first 21 days from the day of release on are covered by recorded doses, inside and outside (FIG-11). Days are the dosing point''s.';
GRANT EXECUTE ON FUNCTION app.cover_after_release(uuid[], timestamptz) TO throughcare_app, throughcare_lookup, throughcare_owner;

CREATE FUNCTION app.counted_records(episodes uuid[]) RETURNS SETOF json LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE moment timestamptz := app.now();
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN RETURN; END IF;
  RETURN QUERY
  WITH RECURSIVE below AS (
    SELECT v.id AS region, v.area_id AS area FROM service v WHERE v.kind = 'region'
    UNION SELECT b.region, a.id FROM area a JOIN below b ON a.parent_id = b.area
  ), released AS MATERIALIZED (
    SELECT e.id, e.person_id, e.legal_status, e.released_at, e.release_kind, stay.prison_service_id AS prison, p.time_zone, p.country,
      p.area_id, (e.released_at AT TIME ZONE p.time_zone)::date AS released_on
    FROM custody_episode e
    -- The stay that no transfer ended: the prison whose gate it was.
    JOIN LATERAL (SELECT x.prison_service_id FROM custody_stay x WHERE x.episode_id = e.id AND x.until_at IS NULL
      ORDER BY x.from_at DESC, x.id DESC LIMIT 1) stay ON true
    JOIN service p ON p.id = stay.prison_service_id
    WHERE e.id = ANY (episodes) AND e.released_at <= moment AND e.ended_because IS DISTINCT FROM 'entered-in-error'
  ), treated AS MATERIALIZED (
    SELECT r.id, bool_or(coalesce(t.started_on, '-infinity') <= r.released_on AND coalesce(t.ended_on, 'infinity') >= r.released_on)
        AS is_in_force,
      (array_agg(t.medicine ORDER BY t.started_on DESC NULLS LAST, t.id DESC)
        FILTER (WHERE coalesce(t.started_on, '-infinity') <= r.released_on AND coalesce(t.ended_on, 'infinity') >= r.released_on))[1] AS medicine
    FROM released r JOIN medication_treatment t ON t.episode_id = r.id GROUP BY 1
  ), doses AS (
    SELECT r.id, json_agg(json_build_array(d.way, d.given_at, d.first_day) ORDER BY d.given_at, d.first_day, d.way) AS told
    FROM app.doses_outside(ARRAY(SELECT t.id FROM treated t)) d
    JOIN released r ON r.id = d.episode_id AND d.first_day BETWEEN r.released_on - 60 AND r.released_on + 30 GROUP BY 1
  ), cover AS (
    SELECT c.episode_id AS id, json_build_object('to', c.covered_to, 'way', c.way, 'timeZone', c.zone) AS told
    FROM app.cover_at_release(ARRAY(SELECT t.id FROM treated t), moment) c
  ), after AS (
    SELECT c.episode_id AS id, (SELECT json_agg(json_build_array(lower(span), upper(span) - 1)) FROM unnest(c.days) span) AS told
    FROM app.cover_after_release(ARRAY(SELECT t.id FROM treated t), moment) c
  ), kits AS (
    SELECT k.episode_id AS id, json_agg(json_build_object('state', k.state, 'handedAt', k.handed_at,
      'expiresOn', k.expires_on, 'holder', k.holder, 'goneAt', k.gone_at) ORDER BY k.id) AS told
    FROM released r JOIN naloxone_kit k ON k.episode_id = r.id GROUP BY 1
  ), moves AS (
    SELECT m.handoff_id, min(m.at) FILTER (WHERE m.move IN ('acknowledge', 'accept')) AS acknowledged_at,
      coalesce(bool_or(m.move = 'send' AND m.by_account = '00000000-0000-7000-8000-000000000001'), false) AS by_itself,
      coalesce(bool_or(m.move = 'time-out'), false) AS is_timed_out,
      coalesce(bool_or(m.move IN ('reject', 'revoke') AND split_part(m.reason, ':', 1) = 'person-declined'), false) AS is_declined
    FROM released r JOIN handoff_move m ON m.episode_id = r.id GROUP BY 1
  ), links AS (
    SELECT h.episode_id AS id, json_agg(json_build_object('area', h.area, 'sentAt', h.sent_at, 'acknowledgedAt', m.acknowledged_at,
        'isFallback', coalesce(m.by_itself, false), 'isRevoked', h.status = 'revoked', 'isDeclined', coalesce(m.is_declined, false),
        'to', h.receiving_service_id, 'toKind', v.kind, 'carries', h.carries,
        -- What was turned away is not the case of whoever turned it away. Where they stayed silent, the silence counts.
        'reads', CASE WHEN h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') THEN 'carried'
          WHEN h.status = 'timed-out' OR h.status = 'closed' AND m.is_timed_out THEN 'silence' ELSE 'nothing' END,
        'regions', CASE WHEN h.status <> 'revoked' AND h.area <> 'partner'
          THEN ARRAY(SELECT b.region FROM below b WHERE b.area = v.area_id) ELSE '{}' END)
        ORDER BY h.area, h.sent_at, h.id) AS told
    FROM released r JOIN handoff h ON h.episode_id = r.id AND h.status <> 'draft'
    JOIN service v ON v.id = h.receiving_service_id
    LEFT JOIN moves m ON m.handoff_id = h.id GROUP BY 1
  ), happened AS (
    SELECT o.episode_id AS id, min(o.at) FILTER (WHERE o.kind = 'died') AS died_at,
      min(o.at) FILTER (WHERE o.kind = 'back-in-custody') AS back_at,
      min(o.at) FILTER (WHERE o.kind = 'arrived' AND o.at >= r.released_at) AS arrived_at,
      (array_agg(o.value ORDER BY o.recorded_at DESC, o.id DESC) FILTER (WHERE o.kind = 'first-night'))[1] AS first_night
    FROM released r JOIN outcome o ON o.episode_id = r.id GROUP BY 1
  ), reached AS (
    SELECT c.episode_id AS id, min(c.at) AS at
    FROM released r JOIN contact_attempt c ON c.episode_id = r.id AND c.outcome = 'reached' AND c.at >= r.released_at GROUP BY 1
  ), again AS (
    -- A later stay counts where the asking service has a part in it, or counts without knowing whose it is.
    SELECT r.id, json_agg(json_build_object('at', greatest(r.released_at, e.admitted_on::timestamp AT TIME ZONE r.time_zone),
      'services', ARRAY(SELECT c.service_id FROM case_part c WHERE c.episode_id = e.id))) AS told
    FROM released r JOIN custody_episode e ON e.person_id = r.person_id AND e.id <> r.id AND e.admitted_on >= r.released_on
      AND e.ended_because IS DISTINCT FROM 'entered-in-error' GROUP BY 1
  ), answered AS (
    SELECT f.episode_id AS id, json_object_agg(f.code, json_build_object('value', f.value, 'category', f.category)) AS told
    FROM released r JOIN case_fact f ON f.episode_id = r.id AND f.code IN ('dose', 'opioid-need') AND f.state = 'known' GROUP BY 1
  ), items AS (
    SELECT i.episode_id AS id, min(i.status_at) FILTER (WHERE i.code = 'omt-start-treatment' AND i.status = 'done') AS started_at,
      coalesce(bool_or(i.status = 'declined') FILTER (WHERE i.area = 'omt'), false) AS is_declined,
      (array_agg(json_build_object('status', i.status, 'at', i.status_at)) FILTER (WHERE i.code = 'benefits-claim'))[1] AS claim
    FROM released r JOIN checklist_item i ON i.episode_id = r.id
      AND i.code IN ('omt-start-treatment', 'omt-first-dose', 'omt-request-assessment', 'benefits-claim') GROUP BY 1
  ), plans AS (
    SELECT c.episode_id AS id, bool_or(c.made_at <= r.released_at) AS is_there
    FROM released r JOIN care_plan c ON c.episode_id = r.id GROUP BY 1
  ), pressed AS (
    SELECT DISTINCT ON (x.episode_id) x.episode_id AS id, x.was_ready, x.had_whole_pack
    FROM released r JOIN release_record x ON x.episode_id = r.id
    WHERE NOT EXISTS (SELECT 1 FROM release_undo u WHERE u.record_id = x.id) ORDER BY x.episode_id, x.recorded_at DESC, x.id DESC
  ), said AS (
    SELECT DISTINCT ON (w.episode_id) w.episode_id AS id,
      bool_or(w.kind = 'strategy') OVER (PARTITION BY w.episode_id, w.version) AS has_strategy,
      bool_or(w.kind = 'chose-not-to') OVER (PARTITION BY w.episode_id, w.version) AS chose_not_to
    FROM released r JOIN own_words w ON w.episode_id = r.id ORDER BY w.episode_id, w.version DESC
  ), helped AS (
    SELECT s.episode_id AS id, bool_or(s.consent = 'yes' AND s.withdrawn_at IS NULL) AS is_there
    FROM released r JOIN supporter s ON s.episode_id = r.id GROUP BY 1
  ), supplied AS (
    SELECT h.episode_id AS id, json_agg(json_build_object('id', h.id, 'version', h.version, 'state', h.state, 'countedOn', h.counted_on,
      'supplyDays', h.supply_days) ORDER BY h.id, h.version) AS told
    FROM released r JOIN health_supply h ON h.episode_id = r.id AND h.kind IN ('hiv', 'hepatitis-c') GROUP BY 1
  ), coupled AS (
    SELECT w.episode_id AS id, json_build_object('otherStartsOn', w.other_starts_on, 'startsOn', (SELECT s.starts_on FROM partner_side s
      WHERE s.episode_id = w.episode_id ORDER BY s.version DESC LIMIT 1)) AS told
    FROM released r JOIN partner_shown w ON w.episode_id = r.id
  )
  SELECT json_build_object('episodeId', r.id, 'personId', r.person_id, 'prisonId', r.prison, 'timeZone', r.time_zone,
    'country', r.country, 'areaId', r.area_id, 'regions', ARRAY(SELECT b.region FROM below b WHERE b.area = r.area_id),
    'isRestricted', EXISTS (SELECT 1 FROM restriction x WHERE x.person_id = r.person_id AND x.lifted_at IS NULL),
    'releasedAt', r.released_at, 'releasedOn', r.released_on, 'releaseKind', r.release_kind, 'legalStatus', r.legal_status,
    'sex', n.sex, 'dateOfBirth', n.date_of_birth, 'language', n.languages[1],
    'diedAt', happened.died_at, 'backAt', happened.back_at, 'arrivedAt', happened.arrived_at, 'firstNight', happened.first_night,
    'reachedAt', reached.at, 'again', coalesce(again.told, '[]'),
    'isTreatmentRecorded', treated.id IS NOT NULL, 'isInForce', coalesce(treated.is_in_force, false), 'medicine', treated.medicine,
    'dosesOutside', coalesce(doses.told, '[]'), 'coverAtRelease', cover.told, 'coverAfter', coalesce(after.told, '[]'),
    'kits', coalesce(kits.told, '[]'), 'links', coalesce(links.told, '[]'), 'answers', coalesce(answered.told, '{}'),
    'treatmentStartedAt', items.started_at, 'hasDeclined', coalesce(items.is_declined, false), 'claim', items.claim,
    'isPlanned', coalesce(plans.is_there, false), 'wasReady', pressed.was_ready, 'hadWholePack', pressed.had_whole_pack,
    'ownWords', CASE WHEN said.has_strategy THEN 'strategy' WHEN said.chose_not_to THEN 'chose-not-to' WHEN said.id IS NOT NULL THEN 'other' END,
    'hasSupporter', coalesce(helped.is_there, false), 'supplies', coalesce(supplied.told, '[]'), 'couple', coupled.told)
  FROM released r
  JOIN person n ON n.id = r.person_id
  LEFT JOIN treated ON treated.id = r.id
  LEFT JOIN doses ON doses.id = r.id
  LEFT JOIN cover ON cover.id = r.id
  LEFT JOIN after ON after.id = r.id
  LEFT JOIN kits ON kits.id = r.id
  LEFT JOIN links ON links.id = r.id
  LEFT JOIN happened ON happened.id = r.id
  LEFT JOIN reached ON reached.id = r.id
  LEFT JOIN again ON again.id = r.id
  LEFT JOIN answered ON answered.id = r.id
  LEFT JOIN items ON items.id = r.id
  LEFT JOIN plans ON plans.id = r.id
  LEFT JOIN pressed ON pressed.id = r.id
  LEFT JOIN said ON said.id = r.id
  LEFT JOIN helped ON helped.id = r.id
  LEFT JOIN supplied ON supplied.id = r.id
  LEFT JOIN coupled ON coupled.id = r.id;
END $$;
COMMENT ON FUNCTION app.counted_records(uuid[]) IS
  'What the roll-up counts these releases from, one row for each that is one, without names. Answers the system actor alone.';
GRANT EXECUTE ON FUNCTION app.counted_records(uuid[]) TO throughcare_app;
ALTER FUNCTION app.counted_records(uuid[]) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.releases_behind(at timestamptz, behind uuid, at_most int) RETURNS TABLE (id uuid, released_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.released_at FROM custody_episode e
  WHERE app.role() = 'system' AND e.released_at >= at AND e.released_at <= app.now() AND (e.released_at, e.id) > (at, behind)
  ORDER BY e.released_at, e.id LIMIT at_most
$$;
COMMENT ON FUNCTION app.releases_behind(timestamptz, uuid, int) IS
  'Releases in their order, those behind one of them: what is counted anew from the beginning. For the system actor alone.';
GRANT EXECUTE ON FUNCTION app.releases_behind(timestamptz, uuid, int) TO throughcare_app;
ALTER FUNCTION app.releases_behind(timestamptz, uuid, int) OWNER TO throughcare_lookup;

-- Who becomes restricted is out of the figures at once, for everybody outside the circle, also before the worker has counted anew:
-- what still stands in the totals is taken off as they are read, and what stands beside them is added for those who may know.
CREATE FUNCTION app.closed_totals(measures text[], breakdowns text[], from_month text, to_month text)
  RETURNS TABLE (measure text, breakdown text, month text, value text, outcome text, detail text, category text, count integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH closed AS MATERIALIZED (
    SELECT x.person_id, app.admits(app.circle_of(x.person_id, app.service_id())) AS is_mine FROM restriction x WHERE x.lifted_at IS NULL
  ), turned AS MATERIALIZED (
    SELECT r.marks, r.groups, r.released_on, CASE WHEN r.is_closed THEN 1 ELSE -1 END AS by
    FROM closed c JOIN counted_release r ON r.person_id = c.person_id AND r.scope_id = app.case_service_id() AND r.is_closed = c.is_mine
  )
  SELECT m.measure, g.breakdown, left(r.released_on::text, 7), g.value, m.outcome, m.detail, m.category, sum(r.by)::int
  FROM turned r
  CROSS JOIN LATERAL unnest(r.marks) AS mark (id) JOIN counted_mark m ON m.id = mark.id
  CROSS JOIN LATERAL unnest(r.groups) AS grp (id) JOIN counted_group g ON g.id = grp.id
  WHERE m.measure = ANY (measures) AND g.breakdown = ANY (breakdowns) AND m.category <> ALL (app.closed_categories())
    AND left(r.released_on::text, 7) BETWEEN from_month AND to_month
  GROUP BY 1, 2, 3, 4, 5, 6, 7
$$;
COMMENT ON FUNCTION app.closed_totals(text[], text[], text, text) IS
  'What restricted records add to the totals of the asking service, for those in their circle, and what is to be taken off for everybody else until they are counted anew. No ids of cases.';
GRANT EXECUTE ON FUNCTION app.closed_totals(text[], text[], text, text) TO throughcare_app;
ALTER FUNCTION app.closed_totals(text[], text[], text, text) OWNER TO throughcare_lookup;

-- The cases that one count counted, for those who read cases. A region reads counts alone.
CREATE FUNCTION app.counted_cases(measure text, outcomes text[], details text[], from_month text, to_month text, breakdown text, value text)
  RETURNS TABLE (episode_id uuid, prison_id uuid, released_on date, outcome text, detail text, category text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.episode_id, r.prison_id, r.released_on, m.outcome, m.detail, m.category
  FROM counted_release r CROSS JOIN LATERAL unnest(r.marks) AS mark (id) JOIN counted_mark m ON m.id = mark.id
  WHERE r.scope_id = app.case_service_id() AND r.scope_kind <> 'region' AND r.person_id NOT IN (SELECT app.closed_persons())
    AND m.measure = counted_cases.measure AND m.outcome = ANY (outcomes) AND (details IS NULL OR m.detail = ANY (details))
    AND m.category <> ALL (app.closed_categories())
    AND r.released_on BETWEEN (from_month || '-01')::date AND ((to_month || '-01')::date + interval '1 month' - interval '1 day')::date
    AND EXISTS (SELECT 1 FROM counted_group g WHERE g.id = ANY (r.groups) AND g.breakdown = counted_cases.breakdown AND g.value = counted_cases.value)
$$;
COMMENT ON FUNCTION app.counted_cases(text, text[], text[], text, text, text, text) IS
  'The cases of the asking service that a total counted, each with how it counted. None for a region, and none that whoever asks may not know of.';
GRANT EXECUTE ON FUNCTION app.counted_cases(text, text[], text[], text, text, text, text) TO throughcare_app;
ALTER FUNCTION app.counted_cases(text, text[], text[], text, text, text, text) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
