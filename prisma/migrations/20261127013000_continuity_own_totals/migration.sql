-- What of the totals a reader can open one by one: small numbers are taken out of figures so that they withstand his own list.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.own_totals(measures text[], breakdowns text[], from_month text, to_month text)
  RETURNS TABLE (measure text, breakdown text, month text, value text, outcome text, detail text, category text, count integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH mine AS MATERIALIZED (
    SELECT r.marks, r.groups, r.released_on, app.open_categories(p.categories) AS open
    FROM case_part p JOIN counted_release r ON r.episode_id = p.episode_id AND r.scope_id = p.service_id
    WHERE p.service_id = app.case_service_id() AND p.until > app.now() AND app.admits(p.circle)
  )
  SELECT m.measure, g.breakdown, left(r.released_on::text, 7), g.value, m.outcome, m.detail, m.category, count(*)::int
  FROM mine r
  CROSS JOIN LATERAL unnest(r.marks) AS mark (id) JOIN counted_mark m ON m.id = mark.id
  CROSS JOIN LATERAL unnest(r.groups) AS grp (id) JOIN counted_group g ON g.id = grp.id
  WHERE m.measure = ANY (measures) AND g.breakdown = ANY (breakdowns) AND m.category = ANY (r.open)
    AND left(r.released_on::text, 7) BETWEEN from_month AND to_month
  GROUP BY 1, 2, 3, 4, 5, 6, 7
$$;
COMMENT ON FUNCTION app.own_totals(text[], text[], text, text) IS
  'The same totals of those cases alone that whoever asks may open now. Counts, no ids.';
GRANT EXECUTE ON FUNCTION app.own_totals(text[], text[], text, text) TO throughcare_app;
ALTER FUNCTION app.own_totals(text[], text[], text, text) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
