-- Who works at a service, and taking a hat away: with what is open in somebody's name, which is passed on in the same transaction.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON send_set TO throughcare_lookup;
CREATE POLICY send_set_lookup ON send_set FOR SELECT TO throughcare_lookup USING (true);

CREATE FUNCTION app.members_of(of_service uuid) RETURNS TABLE (membership_id uuid, account_id uuid, display_name text, role text,
    held int, waiting int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, a.id, a.display_name, m.role,
    (SELECT count(*)::int FROM handoff h WHERE h.worker_id = a.id AND h.receiving_service_id = m.service_id
      AND h.status IN ('accepted', 'in-progress')),
    (SELECT count(*)::int FROM handoff h JOIN send_set s ON s.id = h.send_set_id WHERE s.sent_by = a.id
      AND h.sending_service_id = m.service_id AND h.status = 'sent' AND h.accountable_service_id = h.sending_service_id)
  FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
  WHERE app.role() = 'administrator' AND m.service_id = of_service AND (m.until IS NULL OR m.until > app.now())
  ORDER BY a.display_name, m.role, m.id
$$;
COMMENT ON FUNCTION app.members_of(uuid) IS
  'Everybody who has a hat of a service now, with how many handoffs stand in their name and how many they sent that nobody has acknowledged: numbers, no case and no person. Answers an administrator alone.';
ALTER FUNCTION app.members_of(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.members_of(uuid) TO throughcare_app;

-- The owner's, as nobody else writes memberships.
CREATE FUNCTION app.end_membership(membership uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE whose uuid;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN RETURN false; END IF;
  UPDATE membership m SET until = app.now()
    WHERE m.id = end_membership.membership AND (m.until IS NULL OR m.until > app.now()) AND m.account_id <> app.account_id()
    RETURNING m.account_id INTO whose;
  IF whose IS NULL THEN RETURN false; END IF;
  -- Without any hat there is nothing to sign in for.
  UPDATE account a SET disabled_at = app.now() WHERE a.id = whose AND a.disabled_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = whose AND (m.until IS NULL OR m.until > app.now()));
  RETURN true;
END $$;
COMMENT ON FUNCTION app.end_membership(uuid) IS
  'Takes a hat away, and closes the account of whoever has none left. Never one''s own. False when it was taken away already. For an administrator alone.';
GRANT EXECUTE ON FUNCTION app.end_membership(uuid) TO throughcare_app;
