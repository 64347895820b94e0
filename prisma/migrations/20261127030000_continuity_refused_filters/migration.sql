-- Filters of the figures that would have come down to a handful of people are refused, and stand in the trail. Whoever answers
-- for privacy in a service reads there who tried, what, and how often. See docs/adr/0186.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.refused_filters(since timestamptz)
  RETURNS TABLE (at timestamptz, name text, breakdown text, value text, on_that_day integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.at, a.display_name, e.fields[1], e.fields[2],
    (count(*) OVER (PARTITION BY e.account_id ORDER BY e.at RANGE BETWEEN interval '24 hours' PRECEDING AND CURRENT ROW))::int
  FROM audit_entry e JOIN account a ON a.id = e.account_id
  WHERE e.service_id = app.service_id() AND e.action = 'continuity.narrow' AND e.outcome = 'refused' AND e.at >= since
    AND app.role() = 'manager' AND app.has_grant('privacy-officer')
  ORDER BY e.at DESC LIMIT 100
$$;
COMMENT ON FUNCTION app.refused_filters(timestamptz) IS
  'Which filters of the figures of the asking service were refused because they came down to too few: for its privacy officers alone.';
GRANT EXECUTE ON FUNCTION app.refused_filters(timestamptz) TO throughcare_app;
ALTER FUNCTION app.refused_filters(timestamptz) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
