-- What somebody says about giving or sharing medicine (N6, N7): to be met with an offer, never with a consequence.

CREATE TABLE sharing_note (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  service_id uuid NOT NULL,
  told_on date NOT NULL,
  kind text,
  words text,
  wants text[] NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  taken_back_at timestamptz(3),
  taken_back_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT sharing_note_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE sharing_note IS 'What somebody says about giving or sharing medicine. Supportive only: it leads to offers and to nothing else, and goes with no handoff, print or export.';
COMMENT ON COLUMN sharing_note.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN sharing_note.episode_id IS 'The case.';
COMMENT ON COLUMN sharing_note.service_id IS 'The service that was told.';
COMMENT ON COLUMN sharing_note.told_on IS 'The day on which it was told.';
COMMENT ON COLUMN sharing_note.kind IS 'One of SHARING_KINDS in packages/domain. Null once it was taken back.';
COMMENT ON COLUMN sharing_note.words IS 'The person''s own words. Null: no more was said, or it was taken back.';
COMMENT ON COLUMN sharing_note.wants IS 'Which of SHARING_OFFERS the person wants.';
COMMENT ON COLUMN sharing_note.recorded_at IS 'When it was recorded; before that the person was asked alone, was told who can read it, and agreed.';
COMMENT ON COLUMN sharing_note.recorded_by IS 'By whom.';
COMMENT ON COLUMN sharing_note.taken_back_at IS 'When the person took it back; what it held is gone since.';
COMMENT ON COLUMN sharing_note.taken_back_by IS 'Who was told so.';
COMMENT ON COLUMN sharing_note.version IS 'Rises by one with every change.';
CREATE INDEX sharing_note_of_case ON sharing_note (episode_id);
ALTER TABLE sharing_note ADD CONSTRAINT sharing_note_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE sharing_note ADD CONSTRAINT sharing_note_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE sharing_note ADD CONSTRAINT sharing_note_kind CHECK (kind IN
  ('helped-somebody-in-withdrawal', 'shared-with-partner', 'was-pressured', 'sold-or-swapped', 'lost-or-stolen', 'prefers-not-to-say'));
ALTER TABLE sharing_note ADD CONSTRAINT sharing_note_wants CHECK (wants <@ ARRAY['partner-into-treatment', 'depot', 'other-dosing-point']);
-- Taken back is gone: nothing of it is kept but that there was a talk.
ALTER TABLE sharing_note ADD CONSTRAINT sharing_note_taken_back CHECK (
  CASE WHEN taken_back_at IS NULL THEN kind IS NOT NULL AND taken_back_by IS NULL
    ELSE kind IS NULL AND words IS NULL AND wants = '{}' AND taken_back_by IS NOT NULL END);

ALTER TABLE sharing_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_note FORCE ROW LEVEL SECURITY;
CREATE POLICY sharing_note_owner ON sharing_note TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (kind, words, wants, taken_back_at, taken_back_by, version) ON sharing_note TO throughcare_app;
CREATE POLICY sharing_note_read ON sharing_note FOR SELECT TO throughcare_app
  USING ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_note.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'sharing-note' = ANY (p.categories)));
CREATE POLICY sharing_note_add ON sharing_note FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.has_grant('may-see-couples')) AND service_id = (SELECT app.case_service_id()) AND recorded_by = (SELECT app.account_id())
    AND taken_back_at IS NULL AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_note.episode_id
      AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'sharing-note' = ANY (p.writes)));
CREATE POLICY sharing_note_take_back ON sharing_note FOR UPDATE TO throughcare_app
  USING ((SELECT app.has_grant('may-see-couples')) AND taken_back_at IS NULL AND EXISTS (SELECT 1 FROM case_part p
    WHERE p.episode_id = sharing_note.episode_id AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now())
      AND 'sharing-note' = ANY (p.writes)))
  WITH CHECK ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p
    WHERE p.episode_id = sharing_note.episode_id AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now())
      AND 'sharing-note' = ANY (p.writes)));

-- What was said is emptied or stands: nobody puts other words in its place.
CREATE FUNCTION app.sharing_note_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.taken_back_at IS NULL AND (NEW.kind, NEW.words, NEW.wants) IS DISTINCT FROM (OLD.kind, OLD.words, OLD.wants) THEN
    RAISE EXCEPTION 'a sharing note is taken back, not changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.sharing_note_stands() IS 'Lets a sharing note be emptied when it is taken back, and nothing else.';
CREATE TRIGGER sharing_note_stands BEFORE UPDATE ON sharing_note FOR EACH ROW EXECUTE FUNCTION app.sharing_note_stands();
CREATE TRIGGER sharing_note_never_deleted BEFORE DELETE ON sharing_note FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER sharing_note_never_emptied BEFORE TRUNCATE ON sharing_note FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
SELECT app.ask_for_writes();

-- Who can read it, said in the form itself: the people of the asking service by name, other services as a whole.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.sharing_note_readers(episode uuid) RETURNS TABLE (service_name text, people text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.name, CASE WHEN s.id = app.case_service_id() THEN ARRAY(
      SELECT a.display_name FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.service_id = s.id AND 'may-see-couples' = ANY (m.grants) AND m.role IN ('prison-health', 'caseworker')
        AND (m.until IS NULL OR m.until > app.now()) AND a.disabled_at IS NULL AND (p.circle IS NULL OR a.id = ANY (p.circle)) ORDER BY a.display_name)
    ELSE ARRAY[]::text[] END
  FROM case_part p JOIN service s ON s.id = p.service_id
  WHERE p.episode_id = sharing_note_readers.episode AND p.until > app.now() AND 'sharing-note' = ANY (p.categories)
    AND p.relation IN ('own', 'accepted', 'closing') AND app.has_grant('may-see-couples')
    AND EXISTS (SELECT 1 FROM case_part mine WHERE mine.episode_id = p.episode_id AND mine.service_id = app.case_service_id()
      AND mine.until > app.now() AND 'sharing-note' = ANY (mine.categories) AND app.admits(mine.circle))
  ORDER BY s.id <> app.case_service_id(), s.name
$$;
COMMENT ON FUNCTION app.sharing_note_readers(uuid) IS 'Who can read the sharing notes of a case: for whoever can read them.';
GRANT EXECUTE ON FUNCTION app.sharing_note_readers(uuid) TO throughcare_app, throughcare_owner;
ALTER FUNCTION app.sharing_note_readers(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
