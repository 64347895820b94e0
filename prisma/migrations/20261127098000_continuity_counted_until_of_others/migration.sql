-- How fresh the totals are told somebody outside the circle that something of a restricted record waited to be counted: they were
-- counted until the very instant at which it changed. A record of which nothing is counted for the asker holds nothing back either.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.counted_until() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT least(
    app.now() - coalesce(now() - (SELECT w.since FROM release_to_count w
      WHERE NOT EXISTS (SELECT 1 FROM custody_episode e WHERE e.id = w.episode_id AND e.person_id IN (SELECT app.closed_persons()))
      ORDER BY w.id LIMIT 1), '0'),
    (SELECT r.changes_at FROM counted_release r
      WHERE r.changes_at IS NOT NULL AND r.person_id NOT IN (SELECT app.closed_persons())
      ORDER BY r.changes_at LIMIT 1),
    app.now())
$$;
COMMENT ON FUNCTION app.counted_until() IS
  'How fresh the totals are: everything that happened before this is in them, of those whom whoever asks may know of.';
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
