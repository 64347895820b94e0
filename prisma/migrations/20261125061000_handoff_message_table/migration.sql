-- Messages on a handoff: question and answer between its two services, in the record. Insert-only, and so is who has seen them.

CREATE TABLE handoff_message (
  id uuid NOT NULL,
  handoff_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  kind text NOT NULL,
  answers_id uuid,
  text text NOT NULL,
  from_service_id uuid NOT NULL,
  by_account uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT handoff_message_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE handoff_message IS 'Questions and answers between the two services of a handoff. Insert-only.';
COMMENT ON COLUMN handoff_message.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN handoff_message.handoff_id IS 'The handoff.';
COMMENT ON COLUMN handoff_message.episode_id IS 'The case.';
COMMENT ON COLUMN handoff_message.area IS 'The area of the handoff, which decides who reads the row.';
COMMENT ON COLUMN handoff_message.kind IS 'question or answer.';
COMMENT ON COLUMN handoff_message.answers_id IS 'The question that an answer is to. Null: a question.';
COMMENT ON COLUMN handoff_message.text IS 'In the writer''s words. It never leaves the house in an e-mail.';
COMMENT ON COLUMN handoff_message.from_service_id IS 'Which end says it.';
COMMENT ON COLUMN handoff_message.by_account IS 'By whom.';
COMMENT ON COLUMN handoff_message.at IS 'When.';
ALTER TABLE handoff_message ADD CONSTRAINT handoff_message_handoff FOREIGN KEY (handoff_id, episode_id) REFERENCES handoff (id, episode_id);
ALTER TABLE handoff_message ADD CONSTRAINT handoff_message_service FOREIGN KEY (from_service_id) REFERENCES service (id);
ALTER TABLE handoff_message ADD CONSTRAINT handoff_message_of_handoff UNIQUE (id, handoff_id);
ALTER TABLE handoff_message ADD CONSTRAINT handoff_message_answers FOREIGN KEY (answers_id, handoff_id) REFERENCES handoff_message (id, handoff_id);
ALTER TABLE handoff_message ADD CONSTRAINT handoff_message_kind CHECK (kind IN ('question', 'answer') AND (kind = 'answer') = (answers_id IS NOT NULL));
ALTER TABLE handoff_message ADD CONSTRAINT handoff_message_says CHECK (length(trim(text)) > 0);
CREATE INDEX handoff_message_in_order ON handoff_message (handoff_id, at, id);
CREATE INDEX handoff_message_of_episode ON handoff_message (episode_id);
CREATE INDEX handoff_message_answer_of ON handoff_message (answers_id) WHERE answers_id IS NOT NULL;

CREATE TABLE handoff_message_seen (
  message_id uuid NOT NULL,
  account_id uuid NOT NULL,
  handoff_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  service_id uuid NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  CONSTRAINT handoff_message_seen_pkey PRIMARY KEY (message_id, account_id)
);
COMMENT ON TABLE handoff_message_seen IS 'Who of the other service had a message on their screen, and when first. Insert-only.';
COMMENT ON COLUMN handoff_message_seen.message_id IS 'The message.';
COMMENT ON COLUMN handoff_message_seen.account_id IS 'Who.';
COMMENT ON COLUMN handoff_message_seen.handoff_id IS 'The handoff.';
COMMENT ON COLUMN handoff_message_seen.episode_id IS 'The case.';
COMMENT ON COLUMN handoff_message_seen.area IS 'As on the message.';
COMMENT ON COLUMN handoff_message_seen.service_id IS 'For which service they looked.';
COMMENT ON COLUMN handoff_message_seen.seen_at IS 'When it was first on their screen.';
ALTER TABLE handoff_message_seen ADD CONSTRAINT handoff_message_seen_message FOREIGN KEY (message_id, handoff_id) REFERENCES handoff_message (id, handoff_id);
CREATE INDEX handoff_message_seen_of_episode ON handoff_message_seen (episode_id);

-- The two ends, while their part is alive and opens the area: whoever keeps only the envelope reads no message.
CREATE FUNCTION app.may_talk(handoff uuid, episode uuid, area text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM handoff h JOIN case_part p ON p.episode_id = h.episode_id AND p.service_id = app.case_service_id()
    WHERE h.id = may_talk.handoff AND h.episode_id = may_talk.episode AND h.area = may_talk.area AND h.status <> 'draft'
      AND p.service_id IN (h.sending_service_id, h.receiving_service_id)
      AND (p.service_id = h.sending_service_id OR h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done'))
      AND p.until > app.now() AND p.relation IN ('own', 'closing', 'offered', 'accepted') AND h.area = ANY (p.categories))
$$;
COMMENT ON FUNCTION app.may_talk(uuid, uuid, text) IS 'Whether the asking service is an end of this handoff that still has to do with it. Read with the rights of whoever asks.';
GRANT EXECUTE ON FUNCTION app.may_talk(uuid, uuid, text) TO throughcare_app, throughcare_owner;

ALTER TABLE handoff_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE handoff_message FORCE ROW LEVEL SECURITY;
CREATE POLICY handoff_message_owner ON handoff_message TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON handoff_message TO throughcare_app;
CREATE POLICY handoff_message_read ON handoff_message FOR SELECT TO throughcare_app USING (app.may_talk(handoff_id, episode_id, area));
CREATE POLICY handoff_message_add ON handoff_message FOR INSERT TO throughcare_app
  WITH CHECK (from_service_id = (SELECT app.case_service_id()) AND by_account = (SELECT app.account_id())
    AND (SELECT app.role()) IN ('prison-health', 'caseworker') AND app.may_talk(handoff_id, episode_id, area));
CREATE POLICY handoff_message_open_areas ON handoff_message AS RESTRICTIVE TO throughcare_app
  USING (area <> ALL ((SELECT app.closed_areas())::text[]));
CREATE TRIGGER handoff_message_insert_only BEFORE UPDATE OR DELETE ON handoff_message FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER handoff_message_never_emptied BEFORE TRUNCATE ON handoff_message FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE handoff_message_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE handoff_message_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY handoff_message_seen_owner ON handoff_message_seen TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON handoff_message_seen TO throughcare_app;
CREATE POLICY handoff_message_seen_read ON handoff_message_seen FOR SELECT TO throughcare_app USING (app.may_talk(handoff_id, episode_id, area));
CREATE POLICY handoff_message_seen_add ON handoff_message_seen FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND account_id = (SELECT app.account_id())
    AND app.may_talk(handoff_id, episode_id, area));
CREATE POLICY handoff_message_seen_open_areas ON handoff_message_seen AS RESTRICTIVE TO throughcare_app
  USING (area <> ALL ((SELECT app.closed_areas())::text[]));
CREATE TRIGGER handoff_message_seen_insert_only BEFORE UPDATE OR DELETE ON handoff_message_seen FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER handoff_message_seen_never_emptied BEFORE TRUNCATE ON handoff_message_seen FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
