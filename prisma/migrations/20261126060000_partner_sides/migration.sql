-- Two partners, each in a record of their own. What a press writes belongs to its own side; what crosses is left on each side by one run a
-- day (docs/adr/0165). No row that a viewer of one can read holds a field of the other but what both agreed to see.

-- ---------------------------------------------------------------------------------------------------------------------
-- The side of one person: what they said alone. Insert-only.

CREATE TABLE partner_side (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  version integer NOT NULL,
  answer text NOT NULL,
  asked_on date,
  asked_by uuid,
  seen_alone boolean NOT NULL,
  yes_on date,
  is_blocked boolean NOT NULL,
  leaving text,
  named_way text,
  named_initials text,
  named_on date,
  code text,
  code_until date,
  starts_on date,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT partner_side_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE partner_side IS 'What one person said alone about a partner: of a case the row with the highest version stands. Insert-only. Nothing of the partner is in it.';
COMMENT ON COLUMN partner_side.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN partner_side.episode_id IS 'The case.';
COMMENT ON COLUMN partner_side.version IS '0 for the first statement, and one more for each that follows.';
COMMENT ON COLUMN partner_side.answer IS 'One of PARTNER_ANSWERS in packages/domain.';
COMMENT ON COLUMN partner_side.asked_on IS 'The day of the last private conversation. Null: not asked.';
COMMENT ON COLUMN partner_side.asked_by IS 'Who asked.';
COMMENT ON COLUMN partner_side.seen_alone IS 'That nobody else was there. Nothing is recorded without it.';
COMMENT ON COLUMN partner_side.yes_on IS 'The day of the last yes, also when it was taken back since. Null: there was none.';
COMMENT ON COLUMN partner_side.is_blocked IS 'Whether the person wants no joint work, whatever they answered. Why is not kept.';
COMMENT ON COLUMN partner_side.leaving IS 'How this side left: one of LEAVINGS in packages/domain. Null: it has not.';
COMMENT ON COLUMN partner_side.named_way IS 'How the person named the partner: one of NAMING_WAYS in packages/domain. Null: they did not.';
COMMENT ON COLUMN partner_side.named_initials IS 'Of a partner without a record here: initials. Null: none, or another way.';
COMMENT ON COLUMN partner_side.named_on IS 'The day on which the partner was named.';
COMMENT ON COLUMN partner_side.code IS 'A code that this person may give to their partner. Null: none was asked for.';
COMMENT ON COLUMN partner_side.code_until IS 'The last day of the code.';
COMMENT ON COLUMN partner_side.starts_on IS 'The first day of treatment that this person lets their partner see. Null: not known.';
COMMENT ON COLUMN partner_side.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN partner_side.recorded_by IS 'By whom.';
ALTER TABLE partner_side ADD CONSTRAINT partner_side_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE partner_side ADD CONSTRAINT partner_side_version UNIQUE (episode_id, version);
ALTER TABLE partner_side ADD CONSTRAINT partner_side_answer CHECK (version >= 0 AND answer IN ('not-asked', 'yes', 'no', 'withdrawn')
  AND (answer = 'not-asked') = (asked_on IS NULL) AND (asked_on IS NULL) = (asked_by IS NULL) AND seen_alone = (asked_on IS NOT NULL));
ALTER TABLE partner_side ADD CONSTRAINT partner_side_yes CHECK (answer <> 'yes' OR yes_on IS NOT NULL);
ALTER TABLE partner_side ADD CONSTRAINT partner_side_leaving CHECK (leaving IS NULL
  OR leaving IN ('end-now', 'next-run', 'keep-appearances') AND (answer <> 'yes' OR is_blocked));
ALTER TABLE partner_side ADD CONSTRAINT partner_side_named CHECK (named_way IN ('name-and-birth', 'code', 'not-here')
  AND (named_way IS NULL) = (named_on IS NULL) AND (named_initials IS NULL OR named_way = 'not-here'));
ALTER TABLE partner_side ADD CONSTRAINT partner_side_code CHECK ((code IS NULL) = (code_until IS NULL));
CREATE INDEX partner_side_by_code ON partner_side (code) WHERE code IS NOT NULL;

ALTER TABLE partner_side ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_side FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_side_owner ON partner_side TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON partner_side TO throughcare_app;
CREATE POLICY partner_side_read ON partner_side FOR SELECT TO throughcare_app
  USING ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_side.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.categories)));
