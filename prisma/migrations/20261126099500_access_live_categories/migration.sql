-- An event says of which category it is: a hat hears nothing of what is closed to it, whatever the part of its service opens. That a
-- sharing note was written is no news for a colleague without the grant, nor something about a partner for a manager.

DROP FUNCTION app.live_events_after(bigint, integer);
CREATE FUNCTION app.live_events_after(after bigint, at_most integer)
  RETURNS TABLE (id bigint, topic text, category text, episode_id uuid, handoff_id uuid, service_id uuid, service_kind text, relation text,
    circle uuid[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.topic, coalesce(e.category, (SELECT h.area FROM handoff h WHERE h.id = e.handoff_id)), e.episode_id, e.handoff_id, hearing.id, hearing.kind, hearing.relation, coalesce(hearing.circle, e.circle)
  FROM (SELECT * FROM live_event l WHERE l.id > live_events_after.after ORDER BY l.id LIMIT at_most) e
  LEFT JOIN LATERAL (
    SELECT s.id, s.kind, coalesce(p.relation, CASE WHEN ends.here THEN 'ended' END, 'none') AS relation, p.circle
    FROM unnest(e.service_ids) AS told (service_id)
    JOIN service s ON s.id = told.service_id
    LEFT JOIN case_part p ON p.service_id = s.id AND p.episode_id = e.episode_id AND p.until > app.now()
    LEFT JOIN LATERAL (SELECT true AS here FROM handoff h WHERE h.id = e.handoff_id
      AND (s.id IN (h.sending_service_id, h.accountable_service_id) OR s.id = h.receiving_service_id AND h.status <> 'draft')) ends ON true
    WHERE CASE WHEN e.handoff_id IS NOT NULL THEN ends.here
      WHEN e.episode_id IS NULL THEN true
      WHEN e.category IS NULL THEN p.relation IS NOT NULL
      ELSE e.category = ANY (p.categories) END
  ) hearing ON true
  WHERE app.role() = 'system'
  ORDER BY e.id
$$;
COMMENT ON FUNCTION app.live_events_after(bigint, integer) IS
  'Events above a number, each with its category, or the area of its handoff, and with every service that may hear of it now, its kind, its part and, for a restricted case, the accounts that may; one row without a service where nobody may. For the system actor.';
GRANT EXECUTE ON FUNCTION app.live_events_after(bigint, integer) TO throughcare_app;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.live_events_after(bigint, integer) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
