-- Where a person sleeps: first night, first week, first month.

CREATE TABLE housing_place (
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  span text NOT NULL,
  kind text NOT NULL,
  address text,
  confirmed text NOT NULL,
  confirmed_by text,
  people_using text NOT NULL,
  lockable text NOT NULL,
  key_from text,
  way text,
  fallback text,
  fallback_phone text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT housing_place_pkey PRIMARY KEY (episode_id, span, version)
);
COMMENT ON TABLE housing_place IS 'Where a person sleeps on the first night, in the first week, in the first month. Insert-only: for each the row with the highest version stands.';
COMMENT ON COLUMN housing_place.episode_id IS 'The case.';
COMMENT ON COLUMN housing_place.version IS '1 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN housing_place.span IS 'first-night, first-week or first-month.';
COMMENT ON COLUMN housing_place.kind IS 'One of HOUSING_KINDS in packages/domain.';
COMMENT ON COLUMN housing_place.address IS 'Where. Null: not known.';
COMMENT ON COLUMN housing_place.confirmed IS 'confirmed, asked or no: whether somebody there said yes.';
COMMENT ON COLUMN housing_place.confirmed_by IS 'Who said yes, by name or office. Null while nobody has.';
COMMENT ON COLUMN housing_place.people_using IS 'yes, no or unknown: whether people there will be using. It decides nothing by itself.';
COMMENT ON COLUMN housing_place.lockable IS 'yes, no or unknown: whether medicine can be locked away there.';
COMMENT ON COLUMN housing_place.key_from IS 'From when the key or the bed can be had. Null: not known.';
COMMENT ON COLUMN housing_place.way IS 'The way there from the gate. Null: not known.';
COMMENT ON COLUMN housing_place.fallback IS 'Where else, if it comes to nothing. Null: nowhere is named.';
COMMENT ON COLUMN housing_place.fallback_phone IS 'How that is rung. Null: not known.';
COMMENT ON COLUMN housing_place.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN housing_place.recorded_by IS 'By whom.';
ALTER TABLE housing_place ADD CONSTRAINT housing_place_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE housing_place ADD CONSTRAINT housing_place_counts CHECK (version >= 1);
ALTER TABLE housing_place ADD CONSTRAINT housing_place_span CHECK (span IN ('first-night', 'first-week', 'first-month'));
ALTER TABLE housing_place ADD CONSTRAINT housing_place_kind CHECK (kind IN ('own-home', 'family-or-friends', 'supported', 'hostel', 'shelter', 'hotel', 'treatment-place', 'none', 'unknown'));
ALTER TABLE housing_place ADD CONSTRAINT housing_place_confirmed CHECK (confirmed IN ('confirmed', 'asked', 'no') AND (confirmed = 'confirmed') = (confirmed_by IS NOT NULL));
ALTER TABLE housing_place ADD CONSTRAINT housing_place_people_using CHECK (people_using IN ('yes', 'no', 'unknown'));
ALTER TABLE housing_place ADD CONSTRAINT housing_place_lockable CHECK (lockable IN ('yes', 'no', 'unknown'));
ALTER TABLE housing_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE housing_place FORCE ROW LEVEL SECURITY;
CREATE POLICY housing_place_owner ON housing_place TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON housing_place TO throughcare_app;
CREATE POLICY housing_place_read ON housing_place FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = housing_place.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'housing' = ANY (p.categories)));
CREATE POLICY housing_place_add ON housing_place FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = housing_place.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'housing' = ANY (p.writes)));
CREATE TRIGGER housing_place_insert_only BEFORE UPDATE OR DELETE ON housing_place FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER housing_place_never_emptied BEFORE TRUNCATE ON housing_place FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
