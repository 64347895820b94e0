-- The moves of a handoff, decided by PostgreSQL as well: the same table as HANDOFF_MOVES in packages/domain, and a guard that lets
-- nothing else be written. What came of a handoff that is done, and the accountable service by status without a gap.

CREATE FUNCTION app.handoff_rules() RETURNS TABLE (move text, from_status text, to_status text, side text, needs_reason boolean)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT r.* FROM (VALUES
    ('send', 'draft', 'sent', 'sending', false),
    ('send', 'draft', 'sent', 'system', false),
    ('acknowledge', 'sent', 'acknowledged', 'receiving', false),
    ('accept', 'sent', 'accepted', 'receiving', false),
    ('accept', 'acknowledged', 'accepted', 'receiving', false),
    ('start', 'accepted', 'in-progress', 'receiving', false),
    ('finish', 'accepted', 'done', 'receiving', false),
    ('finish', 'in-progress', 'done', 'receiving', false),
    ('reassign', 'accepted', 'accepted', 'receiving', false),
    ('reassign', 'accepted', 'accepted', 'system', false),
    ('reassign', 'in-progress', 'accepted', 'receiving', false),
    ('reassign', 'in-progress', 'accepted', 'system', false),
    ('unassign', 'accepted', 'acknowledged', 'receiving', true),
    ('unassign', 'accepted', 'acknowledged', 'system', true),
    ('unassign', 'in-progress', 'acknowledged', 'receiving', true),
    ('unassign', 'in-progress', 'acknowledged', 'system', true),
    ('reject', 'sent', 'rejected', 'receiving', true),
    ('reject', 'acknowledged', 'rejected', 'receiving', true),
    ('return', 'sent', 'returned', 'receiving', true),
    ('return', 'acknowledged', 'returned', 'receiving', true),
    ('resend', 'returned', 'closed', 'sending', false),
    ('resend', 'rejected', 'closed', 'sending', false),
    ('resend', 'timed-out', 'closed', 'sending', false),
    ('revoke', 'draft', 'revoked', 'sending', true),
    ('revoke', 'draft', 'revoked', 'system', true),
    ('revoke', 'sent', 'revoked', 'sending', true),
    ('revoke', 'sent', 'revoked', 'system', true),
    ('revoke', 'acknowledged', 'revoked', 'sending', true),
    ('revoke', 'acknowledged', 'revoked', 'system', true),
    ('revoke', 'accepted', 'revoked', 'sending', true),
    ('revoke', 'accepted', 'revoked', 'system', true),
    ('revoke', 'in-progress', 'revoked', 'sending', true),
    ('revoke', 'in-progress', 'revoked', 'system', true),
    ('revoke', 'returned', 'revoked', 'sending', true),
    ('revoke', 'returned', 'revoked', 'system', true),
    ('time-out', 'sent', 'timed-out', 'system', false),
    ('close', 'rejected', 'closed', 'sending', true),
    ('close', 'timed-out', 'closed', 'sending', true)
  ) r (move, from_status, to_status, side, needs_reason)
$$;
COMMENT ON FUNCTION app.handoff_rules() IS
  'Which move leads from which status to which, on which side, and whether it needs a reason. As HANDOFF_MOVES in packages/domain.';
GRANT EXECUTE ON FUNCTION app.handoff_rules() TO throughcare_app, throughcare_lookup, throughcare_owner;

ALTER TABLE handoff ADD COLUMN outcome text;
COMMENT ON COLUMN handoff.outcome IS 'What came of it, one of HANDOFF_OUTCOMES in packages/domain. Null until it is done.';
UPDATE handoff SET outcome = 'other' WHERE status = 'done';
ALTER TABLE handoff ADD CONSTRAINT handoff_done_has_an_outcome CHECK ((status = 'done') = (outcome IS NOT NULL));
GRANT UPDATE (outcome) ON handoff TO throughcare_app;

-- Whoever had timed out was accountable to nobody's check before. A handoff that is only sent may be the receiver's where it is the
-- successor that a time-out opened.
ALTER TABLE handoff DROP CONSTRAINT handoff_accountable_fits_status;
ALTER TABLE handoff ADD CONSTRAINT handoff_accountable_fits_status CHECK (CASE
  WHEN status IN ('draft', 'rejected', 'returned', 'revoked', 'timed-out', 'closed') THEN accountable_service_id = sending_service_id
  WHEN status = 'sent' THEN accountable_service_id = sending_service_id
    OR (accountable_service_id = receiving_service_id AND previous_id IS NOT NULL)
  ELSE accountable_service_id = receiving_service_id END);

-- A reason is asked for by the table of moves. Both checks let an absent one pass before, as a check does that is not known.
ALTER TABLE handoff_move DROP CONSTRAINT handoff_move_reason;
ALTER TABLE handoff_move ADD CONSTRAINT handoff_move_reason
  CHECK (move NOT IN ('reject', 'revoke', 'return', 'close', 'unassign') OR coalesce(trim(reason), '') <> '');
