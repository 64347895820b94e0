-- Treatment away from home, with what comes after it.

CREATE TABLE treatment_away (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  place text NOT NULL,
  state text NOT NULL,
  asked_on date,
  admission_on date,
  together text NOT NULL,
  after_home text,
  after_activity text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT treatment_away_pkey PRIMARY KEY (episode_id, id, version)
);
COMMENT ON TABLE treatment_away IS 'A residential treatment to which a person is referred, with the home and the activity that come after it. Insert-only: of each the row with the highest version stands.';
COMMENT ON COLUMN treatment_away.id IS 'Made in code, UUIDv7. The same for every version.';
COMMENT ON COLUMN treatment_away.episode_id IS 'The case.';
COMMENT ON COLUMN treatment_away.version IS '1 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN treatment_away.place IS 'The programme, as it is called.';
COMMENT ON COLUMN treatment_away.state IS 'asked, offered, admitted, finished or not-taken.';
COMMENT ON COLUMN treatment_away.asked_on IS 'When it was asked for. Null: not known.';
COMMENT ON COLUMN treatment_away.admission_on IS 'When it takes the person in. Null: not known.';
COMMENT ON COLUMN treatment_away.together IS 'alone, together or unknown: whether two people go together, as they themselves decided.';
COMMENT ON COLUMN treatment_away.after_home IS 'Where the person lives afterwards. Null: nobody said.';
COMMENT ON COLUMN treatment_away.after_activity IS 'What the person does afterwards. Null: nobody said.';
COMMENT ON COLUMN treatment_away.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN treatment_away.recorded_by IS 'By whom.';
ALTER TABLE treatment_away ADD CONSTRAINT treatment_away_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE treatment_away ADD CONSTRAINT treatment_away_counts CHECK (version >= 1);
ALTER TABLE treatment_away ADD CONSTRAINT treatment_away_state CHECK (state IN ('asked', 'offered', 'admitted', 'finished', 'not-taken'));
ALTER TABLE treatment_away ADD CONSTRAINT treatment_away_together CHECK (together IN ('alone', 'together', 'unknown'));
ALTER TABLE treatment_away ENABLE ROW LEVEL SECURITY;
ALTER TABLE treatment_away FORCE ROW LEVEL SECURITY;
CREATE POLICY treatment_away_owner ON treatment_away TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON treatment_away TO throughcare_app;
CREATE POLICY treatment_away_read ON treatment_away FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = treatment_away.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY treatment_away_add ON treatment_away FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = treatment_away.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.writes)));
CREATE TRIGGER treatment_away_insert_only BEFORE UPDATE OR DELETE ON treatment_away FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER treatment_away_never_emptied BEFORE TRUNCATE ON treatment_away FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
