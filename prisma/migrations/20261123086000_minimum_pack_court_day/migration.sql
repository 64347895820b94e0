-- What stands ready for whoever may be freed on any day, and who of them left for court this morning.

CREATE TABLE minimum_pack (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  letter_on date,
  prescriber text,
  prescriber_phone text,
  phone text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT minimum_pack_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE minimum_pack IS 'The parts of the minimum pack that no other record holds. Insert-only: the row with the highest version of a case stands.';
COMMENT ON COLUMN minimum_pack.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN minimum_pack.episode_id IS 'The case.';
COMMENT ON COLUMN minimum_pack.version IS '1 for the first statement of a case, and one more for each that follows.';
COMMENT ON COLUMN minimum_pack.letter_on IS 'The day of the letter that says which treatment the person is on. Null: there is none.';
COMMENT ON COLUMN minimum_pack.prescriber IS 'The prescriber outside, by name. Null: nobody is named.';
COMMENT ON COLUMN minimum_pack.prescriber_phone IS 'How that prescriber is rung.';
COMMENT ON COLUMN minimum_pack.phone IS 'The one number that the person carries. Null: none.';
COMMENT ON COLUMN minimum_pack.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN minimum_pack.recorded_by IS 'By whom.';

CREATE TABLE court_day (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  day date NOT NULL,
  kit_in_hand boolean NOT NULL,
  letter_in_hand boolean NOT NULL,
  last_dose_confirmed boolean NOT NULL,
  left_at timestamptz(3) NOT NULL,
  left_recorded_by uuid NOT NULL,
  back_at timestamptz(3),
  back_recorded_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT court_day_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE court_day IS 'A person who left for court, and what they had in the hand. Every going is a row; coming back is written on it.';
COMMENT ON COLUMN court_day.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN court_day.episode_id IS 'The case.';
COMMENT ON COLUMN court_day.day IS 'The day, in the prison''s zone.';
COMMENT ON COLUMN court_day.kit_in_hand IS 'Whether the naloxone kit was in the hand before the van.';
COMMENT ON COLUMN court_day.letter_in_hand IS 'Whether the letter was in the hand before the van.';
COMMENT ON COLUMN court_day.last_dose_confirmed IS 'Whether the last dose was confirmed before the van.';
COMMENT ON COLUMN court_day.left_at IS 'When it was ticked that the person leaves.';
COMMENT ON COLUMN court_day.left_recorded_by IS 'By whom.';
COMMENT ON COLUMN court_day.back_at IS 'When the tick was taken off because the person is back. Null: not back, as far as anybody said.';
COMMENT ON COLUMN court_day.back_recorded_by IS 'By whom.';
COMMENT ON COLUMN court_day.version IS 'Rises by one with every change.';

ALTER TABLE minimum_pack ADD CONSTRAINT minimum_pack_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE minimum_pack ADD CONSTRAINT minimum_pack_version UNIQUE (episode_id, version);
ALTER TABLE minimum_pack ADD CONSTRAINT minimum_pack_counts CHECK (version >= 1);
ALTER TABLE court_day ADD CONSTRAINT court_day_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE court_day ADD CONSTRAINT court_day_back_is_whole CHECK (num_nulls(back_at, back_recorded_by) IN (0, 2) AND left_at <= back_at);
CREATE UNIQUE INDEX court_day_one_open ON court_day (episode_id) WHERE back_at IS NULL;
CREATE INDEX court_day_of_episode ON court_day (episode_id, day);

ALTER TABLE minimum_pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE minimum_pack FORCE ROW LEVEL SECURITY;
CREATE POLICY minimum_pack_owner ON minimum_pack TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON minimum_pack TO throughcare_app;
CREATE POLICY minimum_pack_read ON minimum_pack FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = minimum_pack.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY minimum_pack_add ON minimum_pack FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = minimum_pack.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes)));
CREATE TRIGGER minimum_pack_insert_only BEFORE UPDATE OR DELETE ON minimum_pack FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER minimum_pack_never_emptied BEFORE TRUNCATE ON minimum_pack FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE court_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE court_day FORCE ROW LEVEL SECURITY;
CREATE POLICY court_day_owner ON court_day TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON court_day TO throughcare_app;
CREATE POLICY court_day_read ON court_day FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = court_day.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY court_day_add ON court_day FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = court_day.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes)));
CREATE POLICY court_day_change ON court_day FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = court_day.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes)));
