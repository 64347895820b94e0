-- Rule sets as somebody here entered them: the local protocol in its own words, with the whole days that follow from it. A
-- reference table. What is shipped stands in packages/domain; a row here takes its place once somebody else has approved it.

CREATE TABLE rule_set_version (
  id uuid NOT NULL,
  kind text NOT NULL,
  country text,
  service_id uuid,
  version integer NOT NULL,
  body jsonb NOT NULL,
  own_words text NOT NULL,
  source text NOT NULL,
  edition text,
  review_by date NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  proposed_at timestamptz(3) NOT NULL,
  proposed_by uuid NOT NULL,
  approved_at timestamptz(3),
  approved_by uuid,
  superseded_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  withdrawn_because text,
  changes integer NOT NULL DEFAULT 0,
  CONSTRAINT rule_set_version_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE rule_set_version IS 'One version of a set of rules for a country or a single service. What it says is never changed: another version follows it.';
COMMENT ON COLUMN rule_set_version.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN rule_set_version.kind IS 'One of RULE_SET_KINDS in packages/domain.';
COMMENT ON COLUMN rule_set_version.country IS 'ISO 3166-1 alpha-2 code. Null: it is a single service''s own.';
COMMENT ON COLUMN rule_set_version.service_id IS 'The service whose own it is. Null: it is a country''s.';
COMMENT ON COLUMN rule_set_version.version IS '1 for the first version of a kind for this country or service, and one more for each that follows.';
COMMENT ON COLUMN rule_set_version.body IS 'Whole days and codes, as RULE_SET_BODIES in packages/domain takes them. No amount.';
COMMENT ON COLUMN rule_set_version.own_words IS 'The local protocol''s own words, letter for letter. Nothing reads them but people.';
COMMENT ON COLUMN rule_set_version.source IS 'Where the protocol stands.';
COMMENT ON COLUMN rule_set_version.edition IS 'The protocol''s own edition. Null: it has none.';
COMMENT ON COLUMN rule_set_version.review_by IS 'The day by which somebody looks at it again. It goes on holding after it, and says so.';
COMMENT ON COLUMN rule_set_version.state IS 'proposed, approved, superseded or withdrawn. Only an approved one holds.';
COMMENT ON COLUMN rule_set_version.proposed_at IS 'When it was proposed.';
COMMENT ON COLUMN rule_set_version.proposed_by IS 'By which administrator.';
COMMENT ON COLUMN rule_set_version.approved_at IS 'When it was approved: from then on it holds.';
COMMENT ON COLUMN rule_set_version.approved_by IS 'By which clinician: never who proposed it.';
COMMENT ON COLUMN rule_set_version.superseded_at IS 'When a later version was approved: until then it held.';
COMMENT ON COLUMN rule_set_version.withdrawn_at IS 'When it was withdrawn: until then it held, if it was approved.';
COMMENT ON COLUMN rule_set_version.withdrawn_by IS 'By whom.';
COMMENT ON COLUMN rule_set_version.withdrawn_because IS 'Why.';
COMMENT ON COLUMN rule_set_version.changes IS 'Rises by one with every move of the row.';

ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_proposer FOREIGN KEY (proposed_by) REFERENCES account (id);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_approver FOREIGN KEY (approved_by) REFERENCES account (id);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_withdrawer FOREIGN KEY (withdrawn_by) REFERENCES account (id);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_kind
  CHECK (kind IN ('routing-by-days', 'depot-windows', 'supply-limits'));
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_scope CHECK ((country IS NULL) <> (service_id IS NULL));
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_country CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_number CHECK (version >= 1);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_body CHECK (jsonb_typeof(body) = 'object');
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_words CHECK (length(own_words) > 0 AND length(source) > 0);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_two_people CHECK (approved_by <> proposed_by);
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_approved CHECK ((approved_at IS NULL) = (approved_by IS NULL));
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_withdrawn
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_because IS NULL));
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_state CHECK (CASE state
  WHEN 'proposed' THEN approved_at IS NULL AND superseded_at IS NULL AND withdrawn_at IS NULL
  WHEN 'approved' THEN approved_at IS NOT NULL AND superseded_at IS NULL AND withdrawn_at IS NULL
  WHEN 'superseded' THEN approved_at IS NOT NULL AND superseded_at IS NOT NULL AND withdrawn_at IS NULL
  WHEN 'withdrawn' THEN withdrawn_at IS NOT NULL AND superseded_at IS NULL
  ELSE false END);
