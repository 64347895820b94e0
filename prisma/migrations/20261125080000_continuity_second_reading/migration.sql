-- Both figures about treatment read the second implementation of cover (FIG-1, FIG-2): a dose within 48 hours and a treatment that
-- began outside are told from the entries that stand once corrections are read in SQL. Before, the application read the raw entries
-- of a release a third time.

CREATE FUNCTION app.second_standing_entries(episodes uuid[], place text)
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, given_at timestamptz, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH RECURSIVE entry AS MATERIALIZED (
    SELECT d.id, d.episode_id, d.treatment_id, d.kind, d.outcome, d.given_at, d.recorded_at, d.parts, d.for_day, d.to_day,
      about.id AS about
    FROM dose d LEFT JOIN dose about ON about.id = d.corrects_dose_id AND about.episode_id = d.episode_id
    WHERE d.episode_id = ANY (episodes) AND (place = 'anywhere'
      OR EXISTS (SELECT 1 FROM service v WHERE v.id = d.service_id AND (v.kind = 'prison-health') = (place = 'inside')))
  ), last_word AS MATERIALIZED (
    SELECT DISTINCT ON (e.about) e.about, e.id, e.outcome FROM entry e
    WHERE e.about IS NOT NULL ORDER BY e.about, e.recorded_at DESC, e.id DESC
  ), replacement AS MATERIALIZED (
    SELECT DISTINCT ON (e.about) e.about, e.id FROM entry e
    WHERE e.about IS NOT NULL AND e.outcome <> 'not-taken' ORDER BY e.about, e.recorded_at DESC, e.id DESC
  ), chain AS (
    -- From each entry that corrects nothing, over what replaced it, to what stands. A circle hangs on no such entry.
    SELECT e.id AS root, e.id FROM entry e WHERE e.about IS NULL
    UNION ALL
    SELECT c.root, r.id FROM chain c JOIN replacement r ON r.about = c.id
  ), taken_back AS (
    -- "Not taken" on the way, each followed to the last word about it: only one that is still "not taken" holds.
    SELECT c.root, e.id FROM chain c JOIN entry e ON e.about = c.id AND e.outcome = 'not-taken'
    UNION ALL
    SELECT t.root, l.id FROM taken_back t JOIN last_word l ON l.about = t.id WHERE l.outcome = 'not-taken'
  ), hole AS (
    SELECT t.root, range_agg(daterange(e.for_day, e.to_day, '[]')) AS days
    FROM taken_back t JOIN entry e ON e.id = t.id
    WHERE NOT EXISTS (SELECT 1 FROM last_word l WHERE l.about = t.id) GROUP BY t.root
  )
  SELECT e.episode_id, e.treatment_id, e.kind, e.outcome, e.given_at, e.recorded_at, e.parts, daterange(e.for_day, e.to_day, '[]'),
    coalesce(h.days, '{}'::datemultirange)
  FROM chain c
  JOIN entry e ON e.id = c.id
  LEFT JOIN hole h ON h.root = c.root
  -- What was entered in error takes the whole chain back, its days said to be not taken with it.
  WHERE e.outcome <> 'entered-in-error' AND NOT EXISTS (SELECT 1 FROM replacement r WHERE r.about = c.id)
$$;
COMMENT ON FUNCTION app.second_standing_entries(uuid[], text) IS
  'The dose entries that stand once corrections are read, each with the days that somebody said were not taken (DOSE-3). Those recorded by a prison (inside), by anybody else (outside), or all (anywhere).';

CREATE OR REPLACE FUNCTION app.second_standing_doses(episodes uuid[], only_inside boolean)
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT e.episode_id, e.treatment_id, e.kind, e.outcome, e.recorded_at, e.parts, e.said, e.not_taken
  FROM app.second_standing_entries(episodes, CASE WHEN only_inside THEN 'inside' ELSE 'anywhere' END) e
$$;
CREATE OR REPLACE FUNCTION app.second_standing_doses(episodes uuid[])
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT e.episode_id, e.treatment_id, e.kind, e.outcome, e.recorded_at, e.parts, e.said, e.not_taken
  FROM app.second_standing_entries(episodes, 'anywhere') e
$$;

CREATE FUNCTION app.doses_outside(episodes uuid[]) RETURNS TABLE (episode_id uuid, way text, given_at timestamptz, first_day date)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  SELECT e.episode_id, e.kind, e.given_at, lower(e.said::datemultirange - e.not_taken)
  FROM app.second_standing_entries(episodes, 'outside') e
  WHERE e.outcome IN ('given', 'issued', 'given-elsewhere') AND e.said::datemultirange - e.not_taken <> '{}'
$$;
COMMENT ON FUNCTION app.doses_outside(uuid[]) IS
  'What was given or issued outside and still stands: how, when, and the first of its days that nobody said was not taken (FIG-1, FIG-2).';

