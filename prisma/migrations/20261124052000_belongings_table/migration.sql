-- Things of a person that somebody keeps until a day.

CREATE TABLE belongings (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  inventory text NOT NULL,
  place text,
  phone text,
  keep_until date,
  fee text,
  may_collect text,
  state text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT belongings_pkey PRIMARY KEY (episode_id, id, version)
);
COMMENT ON TABLE belongings IS 'Things of a person that somebody keeps. Insert-only: of each the row with the highest version stands.';
COMMENT ON COLUMN belongings.id IS 'Made in code, UUIDv7. The same for every version.';
COMMENT ON COLUMN belongings.episode_id IS 'The case.';
COMMENT ON COLUMN belongings.version IS '1 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN belongings.inventory IS 'What there is, as somebody listed it.';
COMMENT ON COLUMN belongings.place IS 'Where it is. Null: not known.';
COMMENT ON COLUMN belongings.phone IS 'How that place is rung. Null: not known.';
COMMENT ON COLUMN belongings.keep_until IS 'The last day on which it is kept. Null: nobody said.';
COMMENT ON COLUMN belongings.fee IS 'What it costs, as it was told; never computed with. Null: not known.';
COMMENT ON COLUMN belongings.may_collect IS 'Who may collect it, by role and first name. Null: only the person, or not known.';
COMMENT ON COLUMN belongings.state IS 'in-store, collected, given-up or lost.';
COMMENT ON COLUMN belongings.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN belongings.recorded_by IS 'By whom.';
ALTER TABLE belongings ADD CONSTRAINT belongings_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE belongings ADD CONSTRAINT belongings_counts CHECK (version >= 1);
ALTER TABLE belongings ADD CONSTRAINT belongings_state CHECK (state IN ('in-store', 'collected', 'given-up', 'lost'));
ALTER TABLE belongings ENABLE ROW LEVEL SECURITY;
ALTER TABLE belongings FORCE ROW LEVEL SECURITY;
CREATE POLICY belongings_owner ON belongings TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON belongings TO throughcare_app;
CREATE POLICY belongings_read ON belongings FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = belongings.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'belongings' = ANY (p.categories)));
CREATE POLICY belongings_add ON belongings FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = belongings.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'belongings' = ANY (p.writes)));
CREATE TRIGGER belongings_insert_only BEFORE UPDATE OR DELETE ON belongings FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER belongings_never_emptied BEFORE TRUNCATE ON belongings FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