CREATE POLICY partner_side_add ON partner_side FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_side.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.writes)));
CREATE TRIGGER partner_side_insert_only BEFORE UPDATE OR DELETE ON partner_side FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER partner_side_never_emptied BEFORE TRUNCATE ON partner_side FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- Whom the person named. Written by the application and read by the run alone: no viewer reads a third person here.

CREATE TABLE partner_naming (
  side_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  name_words text[] NOT NULL DEFAULT '{}',
  date_of_birth date,
  code text,
  CONSTRAINT partner_naming_pkey PRIMARY KEY (side_id)
);
COMMENT ON TABLE partner_naming IS 'Whom a person named as their partner: of a case the row of the last naming stands. Written by the application, read by the daily run alone.';
COMMENT ON COLUMN partner_naming.side_id IS 'The statement of this side with which they were named.';
COMMENT ON COLUMN partner_naming.episode_id IS 'The case.';
COMMENT ON COLUMN partner_naming.name_words IS 'The words of the name, folded as person.name_key, in alphabetical order. Empty: named in another way.';
COMMENT ON COLUMN partner_naming.date_of_birth IS 'As the person said it. Null: named in another way.';
COMMENT ON COLUMN partner_naming.code IS 'The code that the partner brought. Null: named in another way.';
ALTER TABLE partner_naming ADD CONSTRAINT partner_naming_side FOREIGN KEY (side_id) REFERENCES partner_side (id);
ALTER TABLE partner_naming ADD CONSTRAINT partner_naming_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE partner_naming ADD CONSTRAINT partner_naming_way CHECK ((cardinality(name_words) = 0) = (date_of_birth IS NULL)
  AND (date_of_birth IS NULL OR code IS NULL));
ALTER TABLE partner_naming ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_naming FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_naming_owner ON partner_naming TO throughcare_owner USING (true) WITH CHECK (true);
GRANT INSERT ON partner_naming TO throughcare_app;
CREATE POLICY partner_naming_add ON partner_naming FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_naming.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.writes)));
CREATE TRIGGER partner_naming_insert_only BEFORE UPDATE OR DELETE ON partner_naming FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER partner_naming_never_emptied BEFORE TRUNCATE ON partner_naming FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- What the run leaves on a side. No row: not available, as for somebody who was never linked.

CREATE TABLE partner_shown (
  episode_id uuid NOT NULL,
  other_starts_on date,
  shown_at timestamptz(3) NOT NULL,
  CONSTRAINT partner_shown_pkey PRIMARY KEY (episode_id)
);
COMMENT ON TABLE partner_shown IS 'That the link of this side is active, and what both agreed to see of each other. Written by the daily run alone. No row: not available.';
COMMENT ON COLUMN partner_shown.episode_id IS 'The case.';
COMMENT ON COLUMN partner_shown.other_starts_on IS 'The first day of treatment that the partner lets this person see. Null: not known.';
COMMENT ON COLUMN partner_shown.shown_at IS 'The run that wrote it.';
ALTER TABLE partner_shown ADD CONSTRAINT partner_shown_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE partner_shown ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_shown FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_shown_owner ON partner_shown TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT ON partner_shown TO throughcare_app;
CREATE POLICY partner_shown_read ON partner_shown FOR SELECT TO throughcare_app
  USING ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_shown.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.categories)));

-- ---------------------------------------------------------------------------------------------------------------------
-- That an appointment of this side is one for both. The appointment itself is an ordinary one of the partner area.

