-- Break-glass: somebody at a service without part in a case opens it in an emergency, for 60 minutes, to read. Every press is a row that
-- is looked at afterwards, those too by which nobody was found. See docs/adr/0146.

CREATE TABLE break_glass (
  id uuid NOT NULL PRIMARY KEY,
  account_id uuid NOT NULL,
  service_id uuid NOT NULL,
  reason text NOT NULL,
  basis text NOT NULL,
  because text NOT NULL,
  episode_id uuid,
  person_id uuid,
  at timestamptz(3) NOT NULL,
  until timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  review_due_at timestamptz(3) NOT NULL,
  escalated_at timestamptz(3)
);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_case FOREIGN KEY (episode_id, person_id) REFERENCES custody_episode (id, person_id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_case_is_whole CHECK ((episode_id IS NULL) = (person_id IS NULL));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_reason CHECK (reason IN ('life-at-risk', 'no-dose-today', 'danger-to-somebody'));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_basis CHECK (basis IN ('vital-interests', 'health-care', 'safeguarding'));
ALTER TABLE break_glass ADD CONSTRAINT break_glass_because CHECK (length(trim(because)) BETWEEN 10 AND 500);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_an_hour CHECK (until > at AND until <= at + interval '60 minutes');
CREATE INDEX break_glass_of_account ON break_glass (account_id, at);
CREATE INDEX break_glass_of_service ON break_glass (service_id, at);
CREATE INDEX break_glass_of_case ON break_glass (episode_id, service_id, until);
CREATE INDEX break_glass_open ON break_glass (until) WHERE ended_at IS NULL;
CREATE INDEX break_glass_waiting ON break_glass (review_due_at) WHERE escalated_at IS NULL;
COMMENT ON TABLE break_glass IS 'Emergency looks: who opened which case, why, on which legal basis, and until when. Also presses by which nobody was found.';
COMMENT ON COLUMN break_glass.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN break_glass.account_id IS 'Who pressed.';
COMMENT ON COLUMN break_glass.service_id IS 'Under the hat of which service.';
COMMENT ON COLUMN break_glass.reason IS 'One of BREAK_GLASS_REASONS in packages/domain.';
COMMENT ON COLUMN break_glass.basis IS 'One of LEGAL_BASES of break-glass in packages/domain.';
COMMENT ON COLUMN break_glass.because IS 'What happened, in a sentence by whoever pressed.';
COMMENT ON COLUMN break_glass.episode_id IS 'The case that was opened. Null: nobody was found, or nobody that a press opens. Not for reviewers.';
COMMENT ON COLUMN break_glass.person_id IS 'Its person. Not for reviewers.';
COMMENT ON COLUMN break_glass.at IS 'When.';
COMMENT ON COLUMN break_glass.until IS 'Until when it is open.';
COMMENT ON COLUMN break_glass.ended_at IS 'When the part was taken away again, by the worker or by a restriction.';
COMMENT ON COLUMN break_glass.review_due_at IS 'By when a privacy officer looks at it: the end of the next working day of the acting service.';
COMMENT ON COLUMN break_glass.escalated_at IS 'When the managers of the area were told that nobody had. Null: not yet.';

CREATE TABLE break_glass_review (
  id uuid NOT NULL PRIMARY KEY,
  break_glass_id uuid NOT NULL,
  outcome text NOT NULL,
  note text NOT NULL,
  at timestamptz(3) NOT NULL,
  reviewed_by uuid NOT NULL,
  service_id uuid NOT NULL
);
ALTER TABLE break_glass_review ADD CONSTRAINT break_glass_review_look FOREIGN KEY (break_glass_id) REFERENCES break_glass (id);
ALTER TABLE break_glass_review ADD CONSTRAINT break_glass_review_by FOREIGN KEY (reviewed_by) REFERENCES account (id);
ALTER TABLE break_glass_review ADD CONSTRAINT break_glass_review_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE break_glass_review ADD CONSTRAINT break_glass_review_outcome CHECK (outcome IN ('justified', 'not-justified', 'needs-follow-up'));
CREATE UNIQUE INDEX break_glass_review_once ON break_glass_review (break_glass_id) WHERE outcome <> 'needs-follow-up';
CREATE INDEX break_glass_review_of_look ON break_glass_review (break_glass_id, at);
COMMENT ON TABLE break_glass_review IS 'What a privacy officer found. What needs follow-up is found out once more, and then for good.';
COMMENT ON COLUMN break_glass_review.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN break_glass_review.break_glass_id IS 'Of which look.';
COMMENT ON COLUMN break_glass_review.outcome IS 'One of REVIEW_OUTCOMES in packages/domain.';
COMMENT ON COLUMN break_glass_review.note IS 'Why, in a sentence.';
COMMENT ON COLUMN break_glass_review.at IS 'When.';
COMMENT ON COLUMN break_glass_review.reviewed_by IS 'By whom: never whoever looked.';
COMMENT ON COLUMN break_glass_review.service_id IS 'Under the hat of which service.';
CREATE TRIGGER break_glass_review_insert_only BEFORE UPDATE OR DELETE ON break_glass_review FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER break_glass_review_never_emptied BEFORE TRUNCATE ON break_glass_review FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- The part.

CREATE OR REPLACE FUNCTION app.part_has_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.circle := app.circle_of(NEW.person_id, NEW.service_id);
  -- A part by an emergency look is open to whoever looks, not to their service.
  IF NEW.circle IS NULL AND NEW.relation = 'break-glass' THEN
    NEW.circle := ARRAY(SELECT DISTINCT b.account_id FROM break_glass b
      WHERE b.episode_id = NEW.episode_id AND b.service_id = NEW.service_id AND b.ended_at IS NULL AND b.until > app.now() ORDER BY 1);
  END IF;
  RETURN NEW;
END $$;

-- Two of one service may look into one case, each for an hour of their own.
CREATE FUNCTION app.looks_at(episode uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM break_glass b WHERE b.episode_id = looks_at.episode AND b.service_id = app.service_id()
    AND b.account_id = app.account_id() AND b.ended_at IS NULL AND b.until > app.now())
$$;
COMMENT ON FUNCTION app.looks_at(uuid) IS 'Is the hour of whoever is asking, in this case, still running?';
GRANT EXECUTE ON FUNCTION app.looks_at(uuid) TO throughcare_app, throughcare_lookup;
ALTER POLICY case_part_read ON case_part USING (service_id = (SELECT app.case_service_id()) AND app.admits(circle)
  AND (relation <> 'break-glass' OR app.role() = 'system' OR app.looks_at(episode_id)));

CREATE OR REPLACE FUNCTION app.refresh_case_part(service uuid, episode uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE part record; looked timestamptz;
BEGIN
  WITH claim AS (
    -- The prison that holds the person, and for 30 days more once it has let them go.
    SELECT CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 'own' ELSE 'closing' END AS relation,
      CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 1 ELSE 3 END AS rank,
      CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 'infinity'
        ELSE coalesce(s.until_at, e.released_at, e.ended_on::timestamptz) + interval '30 days' END AS until,
      app.categories_of_kind('prison-health') AS categories
    FROM custody_stay s JOIN custody_episode e ON e.id = s.episode_id
    WHERE s.prison_service_id = service AND s.episode_id = episode
    UNION ALL
    -- The services to which areas of the case were handed.
    SELECT CASE WHEN h.status IN ('acknowledged', 'accepted', 'in-progress') THEN 'accepted'
        WHEN h.status = 'sent' THEN 'offered' WHEN h.status = 'done' THEN 'closing' ELSE 'ended' END,
      CASE WHEN h.status IN ('acknowledged', 'accepted', 'in-progress') THEN 2
        WHEN h.status = 'sent' THEN 4 WHEN h.status = 'done' THEN 3 ELSE 5 END,
      CASE WHEN h.status = 'done' THEN app.now() + interval '30 days' ELSE 'infinity' END,
      CASE WHEN h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') THEN h.carries ELSE '{}' END
    FROM handoff h WHERE h.receiving_service_id = service AND h.episode_id = episode AND h.status <> 'draft'
  ), allowed AS (
    SELECT app.categories_of_kind(s.kind) AS categories FROM service s WHERE s.id = service
  )
  SELECT e.person_id, best.relation, best.until, ARRAY(
      SELECT DISTINCT c FROM claim, unnest(claim.categories) c, allowed WHERE c = ANY (allowed.categories) ORDER BY c
    ) AS categories, ARRAY(
      SELECT DISTINCT c FROM claim, unnest(claim.categories) c, allowed
      WHERE claim.relation IN ('own', 'accepted', 'closing') AND c = ANY (allowed.categories) ORDER BY c
    ) AS writes
  INTO part
  FROM (SELECT claim.relation, claim.until FROM claim ORDER BY claim.rank, claim.until DESC LIMIT 1) best
  JOIN custody_episode e ON e.id = episode;

  -- An emergency look counts where the service has no living part: it opens what its kind may ever read, to read.
  IF part.relation IS NULL OR part.relation = 'ended' OR part.until <= app.now() THEN
    SELECT max(b.until) INTO looked FROM break_glass b
      WHERE b.episode_id = episode AND b.service_id = service AND b.ended_at IS NULL AND b.until > app.now();
    IF looked IS NOT NULL THEN
      SELECT e.person_id, 'break-glass' AS relation, looked AS until, app.categories_of_kind(s.kind) AS categories, '{}'::text[] AS writes
        INTO part FROM custody_episode e, service s WHERE e.id = episode AND s.id = service;
    END IF;
  END IF;

  IF part.relation IS NULL THEN
    DELETE FROM case_part WHERE service_id = service AND episode_id = episode;
    RETURN;
  END IF;
  INSERT INTO case_part AS p (service_id, episode_id, person_id, relation, categories, writes, until)
  VALUES (service, episode, part.person_id, part.relation, part.categories, part.writes, part.until)
  ON CONFLICT (service_id, episode_id) DO UPDATE
    SET relation = excluded.relation, categories = excluded.categories, writes = excluded.writes, until = excluded.until
    WHERE (p.relation, p.categories, p.writes, p.until)
      IS DISTINCT FROM (excluded.relation, excluded.categories, excluded.writes, excluded.until)
      OR excluded.relation = 'break-glass';
END $$;

CREATE FUNCTION app.parts_follow_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.refresh_case_part(NEW.service_id, NEW.episode_id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.parts_follow_look() IS 'Opens and closes the part of an emergency look.';
CREATE TRIGGER break_glass_parts AFTER INSERT OR UPDATE OF ended_at, until ON break_glass
  FOR EACH ROW WHEN (NEW.episode_id IS NOT NULL) EXECUTE FUNCTION app.parts_follow_look();

-- A restricted record is opened by nobody's emergency: looks that are open end as it is restricted.
CREATE FUNCTION app.looks_follow_restriction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE break_glass b SET ended_at = app.now() WHERE b.person_id = NEW.person_id AND b.ended_at IS NULL;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.looks_follow_restriction() IS 'Ends emergency looks into a record that is restricted.';
CREATE TRIGGER restriction_ends_looks AFTER INSERT ON restriction FOR EACH ROW EXECUTE FUNCTION app.looks_follow_restriction();

-- ---------------------------------------------------------------------------------------------------------------------
-- Who looks at it afterwards.

CREATE FUNCTION app.areas_above(service uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE above AS (
    SELECT s.area_id AS id FROM service s WHERE s.id = areas_above.service
    UNION SELECT a.parent_id FROM area a JOIN above ON above.id = a.id WHERE a.parent_id IS NOT NULL
  ) SELECT r.id FROM service r JOIN above ON above.id = r.area_id WHERE r.kind = 'region' AND r.id <> areas_above.service
$$;
COMMENT ON FUNCTION app.areas_above(uuid) IS 'The authorities in whose area a service works.';

CREATE FUNCTION app.may_review(service uuid, escalated timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT coalesce(app.role() = 'manager' AND CASE
    WHEN may_review.service = app.service_id() THEN app.has_grant('privacy-officer')
      OR escalated IS NOT NULL AND NOT EXISTS (SELECT 1 FROM app.areas_above(may_review.service))
    ELSE (app.has_grant('privacy-officer') OR escalated IS NOT NULL)
      AND app.service_id() IN (SELECT app.areas_above(may_review.service)) END, false)
$$;
COMMENT ON FUNCTION app.may_review(uuid, timestamptz) IS
  'May whoever is asking look at the emergency looks of this service? Its privacy officers and those of its area; once nobody did in time, the area''s managers.';

CREATE FUNCTION app.privacy_officers_over(service uuid)
  RETURNS TABLE (service_id uuid, account_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.service_id, m.account_id FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
  WHERE privacy_officers_over.service = app.service_id() AND m.role = 'manager' AND 'privacy-officer' = ANY (m.grants)
    AND (m.until IS NULL OR m.until > app.now())
    AND (m.service_id = privacy_officers_over.service OR m.service_id IN (SELECT app.areas_above(privacy_officers_over.service)))
  ORDER BY 1, 2
$$;
COMMENT ON FUNCTION app.privacy_officers_over(uuid) IS 'Whom an emergency look of the asking service is told to: the privacy officers of the service and of its area.';

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_owner ON break_glass TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY break_glass_lookup ON break_glass FOR SELECT TO throughcare_lookup USING (true);
GRANT SELECT ON break_glass TO throughcare_lookup;
-- Of whom is not among it: a review asks whether the press was right, and tells of nobody.
GRANT SELECT (id, account_id, service_id, reason, basis, because, at, until, ended_at, review_due_at, escalated_at) ON break_glass
  TO throughcare_app;
CREATE POLICY break_glass_read ON break_glass FOR SELECT TO throughcare_app
  USING (account_id = (SELECT app.account_id()) AND service_id = (SELECT app.service_id()) OR app.may_review(service_id, escalated_at));
ALTER TABLE break_glass_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass_review FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_review_owner ON break_glass_review TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON break_glass_review TO throughcare_app;
CREATE POLICY break_glass_review_read ON break_glass_review FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM break_glass b WHERE b.id = break_glass_review.break_glass_id AND app.may_review(b.service_id, b.escalated_at)));
CREATE POLICY break_glass_review_add ON break_glass_review FOR INSERT TO throughcare_app
  WITH CHECK (reviewed_by = (SELECT app.account_id()) AND service_id = (SELECT app.service_id())
    AND EXISTS (SELECT 1 FROM break_glass b WHERE b.id = break_glass_review.break_glass_id AND b.account_id <> (SELECT app.account_id())
      AND app.may_review(b.service_id, b.escalated_at)));

-- ---------------------------------------------------------------------------------------------------------------------
-- The press. One function: whether somebody was found, was restricted or is not there, the same statements run and the same is written.

CREATE FUNCTION app.break_glass(look uuid, words text[], born date, reason text, basis text, because text, review_due_at timestamptz)
  RETURNS TABLE (episode_id uuid, until timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  named uuid[]; closed uuid[]; opened record; ends timestamptz := app.now() + interval '60 minutes'; one record; told uuid;
BEGIN
  IF app.role() IS NULL OR app.role() NOT IN ('prison-health', 'caseworker') OR NOT EXISTS (
    SELECT 1 FROM service s WHERE s.id = app.case_service_id() AND 'omt' = ANY (app.categories_of_kind(s.kind))) THEN
    RAISE EXCEPTION 'nobody who may' USING ERRCODE = '42501';
  END IF;
  closed := ARRAY(SELECT app.closed_persons());
  named := ARRAY(SELECT x.id FROM person x
    WHERE x.date_of_birth = born AND cardinality(words) > 1 AND string_to_array(x.name_key, ' ') @> words ORDER BY x.id);
  SELECT e.id, e.person_id INTO opened FROM custody_episode e
    WHERE e.person_id = (SELECT n FROM unnest(named) n WHERE n <> ALL (closed)
        AND (SELECT count(*) FROM unnest(named) m WHERE m <> ALL (closed)) = 1)
      AND e.ended_because IS DISTINCT FROM 'entered-in-error'
    ORDER BY e.admitted_on DESC, e.id DESC LIMIT 1;
  INSERT INTO break_glass (id, account_id, service_id, reason, basis, because, episode_id, person_id, at, until, review_due_at)
    VALUES (look, app.account_id(), app.service_id(), break_glass.reason, break_glass.basis, break_glass.because, opened.id, opened.person_id,
      app.now(), ends, break_glass.review_due_at);
  -- Somebody stands in an emergency with a person whose record is restricted: those of the circle where the person is or was held
  -- are told, and ring back.
  FOR one IN
    SELECT DISTINCT ON (p.person_id, p.service_id, who) p.service_id, p.episode_id, who AS account_id
    FROM case_part p CROSS JOIN LATERAL unnest(p.circle) AS who
    WHERE p.person_id = ANY (named) AND p.person_id = ANY (closed) AND p.relation IN ('own', 'accepted', 'closing') AND p.until > app.now()
    ORDER BY p.person_id, p.service_id, who, p.until DESC
  LOOP
    told := gen_random_uuid();
    INSERT INTO notice (id, kind, service_id, audience, account_id, episode_id, handoff_id, urgency, dedupe_key, caused_at, caused_by)
      VALUES (told, 'break-glass-asked', one.service_id, 'account', one.account_id, one.episode_id, NULL, 'emergency', look::text,
        app.now(), app.account_id())
      ON CONFLICT DO NOTHING;
    IF FOUND THEN
      PERFORM app.enqueue('tell-notice', jsonb_build_object('noticeId', told, 'serviceId', one.service_id));
    END IF;
  END LOOP;
  RETURN QUERY SELECT opened.id, CASE WHEN opened.id IS NOT NULL THEN ends END;
END $$;
COMMENT ON FUNCTION app.break_glass(uuid, text[], date, text, text, text, timestamptz) IS
  'Opens the latest case of the one person of exactly these names and this birthday to whoever presses, for 60 minutes, to read. An empty row where there is nobody, more than one, or only a restricted record.';

CREATE FUNCTION app.presses_lately() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*)::int FROM break_glass b WHERE b.account_id = app.account_id() AND b.at > app.now() - interval '1 hour'
$$;
COMMENT ON FUNCTION app.presses_lately() IS 'How often whoever is asking broke the glass in the last hour.';

CREATE FUNCTION app.sweep_looks() RETURNS TABLE (look_id uuid, service_id uuid) LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN RETURN; END IF;
  UPDATE break_glass b SET ended_at = b.until WHERE b.ended_at IS NULL AND b.until <= app.now();
  RETURN QUERY
    WITH late AS (
      UPDATE break_glass b SET escalated_at = app.now()
      WHERE b.escalated_at IS NULL AND b.review_due_at <= app.now()
        AND NOT EXISTS (SELECT 1 FROM break_glass_review r WHERE r.break_glass_id = b.id)
      RETURNING b.id, b.service_id
    )
    SELECT late.id, coalesce(over.id, late.service_id) FROM late LEFT JOIN LATERAL app.areas_above(late.service_id) AS over (id) ON true;
END $$;
COMMENT ON FUNCTION app.sweep_looks() IS
  'Takes away what an hour opened, and names the looks that nobody reviewed in time, with the authority (or else the service) whose managers are told. For the worker.';

GRANT EXECUTE ON FUNCTION app.areas_above(uuid), app.may_review(uuid, timestamptz), app.privacy_officers_over(uuid),
  app.break_glass(uuid, text[], date, text, text, text, timestamptz), app.presses_lately(), app.sweep_looks() TO throughcare_app, throughcare_owner;
REVOKE EXECUTE ON FUNCTION app.areas_above(uuid) FROM throughcare_app;
