-- Items follow their handoff: whoever answers for the area of a case answers for its open items, from the same instant on.

CREATE FUNCTION app.items_follow_handoff() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- What the prison itself must do before the gate stays with the prison until the person is out; what is done stays with
  -- whoever did it.
  UPDATE checklist_item i SET accountable_service_id = NEW.accountable_service_id, version = i.version + 1
    FROM care_plan p, custody_episode e
    WHERE p.id = i.care_plan_id AND p.closed_at IS NULL AND e.id = i.episode_id
      AND i.episode_id = NEW.episode_id AND i.area = NEW.area AND i.status <> 'done'
      AND (i.owner_side <> 'prison' OR e.released_at IS NOT NULL)
      AND i.accountable_service_id <> NEW.accountable_service_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.items_follow_handoff() IS
  'Moves the items of a handoff''s area to the service that has become accountable for the handoff.';
REVOKE ALL ON FUNCTION app.items_follow_handoff() FROM PUBLIC;

CREATE TRIGGER handoff_items AFTER UPDATE OF accountable_service_id ON handoff
  FOR EACH ROW WHEN (OLD.accountable_service_id IS DISTINCT FROM NEW.accountable_service_id)
  EXECUTE FUNCTION app.items_follow_handoff();
