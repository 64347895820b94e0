-- The figure of naloxone at the gate counts the person's own kits, and only those that were still there: what was handed to a
-- supporter, or lost before the gate, is in nobody's hand.
--
-- The figures: without closed areas; and a community service counts what it was asked for and did not turn away. A case that
-- it rejected is not its own, and nothing of it is read for it. One that it finished was its own: the figures read what was
-- recorded within thirty days of the release, which is how long its part goes on.

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
    SELECT e.id, e.person_id, e.legal_status, e.admitted_on, e.release_date, e.release_certainty, e.released_at, e.release_kind,
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
  ), treatments AS (
    SELECT t.episode_id AS id, json_agg(json_build_object('id', t.id, 'medicine', t.medicine, 'rhythm', t.rhythm,
      'rhythmWeekdays', t.rhythm_weekdays, 'dosesPerDay', t.doses_per_day, 'titration', t.titration, 'startedOn', t.started_on,
      'endedOn', t.ended_on, 'regimeConfirmedOn', t.regime_confirmed_on)) AS told
    FROM scoped s JOIN medication_treatment t ON t.episode_id = s.id WHERE 'omt' = ANY (s.open) GROUP BY 1
  ), doses AS (
    -- The longest window of an injection reaches back six weeks; what was given outside is asked for up to a month.
    SELECT d.episode_id AS id, json_agg(json_build_array(d.id, d.treatment_id, d.kind, d.outcome, d.for_day, d.to_day, d.parts,
      d.given_at, d.recorded_at, d.corrects_dose_id, v.kind = 'prison-health')) AS told
    FROM scoped s JOIN dose d ON d.episode_id = s.id AND d.for_day BETWEEN s.released_on - 60 AND s.released_on + 30
    JOIN service v ON v.id = d.service_id
    WHERE 'omt' = ANY (s.open) GROUP BY 1
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
    'timeZone', s.time_zone, 'legalStatus', s.legal_status, 'admittedOn', s.admitted_on, 'releaseDate', s.release_date,
    'certainty', s.release_certainty, 'releasedAt', s.released_at, 'releasedOn', s.released_on,
    'releaseKind', s.release_kind, 'diedAt', happened.died_at,
    'backInCustodyAt', least(happened.back_at, again.back_at),
    'firstNight', CASE WHEN 'housing' = ANY (s.open) THEN happened.first_night END,
    'treatments', coalesce(treatments.told, '[]'), 'doses', coalesce(doses.told, '[]'), 'kits', coalesce(kits.told, '[]'),
    'links', coalesce(links.told, '[]'), 'answers', coalesce(told.answers, '{}'), 'treatmentStartedAt', items.started_at,
    'hasDeclined', 'omt' = ANY (s.open) AND (coalesce(items.is_declined, false) OR coalesce(links.is_declined, false)))
  FROM scoped s
  LEFT JOIN treatments ON treatments.id = s.id
  LEFT JOIN doses ON doses.id = s.id
  LEFT JOIN kits ON kits.id = s.id
  LEFT JOIN links ON links.id = s.id
  LEFT JOIN happened ON happened.id = s.id
  LEFT JOIN again ON again.id = s.id
  LEFT JOIN told ON told.id = s.id
  LEFT JOIN items ON items.id = s.id;
END $$;

-- A closure that is taken back opens days again, so everybody's cover there is worked out anew.
CREATE TRIGGER service_closure_removal_moves_gaps AFTER INSERT ON service_closure_removal
  FOR EACH ROW EXECUTE FUNCTION app.gaps_move_with_place('service_id');
