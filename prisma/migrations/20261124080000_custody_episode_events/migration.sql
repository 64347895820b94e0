-- What befalls a case otherwise than by a date, a release or a move: somebody dies, is taken out of the country, lies in hospital.
-- An event is never changed; what is said to it afterwards (confirmed, taken back, over) stands beside it.

CREATE TABLE custody_event (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL,
  ended_episode boolean NOT NULL,
  closed_plan_id uuid,
  outcome_id uuid,
  recorded_at timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT custody_event_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE custody_event IS 'A death, a deportation or a stay in hospital, as somebody recorded it, and what the press did. Insert-only; a wrong one is taken back by an answer.';
COMMENT ON COLUMN custody_event.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN custody_event.episode_id IS 'The case.';
COMMENT ON COLUMN custody_event.kind IS 'died, deported or hospital.';
COMMENT ON COLUMN custody_event.at IS 'When it happened, as far as is known.';
COMMENT ON COLUMN custody_event.ended_episode IS 'Whether this press ended the custody episode: the person was inside, and the prison that holds them said so.';
COMMENT ON COLUMN custody_event.closed_plan_id IS 'The plan that this press closed. Null: none was open, or it stays open.';
COMMENT ON COLUMN custody_event.outcome_id IS 'The outcome that tells of the death. Null for what is no outcome.';
COMMENT ON COLUMN custody_event.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN custody_event.service_id IS 'For which service.';
COMMENT ON COLUMN custody_event.recorded_by IS 'By whom.';

CREATE TABLE custody_event_answer (
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  answer text NOT NULL,
  reason text,
  words text,
  withdraws_outcome_id uuid,
  at timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  answered_by uuid NOT NULL,
  CONSTRAINT custody_event_answer_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE custody_event_answer IS 'What somebody said to an event afterwards. Insert-only, each answer once.';
COMMENT ON COLUMN custody_event_answer.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN custody_event_answer.event_id IS 'The event.';
COMMENT ON COLUMN custody_event_answer.episode_id IS 'The case.';
COMMENT ON COLUMN custody_event_answer.answer IS 'confirmed by a second person, taken-back as wrong, or over: back from hospital.';
COMMENT ON COLUMN custody_event_answer.reason IS 'Why it was taken back: one of EVENT_UNDO_REASONS in packages/domain.';
COMMENT ON COLUMN custody_event_answer.words IS 'What else was said about it.';
COMMENT ON COLUMN custody_event_answer.withdraws_outcome_id IS 'The outcome that no longer counts. It stays in its table, and nobody but the owner reads it.';
COMMENT ON COLUMN custody_event_answer.at IS 'When.';
COMMENT ON COLUMN custody_event_answer.service_id IS 'For which service.';
COMMENT ON COLUMN custody_event_answer.answered_by IS 'By whom.';

ALTER TABLE custody_event ADD CONSTRAINT custody_event_with_episode UNIQUE (id, episode_id);
ALTER TABLE custody_event ADD CONSTRAINT custody_event_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE custody_event ADD CONSTRAINT custody_event_plan FOREIGN KEY (closed_plan_id, episode_id) REFERENCES care_plan (id, episode_id);
ALTER TABLE custody_event ADD CONSTRAINT custody_event_outcome FOREIGN KEY (outcome_id) REFERENCES outcome (id);
ALTER TABLE custody_event ADD CONSTRAINT custody_event_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE custody_event ADD CONSTRAINT custody_event_kind CHECK (kind IN ('died', 'deported', 'hospital'));
ALTER TABLE custody_event ADD CONSTRAINT custody_event_death_is_an_outcome CHECK ((kind = 'died') = (outcome_id IS NOT NULL));
ALTER TABLE custody_event ADD CONSTRAINT custody_event_hospital_ends_nothing
  CHECK (kind <> 'hospital' OR (NOT ended_episode AND closed_plan_id IS NULL));
ALTER TABLE custody_event ADD CONSTRAINT custody_event_not_ahead CHECK (at <= recorded_at);
CREATE INDEX custody_event_of_episode ON custody_event (episode_id, recorded_at);
ALTER TABLE custody_event_answer ADD CONSTRAINT custody_event_answer_event
  FOREIGN KEY (event_id, episode_id) REFERENCES custody_event (id, episode_id);
ALTER TABLE custody_event_answer ADD CONSTRAINT custody_event_answer_once UNIQUE (event_id, answer);
ALTER TABLE custody_event_answer ADD CONSTRAINT custody_event_answer_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE custody_event_answer ADD CONSTRAINT custody_event_answer_outcome FOREIGN KEY (withdraws_outcome_id) REFERENCES outcome (id);
ALTER TABLE custody_event_answer ADD CONSTRAINT custody_event_answer_answer CHECK (answer IN ('confirmed', 'taken-back', 'over'));
ALTER TABLE custody_event_answer ADD CONSTRAINT custody_event_answer_reason CHECK (CASE answer
  WHEN 'taken-back' THEN reason IN ('wrong-person', 'not-so', 'wrong-time', 'other') AND (reason <> 'other' OR length(words) > 0)
  ELSE num_nonnulls(reason, words, withdraws_outcome_id) = 0 END);
CREATE INDEX custody_event_answer_of_episode ON custody_event_answer (episode_id);
CREATE UNIQUE INDEX custody_event_answer_withdraws ON custody_event_answer (withdraws_outcome_id) WHERE withdraws_outcome_id IS NOT NULL;

ALTER TABLE custody_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_event FORCE ROW LEVEL SECURITY;
CREATE POLICY custody_event_owner ON custody_event TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON custody_event TO throughcare_app;
CREATE POLICY custody_event_read ON custody_event FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_event.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY custody_event_add ON custody_event FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_event.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER custody_event_insert_only BEFORE UPDATE OR DELETE ON custody_event FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER custody_event_never_emptied BEFORE TRUNCATE ON custody_event FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE custody_event_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_event_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY custody_event_answer_owner ON custody_event_answer TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON custody_event_answer TO throughcare_app;
CREATE POLICY custody_event_answer_read ON custody_event_answer FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_event_answer.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY custody_event_answer_add ON custody_event_answer FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_event_answer.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.writes) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE TRIGGER custody_event_answer_insert_only BEFORE UPDATE OR DELETE ON custody_event_answer FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER custody_event_answer_never_emptied BEFORE TRUNCATE ON custody_event_answer FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- An outcome that was taken back counts nowhere: said once here, so that no figure, list or alert has to remember it.
GRANT SELECT ON custody_event, custody_event_answer TO throughcare_lookup;
CREATE POLICY custody_event_lookup ON custody_event FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY custody_event_answer_lookup ON custody_event_answer FOR SELECT TO throughcare_lookup USING (true);
ALTER POLICY outcome_lookup ON outcome
  USING (NOT EXISTS (SELECT 1 FROM custody_event_answer w WHERE w.withdraws_outcome_id = outcome.id));
ALTER POLICY outcome_read ON outcome
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = outcome.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND outcome.category = ANY (p.categories))
    AND NOT EXISTS (SELECT 1 FROM custody_event_answer w WHERE w.withdraws_outcome_id = outcome.id));

