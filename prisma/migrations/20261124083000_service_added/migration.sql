-- Administrators add services, and write down who takes over when one of them does not answer.

ALTER TABLE service_change DROP CONSTRAINT service_change_what;
ALTER TABLE service_change ADD CONSTRAINT service_change_what
  CHECK (what IN ('added', 'details', 'hours', 'closure-added', 'closure-removed', 'fallback'));

-- A service and, where nobody works there yet, the part of the country it works in. What decides who may see what (kind and place)
-- is written once, here.
CREATE FUNCTION app.add_service(service uuid, new_area uuid, name text, kind text, country text, area_name text, holiday_region text,
    time_zone text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE place uuid;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN
    RETURN false;
  END IF;
  -- Two presses at once make one place.
  PERFORM pg_advisory_xact_lock(hashtextextended('app.add_service', 0));
  SELECT a.id INTO place FROM area a
    WHERE a.country = add_service.country AND lower(a.name) = lower(area_name) ORDER BY a.id LIMIT 1;
  IF place IS NULL THEN
    INSERT INTO area (id, parent_id, country, name, holiday_region)
      VALUES (new_area, (SELECT a.id FROM area a WHERE a.country = add_service.country AND a.parent_id IS NULL ORDER BY a.id LIMIT 1),
        add_service.country, area_name, add_service.holiday_region)
      RETURNING id INTO place;
  END IF;
  INSERT INTO service (id, name, kind, country, area_id, time_zone, receives)
    VALUES (add_service.service, add_service.name, add_service.kind, add_service.country, place, add_service.time_zone, '{}');
  RETURN true;
END $$;
COMMENT ON FUNCTION app.add_service(uuid, uuid, text, text, text, text, text, text) IS
  'Adds a service, and its part of the country where there is none of that name. For administrators; false, and nothing is made, for anybody else.';
GRANT EXECUTE ON FUNCTION app.add_service(uuid, uuid, text, text, text, text, text, text) TO throughcare_app;

GRANT UPDATE (fallback_service_id, fallback_agreed_on, fallback_contact) ON service TO throughcare_app;

-- Whoever takes over for somebody never passes it back to them, however many lie between, whoever writes it.
CREATE FUNCTION app.refuse_fallback_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('app.refuse_fallback_circle', 0));
  IF EXISTS (
    WITH RECURSIVE after AS (
      SELECT NEW.fallback_service_id AS id, 1 AS steps
      UNION SELECT s.fallback_service_id, after.steps + 1 FROM after JOIN service s ON s.id = after.id
        WHERE s.fallback_service_id IS NOT NULL AND after.steps < 1000 AND after.id <> NEW.id
    ) SELECT 1 FROM after WHERE after.id = NEW.id) THEN
    RAISE EXCEPTION 'a circle of fallback services' USING ERRCODE = 'check_violation', CONSTRAINT = 'service_fallback_no_circle';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.refuse_fallback_circle() IS 'Refuses an agreement by which a service would take over for itself through others.';
CREATE TRIGGER service_fallback_no_circle AFTER INSERT OR UPDATE OF fallback_service_id ON service
  FOR EACH ROW WHEN (NEW.fallback_service_id IS NOT NULL) EXECUTE FUNCTION app.refuse_fallback_circle();