CREATE UNIQUE INDEX rule_set_version_once ON rule_set_version (kind, coalesce(country, service_id::text), version);
-- One version of a set is in force at a time.
CREATE UNIQUE INDEX rule_set_version_in_force ON rule_set_version (kind, coalesce(country, service_id::text)) WHERE state = 'approved';

-- What a version says stays as it was proposed, and its moves go one way and under the mover's own name.
CREATE FUNCTION app.keep_rule_set_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.country, NEW.service_id, NEW.version, NEW.body, NEW.own_words, NEW.source, NEW.edition, NEW.review_by,
      NEW.proposed_at, NEW.proposed_by)
    IS DISTINCT FROM (OLD.id, OLD.kind, OLD.country, OLD.service_id, OLD.version, OLD.body, OLD.own_words, OLD.source, OLD.edition,
      OLD.review_by, OLD.proposed_at, OLD.proposed_by)
    OR (NEW.approved_by IS DISTINCT FROM OLD.approved_by AND (OLD.state <> 'proposed' OR NEW.approved_by IS DISTINCT FROM app.account_id()))
    OR (NEW.approved_at IS DISTINCT FROM OLD.approved_at AND OLD.state <> 'proposed')
    OR (NEW.withdrawn_by IS DISTINCT FROM OLD.withdrawn_by
      AND (OLD.withdrawn_by IS NOT NULL OR NEW.withdrawn_by IS DISTINCT FROM app.account_id()))
    OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('proposed', 'approved'), ('proposed', 'withdrawn'),
      ('approved', 'superseded'), ('approved', 'withdrawn')))
  THEN
    RAISE EXCEPTION 'a version of a rule set is not rewritten' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.keep_rule_set_version() IS 'Refuses to rewrite what a version of a rule set says, or who moved it.';
GRANT EXECUTE ON FUNCTION app.keep_rule_set_version() TO throughcare_app, throughcare_owner;
CREATE TRIGGER rule_set_version_kept BEFORE UPDATE ON rule_set_version FOR EACH ROW EXECUTE FUNCTION app.keep_rule_set_version();
CREATE TRIGGER rule_set_version_stays BEFORE DELETE ON rule_set_version FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER rule_set_version_never_emptied BEFORE TRUNCATE ON rule_set_version FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Read by whoever wears a hat. Administrators propose and take proposals back; a clinician with the grant, in the country where the
-- version holds, approves, and takes out of force what is in force.
ALTER TABLE rule_set_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_set_version FORCE ROW LEVEL SECURITY;
CREATE POLICY rule_set_version_owner ON rule_set_version TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON rule_set_version TO throughcare_app;
GRANT UPDATE (state, approved_at, approved_by, superseded_at, withdrawn_at, withdrawn_by, withdrawn_because, changes)
  ON rule_set_version TO throughcare_app;
CREATE POLICY rule_set_version_read ON rule_set_version FOR SELECT TO throughcare_app
  USING ((SELECT app.service_id()) IS NOT NULL);
CREATE POLICY rule_set_version_propose ON rule_set_version FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'administrator' AND proposed_by = (SELECT app.account_id()) AND state = 'proposed');
CREATE POLICY rule_set_version_take_back ON rule_set_version FOR UPDATE TO throughcare_app
  USING ((SELECT app.role()) = 'administrator' AND state = 'proposed')
  WITH CHECK ((SELECT app.role()) = 'administrator' AND state = 'withdrawn' AND approved_by IS NULL);
CREATE POLICY rule_set_version_approve ON rule_set_version FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM membership m JOIN service own ON own.id = m.service_id
    WHERE m.account_id = (SELECT app.account_id()) AND m.service_id = (SELECT app.service_id()) AND m.role = (SELECT app.role())
      AND m.role IN ('prison-health', 'caseworker') AND 'approver' = ANY (m.grants) AND (m.until IS NULL OR m.until > (SELECT app.now()))
      AND own.country = coalesce(rule_set_version.country,
        (SELECT s.country FROM service s WHERE s.id = rule_set_version.service_id))));
