-- What a place itself said about one day: the answer that turns "not confirmed, treated as closed" on a public holiday into hours
-- (rule CAL-3), and dosing hours that hold for a single day. One dated answer holds for everybody who goes there.

CREATE TABLE service_day (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  day date NOT NULL,
  purpose text NOT NULL,
  version integer NOT NULL,
  said text NOT NULL,
  intervals jsonb NOT NULL,
  told_by text NOT NULL,
  told_how text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_service_id uuid NOT NULL,
  CONSTRAINT service_day_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE service_day IS 'What a place said about one day. Insert-only: of a day and purpose the row with the highest version stands.';
COMMENT ON COLUMN service_day.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN service_day.service_id IS 'The place.';
COMMENT ON COLUMN service_day.day IS 'The day, in the place''s zone.';
COMMENT ON COLUMN service_day.purpose IS 'open: somebody is there; dosing: supervised doses are given.';
COMMENT ON COLUMN service_day.version IS '0 for the first answer about a day and purpose, and one more for each that follows.';
COMMENT ON COLUMN service_day.said IS 'open, closed, or withdrawn: the answer before it holds no more, and nobody has said anything.';
COMMENT ON COLUMN service_day.intervals IS 'The hours as from and to, HH:MM local time. Empty unless open.';
COMMENT ON COLUMN service_day.told_by IS 'Who at the place said so.';
COMMENT ON COLUMN service_day.told_how IS 'One of TOLD_HOW in packages/domain.';
COMMENT ON COLUMN service_day.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN service_day.recorded_by IS 'By whom.';
COMMENT ON COLUMN service_day.recorded_service_id IS 'For which service they acted.';

ALTER TABLE service_day ADD CONSTRAINT service_day_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE service_day ADD CONSTRAINT service_day_once UNIQUE (service_id, day, purpose, version);
ALTER TABLE service_day ADD CONSTRAINT service_day_purpose CHECK (purpose IN ('open', 'dosing'));
ALTER TABLE service_day ADD CONSTRAINT service_day_version CHECK (version >= 0);
ALTER TABLE service_day ADD CONSTRAINT service_day_said CHECK (said IN ('open', 'closed', 'withdrawn'));
ALTER TABLE service_day ADD CONSTRAINT service_day_intervals
  CHECK (jsonb_typeof(intervals) = 'array' AND (said = 'open') = (intervals <> '[]'::jsonb));
ALTER TABLE service_day ADD CONSTRAINT service_day_told_by CHECK (length(told_by) > 0);
ALTER TABLE service_day ADD CONSTRAINT service_day_told_how CHECK (told_how IN ('phone', 'visit', 'in-writing', 'themselves'));

ALTER TABLE service_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_day FORCE ROW LEVEL SECURITY;
CREATE POLICY service_day_owner ON service_day TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON service_day TO throughcare_app;
CREATE POLICY service_day_read ON service_day FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
-- Under one's own name: administrators and prison health for every place, a caseworker for the place where they work.
CREATE POLICY service_day_add ON service_day FOR INSERT TO throughcare_app
  WITH CHECK (recorded_by = (SELECT app.account_id()) AND recorded_service_id = (SELECT app.service_id())
    AND ((SELECT app.role()) IN ('administrator', 'prison-health')
      OR ((SELECT app.role()) = 'caseworker' AND service_id = (SELECT app.service_id()))));

CREATE TRIGGER service_day_insert_only BEFORE UPDATE OR DELETE ON service_day FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER service_day_never_emptied BEFORE TRUNCATE ON service_day FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE FUNCTION app.said_days(place uuid, since date) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('on', d.day, 'purpose', d.purpose, 'intervals', d.intervals)
    ORDER BY d.day, d.purpose), '[]')
  FROM (SELECT DISTINCT ON (s.day, s.purpose) s.* FROM service_day s WHERE s.service_id = place AND s.day >= since
    ORDER BY s.day, s.purpose, s.version DESC) d
  WHERE d.said <> 'withdrawn'
$$;
COMMENT ON FUNCTION app.said_days(uuid, date) IS 'What stands of the place''s own words about single days: day, purpose and hours, none when it said that it is shut.';
GRANT EXECUTE ON FUNCTION app.said_days(uuid, date) TO throughcare_app, throughcare_lookup;
