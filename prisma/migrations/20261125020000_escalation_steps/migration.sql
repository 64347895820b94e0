-- The clock of a handoff: when it is reminded of, rung for and given up are columns, swept by the worker, and every step that was
-- taken is a row of its own. See docs/adr/0105 and 0106.

ALTER TABLE rule_set_version DROP CONSTRAINT rule_set_version_kind;
ALTER TABLE rule_set_version ADD CONSTRAINT rule_set_version_kind
  CHECK (kind IN ('routing-by-days', 'depot-windows', 'supply-limits', 'handoff-deadlines'));

ALTER TABLE handoff
  ADD COLUMN waiting_since timestamptz(3),
  ADD COLUMN half_at timestamptz(3),
  ADD COLUMN ring_at timestamptz(3),
  ADD COLUMN accept_due_at timestamptz(3),
  ADD COLUMN clock_stage smallint NOT NULL DEFAULT 0,
  ADD COLUMN next_step_at timestamptz(3),
  ADD COLUMN deadline_rule_id text NOT NULL DEFAULT 'handoff-deadlines',
  ADD COLUMN deadline_rule_version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN handoff.waiting_since IS 'Since when somebody has been asked: the first sending of a chain of time-outs, whose clock does not start again.';
COMMENT ON COLUMN handoff.half_at IS 'When the receiver is reminded. Kept by a trigger, as escalationTimes in packages/domain.';
COMMENT ON COLUMN handoff.ring_at IS 'When the duty contact is rung. Kept by the same trigger.';
COMMENT ON COLUMN handoff.accept_due_at IS 'By when somebody there must have taken it. Null until the service has acknowledged.';
COMMENT ON COLUMN handoff.clock_stage IS 'How far the clock was followed: 0 not yet, 1 reminded, 2 rung, 3 past the deadline, 4 told that nobody took it.';
COMMENT ON COLUMN handoff.next_step_at IS 'When the worker has to look at it next. Null: nothing is waited for. Kept by the same trigger.';
COMMENT ON COLUMN handoff.deadline_rule_id IS 'The set of rules that set its deadline.';
COMMENT ON COLUMN handoff.deadline_rule_version IS 'The version of that set.';

CREATE FUNCTION app.handoff_clock() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.waiting_since := coalesce(NEW.waiting_since, NEW.sent_at);
  NEW.half_at := NEW.sent_at + (NEW.due_at - NEW.sent_at) * 0.5;
  NEW.ring_at := NEW.sent_at + (NEW.due_at - NEW.sent_at) * 0.75;
  NEW.next_step_at := CASE
    WHEN NEW.status = 'sent' THEN CASE NEW.clock_stage WHEN 0 THEN NEW.half_at WHEN 1 THEN NEW.ring_at WHEN 2 THEN NEW.due_at END
    WHEN NEW.status = 'acknowledged' AND NEW.clock_stage < 4 THEN NEW.accept_due_at END;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.handoff_clock() IS 'Works out when a handoff is reminded of, rung for and looked at next, whoever writes it.';
CREATE TRIGGER handoff_clock BEFORE INSERT OR UPDATE OF status, sent_at, due_at, accept_due_at, clock_stage ON handoff
  FOR EACH ROW EXECUTE FUNCTION app.handoff_clock();
UPDATE handoff SET clock_stage = 0;
ALTER TABLE handoff ADD CONSTRAINT handoff_clock_stage CHECK (clock_stage BETWEEN 0 AND 4);
ALTER TABLE handoff ADD CONSTRAINT handoff_deadline_rule CHECK (deadline_rule_version >= 1);
CREATE INDEX handoff_next_step ON handoff (next_step_at) WHERE next_step_at IS NOT NULL;
GRANT UPDATE (accept_due_at, clock_stage) ON handoff TO throughcare_app;

-- A fallback answers for the items of the area from the instant in which its handoff is opened.
CREATE TRIGGER handoff_items_of_heir AFTER INSERT ON handoff
  FOR EACH ROW WHEN (NEW.status = 'sent' AND NEW.accountable_service_id = NEW.receiving_service_id)
  EXECUTE FUNCTION app.items_follow_handoff();