CREATE TABLE partner_joint (
  appointment_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  is_joint boolean NOT NULL DEFAULT true,
  CONSTRAINT partner_joint_pkey PRIMARY KEY (appointment_id)
);
COMMENT ON TABLE partner_joint IS 'Appointments of this side that are for both. The row of the other side is its own.';
COMMENT ON COLUMN partner_joint.appointment_id IS 'The appointment, of this case.';
COMMENT ON COLUMN partner_joint.episode_id IS 'The case.';
COMMENT ON COLUMN partner_joint.is_joint IS 'False: it was one for both, and is one for this person alone.';
ALTER TABLE partner_joint ADD CONSTRAINT partner_joint_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id);
ALTER TABLE partner_joint ADD CONSTRAINT partner_joint_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
CREATE INDEX partner_joint_of_episode ON partner_joint (episode_id);
ALTER TABLE partner_joint ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_joint FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_joint_owner ON partner_joint TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON partner_joint TO throughcare_app;
GRANT UPDATE (is_joint) ON partner_joint TO throughcare_app;
CREATE POLICY partner_joint_read ON partner_joint FOR SELECT TO throughcare_app
  USING ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_joint.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.categories)));
CREATE POLICY partner_joint_add ON partner_joint FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_joint.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.writes)));
CREATE POLICY partner_joint_change ON partner_joint FOR UPDATE TO throughcare_app
  USING ((SELECT app.has_grant('may-see-couples')) AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_joint.episode_id
    AND p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.writes)))
  WITH CHECK (NOT is_joint);

-- ---------------------------------------------------------------------------------------------------------------------
-- Which two appointments are one meeting, and which runs there were: known to the run alone.

CREATE TABLE partner_meeting (
  appointment_id uuid NOT NULL,
  counterpart_id uuid NOT NULL,
  CONSTRAINT partner_meeting_pkey PRIMARY KEY (appointment_id)
);
COMMENT ON TABLE partner_meeting IS 'Which two appointments are one meeting of two partners. Nobody reads it but the daily run.';
COMMENT ON COLUMN partner_meeting.appointment_id IS 'The appointment that somebody planned.';
COMMENT ON COLUMN partner_meeting.counterpart_id IS 'The one that the run made for the partner.';
ALTER TABLE partner_meeting ADD CONSTRAINT partner_meeting_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id);
ALTER TABLE partner_meeting ADD CONSTRAINT partner_meeting_counterpart FOREIGN KEY (counterpart_id) REFERENCES appointment (id);
ALTER TABLE partner_meeting ADD CONSTRAINT partner_meeting_once UNIQUE (counterpart_id);
ALTER TABLE partner_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_meeting_owner ON partner_meeting TO throughcare_owner USING (true) WITH CHECK (true);

CREATE TABLE partner_run (
  run_at timestamptz(3) NOT NULL,
  done_at timestamptz(3) NOT NULL,
  CONSTRAINT partner_run_pkey PRIMARY KEY (run_at)
);
COMMENT ON TABLE partner_run IS 'The daily runs that were made. Nobody reads it but the run itself.';
COMMENT ON COLUMN partner_run.run_at IS 'The moment for which it was made.';
COMMENT ON COLUMN partner_run.done_at IS 'When it was made.';
ALTER TABLE partner_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_run FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_run_owner ON partner_run TO throughcare_owner USING (true) WITH CHECK (true);

-- ---------------------------------------------------------------------------------------------------------------------
-- The run. Both functions answer the system actor alone.

