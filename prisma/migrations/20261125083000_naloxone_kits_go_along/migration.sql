-- A kit belongs to the person, not to one stay in custody. Whoever comes back inside brings their kits into the new case: those of a
-- supporter or a household as they stood, the person's own with nobody having said where it is now. The earlier case keeps its rows,
-- which its figures were counted from, and asks for them no more (NAL-4).

ALTER TABLE naloxone_kit ADD COLUMN carried_from_id uuid;
ALTER TABLE naloxone_kit ADD COLUMN carried_on_at timestamptz(3);
COMMENT ON COLUMN naloxone_kit.carried_from_id IS 'The same kit in the person''s case before. Null: it was first recorded here.';
COMMENT ON COLUMN naloxone_kit.carried_on_at IS 'When it went on into a later case of the person. Null: this is where it is kept up.';
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_carried_from FOREIGN KEY (carried_from_id) REFERENCES naloxone_kit (id);
CREATE INDEX naloxone_kit_carried ON naloxone_kit (carried_from_id) WHERE carried_from_id IS NOT NULL;
ALTER TABLE naloxone_kit DROP CONSTRAINT naloxone_kit_state;
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_state
  CHECK (state IN ('in-property', 'handed-over', 'left-in-prison', 'at-home', 'used', 'lost', 'declined', 'not-known'));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_not_known_came_along
  CHECK (state <> 'not-known' OR carried_from_id IS NOT NULL AND holder = 'person' AND handed_at IS NULL);

CREATE FUNCTION app.kits_go_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- The new case was a mistake: its kits are kept up where they were.
    UPDATE naloxone_kit k SET carried_on_at = NULL
    FROM naloxone_kit here WHERE here.episode_id = NEW.id AND k.id = here.carried_from_id;
    RETURN NULL;
  END IF;
  WITH going AS (
    UPDATE naloxone_kit k SET carried_on_at = app.now()
    FROM custody_episode before
    WHERE before.person_id = NEW.person_id AND before.id <> NEW.id AND before.admitted_on <= NEW.admitted_on
      AND before.ended_because IS DISTINCT FROM 'entered-in-error'
      AND k.episode_id = before.id AND k.carried_on_at IS NULL
      AND k.state IN ('in-property', 'handed-over', 'left-in-prison', 'at-home', 'not-known')
      AND NOT EXISTS (SELECT 1 FROM naloxone_kit other WHERE other.replaces_id = k.id)
    RETURNING k.*
  )
  INSERT INTO naloxone_kit (id, episode_id, product, lot, expires_on, state, handed_at, trained, trained_on, holder, carried_from_id,
    recorded_at, recorded_by)
  SELECT gen_random_uuid(), NEW.id, g.product, g.lot, g.expires_on, CASE WHEN g.holder = 'person' THEN 'not-known' ELSE g.state END,
    CASE WHEN g.holder <> 'person' THEN g.handed_at END, g.trained, g.trained_on, g.holder, g.id,
    app.now(), coalesce(app.account_id(), g.recorded_by)
  FROM going g;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.kits_go_along() IS
  'Brings the naloxone kits of the person''s earlier cases into a new one, and gives them back when the new one was entered in error.';
CREATE TRIGGER custody_episode_kits_go_along AFTER INSERT ON custody_episode FOR EACH ROW EXECUTE FUNCTION app.kits_go_along();
CREATE TRIGGER custody_episode_kits_come_back AFTER UPDATE OF ended_because ON custody_episode FOR EACH ROW
  WHEN (NEW.ended_because = 'entered-in-error' AND OLD.ended_because IS DISTINCT FROM 'entered-in-error')
  EXECUTE FUNCTION app.kits_go_along();
