-- The inbox of notices: what each hat was told, and whether it was read.

CREATE TABLE notice_entry (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  service_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  kind text NOT NULL,
  urgency text NOT NULL,
  episode_id uuid,
  handoff_id uuid,
  caused_at timestamptz(3) NOT NULL,
  told_at timestamptz(3) NOT NULL,
  on_behalf_of uuid,
  read_at timestamptz(3),
  withdrawn_at timestamptz(3),
  CONSTRAINT notice_entry_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE notice_entry IS 'A notice as one hat reads it. It names nobody.';
COMMENT ON COLUMN notice_entry.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN notice_entry.notice_id IS 'The notice.';
COMMENT ON COLUMN notice_entry.service_id IS 'The service of the hat.';
COMMENT ON COLUMN notice_entry.membership_id IS 'The hat.';
COMMENT ON COLUMN notice_entry.kind IS 'As on the notice.';
COMMENT ON COLUMN notice_entry.urgency IS 'As on the notice.';
COMMENT ON COLUMN notice_entry.episode_id IS 'As on the notice.';
COMMENT ON COLUMN notice_entry.handoff_id IS 'As on the notice.';
COMMENT ON COLUMN notice_entry.caused_at IS 'As on the notice.';
COMMENT ON COLUMN notice_entry.told_at IS 'When it was put here.';
COMMENT ON COLUMN notice_entry.on_behalf_of IS 'The hat of the colleague who had it re-routed to here. Null: it is for this hat.';
COMMENT ON COLUMN notice_entry.read_at IS 'When it was marked as read. Null: not yet.';
COMMENT ON COLUMN notice_entry.withdrawn_at IS 'When what it tells of was undone. Null: it holds. Kept by a trigger.';

ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_once UNIQUE (notice_id, membership_id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_notice FOREIGN KEY (notice_id) REFERENCES notice (id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_behalf FOREIGN KEY (on_behalf_of) REFERENCES membership (id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_handoff FOREIGN KEY (handoff_id) REFERENCES handoff (id);
ALTER TABLE notice_entry ADD CONSTRAINT notice_entry_read CHECK (read_at >= told_at);
CREATE INDEX notice_entry_unread ON notice_entry (membership_id) WHERE read_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX notice_entry_newest ON notice_entry (membership_id, caused_at DESC);

ALTER TABLE notice_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_entry_owner ON notice_entry TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (read_at) ON notice_entry TO throughcare_app;
CREATE POLICY notice_entry_read ON notice_entry FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND ((SELECT app.role()) = 'system' OR EXISTS (SELECT 1 FROM membership m
    WHERE m.id = notice_entry.membership_id AND m.account_id = (SELECT app.account_id()) AND m.service_id = notice_entry.service_id
      AND m.role = (SELECT app.role()))));
CREATE POLICY notice_entry_add ON notice_entry FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'system' AND service_id = (SELECT app.service_id())
    AND EXISTS (SELECT 1 FROM notice n WHERE n.id = notice_entry.notice_id AND n.service_id = notice_entry.service_id));
CREATE POLICY notice_entry_change ON notice_entry FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND EXISTS (SELECT 1 FROM membership m
    WHERE m.id = notice_entry.membership_id AND m.account_id = (SELECT app.account_id()) AND m.service_id = notice_entry.service_id
      AND m.role = (SELECT app.role())));

CREATE FUNCTION app.entries_follow_withdrawal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE notice_entry SET withdrawn_at = NEW.withdrawn_at WHERE notice_id = NEW.notice_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notice_withdrawal_entries AFTER INSERT ON notice_withdrawal
  FOR EACH ROW EXECUTE FUNCTION app.entries_follow_withdrawal();

-- Who hears of a notice: looks at accounts that were closed, and at cases in which the service has no part any more.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON notice, notice_withdrawal TO throughcare_lookup;
CREATE POLICY notice_lookup ON notice FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY notice_withdrawal_lookup ON notice_withdrawal FOR SELECT TO throughcare_lookup USING (true);

CREATE FUNCTION app.standing_hats(service uuid) RETURNS TABLE (membership_id uuid, account_id uuid, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.account_id, m.role FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.service_id = service AND (m.until IS NULL OR m.until > app.now()) AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM installation i WHERE i.purpose <> 'production'))
    AND app.role() = 'system' AND service = app.service_id()
$$;
COMMENT ON FUNCTION app.standing_hats(uuid) IS 'The hats at a service that somebody can wear now. Answers the system actor of the service alone.';

CREATE FUNCTION app.notice_readers(notice uuid) RETURNS TABLE (membership_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH told AS (
    SELECT n.* FROM notice n WHERE n.id = notice_readers.notice AND app.role() = 'system' AND n.service_id = app.service_id()
      AND NOT EXISTS (SELECT 1 FROM notice_withdrawal w WHERE w.notice_id = n.id)
      AND (n.kind = 'case-stopped' OR n.episode_id IS NULL OR NOT EXISTS (SELECT 1 FROM custody_event v
        WHERE v.episode_id = n.episode_id AND v.kind IN ('died', 'deported')
          AND NOT EXISTS (SELECT 1 FROM custody_event_answer a WHERE a.event_id = v.id AND a.answer = 'taken-back')))
  ), hats AS (
    SELECT h.membership_id, CASE
        WHEN t.audience = 'account' THEN CASE WHEN h.account_id = t.account_id THEN 1 END
        WHEN t.audience = 'managers' THEN CASE WHEN h.role = 'manager' THEN 1 ELSE 2 END
        ELSE CASE WHEN h.role IN ('prison-health', 'caseworker') THEN 1 ELSE 2 END
      END AS rank
    FROM told t CROSS JOIN LATERAL app.standing_hats(t.service_id) h
  )
  -- Where nobody of the audience is left, whoever else is there hears of it.
  SELECT hats.membership_id FROM hats WHERE hats.rank = (SELECT min(b.rank) FROM hats b)
$$;
COMMENT ON FUNCTION app.notice_readers(uuid) IS
  'The hats that hear of a notice; none once it was withdrawn, or when work on the case has stopped. Answers the system actor of the service alone.';

GRANT EXECUTE ON FUNCTION app.standing_hats(uuid), app.notice_readers(uuid) TO throughcare_app;
ALTER FUNCTION app.standing_hats(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.notice_readers(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