-- Every side that stands open, with the one side that it and its person named each other with, if there is exactly one.
CREATE FUNCTION app.partner_sides(run timestamptz) RETURNS TABLE (episode_id uuid, person_id uuid, service_id uuid, answer text,
    asked_on date, yes_on date, is_blocked boolean, leaving text, starts_on date, other_episode_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() <> 'system' OR run > app.now() THEN RETURN; END IF;
  INSERT INTO partner_run (run_at, done_at) VALUES (run, app.now()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY
    WITH newest AS (
      SELECT DISTINCT ON (s.episode_id) s.* FROM partner_side s ORDER BY s.episode_id, s.version DESC
    ), side AS (
      -- Of somebody with more than one case the last counts; one that was closed, or on which work has stopped, is none.
      SELECT DISTINCT ON (e.person_id) n.*, e.person_id, x.name_key, x.date_of_birth, h.prison_service_id
      FROM newest n JOIN custody_episode e ON e.id = n.episode_id JOIN person x ON x.id = e.person_id
      JOIN LATERAL (SELECT t.prison_service_id FROM custody_stay t WHERE t.episode_id = e.id ORDER BY t.from_at DESC, t.id DESC LIMIT 1) h ON true
      WHERE (e.ended_because IS NULL OR e.ended_because = 'released')
        AND EXISTS (SELECT 1 FROM care_plan c WHERE c.episode_id = e.id AND c.closed_at IS NULL)
      ORDER BY e.person_id, e.admitted_on DESC, e.created_at DESC, e.id
    ), named AS (
      SELECT DISTINCT ON (g.episode_id) g.*, s.recorded_at FROM partner_naming g JOIN partner_side s ON s.id = g.side_id
      ORDER BY g.episode_id, s.version DESC
    ), met AS (
      SELECT g.episode_id AS one, b.episode_id AS other, g.code IS NOT NULL AS by_code
      FROM named g JOIN side a ON a.episode_id = g.episode_id
      JOIN side b ON b.person_id <> a.person_id AND CASE WHEN g.code IS NOT NULL
        THEN b.code = g.code AND b.code_until >= g.recorded_at::date
        ELSE b.date_of_birth = g.date_of_birth AND string_to_array(b.name_key, ' ') @> g.name_words END
    ), single AS (
      SELECT m.one, min(m.other::text)::uuid AS other, bool_or(m.by_code) AS by_code FROM met m GROUP BY m.one HAVING count(*) = 1
    ), meant AS (
      SELECT m.one, m.other FROM single m JOIN single back ON back.one = m.other AND back.other = m.one
      UNION
      -- Whoever gave a code away and named nobody meant whoever brought it.
      SELECT m.one, m.other FROM single m WHERE m.by_code AND NOT EXISTS (SELECT 1 FROM named g WHERE g.episode_id = m.other)
      UNION
      SELECT m.other, m.one FROM single m WHERE m.by_code AND NOT EXISTS (SELECT 1 FROM named g WHERE g.episode_id = m.other)
    ), pair AS (
      SELECT p.one, min(p.other::text)::uuid AS other FROM meant p GROUP BY p.one HAVING count(*) = 1
    )
    SELECT s.episode_id, s.person_id, s.prison_service_id, s.answer, s.asked_on, s.yes_on, s.is_blocked, s.leaving, s.starts_on,
      -- Each of the two is the other's only one.
      (SELECT p.other FROM pair p JOIN pair back ON back.one = p.other AND back.other = p.one WHERE p.one = s.episode_id)
    FROM side s ORDER BY s.episode_id;
END $$;
COMMENT ON FUNCTION app.partner_sides(timestamptz) IS
  'Begins the run of that moment and tells it all sides, each with its partner. Nothing when that run was made, or to anybody but the system actor.';
GRANT EXECUTE ON FUNCTION app.partner_sides(timestamptz) TO throughcare_app;

-- Leaves on each side what the run decided for it.
CREATE FUNCTION app.show_partners(run timestamptz, decided jsonb) RETURNS TABLE (episode_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE one record; made uuid; touched uuid[] := '{}';
BEGIN
  IF app.role() <> 'system' OR NOT EXISTS (SELECT 1 FROM partner_run r WHERE r.run_at = run AND r.done_at = app.now()::timestamptz(3)) THEN RETURN; END IF;

  WITH gone AS (
    DELETE FROM partner_shown w WHERE NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(decided)
      AS d ("episodeId" uuid, "isShown" boolean) WHERE d."episodeId" = w.episode_id AND d."isShown") RETURNING w.episode_id
  ) SELECT touched || coalesce(array_agg(g.episode_id), '{}') INTO touched FROM gone g;

  WITH kept AS (
    INSERT INTO partner_shown AS w (episode_id, other_starts_on, shown_at)
      SELECT d."episodeId", d."otherStartsOn", run FROM jsonb_to_recordset(decided)
        AS d ("episodeId" uuid, "isShown" boolean, "otherStartsOn" date, "isKeptUp" boolean) WHERE d."isShown"
    ON CONFLICT (episode_id) DO UPDATE SET other_starts_on = excluded.other_starts_on, shown_at = excluded.shown_at
      -- Of somebody who keeps up appearances it stays as it was.
      WHERE w.other_starts_on IS DISTINCT FROM excluded.other_starts_on AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(decided)
        AS d ("episodeId" uuid, "isKeptUp" boolean) WHERE d."episodeId" = w.episode_id AND d."isKeptUp")
    RETURNING w.episode_id
  ) SELECT touched || coalesce(array_agg(k.episode_id), '{}') INTO touched FROM kept k;

  -- Times for both become times for one where nothing is shown any more; whoever left is not expected there.
  FOR one IN
    SELECT j.appointment_id, j.episode_id, coalesce(d.leaves, false) AS leaves
    FROM partner_joint j JOIN appointment a ON a.id = j.appointment_id
    LEFT JOIN jsonb_to_recordset(decided) AS d ("episodeId" uuid, "isShown" boolean, leaves boolean) ON d."episodeId" = j.episode_id
    WHERE j.is_joint AND a.at > app.now() AND NOT coalesce(d."isShown", false)
  LOOP
    UPDATE partner_joint SET is_joint = false WHERE appointment_id = one.appointment_id;
    IF one.leaves THEN
      UPDATE appointment a SET status = 'cancelled', version = a.version + 1 WHERE a.id = one.appointment_id AND a.status = 'booked';
    END IF;
    touched := touched || one.episode_id;
  END LOOP;

  -- What somebody planned for both since the last run, as a row of the partner's own.
  FOR one IN
    SELECT j.appointment_id, d."otherEpisodeId" AS other, a.service_id, a.at, a.place
    FROM partner_joint j JOIN appointment a ON a.id = j.appointment_id
    JOIN jsonb_to_recordset(decided) AS d ("episodeId" uuid, "isActive" boolean, "otherEpisodeId" uuid) ON d."episodeId" = j.episode_id
    WHERE j.is_joint AND d."isActive" AND a.status = 'booked' AND a.at > app.now()
      AND NOT EXISTS (SELECT 1 FROM partner_meeting m WHERE j.appointment_id IN (m.appointment_id, m.counterpart_id))
    ORDER BY a.at, a.id
  LOOP
    made := gen_random_uuid();
    INSERT INTO appointment (id, episode_id, area, service_id, at, place, status, recorded_at, recorded_by)
      VALUES (made, one.other, 'partner', one.service_id, one.at, one.place, 'booked', app.now(), app.account_id());
    INSERT INTO partner_joint (appointment_id, episode_id) VALUES (made, one.other);
    INSERT INTO partner_meeting (appointment_id, counterpart_id) VALUES (one.appointment_id, made);
    touched := touched || one.other;
  END LOOP;
  RETURN QUERY SELECT DISTINCT u FROM unnest(touched) u ORDER BY 1;
END $$;
COMMENT ON FUNCTION app.show_partners(timestamptz, jsonb) IS
  'Leaves on each side what the run that has just begun decided for it, and tells which cases changed. For the system actor alone.';
GRANT EXECUTE ON FUNCTION app.show_partners(timestamptz, jsonb) TO throughcare_app;
