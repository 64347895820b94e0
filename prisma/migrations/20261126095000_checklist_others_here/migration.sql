-- Who else has a case open (G08): read from the trail, which knows already, so that nothing more is kept of where people look.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.colleagues_here(episode uuid) RETURNS TABLE (display_name text, minutes_ago integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.display_name, floor(extract(epoch FROM clock_timestamp() - max(e.at)) / 60)::integer
  FROM audit_entry e JOIN account a ON a.id = e.account_id
  WHERE e.episode_ids @> ARRAY[colleagues_here.episode] AND e.at > now() - interval '5 minutes' AND e.service_id = app.case_service_id()
    AND e.account_id <> app.account_id() AND e.outcome = 'done' AND e.action IN ('care-plan.by-episode', 'checklist.by-id')
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = colleagues_here.episode AND p.service_id = app.case_service_id()
      AND p.until > app.now() AND app.admits(p.circle))
  GROUP BY a.id, a.display_name ORDER BY max(e.at) DESC LIMIT 5
$$;
COMMENT ON FUNCTION app.colleagues_here(uuid) IS
  'Who else of one''s own service opened the case or an item of it within five minutes, the last one first; for whoever may open it.';
GRANT EXECUTE ON FUNCTION app.colleagues_here(uuid) TO throughcare_app, throughcare_owner;
ALTER FUNCTION app.colleagues_here(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
