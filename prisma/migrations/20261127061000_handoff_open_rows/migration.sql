-- The inbox of a busy service has thousands of open handoffs. Who has been out longest stands on other tables, behind policies of
-- their own: asked for each of them at every look it was 40 ms. It is kept here beside what the inbox lists, counts and narrows by.
CREATE TABLE open_handoff (
  handoff_id           uuid PRIMARY KEY,
  episode_id           uuid NOT NULL,
  receiving_service_id uuid NOT NULL,
  sending_service_id   uuid NOT NULL,
  area                 text NOT NULL,
  kind                 text NOT NULL,
  status               text NOT NULL,
  worker_id            uuid,
  sent_at              timestamptz(3) NOT NULL,
  due_at               timestamptz(3) NOT NULL,
  accept_due_at        timestamptz(3),
  out_since            timestamptz(3),
  release_date         date,
  until                timestamptz(3)
);
COMMENT ON TABLE open_handoff IS 'What is open at a receiver and goes on, with what its inbox is ordered and counted by. A copy: triggers keep it, and app.list_open_handoffs makes it again.';
COMMENT ON COLUMN open_handoff.handoff_id IS 'The handoff: sent, acknowledged, accepted or in progress, of a case whose work has not stopped.';
COMMENT ON COLUMN open_handoff.episode_id IS 'The case.';
COMMENT ON COLUMN open_handoff.receiving_service_id IS 'Whose inbox it is in.';
COMMENT ON COLUMN open_handoff.sending_service_id IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.area IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.kind IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.status IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.worker_id IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.sent_at IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.due_at IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.accept_due_at IS 'As on the handoff.';
COMMENT ON COLUMN open_handoff.out_since IS 'When the person is known to be out: the release, or the first arrival that nobody took back. Null: not known to be.';
COMMENT ON COLUMN open_handoff.release_date IS 'As on the case.';
COMMENT ON COLUMN open_handoff.until IS 'Until when the receiver has a part in the case. Null: it has none.';

ALTER TABLE open_handoff ADD CONSTRAINT open_handoff_handoff FOREIGN KEY (handoff_id, episode_id) REFERENCES handoff (id, episode_id) ON DELETE CASCADE;
CREATE INDEX open_handoff_in_inbox ON open_handoff (receiving_service_id, status, out_since, release_date, due_at, handoff_id);
CREATE INDEX open_handoff_of_episode ON open_handoff (episode_id);

ALTER TABLE open_handoff ENABLE ROW LEVEL SECURITY;
ALTER TABLE open_handoff FORCE ROW LEVEL SECURITY;
GRANT SELECT ON open_handoff TO throughcare_app;
CREATE POLICY open_handoff_owner ON open_handoff TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY open_handoff_read ON open_handoff FOR SELECT TO throughcare_app
  USING (receiving_service_id = (SELECT app.case_service_id()) AND area <> ALL ((SELECT app.closed_areas())::text[])
    AND NOT (episode_id IN (SELECT app.closed_cases())) AND until > (SELECT app.now()));

CREATE FUNCTION app.out_since(episode uuid) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(e.released_at, (SELECT min(u.at) FROM outcome u WHERE u.episode_id = e.id AND u.kind = 'arrived'
    AND NOT EXISTS (SELECT 1 FROM custody_event_answer w WHERE w.withdraws_outcome_id = u.id)))
  FROM custody_episode e WHERE e.id = out_since.episode
$$;
COMMENT ON FUNCTION app.out_since(uuid) IS 'Since when the person of a case is known to be out. For triggers.';

