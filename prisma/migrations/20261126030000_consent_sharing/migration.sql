-- What a person consents to have shared, with whom and until when; what is shared without consent, with a reason and a legal basis;
-- what they object to. What a handoff carries follows from these at once, and the policies ask the same question again with every
-- read: what was withdrawn is gone from the next one.

CREATE TABLE sharing_consent (
  id uuid NOT NULL,
  consent_id uuid NOT NULL,
  version integer NOT NULL,
  episode_id uuid NOT NULL,
  state text NOT NULL,
  purpose text NOT NULL,
  service_ids uuid[] NOT NULL,
  kinds text[] NOT NULL,
  supporter_ids uuid[] NOT NULL,
  categories text[] NOT NULL,
  from_on date NOT NULL,
  to_on date,
  valid_from timestamptz(3) NOT NULL,
  valid_until timestamptz(3),
  language text,
  explained text NOT NULL,
  capacity text NOT NULL,
  witness text,
  own_words text,
  signature text,
  signed_at timestamptz(3),
  service_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT sharing_consent_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE sharing_consent IS 'What a person said about sharing what goes beyond care: given, refused, withdrawn. Insert-only: of each consent the row with the highest version stands.';
COMMENT ON COLUMN sharing_consent.id IS 'Made in code, UUIDv7; of a withdrawal by the database.';
COMMENT ON COLUMN sharing_consent.consent_id IS 'Which consent it is about. The same for all of its statements.';
COMMENT ON COLUMN sharing_consent.version IS '1 for what was said first, 2 for its withdrawal.';
COMMENT ON COLUMN sharing_consent.episode_id IS 'The case.';
COMMENT ON COLUMN sharing_consent.state IS 'given, refused or withdrawn. Expired is worked out from the days.';
COMMENT ON COLUMN sharing_consent.purpose IS 'What for: one of CONSENT_PURPOSES in packages/domain.';
COMMENT ON COLUMN sharing_consent.service_ids IS 'The services that it names.';
COMMENT ON COLUMN sharing_consent.kinds IS 'The kinds of service that it names, as service.kind.';
COMMENT ON COLUMN sharing_consent.supporter_ids IS 'The supporters that it names.';
COMMENT ON COLUMN sharing_consent.categories IS 'What may be shared: of CONSENT_CATEGORIES in packages/domain.';
COMMENT ON COLUMN sharing_consent.from_on IS 'Its first day, as agreed.';
COMMENT ON COLUMN sharing_consent.to_on IS 'Its last day, which counts whole. Null: until it is withdrawn.';
COMMENT ON COLUMN sharing_consent.valid_from IS 'When it begins: the first day''s start where it was recorded, or the moment of recording.';
COMMENT ON COLUMN sharing_consent.valid_until IS 'The first instant at which it is over. Null: until it is withdrawn.';
COMMENT ON COLUMN sharing_consent.language IS 'In which language it was explained, BCP 47. Null: not noted.';
COMMENT ON COLUMN sharing_consent.explained IS 'How: one of CONSENT_EXPLAINED in packages/domain.';
COMMENT ON COLUMN sharing_consent.capacity IS 'Whether whoever asked found that the person could decide this: one of CAPACITIES in packages/domain.';
COMMENT ON COLUMN sharing_consent.witness IS 'Who was there. Null: nobody else.';
COMMENT ON COLUMN sharing_consent.own_words IS 'What the person said about it, as said. Null: nothing.';
COMMENT ON COLUMN sharing_consent.signature IS 'The name that the person typed, or had typed. Null: not signed, which a consent that is given never is.';
COMMENT ON COLUMN sharing_consent.signed_at IS 'When it was typed.';
COMMENT ON COLUMN sharing_consent.service_id IS 'The service at which it was said.';
COMMENT ON COLUMN sharing_consent.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN sharing_consent.recorded_by IS 'By whom.';
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_by FOREIGN KEY (recorded_by) REFERENCES account (id);
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_once UNIQUE (consent_id, version);
-- What is withdrawn was given first, and is never given again: that is a new consent.
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_state CHECK (CASE state WHEN 'given' THEN version = 1 WHEN 'refused' THEN version = 1
  WHEN 'withdrawn' THEN version = 2 ELSE false END);
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_purpose
  CHECK (purpose IN ('treatment-goes-on', 'support-goes-on', 'housing', 'benefits', 'supporter-told', 'research'));
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_categories CHECK (cardinality(categories) > 0
  AND categories <@ ARRAY['hiv-hcv', 'own-words', 'supporters', 'sharing-note', 'network']);
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_recipients
  CHECK (cardinality(service_ids) + cardinality(kinds) + cardinality(supporter_ids) > 0);
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_explained
  CHECK (explained IN ('spoken', 'read-aloud', 'with-interpreter', 'easy-read', 'read-alone'));
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_days CHECK (to_on IS NULL AND valid_until IS NULL OR to_on >= from_on AND valid_until > valid_from);
-- Given means: by somebody who could decide it, with their name under it.
ALTER TABLE sharing_consent ADD CONSTRAINT sharing_consent_given CHECK (capacity IN ('can-decide', 'cannot-decide', 'not-looked-at')
  AND (state <> 'given' OR capacity = 'can-decide' AND coalesce(trim(signature), '') <> '' AND signed_at IS NOT NULL));
CREATE INDEX sharing_consent_of_episode ON sharing_consent (episode_id, consent_id, version);
CREATE INDEX sharing_consent_ends ON sharing_consent (valid_until) WHERE valid_until IS NOT NULL;
CREATE INDEX sharing_consent_begins ON sharing_consent (valid_from);

CREATE TABLE sharing_override (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  legal_basis text NOT NULL,
  reason text NOT NULL,
  service_ids uuid[] NOT NULL,
  categories text[] NOT NULL,
  valid_until timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  ended_at timestamptz(3),
  ended_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT sharing_override_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE sharing_override IS 'What is shared without a consent: on which legal basis, why, with whom and until when. Never a consent.';
COMMENT ON COLUMN sharing_override.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN sharing_override.episode_id IS 'The case.';
COMMENT ON COLUMN sharing_override.legal_basis IS 'One of OVERRIDE_BASES in packages/domain.';
COMMENT ON COLUMN sharing_override.reason IS 'Why, as typed.';
COMMENT ON COLUMN sharing_override.service_ids IS 'The services that it names.';
COMMENT ON COLUMN sharing_override.categories IS 'What is shared: of CONSENT_CATEGORIES in packages/domain.';
COMMENT ON COLUMN sharing_override.valid_until IS 'The first instant at which it is over.';
COMMENT ON COLUMN sharing_override.service_id IS 'The service that decided it.';
COMMENT ON COLUMN sharing_override.recorded_at IS 'When it was decided.';
COMMENT ON COLUMN sharing_override.recorded_by IS 'By whom.';
COMMENT ON COLUMN sharing_override.ended_at IS 'When somebody ended it earlier. Null: nobody did.';
COMMENT ON COLUMN sharing_override.ended_by IS 'Who.';
COMMENT ON COLUMN sharing_override.version IS 'Rises by one with every change.';
ALTER TABLE sharing_override ADD CONSTRAINT sharing_override_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE sharing_override ADD CONSTRAINT sharing_override_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE sharing_override ADD CONSTRAINT sharing_override_by FOREIGN KEY (recorded_by) REFERENCES account (id);
ALTER TABLE sharing_override ADD CONSTRAINT sharing_override_basis
  CHECK (legal_basis IN ('vital-interest', 'child-safeguarding', 'legal-duty') AND length(trim(reason)) > 0);
ALTER TABLE sharing_override ADD CONSTRAINT sharing_override_names CHECK (cardinality(service_ids) > 0 AND cardinality(categories) > 0
  AND categories <@ ARRAY['hiv-hcv', 'own-words', 'supporters', 'sharing-note', 'network']);
-- Three days at most: our default, not a guideline.
ALTER TABLE sharing_override ADD CONSTRAINT sharing_override_ends CHECK (valid_until > recorded_at
  AND valid_until <= recorded_at + interval '72 hours' AND (ended_at IS NULL) = (ended_by IS NULL));
CREATE INDEX sharing_override_of_episode ON sharing_override (episode_id, recorded_at);
CREATE INDEX sharing_override_until ON sharing_override (valid_until);

CREATE TABLE objection (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  service_ids uuid[] NOT NULL,
  kinds text[] NOT NULL,
  categories text[] NOT NULL,
  own_words text,
  service_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  due_at timestamptz(3) NOT NULL,
  decision text,
  decision_reason text,
  told_what_is_lost boolean NOT NULL DEFAULT false,
  decided_at timestamptz(3),
  decided_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT objection_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE objection IS 'What a person does not want shared of what is shared for their care. It changes nothing until a clinician has decided, the same day.';
COMMENT ON COLUMN objection.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN objection.episode_id IS 'The case.';
COMMENT ON COLUMN objection.service_ids IS 'With which services. Empty with kinds: with everybody.';
COMMENT ON COLUMN objection.kinds IS 'With which kinds of service, as service.kind.';
COMMENT ON COLUMN objection.categories IS 'What: data categories that are shared without consent.';
COMMENT ON COLUMN objection.own_words IS 'What the person said about it, as said. Null: nothing.';
COMMENT ON COLUMN objection.service_id IS 'The service at which it was said.';
COMMENT ON COLUMN objection.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN objection.recorded_by IS 'By whom.';
COMMENT ON COLUMN objection.due_at IS 'By when it is decided: the end of that day where it was said.';
COMMENT ON COLUMN objection.decision IS 'upheld or not-upheld. Null: it waits for a clinician.';
COMMENT ON COLUMN objection.decision_reason IS 'Why, as typed.';
COMMENT ON COLUMN objection.told_what_is_lost IS 'Whether the person was told what would be lost: a decision is not written without it.';
COMMENT ON COLUMN objection.decided_at IS 'When it was decided.';
COMMENT ON COLUMN objection.decided_by IS 'By whom.';
COMMENT ON COLUMN objection.version IS 'Rises by one with every change.';
ALTER TABLE objection ADD CONSTRAINT objection_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE objection ADD CONSTRAINT objection_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE objection ADD CONSTRAINT objection_by FOREIGN KEY (recorded_by) REFERENCES account (id);
ALTER TABLE objection ADD CONSTRAINT objection_categories CHECK (cardinality(categories) > 0 AND categories <@ ARRAY['omt', 'naloxone', 'health',
  'housing', 'benefits', 'partner', 'documents', 'work', 'belongings', 'support']);
ALTER TABLE objection ADD CONSTRAINT objection_decided CHECK (num_nulls(decision, decision_reason, decided_at, decided_by) IN (0, 4)
  AND (decision IS NULL OR decision IN ('upheld', 'not-upheld') AND length(trim(decision_reason)) > 0 AND told_what_is_lost));
CREATE INDEX objection_of_episode ON objection (episode_id, recorded_at);
CREATE INDEX objection_waits ON objection (due_at) WHERE decision IS NULL;

-- ---------------------------------------------------------------------------------------------------------------------
-- The question itself, once in SQL: packages/domain's decideSharing answers it alike, and a test holds the two equal.

-- With handoffs of this area, what a consent may add: CONSENT_GOES_WITH in packages/domain.
CREATE FUNCTION app.consent_goes_with(area text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN area IN ('omt', 'health') THEN ARRAY['hiv-hcv'] ELSE ARRAY[]::text[] END
    || CASE WHEN area <> 'partner' THEN ARRAY['own-words'] ELSE ARRAY[]::text[] END
    || CASE area WHEN 'support' THEN ARRAY['supporters', 'network'] WHEN 'omt' THEN ARRAY['sharing-note'] ELSE ARRAY[]::text[] END;
COMMENT ON FUNCTION app.consent_goes_with(text) IS 'What a consent may add to a handoff of this area. As CONSENT_GOES_WITH in packages/domain.';

-- What live consents and overrides of a case open for one service at this moment. Asked through the functions below and by nobody else.
CREATE FUNCTION app.sharing_opens(episode uuid, service uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT c), '{}') FROM (
    SELECT unnest(given.categories) AS c FROM sharing_consent given
    WHERE given.episode_id = sharing_opens.episode AND given.state = 'given' AND given.valid_from <= app.now()
      AND (given.valid_until IS NULL OR given.valid_until > app.now())
      AND NOT EXISTS (SELECT 1 FROM sharing_consent later WHERE later.consent_id = given.consent_id AND later.version > given.version)
      AND (sharing_opens.service = ANY (given.service_ids)
        OR (SELECT s.kind FROM service s WHERE s.id = sharing_opens.service) = ANY (given.kinds))
    UNION ALL
    SELECT unnest(o.categories) FROM sharing_override o
    WHERE o.episode_id = sharing_opens.episode AND o.ended_at IS NULL AND o.valid_until > app.now()
      AND sharing_opens.service = ANY (o.service_ids)
  ) opened
$$;
COMMENT ON FUNCTION app.sharing_opens(uuid, uuid) IS 'What live consents and overrides of a case open for one service now. Of CONSENT_CATEGORIES in packages/domain.';

-- What upheld objections keep back from one service.
CREATE FUNCTION app.sharing_keeps_back(episode uuid, service uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT c), '{}') FROM objection o, unnest(o.categories) c
  WHERE o.episode_id = sharing_keeps_back.episode AND o.decision = 'upheld'
    AND (sharing_keeps_back.service = ANY (o.service_ids) OR (SELECT s.kind FROM service s WHERE s.id = sharing_keeps_back.service) = ANY (o.kinds)
      OR cardinality(o.service_ids) + cardinality(o.kinds) = 0)
$$;
COMMENT ON FUNCTION app.sharing_keeps_back(uuid, uuid) IS 'The data categories that upheld objections of a case keep back from one service.';

-- What a handoff of this area carries to this service now, in the order of CATEGORIES in packages/domain.
CREATE FUNCTION app.handoff_carries(episode uuid, service uuid, area text) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(c ORDER BY place), '{}')
  FROM unnest(ARRAY['identity', 'release', 'omt', 'naloxone', 'health', 'hiv-hcv', 'housing', 'benefits', 'partner', 'sharing-note',
    'documents', 'work', 'belongings', 'support', 'own-words', 'network']) WITH ORDINALITY AS known(c, place)
  WHERE c = ANY (app.categories_of_kind((SELECT s.kind FROM service s WHERE s.id = handoff_carries.service)))
    AND c <> ALL (app.sharing_keeps_back(handoff_carries.episode, handoff_carries.service))
    AND (c = ANY (app.categories_of_area(handoff_carries.area)) OR c = ANY (app.consent_goes_with(handoff_carries.area))
      AND c = ANY (app.sharing_opens(handoff_carries.episode, handoff_carries.service)))
$$;
COMMENT ON FUNCTION app.handoff_carries(uuid, uuid, text) IS 'What a handoff of this area carries to this service now: the second answer to decideSharing in packages/domain.';

-- May a handoff be written that carries this? What goes beyond care only as far as it is open now, and nothing that is kept back.
CREATE FUNCTION app.may_carry(episode uuid, service uuid, area text, carries text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = may_carry.episode AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND p.relation IN ('own', 'accepted', 'closing'))
    AND NOT EXISTS (SELECT 1 FROM unnest(may_carry.carries) c
      WHERE c IN ('hiv-hcv', 'own-words', 'sharing-note', 'network') AND c <> ALL (app.handoff_carries(may_carry.episode, may_carry.service, may_carry.area)))
    AND NOT may_carry.carries && app.sharing_keeps_back(may_carry.episode, may_carry.service)
$$;
COMMENT ON FUNCTION app.may_carry(uuid, uuid, text, text[]) IS 'Whether the asking service may hand over a case with this content now: never more than may be shared with the receiver.';
GRANT EXECUTE ON FUNCTION app.may_carry(uuid, uuid, text, text[]) TO throughcare_app;
CREATE POLICY handoff_add_what_may_be_shared ON handoff AS RESTRICTIVE FOR INSERT TO throughcare_app
  WITH CHECK (app.may_carry(episode_id, receiving_service_id, area, carries));

-- May whoever asks read what goes beyond care? The house that holds or held the person, an emergency look, and whom a live consent names.
CREATE FUNCTION app.may_read_shared(episode uuid, what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = may_read_shared.episode AND p.service_id = app.case_service_id() AND p.until > app.now()
    AND (p.relation IN ('own', 'break-glass')
      OR EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id)
      OR may_read_shared.what = ANY (app.sharing_opens(may_read_shared.episode, app.case_service_id()))))
