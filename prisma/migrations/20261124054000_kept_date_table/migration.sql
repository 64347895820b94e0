-- What is kept for a person until a day: a home, a benefit, a job.

CREATE TABLE kept_date (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  area text NOT NULL,
  kind text NOT NULL,
  with_whom text,
  until date,
  until_source text,
  letter_sent_on date,
  letter_words text,
  state text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT kept_date_pkey PRIMARY KEY (episode_id, id, version)
);
COMMENT ON TABLE kept_date IS 'Something that is kept for a person until a day: a home, a benefit, a job. Insert-only: of each the row with the highest version stands.';
COMMENT ON COLUMN kept_date.id IS 'Made in code, UUIDv7. The same for every version.';
COMMENT ON COLUMN kept_date.episode_id IS 'The case.';
COMMENT ON COLUMN kept_date.version IS '1 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN kept_date.area IS 'housing, benefits or work, by its kind: the data category of the row.';
COMMENT ON COLUMN kept_date.kind IS 'One of KEPT_KINDS in packages/domain.';
COMMENT ON COLUMN kept_date.with_whom IS 'The landlord, office or employer, as it is called. Null: not known.';
COMMENT ON COLUMN kept_date.until IS 'The last day on which it is kept. Null: nobody said.';
COMMENT ON COLUMN kept_date.until_source IS 'stated or rule: whether somebody said the day, or a rule of the country gave it.';
COMMENT ON COLUMN kept_date.letter_sent_on IS 'When the letter that keeps it went out. Null: it has not.';
COMMENT ON COLUMN kept_date.letter_words IS 'What the letter asks for. Null: nothing is written.';
COMMENT ON COLUMN kept_date.state IS 'running, kept, lost or given-up.';
COMMENT ON COLUMN kept_date.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN kept_date.recorded_by IS 'By whom.';
ALTER TABLE kept_date ADD CONSTRAINT kept_date_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE kept_date ADD CONSTRAINT kept_date_counts CHECK (version >= 1);
ALTER TABLE kept_date ADD CONSTRAINT kept_date_kind CHECK (area = CASE kind WHEN 'tenancy' THEN 'housing' WHEN 'housing-costs' THEN 'benefits' WHEN 'benefit' THEN 'benefits' WHEN 'job' THEN 'work' END);
ALTER TABLE kept_date ADD CONSTRAINT kept_date_until CHECK (num_nulls(until, until_source) IN (0, 2) AND until_source IN ('stated', 'rule'));
ALTER TABLE kept_date ADD CONSTRAINT kept_date_state CHECK (state IN ('running', 'kept', 'lost', 'given-up'));
-- What was said under one category is not said again under another one.
ALTER TABLE kept_date ADD CONSTRAINT kept_date_one_area EXCLUDE USING gist (episode_id WITH =, id WITH =, area WITH <>);
ALTER TABLE kept_date ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_date FORCE ROW LEVEL SECURITY;
CREATE POLICY kept_date_owner ON kept_date TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON kept_date TO throughcare_app;
CREATE POLICY kept_date_read ON kept_date FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = kept_date.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND kept_date.area = ANY (p.categories)));
CREATE POLICY kept_date_add ON kept_date FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = kept_date.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND kept_date.area = ANY (p.writes)));
CREATE TRIGGER kept_date_insert_only BEFORE UPDATE OR DELETE ON kept_date FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER kept_date_never_emptied BEFORE TRUNCATE ON kept_date FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
