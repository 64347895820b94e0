-- Whoever tells of a death ends the alerts about doses with it, in the same transaction: a housing service that may not even read
-- them as well.
CREATE FUNCTION app.death_ends_alerts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE dose_alert a SET ended_at = app.now(), ended_by = NEW.recorded_by, ended_because = 'died'
    WHERE a.episode_id = NEW.episode_id AND a.ended_at IS NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.death_ends_alerts() IS 'Ends the alerts about doses of somebody who died, whoever recorded it.';
CREATE TRIGGER custody_event_ends_alerts AFTER INSERT ON custody_event
  FOR EACH ROW WHEN (NEW.kind = 'died') EXECUTE FUNCTION app.death_ends_alerts();