$$;
COMMENT ON FUNCTION app.may_read_shared(uuid, text) IS
  'Whether the asking service may read what is shared with consent only: it holds or held the person, looks in an emergency, or a live consent names it.';
GRANT EXECUTE ON FUNCTION app.may_read_shared(uuid, text) TO throughcare_app;
CREATE POLICY health_supply_with_consent ON health_supply AS RESTRICTIVE FOR SELECT TO throughcare_app
  USING (category <> 'hiv-hcv' OR app.may_read_shared(episode_id, 'hiv-hcv'));
CREATE POLICY case_fact_with_consent ON case_fact AS RESTRICTIVE FOR SELECT TO throughcare_app
  USING (category NOT IN ('hiv-hcv', 'own-words') OR app.may_read_shared(episode_id, category));
CREATE POLICY own_words_comment_with_consent ON own_words_comment AS RESTRICTIVE FOR SELECT TO throughcare_app
  USING (app.may_read_shared(episode_id, 'own-words'));

-- Words travel with a consent for the service, and only while the words that stand may travel at all.
CREATE OR REPLACE FUNCTION app.do_own_words_travel(episode uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND 'own-words' = ANY (p.categories))
    AND app.may_read_shared(episode, 'own-words')
    AND coalesce((SELECT w.may_travel FROM own_words w WHERE w.episode_id = episode ORDER BY w.version DESC, w.place LIMIT 1), false)
