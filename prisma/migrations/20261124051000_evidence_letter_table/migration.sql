-- Letters that answer what somebody demands: made of recorded facts only, kept as they were made, with a hash of what they say.

CREATE TABLE evidence_letter (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  kind text NOT NULL,
  category text NOT NULL,
  service_id uuid NOT NULL,
  as_of timestamptz(3) NOT NULL,
  facts jsonb NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT evidence_letter_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE evidence_letter IS 'A letter made from the record of a case, as it was made. Insert-only: a new state of the record is a new letter.';
COMMENT ON COLUMN evidence_letter.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN evidence_letter.episode_id IS 'The case.';
COMMENT ON COLUMN evidence_letter.kind IS 'One of LETTER_KINDS in packages/domain.';
COMMENT ON COLUMN evidence_letter.category IS 'Who may read it: the data category of what it tells.';
COMMENT ON COLUMN evidence_letter.service_id IS 'The service from whose record and under whose name it was made.';
COMMENT ON COLUMN evidence_letter.as_of IS 'As of when the record was read.';
COMMENT ON COLUMN evidence_letter.facts IS 'What it says, in order: fact, value (null where the record does not say), and whose entry it is.';
COMMENT ON COLUMN evidence_letter.hash IS 'SHA-256 of what it says, in hex; the audit trail holds the same.';
COMMENT ON COLUMN evidence_letter.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN evidence_letter.recorded_by IS 'By whom.';
ALTER TABLE evidence_letter ADD CONSTRAINT evidence_letter_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE evidence_letter ADD CONSTRAINT evidence_letter_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE evidence_letter ADD CONSTRAINT evidence_letter_kind CHECK (category = CASE kind WHEN 'omt-history' THEN 'omt' WHEN 'custody-and-release' THEN 'release'
  WHEN 'residence' THEN 'housing' WHEN 'benefits' THEN 'benefits' END);
ALTER TABLE evidence_letter ADD CONSTRAINT evidence_letter_hash CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE evidence_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY evidence_letter_owner ON evidence_letter TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON evidence_letter TO throughcare_app;
CREATE POLICY evidence_letter_read ON evidence_letter FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = evidence_letter.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND evidence_letter.category = ANY (p.categories)));
CREATE POLICY evidence_letter_add ON evidence_letter FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = evidence_letter.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND evidence_letter.category = ANY (p.writes)));
CREATE TRIGGER evidence_letter_insert_only BEFORE UPDATE OR DELETE ON evidence_letter FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER evidence_letter_never_emptied BEFORE TRUNCATE ON evidence_letter FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE INDEX evidence_letter_of_episode ON evidence_letter (episode_id, recorded_at DESC);
