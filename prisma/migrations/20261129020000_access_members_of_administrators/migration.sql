-- A17: whoever may not know of a restricted record, an administrator too, who has no cases, is not told of it by how many handoffs
-- somebody holds.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.members_of(of_service uuid)
 RETURNS TABLE(membership_id uuid, account_id uuid, display_name text, role text, grants text[], held integer, waiting integer, contacts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path = pg_catalog, public
AS $$
  SELECT m.id, a.id, a.display_name, m.role, m.grants,
    (SELECT count(*)::int FROM handoff h WHERE h.worker_id = a.id AND h.receiving_service_id = m.service_id
      AND h.status IN ('accepted', 'in-progress')
      AND NOT EXISTS (SELECT FROM case_part p WHERE p.service_id = of_service AND p.episode_id = h.episode_id AND NOT app.admits(p.circle))),
    (SELECT count(*)::int FROM handoff h JOIN send_set s ON s.id = h.send_set_id WHERE s.sent_by = a.id
      AND h.sending_service_id = m.service_id AND h.status = 'sent' AND h.accountable_service_id = h.sending_service_id
      AND NOT EXISTS (SELECT FROM case_part p WHERE p.service_id = of_service AND p.episode_id = h.episode_id AND NOT app.admits(p.circle))),
    coalesce((SELECT jsonb_agg(jsonb_build_object('email', c.email, 'phone', c.phone, 'team', c.team,
        'at', to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', b.display_name) ORDER BY c.recorded_at DESC, c.id DESC)
      FROM (SELECT * FROM membership_contact k WHERE k.membership_id = m.id ORDER BY k.recorded_at DESC, k.id DESC LIMIT 10) c
      JOIN account b ON b.id = c.recorded_by), '[]')
  FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
  WHERE (app.role() = 'administrator' OR (app.role() = 'manager' AND of_service = app.service_id()))
    AND m.service_id = of_service AND (m.until IS NULL OR m.until > app.now())
  ORDER BY a.display_name, m.role, m.id
$$;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