$$;
GRANT EXECUTE ON FUNCTION app.may_read_shared(uuid, text) TO throughcare_lookup;

-- Somebody else's name and number: to the house, to whom a consent names, and to the service that wrote them down.
ALTER TABLE supporter ADD COLUMN service_id uuid DEFAULT app.service_id();
COMMENT ON COLUMN supporter.service_id IS 'The service that wrote them down. Null: not known, from before it was kept.';
CREATE POLICY supporter_with_consent ON supporter AS RESTRICTIVE FOR SELECT TO throughcare_app
  USING (supporter.service_id = (SELECT app.case_service_id()) OR app.may_read_shared(episode_id, 'supporters'));

-- All that decideSharing asks, about one service or, without one, about whomever the case could be handed to: for a service that may hand
-- it on, or that asks about itself.
CREATE FUNCTION app.sharing_facts(episode uuid, service uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('consents', coalesce((SELECT jsonb_agg(jsonb_build_object('consentId', c.consent_id, 'state', c.state,
        'categories', c.categories, 'serviceIds', c.service_ids, 'kinds', c.kinds, 'from', app.utc(c.valid_from), 'until', app.utc(c.valid_until))
        ORDER BY c.consent_id)
      FROM sharing_consent c WHERE c.episode_id = sharing_facts.episode
        AND (sharing_facts.service IS NULL OR s.id = ANY (c.service_ids) OR s.kind = ANY (c.kinds))
        AND NOT EXISTS (SELECT 1 FROM sharing_consent later WHERE later.consent_id = c.consent_id AND later.version > c.version)), '[]'),
    'overrides', coalesce((SELECT jsonb_agg(jsonb_build_object('overrideId', o.id, 'categories', o.categories, 'serviceIds', o.service_ids,
        'kinds', '[]'::jsonb, 'from', app.utc(o.recorded_at), 'until', app.utc(o.valid_until)) ORDER BY o.id)
      FROM sharing_override o WHERE o.episode_id = sharing_facts.episode AND o.ended_at IS NULL
        AND (sharing_facts.service IS NULL OR s.id = ANY (o.service_ids))), '[]'),
    'objections', coalesce((SELECT jsonb_agg(jsonb_build_object('objectionId', o.id, 'categories', o.categories, 'serviceIds', o.service_ids,
        'kinds', o.kinds) ORDER BY o.id)
      FROM objection o WHERE o.episode_id = sharing_facts.episode AND o.decision = 'upheld'
        AND (sharing_facts.service IS NULL OR s.id = ANY (o.service_ids) OR s.kind = ANY (o.kinds)
          OR cardinality(o.service_ids) + cardinality(o.kinds) = 0)), '[]'))
    || CASE WHEN s.id IS NULL THEN '{}' ELSE jsonb_build_object('recipient', jsonb_build_object('serviceId', s.id, 'kind', s.kind)) END
  FROM case_part p LEFT JOIN service s ON s.id = sharing_facts.service
  WHERE p.episode_id = sharing_facts.episode AND p.service_id = app.case_service_id() AND p.until > app.now()
    AND (p.relation IN ('own', 'accepted', 'closing') OR p.service_id = sharing_facts.service)
    AND (sharing_facts.service IS NULL OR s.id IS NOT NULL)
$$;
COMMENT ON FUNCTION app.sharing_facts(uuid, uuid) IS
  'What decides which information of a case may be shared with one service: for a service that may hand the case on, or that asks about itself.';
GRANT EXECUTE ON FUNCTION app.sharing_facts(uuid, uuid) TO throughcare_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- What is handed over already follows: its receiver's part is worked out anew in the same transaction.

CREATE FUNCTION app.follow_sharing(episode uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE handoff h SET carries = app.handoff_carries(h.episode_id, h.receiving_service_id, h.area)
  WHERE h.episode_id = follow_sharing.episode AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done')
    AND h.carries IS DISTINCT FROM app.handoff_carries(h.episode_id, h.receiving_service_id, h.area)
$$;
COMMENT ON FUNCTION app.follow_sharing(uuid) IS 'Makes what the living handoffs of a case carry what may be shared with their receivers now.';

CREATE FUNCTION app.sharing_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.follow_sharing(NEW.episode_id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.sharing_moves() IS 'Has the handoffs of a case follow what may be shared.';
CREATE TRIGGER sharing_consent_moves AFTER INSERT ON sharing_consent FOR EACH ROW EXECUTE FUNCTION app.sharing_moves();
CREATE TRIGGER sharing_override_moves AFTER INSERT OR UPDATE ON sharing_override FOR EACH ROW EXECUTE FUNCTION app.sharing_moves();
CREATE TRIGGER objection_moves AFTER UPDATE OF decision ON objection FOR EACH ROW EXECUTE FUNCTION app.sharing_moves();

-- What began or ended since somebody last looked: for the worker, every few seconds. The policies did not wait for it.
CREATE FUNCTION app.follow_sharing_ends() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  one uuid;
  followed integer := 0;
BEGIN
  IF app.role() <> 'system' THEN RETURN 0; END IF;
  FOR one IN
    SELECT c.episode_id FROM sharing_consent c WHERE c.valid_until BETWEEN app.now() - interval '30 days' AND app.now()
    UNION SELECT c.episode_id FROM sharing_consent c
      WHERE c.valid_from BETWEEN app.now() - interval '30 days' AND app.now() AND c.valid_from > c.recorded_at
    UNION SELECT o.episode_id FROM sharing_override o WHERE o.valid_until BETWEEN app.now() - interval '30 days' AND app.now()
  LOOP
    IF EXISTS (SELECT 1 FROM handoff h WHERE h.episode_id = one AND h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done')
      AND h.carries IS DISTINCT FROM app.handoff_carries(h.episode_id, h.receiving_service_id, h.area)) THEN
      PERFORM app.follow_sharing(one);
      followed := followed + 1;
    END IF;
  END LOOP;
  RETURN followed;
END $$;
COMMENT ON FUNCTION app.follow_sharing_ends() IS 'Has the handoffs follow what began or ended by itself, for the worker; answers of how many cases.';
GRANT EXECUTE ON FUNCTION app.follow_sharing_ends() TO throughcare_app;

-- Who withdraws need not see what was given, nor learn whether anything was: a service with a part that acts takes back all of it.
CREATE FUNCTION app.withdraw_consents(episode uuid, consent uuid, words text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() NOT IN ('prison-health', 'caseworker') OR NOT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = withdraw_consents.episode
    AND p.service_id = app.case_service_id() AND p.until > app.now() AND p.relation IN ('own', 'accepted', 'closing') AND 'release' = ANY (p.writes)) THEN
    RAISE EXCEPTION 'no part in the case' USING ERRCODE = '42501';
  END IF;
  INSERT INTO sharing_consent (id, consent_id, version, episode_id, state, purpose, service_ids, kinds, supporter_ids, categories, from_on, to_on,
    valid_from, valid_until, language, explained, capacity, witness, own_words, signature, signed_at, service_id, recorded_at, recorded_by)
  SELECT gen_random_uuid(), c.consent_id, 2, c.episode_id, 'withdrawn', c.purpose, c.service_ids, c.kinds, c.supporter_ids, c.categories, c.from_on,
    c.to_on, c.valid_from, c.valid_until, c.language, c.explained, c.capacity, c.witness, withdraw_consents.words, NULL, NULL,
    app.case_service_id(), app.now(), app.account_id()
  FROM sharing_consent c
  WHERE c.episode_id = withdraw_consents.episode AND c.state = 'given' AND (withdraw_consents.consent IS NULL OR c.consent_id = withdraw_consents.consent)
  ON CONFLICT (consent_id, version) DO NOTHING;
END $$;
COMMENT ON FUNCTION app.withdraw_consents(uuid, uuid, text) IS
  'Withdraws one consent of a case, or all of them where none is named, and says nothing of what there was.';
GRANT EXECUTE ON FUNCTION app.withdraw_consents(uuid, uuid, text) TO throughcare_app;

-- Both sides are told that something may no longer be shared, or that somebody objected; never what, and never why.
CREATE FUNCTION app.tell_sharing(episode uuid, kind text, key text) RETURNS TABLE (notice_id uuid, service_id uuid)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF tell_sharing.kind NOT IN ('sharing-changed', 'objection-recorded', 'objection-decided') OR NOT EXISTS (SELECT 1 FROM case_part p
    WHERE p.episode_id = tell_sharing.episode AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND p.relation IN ('own', 'accepted', 'closing')) THEN
    RETURN;
  END IF;
  RETURN QUERY
    INSERT INTO notice (id, kind, service_id, audience, account_id, episode_id, handoff_id, urgency, dedupe_key, caused_at, caused_by)
    SELECT gen_random_uuid(), tell_sharing.kind, p.service_id, 'workers', NULL, tell_sharing.episode, NULL, 'ordinary', tell_sharing.key,
      app.now(), app.account_id()
    FROM case_part p JOIN service s ON s.id = p.service_id
    WHERE p.episode_id = tell_sharing.episode AND p.until > app.now()
      AND (p.relation IN ('own', 'accepted') OR p.relation = 'closing' AND s.kind = 'prison-health'
        -- What is objected to is a clinician's to decide; what may no longer be shared is also told to whoever is only asked.
        OR p.relation = 'offered' AND tell_sharing.kind = 'sharing-changed')
      AND (tell_sharing.kind = 'sharing-changed' OR s.kind IN ('prison-health', 'drug-service'))
    ON CONFLICT DO NOTHING
    RETURNING notice.id, notice.service_id;
END $$;
COMMENT ON FUNCTION app.tell_sharing(uuid, text, text) IS
  'Tells the services that have to do with a case that what may be shared has changed, to all of them alike; or its clinicians that somebody objected.';
GRANT EXECUTE ON FUNCTION app.tell_sharing(uuid, text, text) TO throughcare_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- Rights. A consent says by itself what there is to share: it is read where the person is or was held, and by whoever wrote it down.

ALTER TABLE sharing_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY sharing_consent_owner ON sharing_consent TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON sharing_consent TO throughcare_app;
CREATE POLICY sharing_consent_read ON sharing_consent FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_consent.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.categories) AND (sharing_consent.service_id = p.service_id OR p.relation IN ('own', 'break-glass')
      OR EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id))));