CREATE FUNCTION app.list_open_handoffs(episode uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE of_case custody_episode; stopped boolean; out_since timestamptz;
BEGIN
  -- Held, so that whoever sends a handoff of the case and whoever records a release see one another.
  SELECT * INTO of_case FROM custody_episode e WHERE e.id = episode FOR NO KEY UPDATE;
  stopped := app.is_stopped(episode);
  out_since := app.out_since(episode);
  DELETE FROM open_handoff o WHERE o.episode_id = episode AND (stopped OR NOT EXISTS (SELECT 1 FROM handoff h
    WHERE h.id = o.handoff_id AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress')));
  IF stopped THEN RETURN; END IF;
  INSERT INTO open_handoff AS o (handoff_id, episode_id, receiving_service_id, sending_service_id, area, kind, status, worker_id, sent_at,
    due_at, accept_due_at, out_since, release_date, until)
  SELECT h.id, h.episode_id, h.receiving_service_id, h.sending_service_id, h.area, h.kind, h.status, h.worker_id, h.sent_at, h.due_at,
    h.accept_due_at, out_since, of_case.release_date, p.until
  FROM handoff h LEFT JOIN case_part p ON p.service_id = h.receiving_service_id AND p.episode_id = h.episode_id
  WHERE h.episode_id = episode AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress')
  ON CONFLICT (handoff_id) DO UPDATE SET out_since = excluded.out_since, release_date = excluded.release_date
    WHERE (o.out_since, o.release_date) IS DISTINCT FROM (excluded.out_since, excluded.release_date);
END $$;
COMMENT ON FUNCTION app.list_open_handoffs(uuid) IS 'Makes the rows of open_handoff of a case again, as far as the case decides them. For triggers.';

CREATE FUNCTION app.open_handoff_follows_case() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.list_open_handoffs((to_jsonb(NEW) ->> TG_ARGV[0])::uuid);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.open_handoff_follows_case() IS 'Trigger: what stands on the case, as the inbox is ordered by it.';

CREATE FUNCTION app.open_handoff_follows() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.status NOT IN ('sent', 'acknowledged', 'accepted', 'in-progress') THEN
    DELETE FROM open_handoff o WHERE o.handoff_id = NEW.id;
    RETURN NULL;
  END IF;
  -- What the case decides stays as it is: whoever writes it brings it here.
  UPDATE open_handoff o SET receiving_service_id = NEW.receiving_service_id, sending_service_id = NEW.sending_service_id, area = NEW.area,
    kind = NEW.kind, status = NEW.status, worker_id = NEW.worker_id, sent_at = NEW.sent_at, due_at = NEW.due_at,
    accept_due_at = NEW.accept_due_at, episode_id = NEW.episode_id
  WHERE o.handoff_id = NEW.id;
  IF NOT FOUND THEN PERFORM app.list_open_handoffs(NEW.episode_id); END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.open_handoff_follows() IS 'Trigger: what stands on the handoff itself.';

CREATE FUNCTION app.open_handoff_follows_part() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE part case_part;
BEGIN
  IF TG_OP = 'DELETE' THEN
    part := OLD;
    part.until := NULL;
  ELSE
    part := NEW;
  END IF;
  UPDATE open_handoff o SET until = part.until
  WHERE o.episode_id = part.episode_id AND o.receiving_service_id = part.service_id AND o.until IS DISTINCT FROM part.until;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.open_handoff_follows_part() IS 'Trigger: for how long the receiver has a part in the case.';

CREATE TRIGGER handoff_in_inbox AFTER INSERT OR UPDATE OF status, receiving_service_id, sending_service_id, kind, worker_id, sent_at, due_at,
  accept_due_at, episode_id ON handoff FOR EACH ROW EXECUTE FUNCTION app.open_handoff_follows();
CREATE TRIGGER custody_episode_in_inbox AFTER UPDATE OF released_at, release_date ON custody_episode FOR EACH ROW
  WHEN ((OLD.released_at, OLD.release_date) IS DISTINCT FROM (NEW.released_at, NEW.release_date))
  EXECUTE FUNCTION app.open_handoff_follows_case('id');
CREATE TRIGGER case_part_in_inbox AFTER INSERT OR DELETE OR UPDATE OF until ON case_part FOR EACH ROW
  EXECUTE FUNCTION app.open_handoff_follows_part();
CREATE TRIGGER outcome_in_inbox AFTER INSERT ON outcome FOR EACH ROW WHEN (NEW.kind = 'arrived')
  EXECUTE FUNCTION app.open_handoff_follows_case('episode_id');
CREATE TRIGGER custody_event_in_inbox AFTER INSERT ON custody_event FOR EACH ROW WHEN (NEW.kind IN ('died', 'deported'))
  EXECUTE FUNCTION app.open_handoff_follows_case('episode_id');
CREATE TRIGGER custody_event_answer_in_inbox AFTER INSERT ON custody_event_answer FOR EACH ROW WHEN (NEW.answer = 'taken-back')
  EXECUTE FUNCTION app.open_handoff_follows_case('episode_id');

INSERT INTO open_handoff (handoff_id, episode_id, receiving_service_id, sending_service_id, area, kind, status, worker_id, sent_at,
  due_at, accept_due_at, out_since, release_date, until)
SELECT h.id, h.episode_id, h.receiving_service_id, h.sending_service_id, h.area, h.kind, h.status, h.worker_id, h.sent_at, h.due_at,
  h.accept_due_at, app.out_since(h.episode_id), e.release_date, p.until
FROM handoff h JOIN custody_episode e ON e.id = h.episode_id
  LEFT JOIN case_part p ON p.service_id = h.receiving_service_id AND p.episode_id = h.episode_id
WHERE h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress') AND NOT app.is_stopped(h.episode_id);
