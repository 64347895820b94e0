-- Working the list: who does an item, a due time set by hand, what was said about it, and what somebody was still writing.

ALTER TABLE checklist_item ADD COLUMN assigned_to uuid;
ALTER TABLE checklist_item ADD COLUMN due_override_at timestamptz(3);
COMMENT ON COLUMN checklist_item.assigned_to IS 'The colleague at the accountable service who does it. Null: nobody in particular.';
COMMENT ON COLUMN checklist_item.due_override_at IS 'A due time set by hand in the place of the rule''s, until the rule''s moves. Null: the rule''s holds.';
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_assigned FOREIGN KEY (assigned_to) REFERENCES account (id);
CREATE INDEX checklist_item_open ON checklist_item (episode_id) INCLUDE (area, accountable_service_id)
  WHERE status IN ('open', 'in-progress');

CREATE TABLE item_edit (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  field text NOT NULL,
  old_value text,
  new_value text,
  reason text,
  at timestamptz(3) NOT NULL,
  by_account uuid NOT NULL,
  request_id uuid,
  CONSTRAINT item_edit_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE item_edit IS 'Every change of an item beside its status: who does it, when it is due, which service answers, what was attached. Insert-only.';
COMMENT ON COLUMN item_edit.id IS 'Made in code, UUIDv7; by the database where a handoff or a moved release changed the item.';
COMMENT ON COLUMN item_edit.item_id IS 'The item.';
COMMENT ON COLUMN item_edit.episode_id IS 'The case.';
COMMENT ON COLUMN item_edit.area IS 'The item''s area, which decides who may read the row.';
COMMENT ON COLUMN item_edit.field IS 'assigned-to, due, accountable-service or document.';
COMMENT ON COLUMN item_edit.old_value IS 'The id, or the instant as ISO text, that stood before. Null: none.';
COMMENT ON COLUMN item_edit.new_value IS 'The id, or the instant as ISO text, from then on. Null: none.';
COMMENT ON COLUMN item_edit.reason IS 'Why, as somebody typed it; the code rule-moved where a moved release took back a due time set by hand.';
COMMENT ON COLUMN item_edit.at IS 'When.';
COMMENT ON COLUMN item_edit.by_account IS 'By whom; the system''s account where it happened by itself.';
COMMENT ON COLUMN item_edit.request_id IS 'The press that caused it.';
ALTER TABLE item_edit ADD CONSTRAINT item_edit_item FOREIGN KEY (item_id, episode_id) REFERENCES checklist_item (id, episode_id);
ALTER TABLE item_edit ADD CONSTRAINT item_edit_field CHECK (field IN ('assigned-to', 'due', 'accountable-service', 'document'));
ALTER TABLE item_edit ADD CONSTRAINT item_edit_changes CHECK (old_value IS DISTINCT FROM new_value);
CREATE INDEX item_edit_of_item ON item_edit (item_id, at);

CREATE TABLE item_comment (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  text text NOT NULL,
  at timestamptz(3) NOT NULL,
  by_account uuid NOT NULL,
  by_service_id uuid NOT NULL,
  CONSTRAINT item_comment_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE item_comment IS 'What somebody wrote about an item. Insert-only: a correction is another comment.';
COMMENT ON COLUMN item_comment.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN item_comment.item_id IS 'The item.';
COMMENT ON COLUMN item_comment.episode_id IS 'The case.';
COMMENT ON COLUMN item_comment.area IS 'The item''s area, which decides who may read the row.';
COMMENT ON COLUMN item_comment.text IS 'As it was typed, 20,000 characters at most.';
COMMENT ON COLUMN item_comment.at IS 'When.';
COMMENT ON COLUMN item_comment.by_account IS 'By whom.';
COMMENT ON COLUMN item_comment.by_service_id IS 'For which service.';
ALTER TABLE item_comment ADD CONSTRAINT item_comment_item FOREIGN KEY (item_id, episode_id) REFERENCES checklist_item (id, episode_id);
ALTER TABLE item_comment ADD CONSTRAINT item_comment_service FOREIGN KEY (by_service_id) REFERENCES service (id);
ALTER TABLE item_comment ADD CONSTRAINT item_comment_text CHECK (text <> '' AND char_length(text) <= 20000);
CREATE INDEX item_comment_of_item ON item_comment (item_id, at);

CREATE TABLE item_draft (
  item_id uuid NOT NULL,
  account_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  text text NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  CONSTRAINT item_draft_pkey PRIMARY KEY (item_id, account_id)
);
COMMENT ON TABLE item_draft IS 'A comment that somebody has not finished: theirs alone, kept here so that nothing of it stays on a shared machine. Empty once posted; gone thirty days later.';
COMMENT ON COLUMN item_draft.item_id IS 'The item.';
COMMENT ON COLUMN item_draft.account_id IS 'Whose draft it is: nobody else reads it.';
COMMENT ON COLUMN item_draft.episode_id IS 'The case.';
COMMENT ON COLUMN item_draft.area IS 'The item''s area.';
COMMENT ON COLUMN item_draft.text IS 'As far as it was typed; empty when it was posted or thrown away.';
COMMENT ON COLUMN item_draft.saved_at IS 'When it was last saved.';
ALTER TABLE item_draft ADD CONSTRAINT item_draft_item FOREIGN KEY (item_id, episode_id) REFERENCES checklist_item (id, episode_id);
ALTER TABLE item_draft ADD CONSTRAINT item_draft_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE item_draft ADD CONSTRAINT item_draft_text CHECK (char_length(text) <= 20000);
CREATE INDEX item_draft_by_age ON item_draft (saved_at);

ALTER TABLE item_edit ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_edit FORCE ROW LEVEL SECURITY;
CREATE POLICY item_edit_owner ON item_edit TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON item_edit TO throughcare_app;
CREATE POLICY item_edit_read ON item_edit FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_edit.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND item_edit.area = ANY (p.categories)));
CREATE POLICY item_edit_add ON item_edit FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_edit.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND item_edit.area = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY item_edit_not_for_managers ON item_edit AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');
CREATE TRIGGER item_edit_insert_only BEFORE UPDATE OR DELETE ON item_edit FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER item_edit_never_emptied BEFORE TRUNCATE ON item_edit FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE item_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_comment FORCE ROW LEVEL SECURITY;
CREATE POLICY item_comment_owner ON item_comment TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON item_comment TO throughcare_app;
CREATE POLICY item_comment_read ON item_comment FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_comment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND item_comment.area = ANY (p.categories)));
CREATE POLICY item_comment_add ON item_comment FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_comment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND item_comment.area = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY item_comment_not_for_managers ON item_comment AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');
CREATE TRIGGER item_comment_insert_only BEFORE UPDATE OR DELETE ON item_comment FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER item_comment_never_emptied BEFORE TRUNCATE ON item_comment FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE item_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY item_draft_owner ON item_draft TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (text, saved_at) ON item_draft TO throughcare_app;
CREATE POLICY item_draft_read ON item_draft FOR SELECT TO throughcare_app
  USING (account_id = (SELECT app.account_id()) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_draft.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND item_draft.area = ANY (p.categories)));
