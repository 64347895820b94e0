-- Each press of "Released now" as it was, and each press taken back: both stay. The columns of custody_episode say what holds now.

CREATE TABLE release_record (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  released_at timestamptz(3) NOT NULL,
  learned_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  kind text NOT NULL,
  turned_items uuid[] NOT NULL,
  sent_handoffs uuid[] NOT NULL,
  service_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  request_id uuid NOT NULL,
  CONSTRAINT release_record_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE release_record IS 'A release as somebody recorded it, and what the press did. Insert-only; a wrong one is taken back by a release_undo.';
COMMENT ON COLUMN release_record.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN release_record.episode_id IS 'The case.';
COMMENT ON COLUMN release_record.released_at IS 'When the person went through the gate.';
COMMENT ON COLUMN release_record.learned_at IS 'When staff learned of it.';
COMMENT ON COLUMN release_record.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN release_record.kind IS 'One of RELEASE_KINDS in packages/domain.';
COMMENT ON COLUMN release_record.turned_items IS 'Checklist items that were the prison''s and became the community''s by this press.';
COMMENT ON COLUMN release_record.sent_handoffs IS 'Handoffs that this press sent.';
COMMENT ON COLUMN release_record.service_id IS 'The prison that recorded it.';
COMMENT ON COLUMN release_record.recorded_by IS 'By whom.';
COMMENT ON COLUMN release_record.request_id IS 'The press: its entry in the audit trail tells who looked afterwards.';

CREATE TABLE release_undo (
  id uuid NOT NULL,
  record_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  reason text NOT NULL,
  words text,
  undone_at timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  undone_by uuid NOT NULL,
  CONSTRAINT release_undo_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE release_undo IS 'A recorded release taken back because the press was wrong. Insert-only; one for a record at most.';
COMMENT ON COLUMN release_undo.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN release_undo.record_id IS 'The record that was wrong.';
COMMENT ON COLUMN release_undo.episode_id IS 'The case.';
COMMENT ON COLUMN release_undo.reason IS 'One of UNDO_REASONS in packages/domain.';
COMMENT ON COLUMN release_undo.words IS 'What else was said about it.';
COMMENT ON COLUMN release_undo.undone_at IS 'When it was taken back.';
COMMENT ON COLUMN release_undo.service_id IS 'The prison that took it back.';
COMMENT ON COLUMN release_undo.undone_by IS 'By whom.';

ALTER TABLE release_record ADD CONSTRAINT release_record_with_episode UNIQUE (id, episode_id);
ALTER TABLE release_record ADD CONSTRAINT release_record_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE release_record ADD CONSTRAINT release_record_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE release_record ADD CONSTRAINT release_record_kind CHECK (kind IN ('planned', 'short-notice', 'unplanned'));
ALTER TABLE release_record ADD CONSTRAINT release_record_not_ahead CHECK (released_at <= recorded_at AND learned_at <= recorded_at);
CREATE INDEX release_record_of_episode ON release_record (episode_id, recorded_at);
ALTER TABLE release_undo ADD CONSTRAINT release_undo_record FOREIGN KEY (record_id, episode_id) REFERENCES release_record (id, episode_id);
ALTER TABLE release_undo ADD CONSTRAINT release_undo_once UNIQUE (record_id);
ALTER TABLE release_undo ADD CONSTRAINT release_undo_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE release_undo ADD CONSTRAINT release_undo_reason
  CHECK (reason IN ('wrong-person', 'not-released', 'wrong-time', 'other') AND (reason <> 'other' OR length(words) > 0));
CREATE INDEX release_undo_of_episode ON release_undo (episode_id);

ALTER TABLE release_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_record FORCE ROW LEVEL SECURITY;
CREATE POLICY release_record_owner ON release_record TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON release_record TO throughcare_app;
CREATE POLICY release_record_read ON release_record FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_record.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY release_record_add ON release_record FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_record.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER release_record_insert_only BEFORE UPDATE OR DELETE ON release_record FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER release_record_never_emptied BEFORE TRUNCATE ON release_record FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE release_undo ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_undo FORCE ROW LEVEL SECURITY;
CREATE POLICY release_undo_owner ON release_undo TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON release_undo TO throughcare_app;
CREATE POLICY release_undo_read ON release_undo FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_undo.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY release_undo_add ON release_undo FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_undo.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER release_undo_insert_only BEFORE UPDATE OR DELETE ON release_undo FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER release_undo_never_emptied BEFORE TRUNCATE ON release_undo FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The trail is closed to the app's role. This answers one narrow question of it, to the prison that pressed and to nobody else.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON release_record, audit_entry TO throughcare_lookup;
CREATE POLICY release_record_lookup ON release_record FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY audit_entry_lookup ON audit_entry FOR SELECT TO throughcare_lookup USING (true);
CREATE FUNCTION app.release_seen_by(episode uuid)
  RETURNS TABLE (service_name text, account_name text, first_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH record AS (
    SELECT r.* FROM public.release_record r
    WHERE r.episode_id = episode AND r.service_id = app.case_service_id() AND app.role() = 'prison-health'
      AND EXISTS (SELECT 1 FROM public.case_part p WHERE p.episode_id = episode AND p.service_id = app.case_service_id()
        AND p.until > app.now() AND p.relation IN ('own', 'closing'))
    ORDER BY r.recorded_at DESC, r.id DESC LIMIT 1
  ), pressed AS (
    SELECT record.service_id, min(a.at) AS at FROM record
    JOIN public.audit_entry a ON a.service_id = record.service_id AND a.action = 'release.record'
      AND a.request_id = record.request_id AND a.account_id = record.recorded_by
    GROUP BY record.service_id
  )
  SELECT s.name, c.display_name, min(a.at)
  FROM pressed
  JOIN public.audit_entry a ON a.at >= pressed.at AND a.outcome = 'done' AND a.service_id <> pressed.service_id
    AND a.episode_ids @> ARRAY[episode]
  JOIN public.service s ON s.id = a.service_id
  JOIN public.account c ON c.id = a.account_id
  GROUP BY s.name, c.display_name ORDER BY min(a.at), s.name, c.display_name
$$;
COMMENT ON FUNCTION app.release_seen_by(uuid) IS
  'Who of other services has looked at the case since its release was last recorded. For the prison that recorded it; no rows for anybody else.';
GRANT EXECUTE ON FUNCTION app.release_seen_by(uuid) TO throughcare_app, throughcare_owner;
ALTER FUNCTION app.release_seen_by(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
