-- What a reader can open one by one is counted once for all that a page asks, and by mark: four countings, each by seven columns of words, took
-- a prison's page a second. As app.own_totals, which the versions before read.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.own_counts(measures text[], breakdowns text[], monthly text[], from_month text, to_month text)
  RETURNS TABLE (mark integer, breakdown text, value text, month text, count integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH opened AS MATERIALIZED (
    SELECT r.marks, r.groups, date_part('year', r.released_on)::int * 12 + date_part('month', r.released_on)::int - 1 AS month,
      app.open_categories(p.categories) AS open
    FROM case_part p JOIN counted_release r ON r.episode_id = p.episode_id AND r.scope_id = p.service_id
    WHERE p.service_id = app.case_service_id() AND p.until > app.now() AND app.admits(p.circle)
      AND left(r.released_on::text, 7) BETWEEN own_counts.from_month AND own_counts.to_month
  ), told AS MATERIALIZED (
    -- Which marks and groups count is settled before each release is taken apart: it is told in hundreds of ways.
    SELECT o.month,
      array(SELECT m.id FROM unnest(o.marks) x JOIN counted_mark m ON m.id = x
        WHERE m.measure = ANY (own_counts.measures) AND m.category = ANY (o.open)) AS marks,
      array(SELECT g.id FROM unnest(o.groups) x JOIN counted_group g ON g.id = x WHERE g.breakdown = ANY (own_counts.breakdowns)) AS groups,
      array(SELECT g.id FROM unnest(o.groups) x JOIN counted_group g ON g.id = x WHERE g.breakdown = ANY (own_counts.monthly)) AS monthly
    FROM opened o
  ), counted AS (
    SELECT mark, grp, CASE WHEN grp = ANY (t.monthly) THEN t.month END AS month, count(*)::int AS n
    FROM told t CROSS JOIN unnest(t.groups) AS grp CROSS JOIN unnest(t.marks) AS mark
    GROUP BY 1, 2, 3
  )
  SELECT c.mark, g.breakdown, g.value, to_char(make_date(c.month / 12, c.month % 12 + 1, 1), 'YYYY-MM'), c.n
  FROM counted c JOIN counted_group g ON g.id = c.grp
$$;
COMMENT ON FUNCTION app.own_counts(text[], text[], text[], text, text) IS
  'What was counted of those cases alone that whoever asks may open now, by mark: of the monthly breakdowns each month by itself. Counts, no ids.';
GRANT EXECUTE ON FUNCTION app.own_counts(text[], text[], text[], text, text) TO throughcare_app;
ALTER FUNCTION app.own_counts(text[], text[], text[], text, text) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