CREATE TABLE escalation (
  id uuid NOT NULL,
  handoff_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  step text NOT NULL,
  because text,
  planned_at timestamptz(3) NOT NULL,
  at timestamptz(3) NOT NULL,
  by_account uuid NOT NULL,
  by_service_id uuid NOT NULL,
  told_service_ids uuid[] NOT NULL,
  successor_id uuid,
  agreed_on date,
  agreed_with text,
  CONSTRAINT escalation_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE escalation IS 'A step that was taken because nobody answered a handoff, or could not. Insert-only.';
COMMENT ON COLUMN escalation.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN escalation.handoff_id IS 'The handoff.';
COMMENT ON COLUMN escalation.episode_id IS 'The case.';
COMMENT ON COLUMN escalation.area IS 'The handoff''s area, which decides who may read the row.';
COMMENT ON COLUMN escalation.step IS 'One of ESCALATION_STEPS in packages/domain.';
COMMENT ON COLUMN escalation.because IS 'Why, where a step has reasons: one of NO_HEIR_REASONS or NOBODY_THERE_REASONS in packages/domain.';
COMMENT ON COLUMN escalation.planned_at IS 'When it should have been taken.';
COMMENT ON COLUMN escalation.at IS 'When it was. Much later than planned: the worker was away.';
COMMENT ON COLUMN escalation.by_account IS 'Whose press it followed; the system actor where time alone did.';
COMMENT ON COLUMN escalation.by_service_id IS 'For which service.';
COMMENT ON COLUMN escalation.told_service_ids IS 'The services whose people were told.';
COMMENT ON COLUMN escalation.successor_id IS 'The handoff that the fallback has instead. Null: there is none.';
COMMENT ON COLUMN escalation.agreed_on IS 'When the fallback had agreed, as it was written down then.';
COMMENT ON COLUMN escalation.agreed_with IS 'Who had agreed for it.';

ALTER TABLE escalation ADD CONSTRAINT escalation_handoff FOREIGN KEY (handoff_id, episode_id) REFERENCES handoff (id, episode_id);
ALTER TABLE escalation ADD CONSTRAINT escalation_successor FOREIGN KEY (successor_id, episode_id) REFERENCES handoff (id, episode_id);
ALTER TABLE escalation ADD CONSTRAINT escalation_step CHECK (step IN ('half-time', 'ring-duty', 'to-fallback', 'stays-with-sender',
  'managers-told', 'accept-late', 'nobody-there', 'rejected-near-release', 'taken-from-worker'));
ALTER TABLE escalation ADD CONSTRAINT escalation_because CHECK (because ~ '^[a-z-]{1,40}$');
ALTER TABLE escalation ADD CONSTRAINT escalation_in_order CHECK (planned_at <= at);
ALTER TABLE escalation ADD CONSTRAINT escalation_heir
  CHECK ((step = 'to-fallback') = (successor_id IS NOT NULL) AND (step <> 'to-fallback' OR num_nulls(agreed_on, agreed_with) = 0));
-- Taken once for a handoff, however often the worker looks. A worker can leave twice.
CREATE UNIQUE INDEX escalation_once ON escalation (handoff_id, step) WHERE step <> 'taken-from-worker';
CREATE INDEX escalation_of_handoff ON escalation (handoff_id, at);

ALTER TABLE escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation FORCE ROW LEVEL SECURITY;
CREATE POLICY escalation_owner ON escalation TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON escalation TO throughcare_app;
CREATE POLICY escalation_read ON escalation FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM handoff h WHERE h.id = escalation.handoff_id));
CREATE POLICY escalation_add ON escalation FOR INSERT TO throughcare_app
  WITH CHECK (by_account = (SELECT app.account_id()) AND by_service_id = (SELECT app.case_service_id())
    AND EXISTS (SELECT 1 FROM handoff h WHERE h.id = escalation.handoff_id
      AND (SELECT app.case_service_id()) IN (h.sending_service_id, h.receiving_service_id, h.accountable_service_id)));
CREATE POLICY escalation_open_areas ON escalation AS RESTRICTIVE TO throughcare_app
  USING (area <> ALL ((SELECT app.closed_areas())::text[]));
CREATE TRIGGER escalation_insert_only BEFORE UPDATE OR DELETE ON escalation FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER escalation_never_emptied BEFORE TRUNCATE ON escalation FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- The worker asks what is due, and for which end it may act: the sender while nobody has it, then the service that has it.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.handoff_steps_due(at_most int) RETURNS TABLE (service_id uuid, handoff_id uuid, stage text, planned_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT who.service_id, h.id,
    CASE WHEN h.status = 'acknowledged' THEN 'accept' WHEN h.due_at <= app.now() THEN 'deadline'
      WHEN h.ring_at <= app.now() THEN 'ring-duty' ELSE 'half-time' END,
    CASE WHEN h.status = 'acknowledged' THEN h.accept_due_at WHEN h.due_at <= app.now() THEN h.due_at
      WHEN h.ring_at <= app.now() THEN h.ring_at ELSE h.half_at END
  FROM handoff h
  CROSS JOIN LATERAL (SELECT CASE h.status WHEN 'sent' THEN h.sending_service_id ELSE h.receiving_service_id END AS service_id) who
  WHERE app.role() = 'system' AND h.next_step_at <= app.now() AND NOT app.is_stopped(h.episode_id)
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.service_id = who.service_id AND p.episode_id = h.episode_id
      AND p.until > app.now() AND p.relation IN ('own', 'accepted', 'closing'))
  ORDER BY h.next_step_at, h.id
  LIMIT at_most
$$;
COMMENT ON FUNCTION app.handoff_steps_due(int) IS
  'Handoffs whose clock has come to a next step, each with the latest step that is due and the service for which it is taken. Answers the system actor alone.';
CREATE FUNCTION app.is_heir(previous uuid, heir uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.role() = 'system' AND EXISTS (SELECT 1 FROM handoff p JOIN service s ON s.id = p.receiving_service_id
    WHERE p.id = is_heir.previous AND p.status = 'timed-out' AND p.sending_service_id = app.service_id()
      AND s.fallback_service_id = is_heir.heir AND s.fallback_agreed_on IS NOT NULL)
$$;
COMMENT ON FUNCTION app.is_heir(uuid, uuid) IS
  'Whether a service has agreed to take over what this handoff''s receiver did not answer in time. Asked by the system actor alone.';
GRANT EXECUTE ON FUNCTION app.handoff_steps_due(int), app.is_heir(uuid, uuid) TO throughcare_app;
ALTER FUNCTION app.handoff_steps_due(int) OWNER TO throughcare_lookup;
ALTER FUNCTION app.is_heir(uuid, uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- Nobody sends a handoff for which the receiver answers at once, but the system actor to a fallback that agreed to it.
CREATE POLICY handoff_add_to_heir ON handoff AS RESTRICTIVE FOR INSERT TO throughcare_app
  WITH CHECK (accountable_service_id = sending_service_id OR app.is_heir(previous_id, receiving_service_id));

-- One waits and one runs: what is asked meanwhile is the same question.
SELECT pgboss.create_queue('follow-deadlines', '{"policy": "stately", "retryLimit": 2, "retryDelay": 1}'::jsonb);
