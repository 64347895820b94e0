-- The figures a second time: plain SQL from the raw events, for comparing by night with what pages read. Nothing of the first counting
-- is asked here: neither its records nor its marks. What covers a day is the second implementation of the strip (app.second_ground),
-- which is compared with the engine elsewhere.

CREATE TABLE figure_check (
  id uuid NOT NULL,
  checked_at timestamptz(3) NOT NULL,
  compared integer NOT NULL,
  differing integer NOT NULL,
  scope_id uuid,
  month text,
  measure text,
  CONSTRAINT figure_check_pkey PRIMARY KEY (id),
  CONSTRAINT figure_check_counts CHECK (compared >= 0 AND differing >= 0 AND (differing = 0) = (measure IS NULL))
);
COMMENT ON TABLE figure_check IS 'What was found each time the figures were computed a second time. Insert-only.';
COMMENT ON COLUMN figure_check.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN figure_check.checked_at IS 'When.';
COMMENT ON COLUMN figure_check.compared IS 'How many counts were compared.';
COMMENT ON COLUMN figure_check.differing IS 'How many of them were not the same.';
COMMENT ON COLUMN figure_check.scope_id IS 'Of the first that was not: whose figure.';
COMMENT ON COLUMN figure_check.month IS 'Of which month.';
COMMENT ON COLUMN figure_check.measure IS 'Which figure.';
ALTER TABLE figure_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_check FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_check_owner ON figure_check TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON figure_check TO throughcare_app;
CREATE POLICY figure_check_read ON figure_check FOR SELECT TO throughcare_app USING ((SELECT app.role()) IN ('system', 'administrator'));
CREATE POLICY figure_check_add ON figure_check FOR INSERT TO throughcare_app WITH CHECK ((SELECT app.role()) = 'system');
CREATE TRIGGER figure_check_insert_only BEFORE UPDATE OR DELETE ON figure_check FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER figure_check_never_emptied BEFORE TRUNCATE ON figure_check FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

-- What was given or issued outside and stands, read once more: the last replacement of each first entry, unless that says it never was.
CREATE FUNCTION app.third_doses_outside(episodes uuid[]) RETURNS TABLE (episode_id uuid, way text, given_at timestamptz, first_day date)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off AS $$
  WITH RECURSIVE mine AS MATERIALIZED (
    SELECT d.*, row_number() OVER (PARTITION BY d.corrects_dose_id ORDER BY d.recorded_at DESC, d.id DESC) AS word,
      row_number() OVER (PARTITION BY d.corrects_dose_id, d.outcome = 'not-taken' ORDER BY d.recorded_at DESC, d.id DESC) AS word_of_kind
    FROM dose d JOIN service v ON v.id = d.service_id AND v.kind <> 'prison-health' WHERE d.episode_id = ANY (episodes)
  ), walk AS (
    SELECT m.id AS first, m.id AS here, 0 AS step FROM mine m WHERE m.corrects_dose_id IS NULL
    UNION ALL
    SELECT w.first, n.id, w.step + 1 FROM walk w
      JOIN mine n ON n.corrects_dose_id = w.here AND n.outcome <> 'not-taken' AND n.word_of_kind = 1 WHERE w.step < 100
  ), final AS (
    SELECT DISTINCT ON (w.first) w.first, w.here FROM walk w ORDER BY w.first, w.step DESC
  ), denied AS (
    SELECT w.first, n.id, n.for_day, n.to_day, 0 AS step FROM walk w JOIN mine n ON n.corrects_dose_id = w.here AND n.outcome = 'not-taken'
    UNION ALL
    SELECT d.first, n.id, n.for_day, n.to_day, d.step + 1 FROM denied d
      JOIN mine n ON n.corrects_dose_id = d.id AND n.word = 1 AND n.outcome = 'not-taken' WHERE d.step < 100
  ), standing_denial AS (
    SELECT d.first, d.for_day, d.to_day FROM denied d WHERE NOT EXISTS (SELECT 1 FROM mine n WHERE n.corrects_dose_id = d.id)
  )
  SELECT m.episode_id, m.kind, m.given_at, free.day
  FROM final f JOIN mine m ON m.id = f.here
  CROSS JOIN LATERAL (SELECT min(g)::date AS day FROM generate_series(m.for_day::timestamp, m.to_day::timestamp, interval '1 day') g
    WHERE NOT EXISTS (SELECT 1 FROM standing_denial s WHERE s.first = f.first AND g::date BETWEEN s.for_day AND s.to_day)) free
  WHERE m.outcome IN ('given', 'issued', 'given-elsewhere') AND free.day IS NOT NULL
