-- Somebody who was taken out of the country is rung about by nobody here either.
ALTER TABLE dose_alert DROP CONSTRAINT dose_alert_ended_because;
ALTER TABLE dose_alert ADD CONSTRAINT dose_alert_ended_because
  CHECK (ended_because IN ('covered', 'state-changed', 'not-prescribed', 'died', 'deported', 'back-in-custody'));
ALTER FUNCTION app.death_ends_alerts() RENAME TO stop_ends_alerts;
CREATE OR REPLACE FUNCTION app.stop_ends_alerts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE dose_alert a SET ended_at = app.now(), ended_by = NEW.recorded_by, ended_because = NEW.kind
    WHERE a.episode_id = NEW.episode_id AND a.ended_at IS NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.stop_ends_alerts() IS 'Ends the alerts about doses of somebody who died or was taken out of the country, whoever recorded it.';
DROP TRIGGER custody_event_ends_alerts ON custody_event;
CREATE TRIGGER custody_event_ends_alerts AFTER INSERT ON custody_event
  FOR EACH ROW WHEN (NEW.kind IN ('died', 'deported')) EXECUTE FUNCTION app.stop_ends_alerts();
