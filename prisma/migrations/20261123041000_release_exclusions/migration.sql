-- What keeps a person out of the rule about releases before shut doors: asked, because no other record says it.

CREATE TABLE release_exclusion (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  hdc text NOT NULL,
  indeterminate text NOT NULL,
  parole_board text NOT NULL,
  under_28_days text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT release_exclusion_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE release_exclusion IS 'Answers about what keeps a person out of the rule about Friday releases. Insert-only: the row with the highest version of a case stands.';
COMMENT ON COLUMN release_exclusion.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN release_exclusion.episode_id IS 'The case.';
COMMENT ON COLUMN release_exclusion.version IS '1 for the first answers of a case, and one more for each that follow.';
COMMENT ON COLUMN release_exclusion.hdc IS 'Whether the release is on home detention curfew: yes, no or unknown.';
COMMENT ON COLUMN release_exclusion.indeterminate IS 'Whether the sentence is indeterminate: yes, no or unknown.';
COMMENT ON COLUMN release_exclusion.parole_board IS 'Whether the release is at the Parole Board''s discretion: yes, no or unknown.';
COMMENT ON COLUMN release_exclusion.under_28_days IS 'Whether fewer than 28 days have been served since sentence: yes, no or unknown.';
COMMENT ON COLUMN release_exclusion.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN release_exclusion.recorded_by IS 'By whom.';

ALTER TABLE release_exclusion ADD CONSTRAINT release_exclusion_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE release_exclusion ADD CONSTRAINT release_exclusion_version UNIQUE (episode_id, version);
ALTER TABLE release_exclusion ADD CONSTRAINT release_exclusion_counts CHECK (version >= 1);
ALTER TABLE release_exclusion ADD CONSTRAINT release_exclusion_answers CHECK (hdc IN ('yes', 'no', 'unknown')
  AND indeterminate IN ('yes', 'no', 'unknown') AND parole_board IN ('yes', 'no', 'unknown') AND under_28_days IN ('yes', 'no', 'unknown'));

ALTER TABLE release_exclusion ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_exclusion FORCE ROW LEVEL SECURITY;
CREATE POLICY release_exclusion_owner ON release_exclusion TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON release_exclusion TO throughcare_app;
CREATE POLICY release_exclusion_read ON release_exclusion FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_exclusion.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY release_exclusion_add ON release_exclusion FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_exclusion.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER release_exclusion_insert_only BEFORE UPDATE OR DELETE ON release_exclusion FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER release_exclusion_never_emptied BEFORE TRUNCATE ON release_exclusion FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