CREATE POLICY sharing_consent_add ON sharing_consent FOR INSERT TO throughcare_app
  WITH CHECK (sharing_consent.state IN ('given', 'refused') AND sharing_consent.service_id = (SELECT app.case_service_id()) AND recorded_by = (SELECT app.account_id())
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_consent.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND 'health' = ANY (p.writes)));
-- Whoever may not know of a kind of information reads of no agreement about it either, and makes none.
CREATE POLICY sharing_consent_not_for_managers ON sharing_consent AS RESTRICTIVE TO throughcare_app
  USING ((SELECT app.role()) IN ('prison-health', 'caseworker') AND NOT categories && (SELECT app.closed_categories()));
CREATE TRIGGER sharing_consent_insert_only BEFORE UPDATE OR DELETE ON sharing_consent FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER sharing_consent_never_emptied BEFORE TRUNCATE ON sharing_consent FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE sharing_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE sharing_override FORCE ROW LEVEL SECURITY;
CREATE POLICY sharing_override_owner ON sharing_override TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, version) ON sharing_override TO throughcare_app;
CREATE POLICY sharing_override_read ON sharing_override FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_override.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.categories) AND (sharing_override.service_id = p.service_id OR p.relation IN ('own', 'break-glass')
      OR EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id))));
CREATE POLICY sharing_override_add ON sharing_override FOR INSERT TO throughcare_app
  WITH CHECK (sharing_override.service_id = (SELECT app.case_service_id()) AND recorded_by = (SELECT app.account_id())
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_override.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND 'health' = ANY (p.writes)));
CREATE POLICY sharing_override_end ON sharing_override FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = sharing_override.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.writes) AND (sharing_override.service_id = p.service_id OR p.relation IN ('own', 'break-glass')
      OR EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id))));
