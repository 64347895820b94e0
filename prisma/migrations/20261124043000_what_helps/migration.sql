-- What helps and what pulls, as the person sees it: asked inside, and again outside. Insert-only: each asking is a round.

CREATE TABLE what_helps (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  setting text NOT NULL,
  asked_on date NOT NULL,
  goal text NOT NULL,
  around_want text NOT NULL,
  helps text[] NOT NULL,
  pulls text[] NOT NULL,
  strengths text[] NOT NULL,
  last_time text,
  preferred_medicine text,
  preferred_not_met text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT what_helps_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE what_helps IS 'What helps and what pulls, as the person sees it. Insert-only: each asking is a round, and two rounds stand side by side.';
COMMENT ON COLUMN what_helps.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN what_helps.episode_id IS 'The case.';
COMMENT ON COLUMN what_helps.version IS 'The round: 1 for the first asking, and one more for each that follows.';
COMMENT ON COLUMN what_helps.setting IS 'Where it was asked: in-custody or outside.';
COMMENT ON COLUMN what_helps.asked_on IS 'The day.';
COMMENT ON COLUMN what_helps.goal IS 'What the person wants: one of GOALS in packages/domain.';
COMMENT ON COLUMN what_helps.around_want IS 'What the people around the person want, as the person sees it: one of GOALS in packages/domain. Nobody is named.';
COMMENT ON COLUMN what_helps.helps IS 'What helps: up to five lines.';
COMMENT ON COLUMN what_helps.pulls IS 'What pulls: up to five lines.';
COMMENT ON COLUMN what_helps.strengths IS 'What the person is good at: up to five lines.';
COMMENT ON COLUMN what_helps.last_time IS 'What happened after the last release, in the person''s words.';
COMMENT ON COLUMN what_helps.preferred_medicine IS 'The medicine the person would rather have. Null: not asked, or none.';
COMMENT ON COLUMN what_helps.preferred_not_met IS 'Why it is not what they get. Null: it is, or nobody said.';
COMMENT ON COLUMN what_helps.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN what_helps.recorded_by IS 'By whom.';
ALTER TABLE what_helps ADD CONSTRAINT what_helps_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE what_helps ADD CONSTRAINT what_helps_round UNIQUE (episode_id, version);
ALTER TABLE what_helps ADD CONSTRAINT what_helps_counts CHECK (version >= 1 AND cardinality(helps) <= 5 AND cardinality(pulls) <= 5 AND cardinality(strengths) <= 5);
ALTER TABLE what_helps ADD CONSTRAINT what_helps_setting CHECK (setting IN ('in-custody', 'outside'));
ALTER TABLE what_helps ADD CONSTRAINT what_helps_goals CHECK (
  goal IN ('no-drugs', 'safer-use', 'stay-on-treatment', 'not-sure', 'not-said')
  AND around_want IN ('no-drugs', 'safer-use', 'stay-on-treatment', 'going-on-as-before', 'not-sure', 'not-said'));
ALTER TABLE what_helps ADD CONSTRAINT what_helps_not_met_of_something CHECK (preferred_not_met IS NULL OR preferred_medicine IS NOT NULL);

ALTER TABLE what_helps ENABLE ROW LEVEL SECURITY;
ALTER TABLE what_helps FORCE ROW LEVEL SECURITY;
CREATE POLICY what_helps_owner ON what_helps TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON what_helps TO throughcare_app;
CREATE POLICY what_helps_read ON what_helps FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = what_helps.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.categories)));
CREATE POLICY what_helps_add ON what_helps FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = what_helps.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.writes)));
CREATE TRIGGER what_helps_insert_only BEFORE UPDATE OR DELETE ON what_helps FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER what_helps_never_emptied BEFORE TRUNCATE ON what_helps FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
