-- When each case is looked at again for its dose alert: at once when something under it moves, or else when time alone would make the
-- alert say something else, as the engine found. So that nobody is looked at for whom nothing can have changed (ROUTE-9).

ALTER TABLE cover_gap ADD COLUMN alert_look_at timestamptz(3) NOT NULL DEFAULT app.now();
COMMENT ON COLUMN cover_gap.alert_look_at IS 'When the dose alert of the case is looked at again: the moment of a change, or the first in which time alone makes it say something else.';
CREATE INDEX cover_gap_by_alert_look ON cover_gap (alert_look_at);

CREATE FUNCTION app.alert_look_with_gap() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.alert_look_at := app.now();
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.alert_look_with_gap() IS 'What ends the row on the gap board ends what was known of the dose alert.';
CREATE TRIGGER cover_gap_ends_alert_look BEFORE UPDATE OF stale_at ON cover_gap
  FOR EACH ROW WHEN (NEW.stale_at <= app.now()) EXECUTE FUNCTION app.alert_look_with_gap();

CREATE FUNCTION app.alert_looks_move_with_rules() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE cover_gap SET alert_look_at = app.now() WHERE alert_look_at > app.now();
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.alert_looks_move_with_rules() IS 'Looks at every alert again when the rules of routing are approved or withdrawn: rare, and whom it moves is the engine''s to say.';
CREATE TRIGGER rule_set_version_moves_alerts AFTER UPDATE OF state ON rule_set_version
  FOR EACH ROW WHEN (NEW.kind = 'routing-by-days') EXECUTE FUNCTION app.alert_looks_move_with_rules();

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.alerts_to_look_at(at_most int) RETURNS TABLE (service_id uuid, episode_id uuid, person_id uuid, is_gap_stale boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT part.service_id, g.episode_id, part.person_id, g.stale_at <= app.now()
  FROM cover_gap g
  CROSS JOIN LATERAL (
    SELECT p.service_id, p.person_id FROM case_part p
    WHERE p.episode_id = g.episode_id AND p.until > app.now() AND 'omt' = ANY (p.writes)
      AND p.relation IN ('own', 'accepted', 'closing')
    ORDER BY CASE p.relation WHEN 'own' THEN 1 WHEN 'accepted' THEN 2 ELSE 3 END, p.service_id LIMIT 1) part
  WHERE app.role() = 'system' AND g.alert_look_at <= app.now()
  ORDER BY g.alert_look_at, g.episode_id
  LIMIT at_most
$$;
COMMENT ON FUNCTION app.alerts_to_look_at(int) IS
  'Cases whose dose alert may say something else now, each with a service that may follow it. Answers the system actor alone.';
GRANT EXECUTE ON FUNCTION app.alerts_to_look_at(int) TO throughcare_app;
ALTER FUNCTION app.alerts_to_look_at(int) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
