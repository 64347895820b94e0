-- Own words as the person says them: up to five sayings in a version, each in its language. What stood as one text stays, as the
-- saying of a version of its own; a change is a new version, and whoever works here comments beside it.

ALTER TABLE own_words ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE own_words ADD COLUMN place smallint NOT NULL DEFAULT 1;
ALTER TABLE own_words ADD COLUMN kind text NOT NULL DEFAULT 'as-said';
ALTER TABLE own_words ADD COLUMN task text;
ALTER TABLE own_words ADD COLUMN read_back boolean NOT NULL DEFAULT false;
ALTER TABLE own_words ALTER COLUMN words DROP NOT NULL;
COMMENT ON TABLE own_words IS 'What the person wants to be known in their own words: the sayings of the highest version of a case stand. Each change is a new version.';
COMMENT ON COLUMN own_words.version IS '1 for the first words of a case, and one more for each change.';
COMMENT ON COLUMN own_words.place IS 'Which of the sayings of its version it is, 1 to 5, in the person''s order.';
COMMENT ON COLUMN own_words.kind IS 'One of OWN_WORDS_KINDS in packages/domain: strategy, goal, high-risk-moment, as-said, or chose-not-to, which has no words.';
COMMENT ON COLUMN own_words.task IS 'What a strategy asks of the services, one of STRATEGY_TASKS in packages/domain. Null: nothing.';
COMMENT ON COLUMN own_words.read_back IS 'Whether what was written down was read back to the person.';
COMMENT ON COLUMN own_words.words IS 'As said. Null: the person chose not to.';

-- Each text that stands is a version. Insert-only holds against everybody; numbering what is there takes nothing away.
ALTER TABLE own_words DISABLE TRIGGER own_words_insert_only;
UPDATE own_words w SET version = numbered.version FROM (
  SELECT id, row_number() OVER (PARTITION BY episode_id ORDER BY recorded_at, id) AS version FROM own_words
) numbered WHERE numbered.id = w.id;
ALTER TABLE own_words ENABLE TRIGGER own_words_insert_only;

ALTER TABLE own_words ADD CONSTRAINT own_words_place_in_version UNIQUE (episode_id, version, place);
ALTER TABLE own_words ADD CONSTRAINT own_words_counts CHECK (version >= 1 AND place BETWEEN 1 AND 5);
ALTER TABLE own_words ADD CONSTRAINT own_words_kind
  CHECK (kind IN ('strategy', 'goal', 'high-risk-moment', 'as-said', 'chose-not-to'));
ALTER TABLE own_words ADD CONSTRAINT own_words_are_there CHECK ((kind = 'chose-not-to') = (words IS NULL) AND (kind <> 'chose-not-to' OR place = 1));
ALTER TABLE own_words ADD CONSTRAINT own_words_task
  CHECK (task IS NULL OR kind = 'strategy' AND task IN ('other-pharmacy', 'other-time', 'depot', 'money-held'));

CREATE TABLE own_words_comment (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT own_words_comment_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE own_words_comment IS 'What somebody who works here says beside the person''s own words. Never among them.';
COMMENT ON COLUMN own_words_comment.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN own_words_comment.episode_id IS 'The case.';
COMMENT ON COLUMN own_words_comment.version IS 'The version of the own words that was on the page.';
COMMENT ON COLUMN own_words_comment.text IS 'As typed.';
COMMENT ON COLUMN own_words_comment.recorded_at IS 'When.';
COMMENT ON COLUMN own_words_comment.recorded_by IS 'By whom.';
ALTER TABLE own_words_comment ADD CONSTRAINT own_words_comment_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
CREATE INDEX own_words_comment_of_episode ON own_words_comment (episode_id, recorded_at);

ALTER TABLE own_words_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_words_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY own_words_comment_owner ON own_words_comment TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON own_words_comment TO throughcare_app;
CREATE POLICY own_words_comment_read ON own_words_comment FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = own_words_comment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'own-words' = ANY (p.categories)));
CREATE POLICY own_words_comment_add ON own_words_comment FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = own_words_comment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'own-words' = ANY (p.writes)));
CREATE TRIGGER own_words_comment_insert_only BEFORE UPDATE OR DELETE ON own_words_comment FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER own_words_comment_never_emptied BEFORE TRUNCATE ON own_words_comment FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