GRANT EXECUTE ON FUNCTION app.second_standing_entries(uuid[], text), app.doses_outside(uuid[])
  TO throughcare_app, throughcare_lookup, throughcare_owner;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.continuity_facts(from_day date, to_day date)
  RETURNS TABLE (episode_id uuid, prison_id uuid, categories text[], facts json) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET jit = off AS $$
DECLARE
  me uuid := app.case_service_id();
  moment timestamptz := app.now();
  my_kind text;
  my_areas uuid[];
  closed text[] := app.closed_areas();
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
  WITH asked AS MATERIALIZED (
    -- What a community service was asked for and did not turn away. What it rejected, gave back, or lost to its sender is not
    -- its case: nothing of it is read. Where it stayed silent until its time was out, the silence counts, and nothing else.
    SELECT h.episode_id AS id, h.area, CASE WHEN h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done')
        THEN h.carries ELSE ARRAY['release'] END AS carries
    FROM handoff h
    WHERE my_kind NOT IN ('prison-health', 'region') AND h.receiving_service_id = me AND h.area <> ALL (closed)
      AND (h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done', 'timed-out')
        OR h.status = 'closed' AND EXISTS (SELECT 1 FROM handoff_move m WHERE m.handoff_id = h.id AND m.move = 'time-out'))
  ), mine AS MATERIALIZED (
    -- A prison: whom it let go. A region: whoever left a prison of its areas, or was handed to a service there.
    SELECT st.episode_id AS id FROM custody_stay st JOIN service s ON s.id = st.prison_service_id
      WHERE (my_kind = 'prison-health' AND st.prison_service_id = me) OR (my_kind = 'region' AND s.area_id = ANY (my_areas))
    UNION
    SELECT h.episode_id FROM handoff h JOIN service s ON s.id = h.receiving_service_id
      WHERE my_kind = 'region' AND s.area_id = ANY (my_areas) AND h.status NOT IN ('draft', 'revoked') AND h.area <> ALL (closed)
    UNION
    SELECT asked.id FROM asked
  ), released AS MATERIALIZED (
    SELECT e.id, e.person_id, e.released_at, e.release_kind,
      stay.prison_service_id AS prison, p.time_zone, (e.released_at AT TIME ZONE p.time_zone)::date AS released_on
    FROM mine m
    JOIN custody_episode e ON e.id = m.id
    -- The stay that no transfer ended: the prison whose gate it was.
    JOIN custody_stay stay ON stay.episode_id = e.id AND stay.until_at IS NULL
    JOIN service p ON p.id = stay.prison_service_id
    WHERE e.released_at <= moment AND (e.released_at AT TIME ZONE p.time_zone)::date BETWEEN from_day AND to_day
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      AND (my_kind <> 'prison-health' OR stay.prison_service_id = me)
  ), handed AS MATERIALIZED (
    SELECT a.id, array_agg(DISTINCT a.area) AS areas, array_agg(DISTINCT c.category) AS categories
    FROM asked a CROSS JOIN LATERAL unnest(a.carries) AS c (category) GROUP BY 1
  ), scoped AS MATERIALIZED (
    -- What the asking service may know of each: of a region's cases as much as the figures ask, and not which case it is.
    SELECT r.*, h.areas, CASE
        WHEN my_kind IN ('prison-health', 'region') THEN ARRAY['release', 'omt', 'naloxone', 'housing']
        ELSE ARRAY(SELECT unnest(ARRAY['release', 'omt', 'naloxone', 'housing']) INTERSECT SELECT unnest(h.categories)
          INTERSECT SELECT unnest(app.categories_of_kind(my_kind))) END AS open
    FROM released r LEFT JOIN handed h ON h.id = r.id
  ), treated AS (
    SELECT s.id, bool_or(coalesce(t.started_on, '-infinity') <= s.released_on AND coalesce(t.ended_on, 'infinity') >= s.released_on)
      AS is_in_force
    FROM scoped s JOIN medication_treatment t ON t.episode_id = s.id WHERE 'omt' = ANY (s.open) GROUP BY 1
  ), doses AS (
    -- What was given outside, which is asked for up to a month. What was given inside is read as cover.
    SELECT s.id, json_agg(json_build_array(d.way, d.given_at, d.first_day)) AS told
    FROM app.doses_outside(ARRAY(SELECT t.id FROM treated t)) d
    JOIN scoped s ON s.id = d.episode_id AND d.first_day BETWEEN s.released_on - 60 AND s.released_on + 30 GROUP BY 1
  ), cover AS (
    SELECT c.episode_id AS id, json_build_object('to', c.covered_to, 'way', c.way, 'timeZone', c.zone) AS told
    FROM app.cover_at_release(ARRAY(SELECT t.id FROM treated t), moment) c
  ), kits AS (
    SELECT k.episode_id AS id, json_agg(json_build_object('state', k.state, 'handedAt', k.handed_at,
      'expiresOn', k.expires_on, 'holder', k.holder, 'goneAt', k.gone_at)) AS told
    FROM scoped s JOIN naloxone_kit k ON k.episode_id = s.id WHERE 'naloxone' = ANY (s.open) GROUP BY 1
  ), moves AS (
    SELECT m.handoff_id, min(m.at) FILTER (WHERE m.move IN ('acknowledge', 'accept')) AS acknowledged_at,
      bool_or(m.move = 'send' AND m.by_account = '00000000-0000-7000-8000-000000000001') AS by_itself,
      bool_or(m.move IN ('reject', 'revoke') AND split_part(m.reason, ':', 1) = 'person-declined') AS is_declined
    FROM scoped s JOIN handoff_move m ON m.episode_id = s.id GROUP BY 1
  ), links AS (
    SELECT h.episode_id AS id, json_agg(json_build_object('area', h.area, 'sentAt', h.sent_at,
        'acknowledgedAt', m.acknowledged_at, 'isFallback', coalesce(m.by_itself, false), 'isRevoked', h.status = 'revoked')
        ORDER BY h.area, h.sent_at, h.id) AS told,
      bool_or(h.area = 'omt' AND m.is_declined) AS is_declined
    FROM scoped s JOIN handoff h ON h.episode_id = s.id AND (s.areas IS NULL OR h.area = ANY (s.areas))
    LEFT JOIN moves m ON m.handoff_id = h.id
    WHERE h.status <> 'draft' AND h.area <> ALL (closed) GROUP BY 1
  ), happened AS (
    SELECT o.episode_id AS id, min(o.at) FILTER (WHERE o.kind = 'died') AS died_at,
      min(o.at) FILTER (WHERE o.kind = 'back-in-custody') AS back_at,
      (array_agg(o.value ORDER BY o.recorded_at DESC, o.id DESC) FILTER (WHERE o.kind = 'first-night'))[1] AS first_night
    FROM scoped s JOIN outcome o ON o.episode_id = s.id GROUP BY 1
  ), again AS (
    -- A later stay counts where the asking service has a part in it, or counts without knowing whose it is.
    SELECT s.id, min(greatest(s.released_at, e.admitted_on::timestamp AT TIME ZONE s.time_zone)) AS back_at
    FROM scoped s JOIN custody_episode e ON e.person_id = s.person_id AND e.id <> s.id AND e.admitted_on >= s.released_on
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
    WHERE my_kind = 'region' OR EXISTS (SELECT 1 FROM case_part c WHERE c.episode_id = e.id AND c.service_id = me)
    GROUP BY 1
  ), told AS (
    SELECT f.episode_id AS id, json_object_agg(f.code, f.value) FILTER (WHERE f.category = ANY (s.open)) AS answers
    FROM scoped s JOIN case_fact f ON f.episode_id = s.id AND f.code IN ('dose', 'opioid-need') AND f.state = 'known' GROUP BY 1
  ), items AS (
    SELECT i.episode_id AS id, min(i.status_at) FILTER (WHERE i.code = 'omt-start-treatment' AND i.status = 'done') AS started_at,
      bool_or(i.status = 'declined') AS is_declined
    FROM scoped s JOIN checklist_item i ON i.episode_id = s.id
      AND i.code IN ('omt-start-treatment', 'omt-first-dose', 'omt-request-assessment')
    WHERE 'omt' = ANY (s.open) GROUP BY 1
  )
  SELECT CASE WHEN my_kind <> 'region' THEN s.id END, s.prison, s.open, json_build_object(
    'timeZone', s.time_zone, 'releasedAt', s.released_at, 'releasedOn', s.released_on,
    'releaseKind', s.release_kind, 'diedAt', happened.died_at,
    'backInCustodyAt', least(happened.back_at, again.back_at),
    'firstNight', CASE WHEN 'housing' = ANY (s.open) THEN happened.first_night END,
    'isInForce', coalesce(treated.is_in_force, false), 'dosesOutside', coalesce(doses.told, '[]'), 'coverAtRelease', cover.told, 'kits', coalesce(kits.told, '[]'),
    'links', coalesce(links.told, '[]'), 'answers', coalesce(told.answers, '{}'), 'treatmentStartedAt', items.started_at,
    'hasDeclined', 'omt' = ANY (s.open) AND (coalesce(items.is_declined, false) OR coalesce(links.is_declined, false)))
  FROM scoped s
  LEFT JOIN treated ON treated.id = s.id
  LEFT JOIN doses ON doses.id = s.id
  LEFT JOIN cover ON cover.id = s.id
  LEFT JOIN kits ON kits.id = s.id
  LEFT JOIN links ON links.id = s.id
  LEFT JOIN happened ON happened.id = s.id
  LEFT JOIN again ON again.id = s.id
  LEFT JOIN told ON told.id = s.id
  LEFT JOIN items ON items.id = s.id;
END $$;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