-- Whoever may not know of a kind of information reads of no agreement about it either, and makes none.
CREATE POLICY sharing_override_not_for_managers ON sharing_override AS RESTRICTIVE TO throughcare_app
  USING ((SELECT app.role()) IN ('prison-health', 'caseworker') AND NOT categories && (SELECT app.closed_categories()));

ALTER TABLE objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE objection FORCE ROW LEVEL SECURITY;
CREATE POLICY objection_owner ON objection TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (decision, decision_reason, told_what_is_lost, decided_at, decided_by, version) ON objection TO throughcare_app;
CREATE POLICY objection_read ON objection FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = objection.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.categories)));
CREATE POLICY objection_add ON objection FOR INSERT TO throughcare_app
  WITH CHECK (objection.service_id = (SELECT app.case_service_id()) AND recorded_by = (SELECT app.account_id()) AND decision IS NULL
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = objection.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND 'health' = ANY (p.writes)));
CREATE POLICY objection_decide ON objection FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = objection.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'health' = ANY (p.writes)));
-- A manager sees that one waits, and decides none.
CREATE POLICY objection_decide_by_clinicians ON objection AS RESTRICTIVE FOR UPDATE TO throughcare_app
  USING ((SELECT app.role()) IN ('prison-health', 'caseworker'));
CREATE POLICY objection_add_not_by_managers ON objection AS RESTRICTIVE FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) IN ('prison-health', 'caseworker'));
SELECT app.ask_for_writes();

CREATE CONSTRAINT TRIGGER sharing_consent_is_told AFTER INSERT ON sharing_consent DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', 'health');
CREATE CONSTRAINT TRIGGER objection_is_told AFTER INSERT OR UPDATE ON objection DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('case', 'of-case', 'health');
SELECT app.follow_sharing(one.episode_id) FROM (SELECT DISTINCT h.episode_id FROM handoff h WHERE 'own-words' = ANY (h.carries)) one;
