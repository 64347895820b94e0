-- What the person said about telling a supporter stands with the consents, which a service that looks after the supporters may not read as
-- such: of each consent it needs the state and the days, and nothing of what else is in it.
CREATE FUNCTION app.supporter_consents(episode uuid)
  RETURNS TABLE (supporter_id uuid, consent_id uuid, state text, valid_from timestamptz, valid_until timestamptz, to_on date, said_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, c.consent_id, c.state, c.valid_from, c.valid_until, c.to_on, c.recorded_at
  FROM case_part p
  JOIN supporter s ON s.episode_id = p.episode_id AND s.withdrawn_at IS NULL
    -- As the policy of supporters says it.
    AND (s.service_id = p.service_id OR app.may_read_shared(p.episode_id, 'supporters'))
  JOIN sharing_consent c ON c.episode_id = p.episode_id AND s.id = ANY (c.supporter_ids) AND c.purpose = 'supporter-told'
    AND NOT EXISTS (SELECT 1 FROM sharing_consent later WHERE later.consent_id = c.consent_id AND later.version > c.version)
  WHERE p.episode_id = supporter_consents.episode AND p.service_id = app.case_service_id() AND p.until > app.now()
    AND app.admits(p.circle) AND 'support' = ANY (p.categories) AND app.role() IN ('prison-health', 'caseworker')
$$;
COMMENT ON FUNCTION app.supporter_consents(uuid) IS
  'Of each consent to tell a supporter its state and days, to whoever works on the case and may read that supporter.';
GRANT EXECUTE ON FUNCTION app.supporter_consents(uuid) TO throughcare_app;
