-- Files that stand as evidence on an item: the bytes in the database, under the item's own data category.

CREATE TABLE document (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  item_id uuid NOT NULL,
  category text NOT NULL,
  shows text NOT NULL,
  media_type text NOT NULL,
  file_name text NOT NULL,
  bytes int NOT NULL,
  sha256 bytea NOT NULL,
  content bytea,
  added_at timestamptz(3) NOT NULL,
  added_by uuid NOT NULL,
  added_by_service_id uuid NOT NULL,
  removed_at timestamptz(3),
  removed_by uuid,
  removed_because text,
  CONSTRAINT document_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE document IS 'A file attached to an item as evidence. What is removed loses its bytes at once and keeps its row.';
COMMENT ON COLUMN document.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN document.episode_id IS 'The case.';
COMMENT ON COLUMN document.item_id IS 'The item.';
COMMENT ON COLUMN document.category IS 'The data category, from the item''s area: it decides who may read the row and the file.';
COMMENT ON COLUMN document.shows IS 'What it shows: one of DOCUMENT_SUBJECTS in packages/domain.';
COMMENT ON COLUMN document.media_type IS 'Read from its content, never from its name: application/pdf, image/png or image/jpeg.';
COMMENT ON COLUMN document.file_name IS 'Made up at random: the name it came with is not kept.';
COMMENT ON COLUMN document.bytes IS 'Its size in bytes, 10 MB at most.';
COMMENT ON COLUMN document.sha256 IS 'SHA-256 of the content.';
COMMENT ON COLUMN document.content IS 'The file. Null once removed.';
COMMENT ON COLUMN document.added_at IS 'When.';
COMMENT ON COLUMN document.added_by IS 'By whom.';
COMMENT ON COLUMN document.added_by_service_id IS 'For which service.';
COMMENT ON COLUMN document.removed_at IS 'When it was removed. Null: it stands.';
COMMENT ON COLUMN document.removed_by IS 'By whom.';
COMMENT ON COLUMN document.removed_because IS 'Why, as somebody typed it.';
ALTER TABLE document ADD CONSTRAINT document_item FOREIGN KEY (item_id, episode_id) REFERENCES checklist_item (id, episode_id);
ALTER TABLE document ADD CONSTRAINT document_service FOREIGN KEY (added_by_service_id) REFERENCES service (id);
ALTER TABLE document ADD CONSTRAINT document_type CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg'));
ALTER TABLE document ADD CONSTRAINT document_size CHECK (bytes BETWEEN 1 AND 10485760 AND coalesce(octet_length(content), bytes) = bytes);
ALTER TABLE document ADD CONSTRAINT document_hash CHECK (octet_length(sha256) = 32);
ALTER TABLE document ADD CONSTRAINT document_removed CHECK (num_nulls(removed_at, removed_by, removed_because) IN (0, 3)
  AND (removed_at IS NULL) = (content IS NOT NULL));
CREATE INDEX document_of_item ON document (item_id, added_at);
-- Already compressed: PostgreSQL need not try.
ALTER TABLE document ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;
CREATE POLICY document_owner ON document TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (content, removed_at, removed_by, removed_because) ON document TO throughcare_app;
CREATE POLICY document_read ON document FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = document.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND document.category = ANY (p.categories)));
CREATE POLICY document_add ON document FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = document.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND document.category = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY document_change ON document FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = document.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND document.category = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY document_not_for_managers ON document AS RESTRICTIVE TO throughcare_app
  USING (category <> 'partner' OR (SELECT app.role()) <> 'manager');

-- What was said when it was added stays; a removed one does not come back.
CREATE FUNCTION app.keep_document() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL OR (NEW.content IS NOT NULL AND NEW.content IS DISTINCT FROM OLD.content) THEN
    RAISE EXCEPTION 'a document is not changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.keep_document() IS 'A document is removed or kept, never changed.';
CREATE TRIGGER document_kept BEFORE UPDATE OF content, removed_at, removed_by, removed_because ON document
  FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION app.keep_document();