CREATE POLICY item_draft_add ON item_draft FOR INSERT TO throughcare_app
  WITH CHECK (account_id = (SELECT app.account_id()) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_draft.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND item_draft.area = ANY (p.writes)
    AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY item_draft_change ON item_draft FOR UPDATE TO throughcare_app
  USING (account_id = (SELECT app.account_id()) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = item_draft.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND item_draft.area = ANY (p.writes)
    AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY item_draft_not_for_managers ON item_draft AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');

-- What somebody arranged for an item goes with what it rested on: a colleague with the service, a due time with the release.
CREATE FUNCTION app.item_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE who uuid := coalesce(app.account_id(), '00000000-0000-7000-8000-000000000001');
BEGIN
  IF NEW.accountable_service_id IS DISTINCT FROM OLD.accountable_service_id THEN
    INSERT INTO item_edit (id, item_id, episode_id, area, field, old_value, new_value, at, by_account)
      VALUES (gen_random_uuid(), OLD.id, OLD.episode_id, OLD.area, 'accountable-service', OLD.accountable_service_id::text,
        NEW.accountable_service_id::text, app.now(), who);
    IF OLD.assigned_to IS NOT NULL THEN
      NEW.assigned_to := NULL;
      INSERT INTO item_edit (id, item_id, episode_id, area, field, old_value, new_value, at, by_account)
        VALUES (gen_random_uuid(), OLD.id, OLD.episode_id, OLD.area, 'assigned-to', OLD.assigned_to::text, NULL, app.now(), who);
    END IF;
  END IF;
  IF NEW.due_at IS DISTINCT FROM OLD.due_at AND OLD.due_override_at IS NOT NULL THEN
    NEW.due_override_at := NULL;
    INSERT INTO item_edit (id, item_id, episode_id, area, field, old_value, new_value, reason, at, by_account)
      VALUES (gen_random_uuid(), OLD.id, OLD.episode_id, OLD.area, 'due', app.utc(OLD.due_override_at), NULL, 'rule-moved', app.now(), who);
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.item_moves() IS
  'Writes into an item''s history that its service changed or its rule''s due time moved, and takes back what was arranged for the old one.';
CREATE TRIGGER checklist_item_moves BEFORE UPDATE OF accountable_service_id, due_at ON checklist_item
  FOR EACH ROW WHEN (OLD.accountable_service_id IS DISTINCT FROM NEW.accountable_service_id
    OR (OLD.due_override_at IS NOT NULL AND OLD.due_at IS DISTINCT FROM NEW.due_at))
  EXECUTE FUNCTION app.item_moves();

-- For the worker's hourly sweep, beside app.sweep_sign_ins().
CREATE FUNCTION app.sweep_drafts() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM item_draft d WHERE d.saved_at < app.now() - interval '30 days';
$$;
COMMENT ON FUNCTION app.sweep_drafts() IS 'Cleared away by the hour: drafts nobody touched for thirty days.';
GRANT EXECUTE ON FUNCTION app.sweep_drafts() TO throughcare_app;