$$;
COMMENT ON FUNCTION app.third_doses_outside(uuid[]) IS 'What was given outside and stands, for comparing: read apart from app.doses_outside.';
GRANT EXECUTE ON FUNCTION app.third_doses_outside(uuid[]) TO throughcare_lookup;

CREATE FUNCTION app.second_figures(episodes uuid[])
  RETURNS TABLE (scope_id uuid, month text, measure text, outcome text, detail text, count integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET jit = off AS $$
  WITH RECURSIVE
  -- Areas below each region's own.
  reach AS (
    SELECT v.id AS region, v.area_id AS area FROM service v WHERE v.kind = 'region'
    UNION SELECT t.region, a.id FROM reach t JOIN area a ON a.parent_id = t.area
  ), rel AS MATERIALIZED (
    SELECT e.id, e.person_id, e.released_at AS out_at, e.release_kind, s.prison_service_id AS prison, v.time_zone AS tz, v.area_id,
      (e.released_at AT TIME ZONE v.time_zone)::date AS day0, ((SELECT app.now()) AT TIME ZONE v.time_zone)::date AS today,
      extract(year FROM age((e.released_at AT TIME ZONE v.time_zone)::date, n.date_of_birth)) AS years
    FROM custody_episode e JOIN (SELECT DISTINCT ON (x.episode_id) x.* FROM custody_stay x WHERE x.episode_id = ANY (episodes) AND x.until_at IS NULL
      ORDER BY x.episode_id, x.from_at DESC, x.id DESC) s ON s.episode_id = e.id JOIN service v ON v.id = s.prison_service_id
    JOIN person n ON n.id = e.person_id
    WHERE e.id = ANY (episodes) AND app.role() = 'system' AND e.released_at <= (SELECT app.now()) AND coalesce(e.ended_because, '') <> 'entered-in-error'
      AND NOT EXISTS (SELECT 1 FROM restriction x WHERE x.person_id = e.person_id AND x.lifted_at IS NULL)
  ), ho AS MATERIALIZED (
    SELECT h.*, v.kind AS to_kind, v.area_id AS to_area,
      (SELECT min(m.at) FROM handoff_move m WHERE m.handoff_id = h.id AND m.move IN ('acknowledge', 'accept')) AS had_at,
      EXISTS (SELECT 1 FROM handoff_move m WHERE m.handoff_id = h.id AND m.move = 'send' AND m.by_account = '00000000-0000-7000-8000-000000000001') AS by_system,
      EXISTS (SELECT 1 FROM handoff_move m WHERE m.handoff_id = h.id AND m.move IN ('reject', 'revoke') AND split_part(m.reason, ':', 1) = 'person-declined') AS declined,
      h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') AS is_told,
      h.status = 'timed-out' OR h.status = 'closed' AND EXISTS (SELECT 1 FROM handoff_move m WHERE m.handoff_id = h.id AND m.move = 'time-out') AS is_silent
    FROM handoff h JOIN rel ON rel.id = h.episode_id JOIN service v ON v.id = h.receiving_service_id WHERE h.status <> 'draft'
  ), sc AS MATERIALIZED (
    SELECT rel.id, rel.prison AS scope, 'prison' AS kind, NULL::text[] AS areas, NULL::text[] AS open FROM rel
    UNION
    SELECT rel.id, t.region, 'region', NULL, NULL FROM rel JOIN reach t ON t.area = rel.area_id
    UNION
    SELECT ho.episode_id, t.region, 'region', NULL, NULL FROM ho JOIN reach t ON t.area = ho.to_area WHERE ho.status <> 'revoked' AND ho.area <> 'partner'
    UNION ALL
    SELECT ho.episode_id, ho.receiving_service_id, 'service', array_agg(DISTINCT ho.area),
      ARRAY(SELECT c FROM unnest(app.categories_of_kind(min(ho.to_kind))) c WHERE c = 'release' AND bool_or(ho.is_silent)
        OR c IN (SELECT x FROM ho h2, unnest(h2.carries) x WHERE h2.episode_id = ho.episode_id
          AND h2.receiving_service_id = ho.receiving_service_id AND h2.is_told))
    FROM ho JOIN rel ON rel.id = ho.episode_id AND rel.prison <> ho.receiving_service_id
    WHERE (ho.is_told OR ho.is_silent) AND ho.to_kind NOT IN ('prison-health', 'region', 'administration') GROUP BY ho.episode_id, ho.receiving_service_id
  ), ev AS MATERIALIZED (
    SELECT rel.id,
      (SELECT min(o.at) FROM outcome o WHERE o.episode_id = rel.id AND o.kind = 'died') AS died,
      (SELECT min(o.at) FROM outcome o WHERE o.episode_id = rel.id AND o.kind = 'back-in-custody') AS back,
      (SELECT o.value FROM outcome o WHERE o.episode_id = rel.id AND o.kind = 'first-night' ORDER BY o.recorded_at DESC, o.id DESC LIMIT 1) AS night,
      EXISTS (SELECT 1 FROM medication_treatment t WHERE t.episode_id = rel.id) AS has_course,
      EXISTS (SELECT 1 FROM medication_treatment t WHERE t.episode_id = rel.id AND coalesce(t.started_on, rel.day0) <= rel.day0
        AND coalesce(t.ended_on, rel.day0) >= rel.day0) AS in_force,
      lasts.covered_to, lasts.way AS lasting_way, lasts.zone AS lasting_zone, coalesce(runs.days, '{}') AS covered,
      (SELECT min(i.status_at) FROM checklist_item i WHERE i.episode_id = rel.id AND i.code = 'omt-start-treatment' AND i.status = 'done') AS began,
      EXISTS (SELECT 1 FROM checklist_item i WHERE i.episode_id = rel.id AND i.status = 'declined'
        AND i.code IN ('omt-start-treatment', 'omt-first-dose', 'omt-request-assessment')) AS refused,
      EXISTS (SELECT 1 FROM care_plan p WHERE p.episode_id = rel.id AND p.made_at <= rel.out_at) AS planned,
      (SELECT w.had_whole_pack FROM release_record w WHERE w.episode_id = rel.id AND NOT EXISTS (SELECT 1 FROM release_undo u WHERE u.record_id = w.id)
        ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1) AS pack,
      EXISTS (SELECT 1 FROM supporter s WHERE s.episode_id = rel.id AND s.consent = 'yes' AND s.withdrawn_at IS NULL) AS stands_by
    FROM rel
    LEFT JOIN app.cover_at_release(ARRAY(SELECT rel.id FROM rel), (SELECT app.now())) lasts ON lasts.episode_id = rel.id
    LEFT JOIN app.cover_after_release(ARRAY(SELECT rel.id FROM rel), (SELECT app.now())) runs ON runs.episode_id = rel.id
  ), out_dose AS MATERIALIZED (
    SELECT d.*, rel.out_at FROM app.third_doses_outside(ARRAY(SELECT ev.id FROM ev WHERE ev.has_course)) d
    JOIN rel ON rel.id = d.episode_id AND d.first_day BETWEEN rel.day0 - 60 AND rel.day0 + 30
  ), seen AS MATERIALIZED (
    -- One row for each release and scope, with what that scope may read.
    SELECT sc.id, sc.scope, sc.kind, rel.out_at, rel.release_kind, rel.day0, rel.today, rel.tz, rel.years, sc.areas,
      sc.open IS NULL OR 'omt' = ANY (sc.open) AS omt, sc.open IS NULL OR 'naloxone' = ANY (sc.open) AS nal,
      sc.open IS NULL OR 'release' = ANY (sc.open) AS rls, sc.open IS NULL OR 'housing' = ANY (sc.open) AS hou,
      sc.open IS NULL OR 'support' = ANY (sc.open) AS sup, sc.open IS NULL OR 'benefits' = ANY (sc.open) AS ben,
      sc.open IS NULL OR 'own-words' = ANY (sc.open) AS own, sc.open IS NULL OR 'health' = ANY (sc.open) AS hea,
      sc.open IS NULL OR 'partner' = ANY (sc.open) AS par, sc.open IS NULL OR 'hiv-hcv' = ANY (sc.open) AS hiv,
      ev.died, ev.night, ev.has_course, ev.in_force, ev.covered_to, ev.lasting_way, ev.lasting_zone, ev.covered, ev.began, ev.refused, ev.planned, ev.pack, ev.stands_by,
      least(ev.back, (SELECT min(greatest(rel.out_at, l.admitted_on::timestamp AT TIME ZONE rel.tz)) FROM custody_episode l
        WHERE l.person_id = rel.person_id AND l.id <> rel.id AND l.admitted_on >= rel.day0 AND coalesce(l.ended_because, '') <> 'entered-in-error'
          AND (sc.kind = 'region' OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = l.id AND p.service_id = sc.scope)))) AS back,
      (SELECT f.value #>> '{}' FROM case_fact f WHERE f.episode_id = sc.id AND f.code = 'dose' AND f.state = 'known'
        AND (sc.open IS NULL OR f.category = ANY (sc.open))) AS says,
      (SELECT f.value #>> '{}' FROM case_fact f WHERE f.episode_id = sc.id AND f.code = 'opioid-need' AND f.state = 'known'
        AND (sc.open IS NULL OR f.category = ANY (sc.open))) AS needs
    FROM sc JOIN rel ON rel.id = sc.id JOIN ev ON ev.id = sc.id
  ), told AS MATERIALIZED (
    SELECT s.*, CASE WHEN s.omt AND s.in_force OR s.says = 'on-omt' THEN true WHEN s.says IS NULL THEN NULL ELSE false END AS on_omt,
      s.omt AND s.has_course AS sees_doses,
      EXISTS (SELECT 1 FROM ho WHERE ho.episode_id = s.id AND ho.area = 'omt' AND (s.areas IS NULL OR ho.area = ANY (s.areas))) AS handed,
      s.refused OR EXISTS (SELECT 1 FROM ho WHERE ho.episode_id = s.id AND ho.area = 'omt' AND ho.declined AND (s.areas IS NULL OR ho.area = ANY (s.areas))) AS no_thanks
    FROM seen s
  ), full_row AS MATERIALIZED (
    SELECT t.*, t.out_at + interval '48 hours' AS end48,
      CASE WHEN t.sees_doses THEN (SELECT min(d.given_at) FROM out_dose d WHERE d.episode_id = t.id AND d.given_at >= t.out_at) END AS first_at,
      CASE WHEN t.sees_doses THEN (SELECT d.way FROM out_dose d WHERE d.episode_id = t.id AND d.given_at >= t.out_at
        ORDER BY d.given_at, d.first_day, d.way LIMIT 1) END AS first_way,
      t.sees_doses AND EXISTS (SELECT 1 FROM out_dose d WHERE d.episode_id = t.id AND d.given_at IS NULL) AS untimed,
      t.sees_doses AND EXISTS (SELECT 1 FROM out_dose d WHERE d.episode_id = t.id) AS any_dose,
      CASE WHEN t.omt THEN least(CASE WHEN t.sees_doses THEN (SELECT min(d.first_day) FROM out_dose d WHERE d.episode_id = t.id) END,
        (t.began AT TIME ZONE t.tz)::date) END AS start_day,
      CASE WHEN t.on_omt OR t.says = 'wants-omt' THEN true ELSE t.on_omt END AS wants,
      CASE WHEN t.on_omt OR t.says = 'wants-omt' OR t.needs = 'yes' THEN true WHEN t.needs = 'no' THEN false END AS opioid,
      least(t.day0 + 21, t.today, (t.died AT TIME ZONE t.tz)::date, (t.back AT TIME ZONE t.tz)::date) AS ends
    FROM told t
  ), chain AS MATERIALIZED (
    SELECT f.id, f.scope, h.area, min(h.sent_at) AS sent, min(h.had_at) FILTER (WHERE h.status <> 'revoked') AS had,
      (array_agg(h.by_system ORDER BY h.had_at, h.sent_at, h.id) FILTER (WHERE h.status <> 'revoked' AND h.had_at IS NOT NULL))[1] AS by_system,
      bool_and(h.status = 'revoked') AS taken_back
    FROM full_row f JOIN ho h ON h.episode_id = f.id AND (f.areas IS NULL OR h.area = ANY (f.areas)) GROUP BY 1, 2, 3
  ), said (id, scope, measure, word) AS MATERIALIZED (
    SELECT f.id, f.scope, 'dose-within-48-hours', CASE WHEN f.on_omt IS NULL THEN 'left-out treatment-not-known' WHEN NOT f.on_omt THEN 'left-out not-on-treatment'
      WHEN f.died < f.end48 THEN 'left-out died' WHEN f.back < f.end48 THEN 'left-out back-in-custody'
      WHEN f.first_at <= f.end48 THEN 'met ' || f.first_way
      WHEN f.sees_doses AND f.covered_to IS NOT NULL AND (f.covered_to + 1)::timestamp AT TIME ZONE f.lasting_zone >= f.end48
        THEN 'met ' || CASE f.lasting_way WHEN 'rhythm' THEN 'by-schedule' ELSE f.lasting_way END
      WHEN f.untimed THEN 'unknown time-not-recorded' WHEN f.first_at IS NOT NULL THEN 'not-met later'
      WHEN (SELECT app.now()) <= f.end48 THEN 'unknown still-within-time' ELSE 'unknown nothing-recorded' END FROM full_row f WHERE f.omt
    UNION ALL
    SELECT f.id, f.scope, 'treatment-within-21-days', CASE WHEN f.wants IS NULL THEN 'left-out need-not-known' WHEN NOT f.wants THEN 'left-out no-need'
      WHEN NOT f.handed THEN 'left-out never-handed-off' WHEN f.start_day <= f.day0 + 21 THEN 'met started-in-time'
      WHEN (f.died AT TIME ZONE f.tz)::date <= f.day0 + 21 THEN 'not-met died' WHEN (f.back AT TIME ZONE f.tz)::date <= f.day0 + 21 THEN 'not-met back-in-custody'
      WHEN f.omt AND f.no_thanks THEN 'not-met declined' WHEN f.start_day IS NOT NULL THEN 'not-met later'
      WHEN f.today <= f.day0 + 21 THEN 'unknown still-within-time' ELSE 'unknown nothing-recorded' END FROM full_row f WHERE f.omt
    UNION ALL
    SELECT f.id, f.scope, 'c20-treatment-within-3-weeks', CASE WHEN f.on_omt IS NULL THEN 'left-out treatment-not-known' WHEN NOT f.on_omt THEN 'left-out not-on-treatment'
      WHEN f.years < 18 THEN 'left-out under-age' WHEN NOT f.handed THEN 'left-out never-handed-off' WHEN f.start_day <= f.day0 + 21 THEN 'met started-in-time'
      WHEN f.today <= f.day0 + 21 THEN 'unknown still-within-time' ELSE 'not-met not-started' END FROM full_row f WHERE f.omt
    UNION ALL
    SELECT f.id, f.scope, 'no-gap-of-three-days', CASE WHEN f.on_omt IS NULL THEN 'left-out treatment-not-known' WHEN NOT f.on_omt THEN 'left-out not-on-treatment'
      WHEN f.sees_doses AND (f.any_dose OR f.covered <> '{}') AND EXISTS (SELECT 1 FROM generate_series(0, 18) g WHERE f.day0 + g + 2 < f.ends
        AND NOT f.covered && datemultirange(daterange(f.day0 + g, f.day0 + g + 3))) THEN 'not-met gap-of-three-days'
      WHEN (f.died AT TIME ZONE f.tz)::date < f.day0 + 21 THEN 'left-out died' WHEN (f.back AT TIME ZONE f.tz)::date < f.day0 + 21 THEN 'left-out back-in-custody'
      WHEN f.today < f.day0 + 21 THEN 'unknown still-within-time'
      WHEN f.sees_doses AND (f.any_dose OR f.covered <> '{}') THEN 'met no-gap' ELSE 'unknown nothing-recorded' END FROM full_row f WHERE f.omt
    UNION ALL
    SELECT f.id, f.scope, 'naloxone-at-the-gate', CASE WHEN f.opioid IS NULL THEN 'left-out need-not-known' WHEN NOT f.opioid THEN 'left-out no-need' ELSE coalesce(
      (SELECT min('met in-hand') FROM naloxone_kit k WHERE k.episode_id = f.id AND k.holder = 'person' AND k.handed_at <= f.out_at AND coalesce(k.gone_at > f.out_at, true)),
      (SELECT min('not-met handed-after-release') FROM naloxone_kit k WHERE k.episode_id = f.id AND k.holder = 'person' AND k.handed_at > f.out_at),
      (SELECT min('not-met left-in-prison') FROM naloxone_kit k WHERE k.episode_id = f.id AND k.holder = 'person' AND k.state IN ('in-property', 'left-in-prison')),
      (SELECT min('not-met declined') FROM naloxone_kit k WHERE k.episode_id = f.id AND k.holder = 'person' AND k.state = 'declined'),
      'unknown nothing-recorded') END FROM full_row f WHERE f.nal
    UNION ALL
    SELECT f.id, f.scope, 'acknowledged-before-release', CASE WHEN f.release_kind <> 'planned' THEN 'left-out ' || f.release_kind WHEN c.sent IS NULL THEN 'left-out never-sent'
      WHEN c.sent > f.out_at - interval '24 hours' THEN 'left-out sent-late' WHEN c.taken_back THEN 'not-met revoked' WHEN c.had IS NULL THEN 'not-met not-acknowledged'
      WHEN c.had >= f.out_at THEN 'not-met acknowledged-after-release' WHEN c.by_system THEN 'met by-fallback' ELSE 'met by-receiver' END
    FROM full_row f LEFT JOIN chain c ON c.id = f.id AND c.scope = f.scope WHERE CASE WHEN c.area = 'partner' THEN f.par ELSE f.rls END
    UNION ALL
    SELECT f.id, f.scope, 'first-night-bed', CASE WHEN f.night = 'confirmed-bed' THEN 'met confirmed-bed' WHEN f.night IN ('other-address', 'street') THEN 'not-met ' || f.night
      WHEN f.night IS NULL AND (SELECT app.now()) < f.out_at + interval '24 hours' THEN 'unknown still-within-time' ELSE 'unknown nothing-recorded' END FROM full_row f WHERE f.hou
    UNION ALL
    SELECT f.id, f.scope, 'supporter-kit-within-7-days', CASE WHEN NOT f.stands_by THEN 'left-out no-supporter' ELSE coalesce(
      (SELECT CASE WHEN (min(k.handed_at) AT TIME ZONE f.tz)::date <= f.day0 + 7 THEN 'met supporter-has-kit' WHEN min(k.handed_at) IS NOT NULL THEN 'not-met later' END
        FROM naloxone_kit k WHERE k.episode_id = f.id AND k.holder <> 'person'),
      (SELECT min('not-met declined') FROM naloxone_kit k WHERE k.episode_id = f.id AND k.holder <> 'person' AND k.state = 'declined'),
      CASE WHEN f.today <= f.day0 + 7 THEN 'unknown still-within-time' ELSE 'unknown nothing-recorded' END) END FROM full_row f WHERE f.sup AND f.nal
    UNION ALL
    SELECT f.id, f.scope, 'benefits-claimed-by-day-3', coalesce((SELECT CASE WHEN i.status IN ('not-needed', 'retired') THEN 'left-out nothing-to-claim'
        WHEN i.status = 'done' AND i.status_at IS NULL THEN 'unknown time-not-recorded' WHEN i.status = 'done' AND (i.status_at AT TIME ZONE f.tz)::date <= f.day0 + 3 THEN 'met claimed-in-time'
        WHEN i.status = 'done' THEN 'not-met later' WHEN i.status = 'declined' THEN 'not-met declined'
        WHEN f.today <= f.day0 + 3 THEN 'unknown still-within-time' ELSE 'unknown nothing-recorded' END
      FROM checklist_item i WHERE i.episode_id = f.id AND i.code = 'benefits-claim' LIMIT 1), 'left-out nothing-to-claim') FROM full_row f WHERE f.ben
    UNION ALL
    SELECT f.id, f.scope, 'pack-at-unplanned-release', CASE WHEN f.release_kind <> 'unplanned' THEN 'left-out ' || f.release_kind WHEN f.pack IS NULL THEN 'unknown nothing-recorded'
      WHEN f.pack THEN 'met pack-whole' ELSE 'not-met pack-not-whole' END FROM full_row f WHERE f.omt AND f.nal
    UNION ALL
    SELECT f.id, f.scope, 'own-words-asked', CASE WHEN NOT f.planned THEN 'left-out no-plan' ELSE coalesce((SELECT CASE WHEN bool_or(w.kind = 'strategy') THEN 'met strategy'
        WHEN bool_or(w.kind = 'chose-not-to') THEN 'met chose-not-to' WHEN count(*) > 0 THEN 'not-met no-strategy' END FROM own_words w WHERE w.episode_id = f.id
        AND w.version = (SELECT max(x.version) FROM own_words x WHERE x.episode_id = f.id)), 'unknown nothing-recorded') END FROM full_row f WHERE f.own
    UNION ALL
    SELECT f.id, f.scope, 'overdose-recall-at-12-months', CASE WHEN f.today > f.day0 + 395 THEN 'unknown nothing-recorded' ELSE 'left-out not-due-yet' END FROM full_row f WHERE f.hea
    UNION ALL
    SELECT f.id, f.scope, 'both-partners-in-treatment', coalesce((SELECT CASE WHEN greatest(a.starts_on, w.other_starts_on) <= f.day0 + 30 AND a.starts_on IS NOT NULL
          AND w.other_starts_on IS NOT NULL THEN 'met both-started'
        WHEN greatest(a.starts_on, w.other_starts_on) > f.day0 + 30 THEN 'not-met later' WHEN f.today <= f.day0 + 30 THEN 'unknown still-within-time' ELSE 'unknown nothing-recorded' END
      FROM partner_shown w LEFT JOIN LATERAL (SELECT p.starts_on FROM partner_side p WHERE p.episode_id = w.episode_id ORDER BY p.version DESC LIMIT 1) a ON true
      WHERE w.episode_id = f.id), 'left-out no-couple') FROM full_row f WHERE f.par
    UNION ALL
    SELECT f.id, f.scope, 'hours-to-acknowledge', CASE WHEN c.had IS NULL AND c.taken_back THEN 'left-out revoked' WHEN c.had IS NULL THEN 'open more' ELSE 'known ' || (
        SELECT CASE WHEN h <= 4 THEN trim_scale(greatest(ceil(h * 4), 1) / 4)::text WHEN h <= 72 THEN ceil(h)::text WHEN h <= 336 THEN (ceil(h / 24) * 24)::text ELSE 'more' END
        FROM (SELECT extract(epoch FROM c.had - c.sent)::numeric / 3600 AS h) x) END
    FROM full_row f JOIN chain c ON c.id = f.id AND c.scope = f.scope WHERE c.sent <= (SELECT app.now()) AND CASE WHEN c.area = 'partner' THEN f.par ELSE f.rls END
    UNION ALL
    SELECT f.id, f.scope, 'hiv-hcv-supply-gap', CASE WHEN after.counted_on IS NULL THEN 'open more' WHEN after.counted_on - (inside.counted_on + inside.supply_days) > 30 THEN 'known more'
      ELSE 'known ' || greatest(0, after.counted_on - (inside.counted_on + inside.supply_days)) END
    FROM full_row f CROSS JOIN LATERAL (SELECT DISTINCT h.id FROM health_supply h WHERE h.episode_id = f.id AND h.kind IN ('hiv', 'hepatitis-c')) m
    CROSS JOIN LATERAL (SELECT h.* FROM health_supply h WHERE h.episode_id = f.id AND h.id = m.id AND h.supply_days IS NOT NULL AND h.counted_on <= f.day0
      ORDER BY h.version DESC LIMIT 1) inside
    LEFT JOIN LATERAL (SELECT h.* FROM health_supply h WHERE h.episode_id = f.id AND h.id = m.id AND h.supply_days IS NOT NULL AND h.counted_on > f.day0
      ORDER BY h.version LIMIT 1) after ON true
    WHERE f.hiv AND inside.state = 'under-way'
  )
  SELECT said.scope, to_char(rel.day0, 'YYYY-MM'), said.measure, split_part(said.word, ' ', 1), split_part(said.word, ' ', 2), count(*)::int
  FROM said JOIN rel ON rel.id = said.id GROUP BY 1, 2, 3, 4, 5
$$;
COMMENT ON FUNCTION app.second_figures(uuid[]) IS
  'The figures I1 to I14 and C20 of these releases, counted from the raw events without the roll-up. Restricted records are in no total. For the system actor alone.';
GRANT EXECUTE ON FUNCTION app.second_figures(uuid[]) TO throughcare_app;
ALTER FUNCTION app.second_figures(uuid[]) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.categories_of_kind(text) TO throughcare_lookup;
ALTER FUNCTION app.third_doses_outside(uuid[]) OWNER TO throughcare_lookup;

CREATE FUNCTION app.figures_differ_since() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.checked_at FROM figure_check c WHERE c.differing > 0 AND c.checked_at >= (SELECT max(l.checked_at) FROM figure_check l) LIMIT 1
$$;
COMMENT ON FUNCTION app.figures_differ_since() IS 'When the figures were last computed a second time, if they were not the same; null otherwise.';
GRANT EXECUTE ON FUNCTION app.figures_differ_since() TO throughcare_app, throughcare_owner;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