ALTER TABLE handoff DROP CONSTRAINT handoff_rejection_has_a_reason;
ALTER TABLE handoff ADD CONSTRAINT handoff_rejection_has_a_reason
  CHECK (status <> 'rejected' OR coalesce(trim(rejected_reason), '') <> '');

-- A row of history is a move of the table, by the side that may make it, to the status in which the handoff stands now. Whoever
-- loads whole histories as the owner is held to the table and to nothing else.
CREATE FUNCTION app.guard_handoff_move() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  now_at handoff%ROWTYPE;
  acts_as text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM app.handoff_rules() r WHERE r.move = NEW.move AND r.from_status = NEW.from_status
    AND r.to_status = NEW.to_status) THEN
    RAISE EXCEPTION 'no move % leads from % to %', NEW.move, NEW.from_status, NEW.to_status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'handoff_move_in_table';
  END IF;
  IF current_user <> 'throughcare_app' THEN
    RETURN NEW;
  END IF;
  SELECT * INTO now_at FROM handoff h WHERE h.id = NEW.handoff_id;
  acts_as := CASE WHEN app.role() = 'system' THEN 'system'
    WHEN NEW.by_service_id = now_at.sending_service_id THEN 'sending'
    WHEN NEW.by_service_id = now_at.receiving_service_id THEN 'receiving' END;
  -- Whoever holds no end of it, or may not know of it, is told what the policies tell.
  IF acts_as IS NULL OR now_at.id IS NULL THEN
    RAISE EXCEPTION 'no end of the handoff' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM app.handoff_rules() r WHERE r.move = NEW.move AND r.from_status = NEW.from_status
    AND r.to_status = NEW.to_status AND r.side = acts_as) THEN
    RAISE EXCEPTION 'the % side does not %', acts_as, NEW.move
      USING ERRCODE = 'check_violation', CONSTRAINT = 'handoff_move_by_its_side';
  END IF;
  IF NEW.by_account IS DISTINCT FROM app.account_id() OR now_at.status IS DISTINCT FROM NEW.to_status THEN
    RAISE EXCEPTION 'the history of a handoff says something else than the handoff'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'handoff_move_is_the_state';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.guard_handoff_move() IS
  'Lets a row of history in when it is a move of app.handoff_rules(), by the side that may make it, to where the handoff stands.';
CREATE TRIGGER handoff_move_guard BEFORE INSERT ON handoff_move FOR EACH ROW EXECUTE FUNCTION app.guard_handoff_move();

-- A handoff goes only where a move leads, one version at a time, and has a line of history for it by the end of the transaction:
-- the sum of the history is the state.
CREATE FUNCTION app.guard_handoff() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM app.handoff_rules() r
    WHERE r.from_status = OLD.status AND r.to_status = NEW.status) THEN
    RAISE EXCEPTION 'no move leads from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'handoff_moves_in_table';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.guard_handoff() IS 'Lets a handoff change its status along a move of app.handoff_rules() only, one version at a time.';
CREATE TRIGGER handoff_guard BEFORE UPDATE OF status ON handoff FOR EACH ROW
  WHEN (current_user = 'throughcare_app') EXECUTE FUNCTION app.guard_handoff();

CREATE FUNCTION app.guard_handoff_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE stands text;
BEGIN
  SELECT h.status INTO stands FROM handoff h WHERE h.id = NEW.id;
  IF stands IS DISTINCT FROM coalesce((SELECT m.to_status FROM handoff_move m WHERE m.handoff_id = NEW.id
    ORDER BY m.at DESC, m.id DESC LIMIT 1), 'draft') THEN
    RAISE EXCEPTION 'the history of a handoff says something else than the handoff'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'handoff_history_is_the_state';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.guard_handoff_history() IS 'At the end of a transaction the last move of a handoff must have led to its status.';
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.guard_handoff_history() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
CREATE INDEX handoff_move_of_handoff ON handoff_move (handoff_id, at, id);
CREATE CONSTRAINT TRIGGER handoff_history_guard AFTER INSERT OR UPDATE OF status ON handoff DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (current_user = 'throughcare_app') EXECUTE FUNCTION app.guard_handoff_history();

-- What follows a handoff follows it once: two presses at the same moment cannot both send it on.
CREATE UNIQUE INDEX handoff_one_successor ON handoff (previous_id) WHERE previous_id IS NOT NULL;

-- An area that is handed over anew after somebody finished it: what is open of it is the sender's again until it is acknowledged.
CREATE TRIGGER handoff_items_of_sent AFTER INSERT ON handoff FOR EACH ROW
  WHEN (NEW.status = 'sent' AND NEW.accountable_service_id = NEW.sending_service_id)
  EXECUTE FUNCTION app.items_follow_handoff();
