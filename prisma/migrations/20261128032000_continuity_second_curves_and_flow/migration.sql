-- Curves and the flow are computed a second time as well: from the same raw events as the figures, in plain SQL, without the roll-up.

CREATE FUNCTION pg_temp.ask(asked regprocedure, was text, becomes text, times integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE told text := pg_get_functiondef(asked); n integer;
BEGIN
  n := (length(told) - length(replace(told, was, ''))) / length(was);
  IF n <> times THEN RAISE EXCEPTION '%: % places that say %, not %', asked, n, was, times; END IF;
  EXECUTE replace(told, was, becomes);
END $$;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
SELECT pg_temp.ask('app.second_figures(uuid[])', 'AS stands_by
    FROM rel', 'AS stands_by,
      (SELECT w.was_ready FROM release_record w WHERE w.episode_id = rel.id AND NOT EXISTS (SELECT 1 FROM release_undo u WHERE u.record_id = w.id)
        ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1) AS ready,
      (SELECT min(o.at) FROM outcome o WHERE o.episode_id = rel.id AND o.kind = ''arrived'' AND o.at >= rel.out_at) AS came,
      (SELECT min(c.at) FROM contact_attempt c WHERE c.episode_id = rel.id AND c.outcome = ''reached'' AND c.at >= rel.out_at) AS met_at,
      (SELECT bool_or(b.code = ''no-couples'') FROM (SELECT DISTINCT ON (x.id) x.code FROM barrier x WHERE x.episode_id = rel.id
        ORDER BY x.id, x.version DESC) b) AS turned_away
    FROM rel', 1);
SELECT pg_temp.ask('app.second_figures(uuid[])', 'ev.pack, ev.stands_by,', 'ev.pack, ev.stands_by, ev.ready, ev.came, ev.met_at, ev.turned_away,', 1);
SELECT pg_temp.ask('app.second_figures(uuid[])', '  SELECT said.scope, to_char(rel.day0, ''YYYY-MM''), said.measure, split_part(said.word, '' '', 1), split_part(said.word, '' '', 2), count(*)::int
  FROM said JOIN rel ON rel.id = said.id GROUP BY 1, 2, 3, 4, 5', '  , stepped AS (
    -- Each step of the flow, and whether the one before was reached.
    SELECT f.id, f.scope, s.step, s.outcome, lag(s.outcome, 1, ''met'') OVER (PARTITION BY f.id, f.scope ORDER BY s.place) AS before,
      CASE WHEN s.place < 6 THEN f.rls ELSE f.omt END AS is_told
    FROM full_row f
    LEFT JOIN said dosed ON dosed.id = f.id AND dosed.scope = f.scope AND dosed.measure = ''dose-within-48-hours''
    LEFT JOIN said treated ON treated.id = f.id AND treated.scope = f.scope AND treated.measure = ''treatment-within-21-days''
    CROSS JOIN LATERAL (SELECT count(*) AS sent, count(c.had) AS had FROM chain c
      WHERE c.id = f.id AND c.scope = f.scope AND c.area <> ''partner'' AND NOT c.taken_back) asked
    CROSS JOIN LATERAL (VALUES
      (1, ''planned'', CASE WHEN f.planned THEN ''met'' ELSE ''not-met'' END),
      (2, ''ready'', CASE WHEN f.kind = ''service'' OR f.ready IS NULL THEN ''unknown'' WHEN f.ready THEN ''met'' ELSE ''not-met'' END),
      (3, ''handed-over'', CASE WHEN asked.sent > 0 THEN ''met'' ELSE ''not-met'' END),
      (4, ''acknowledged'', CASE WHEN asked.sent > 0 AND asked.had = asked.sent THEN ''met'' ELSE ''not-met'' END),
      (5, ''arrived'', CASE WHEN f.came IS NOT NULL THEN ''met'' WHEN coalesce(f.died, f.back) IS NOT NULL THEN ''left-out'' ELSE ''unknown'' END),
      (6, ''dosed'', split_part(dosed.word, '' '', 1)),
      (7, ''in-treatment'', split_part(treated.word, '' '', 1))) AS s (place, step, outcome)
  ), waited AS (
    -- Hours to what was waited for, and for how many somebody has been watched.
    SELECT f.id, f.scope, ''first-dose'' AS curve, f.out_at AS start, f.died, f.back, (SELECT app.now()) - f.out_at AS watched,
      CASE WHEN f.sees_doses AND f.covered_to IS NOT NULL AND (f.covered_to + 1)::timestamp AT TIME ZONE f.lasting_zone >= f.end48 THEN interval ''0''
        ELSE f.first_at - f.out_at END AS event
    FROM full_row f WHERE f.omt AND f.on_omt
    UNION ALL
    SELECT f.id, f.scope, ''first-contact'', f.out_at, f.died, f.back, (SELECT app.now()) - f.out_at, least(f.came, f.met_at) - f.out_at
    FROM full_row f WHERE f.rls
    UNION ALL
    SELECT f.id, f.scope, ''treatment-start'', f.out_at, f.died, f.back, make_interval(hours => greatest(0, f.today - f.day0 - 1) * 24),
      CASE WHEN f.start_day IS NOT NULL THEN make_interval(hours => greatest(0, f.start_day - f.day0) * 24) END
    FROM full_row f WHERE f.omt AND f.wants AND f.handed
    UNION ALL
    SELECT f.id, f.scope, ''acknowledgement'', c.sent, f.died, f.back, (SELECT app.now()) - c.sent, c.had - c.sent
    FROM full_row f JOIN chain c ON c.id = f.id AND c.scope = f.scope
    WHERE c.sent <= (SELECT app.now()) AND NOT (c.taken_back AND c.had IS NULL) AND CASE WHEN c.area = ''partner'' THEN f.par ELSE f.rls END
  ), hours AS (
    SELECT w.id, w.scope, w.curve, extract(epoch FROM w.watched) / 3600 AS watched, greatest(0, extract(epoch FROM w.event) / 3600) AS event,
      CASE WHEN w.event IS NOT NULL THEN true END AS has_event,
      CASE WHEN w.died IS NOT NULL THEN greatest(0, extract(epoch FROM w.died - w.start) / 3600) END AS died,
      CASE WHEN w.back IS NOT NULL THEN greatest(0, extract(epoch FROM w.back - w.start) / 3600) END AS back
    FROM waited w
  ), curved AS (
    SELECT h.id, h.scope, ''curve-'' || h.curve AS measure, coalesce((SELECT e.kind || '' h'' || e.kept FROM (
        SELECT v.place, v.kind, CASE WHEN v.hours <= 72 THEN ceil(v.hours) ELSE ceil(v.hours / 24) * 24 END AS kept
        FROM (VALUES (1, ''event'', CASE WHEN h.has_event THEN h.event END), (2, ''died'', h.died), (3, ''back-inside'', h.back)) AS v (place, kind, hours)
        WHERE v.hours IS NOT NULL) e WHERE e.kept <= seen.until ORDER BY e.kept, e.place LIMIT 1), ''watched h'' || seen.until) AS word
    FROM hours h CROSS JOIN LATERAL (SELECT coalesce(max(p), 0) AS until
      FROM unnest(ARRAY[0, 6, 12, 24, 36, 48, 60, 72, 96, 120, 144, 168, 336, 504, 672]) p WHERE p <= h.watched) seen
  ), everything (id, scope, measure, word) AS (
    SELECT * FROM said
    UNION ALL SELECT s.id, s.scope, ''flow-'' || s.step, s.outcome || CASE s.before WHEN ''met'' THEN '' after-step'' ELSE '' without-step'' END
      FROM stepped s WHERE s.is_told
    UNION ALL SELECT f.id, f.scope, ''released'', ''counted release'' FROM full_row f WHERE f.rls
    UNION ALL SELECT f.id, f.scope, ''died'', ''counted since-release'' FROM full_row f WHERE f.rls AND f.died IS NOT NULL
    UNION ALL SELECT f.id, f.scope, ''couple-refusal'', CASE WHEN f.turned_away THEN ''met refused'' ELSE ''not-met not-refused'' END
      FROM full_row f WHERE f.kind <> ''service''
    UNION ALL SELECT c.id, c.scope, c.measure, c.word FROM curved c
  )
  SELECT said.scope, to_char(rel.day0, ''YYYY-MM''), said.measure, split_part(said.word, '' '', 1), split_part(said.word, '' '', 2), count(*)::int
  FROM everything said JOIN rel ON rel.id = said.id GROUP BY 1, 2, 3, 4, 5', 1);
COMMENT ON FUNCTION app.second_figures(uuid[]) IS
  'I1 to I14 and C20, the steps of the flow and the curves of these releases, counted from the raw events without the roll-up. Restricted records are in no total. For the system actor alone.';
GRANT SELECT ON barrier, contact_attempt TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