-- Of one case, read with the rights of whoever asks: a case without a part is never stopped, as it is never there. Lists that ask it of
-- every row say the same in their own statement (packages/db/src/custody-episode/not-stopped.ts).
CREATE FUNCTION app.is_stopped(episode uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM public.custody_event v WHERE v.episode_id = episode AND v.kind IN ('died', 'deported')
    AND NOT EXISTS (SELECT 1 FROM public.custody_event_answer a WHERE a.event_id = v.id AND a.answer = 'taken-back'))
$$;
COMMENT ON FUNCTION app.is_stopped(uuid) IS 'Whether work on the case has stopped because the person died or was taken out of the country.';
GRANT EXECUTE ON FUNCTION app.is_stopped(uuid) TO throughcare_app, throughcare_owner, throughcare_lookup;

-- The gap board follows an event that was taken back as it follows an outcome.
CREATE OR REPLACE FUNCTION app.gap_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  moved uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  remembered text := coalesce(current_setting('app.gaps_moved', true), '');
  held timestamptz;
BEGIN
  -- Held until the end of the transaction, so that nobody works it out meanwhile from what stood before.
  SELECT g.stale_at INTO held FROM cover_gap g WHERE g.episode_id = moved FOR UPDATE;
  IF NOT FOUND THEN
    -- Only a treatment begins a row: who is on none has no gap.
    IF TG_TABLE_NAME <> 'medication_treatment' THEN RETURN NULL; END IF;
    INSERT INTO cover_gap (episode_id, stale_at) VALUES (moved, app.now()) ON CONFLICT DO NOTHING;
  ELSIF TG_TABLE_NAME IN ('outcome', 'custody_episode', 'custody_event_answer') THEN
    UPDATE cover_gap SET stale_at = app.now(), is_over = EXISTS (SELECT 1 FROM outcome o
        WHERE o.episode_id = moved AND o.kind IN ('died', 'back-in-custody')
          AND NOT EXISTS (SELECT 1 FROM custody_event_answer w WHERE w.withdraws_outcome_id = o.id))
      OR EXISTS (SELECT 1 FROM custody_episode e WHERE e.id = moved AND e.ended_because <> 'released')
    WHERE episode_id = moved;
  ELSIF held > app.now() THEN
    UPDATE cover_gap SET stale_at = app.now() WHERE episode_id = moved;
  END IF;
  IF length(remembered) < 800 AND position(moved::text IN remembered) = 0 THEN
    PERFORM set_config('app.gaps_moved', remembered || moved::text || ' ', true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER custody_event_answer_moves_gap AFTER INSERT ON custody_event_answer
  FOR EACH ROW WHEN (NEW.answer = 'taken-back') EXECUTE FUNCTION app.gap_moves('episode_id');
