-- Who may see and change what, in the database itself: the second lock on every door.
-- Roles (made by prisma/roles.sql): throughcare_owner runs migrations and owns the tables; throughcare_app is what web and
-- worker sign in as, and owns nothing; throughcare_lookup cannot sign in and owns the few functions that look across services.

CREATE SCHEMA app;
-- A function is for nobody until a migration says for whom.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO throughcare_app, throughcare_lookup;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT USAGE ON SCHEMA public TO throughcare_app, throughcare_lookup;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who is asking. The settings are local to the transaction. A reused connection answers '' for one that is not set, so ''
-- counts as nobody.

CREATE FUNCTION app.account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.account_id', true), '')::uuid;
COMMENT ON FUNCTION app.account_id() IS 'The account for which this transaction acts; null for nobody.';

CREATE FUNCTION app.service_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.service_id', true), '')::uuid;
COMMENT ON FUNCTION app.service_id() IS 'The service whose hat is worn; null for nobody.';

CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.role', true), '');
COMMENT ON FUNCTION app.role() IS 'The role of the hat that is worn; null for nobody.';

CREATE FUNCTION app.case_service_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN app.role() IN ('prison-health', 'caseworker', 'manager', 'system') THEN app.service_id() END;
COMMENT ON FUNCTION app.case_service_id() IS 'The service whose cases may be touched; null for administrators, who see no case.';

-- ---------------------------------------------------------------------------------------------------------------------
-- The clock. Every time that is stored or compared comes from here.

CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT date_trunc('milliseconds', now() + coalesce((SELECT o.by FROM public.clock_offset o), interval '0')) $$;
COMMENT ON FUNCTION app.now() IS 'The time, moved in test and demo databases by clock_offset.';

CREATE FUNCTION app.refuse_clock_in_production() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.installation WHERE purpose IN ('demo', 'test')) THEN
    RAISE EXCEPTION 'the clock can only be moved in a demo or test database' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clock_offset_not_in_production BEFORE INSERT OR UPDATE ON clock_offset
  FOR EACH ROW EXECUTE FUNCTION app.refuse_clock_in_production();

-- ---------------------------------------------------------------------------------------------------------------------
-- Every table is locked, for its owner too; the owner (migrations, demo data, triggers) has a policy of its own.

ALTER TABLE area ENABLE ROW LEVEL SECURITY;
ALTER TABLE area FORCE ROW LEVEL SECURITY;
CREATE POLICY area_owner ON area TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE service ENABLE ROW LEVEL SECURITY;
ALTER TABLE service FORCE ROW LEVEL SECURITY;
CREATE POLICY service_owner ON service TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE service_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_hours FORCE ROW LEVEL SECURITY;
CREATE POLICY service_hours_owner ON service_hours TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE service_closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_closure FORCE ROW LEVEL SECURITY;
CREATE POLICY service_closure_owner ON service_closure TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE public_holiday ENABLE ROW LEVEL SECURITY;
ALTER TABLE public_holiday FORCE ROW LEVEL SECURITY;
CREATE POLICY public_holiday_owner ON public_holiday TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY account_owner ON account TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY membership_owner ON membership TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_owner ON session TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_attempt_owner ON sign_in_attempt TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_owner ON person TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE person_identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY person_identifier_owner ON person_identifier TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE contact_safety ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_safety FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_safety_owner ON contact_safety TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE custody_episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_episode FORCE ROW LEVEL SECURITY;
CREATE POLICY custody_episode_owner ON custody_episode TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE custody_stay ENABLE ROW LEVEL SECURITY;
ALTER TABLE custody_stay FORCE ROW LEVEL SECURITY;
CREATE POLICY custody_stay_owner ON custody_stay TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE release_date_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_date_change FORCE ROW LEVEL SECURITY;
CREATE POLICY release_date_change_owner ON release_date_change TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE care_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE care_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY care_plan_owner ON care_plan TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE own_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_words FORCE ROW LEVEL SECURITY;
CREATE POLICY own_words_owner ON own_words TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE partner_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_wish FORCE ROW LEVEL SECURITY;
CREATE POLICY partner_wish_owner ON partner_wish TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE medication_treatment ENABLE ROW LEVEL SECURITY;
ALTER TABLE medication_treatment FORCE ROW LEVEL SECURITY;
CREATE POLICY medication_treatment_owner ON medication_treatment TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE dose ENABLE ROW LEVEL SECURITY;
ALTER TABLE dose FORCE ROW LEVEL SECURITY;
CREATE POLICY dose_owner ON dose TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE naloxone_kit ENABLE ROW LEVEL SECURITY;
ALTER TABLE naloxone_kit FORCE ROW LEVEL SECURITY;
CREATE POLICY naloxone_kit_owner ON naloxone_kit TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE contact_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_attempt_owner ON contact_attempt TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE send_set ENABLE ROW LEVEL SECURITY;
ALTER TABLE send_set FORCE ROW LEVEL SECURITY;
CREATE POLICY send_set_owner ON send_set TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE case_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY case_fact_owner ON case_fact TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE checklist_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE checklist_item FORCE ROW LEVEL SECURITY;
CREATE POLICY checklist_item_owner ON checklist_item TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE checklist_item_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE checklist_item_change FORCE ROW LEVEL SECURITY;
CREATE POLICY checklist_item_change_owner ON checklist_item_change TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_owner ON appointment TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcome FORCE ROW LEVEL SECURITY;
CREATE POLICY outcome_owner ON outcome TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE handoff ENABLE ROW LEVEL SECURITY;
ALTER TABLE handoff FORCE ROW LEVEL SECURITY;
CREATE POLICY handoff_owner ON handoff TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE handoff_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE handoff_move FORCE ROW LEVEL SECURITY;
CREATE POLICY handoff_move_owner ON handoff_move TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE release_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_list FORCE ROW LEVEL SECURITY;
CREATE POLICY release_list_owner ON release_list TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE release_list_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_list_line FORCE ROW LEVEL SECURITY;
CREATE POLICY release_list_line_owner ON release_list_line TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_owner ON audit_entry TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE request ENABLE ROW LEVEL SECURITY;
ALTER TABLE request FORCE ROW LEVEL SECURITY;
CREATE POLICY request_owner ON request TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE clock_offset ENABLE ROW LEVEL SECURITY;
ALTER TABLE clock_offset FORCE ROW LEVEL SECURITY;
CREATE POLICY clock_offset_owner ON clock_offset TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE installation FORCE ROW LEVEL SECURITY;
CREATE POLICY installation_owner ON installation TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE case_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_part FORCE ROW LEVEL SECURITY;
CREATE POLICY case_part_owner ON case_part TO throughcare_owner USING (true) WITH CHECK (true);
ALTER TABLE audit_entry_rest ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry_rest FORCE ROW LEVEL SECURITY;

-- ---------------------------------------------------------------------------------------------------------------------
-- Reference tables: anybody who is signed in under a hat may read them.

GRANT SELECT ON area TO throughcare_app;
CREATE POLICY area_read ON area FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
GRANT SELECT ON service TO throughcare_app;
CREATE POLICY service_read ON service FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
GRANT SELECT ON service_hours TO throughcare_app;
CREATE POLICY service_hours_read ON service_hours FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
GRANT SELECT ON service_closure TO throughcare_app;
CREATE POLICY service_closure_read ON service_closure FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
GRANT SELECT ON public_holiday TO throughcare_app;
CREATE POLICY public_holiday_read ON public_holiday FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);

-- Colleagues' names stand beside what they did, in every service that reads it. Addresses and passwords do not: the app role
-- may read only these columns.
GRANT SELECT (id, display_name) ON account TO throughcare_app;
CREATE POLICY account_read ON account FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
GRANT SELECT ON membership TO throughcare_app;
CREATE POLICY membership_read ON membership FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()));
-- session and sign_in_attempt are reached only through the functions of throughcare_lookup.

-- ---------------------------------------------------------------------------------------------------------------------
-- Parts. A service sees its own parts; triggers of the owner keep them (next migration).

GRANT SELECT ON case_part TO throughcare_app;
CREATE POLICY case_part_read ON case_part FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()));

-- ---------------------------------------------------------------------------------------------------------------------
-- The one shape of policy: a living part in the case that opens the row's category. Writing needs a part that acts: an offered
-- case can be read, not changed.

-- Persons and their custody.
GRANT SELECT, INSERT, UPDATE ON person TO throughcare_app;
CREATE POLICY person_read ON person FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = person.id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories)));
CREATE POLICY person_change ON person FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = person.id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON person_identifier TO throughcare_app;
CREATE POLICY person_identifier_read ON person_identifier FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = person_identifier.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories)));
CREATE POLICY person_identifier_change ON person_identifier FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = person_identifier.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON contact_safety TO throughcare_app;
CREATE POLICY contact_safety_read ON contact_safety FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = contact_safety.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories)));
CREATE POLICY contact_safety_change ON contact_safety FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = contact_safety.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
-- A prison adds persons under its own name; the case_part that lets it read them comes with the stay, in the same transaction.
CREATE POLICY person_add ON person FOR INSERT TO throughcare_app
  WITH CHECK (created_by_service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'system'));
CREATE POLICY person_identifier_add ON person_identifier FOR INSERT TO throughcare_app
  WITH CHECK (issuer_service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'system'));
CREATE POLICY contact_safety_add ON contact_safety FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = contact_safety.person_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'identity' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON custody_episode, custody_stay TO throughcare_app;
CREATE POLICY custody_episode_read ON custody_episode FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_episode.id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY custody_episode_change ON custody_episode FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_episode.id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY custody_episode_add ON custody_episode FOR INSERT TO throughcare_app
  WITH CHECK (created_by_service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'system'));
CREATE POLICY custody_stay_read ON custody_stay FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = custody_stay.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE FUNCTION app.opened_episode(episode uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$ SELECT EXISTS (SELECT 1 FROM public.custody_episode e WHERE e.id = episode
    AND e.created_by_service_id = app.case_service_id()
    AND NOT EXISTS (SELECT 1 FROM public.custody_stay s WHERE s.episode_id = e.id)) $$;
COMMENT ON FUNCTION app.opened_episode(uuid) IS 'Whether the asking service has just opened this episode: it has no stay yet.';
-- The first stay is written by the prison that opened the episode, for itself. Transfers between prisons come with the release date engine.
CREATE POLICY custody_stay_add ON custody_stay FOR INSERT TO throughcare_app
  WITH CHECK (prison_service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'system')
    AND app.opened_episode(episode_id));

-- Tables with one category, and tables whose rows name theirs.
GRANT SELECT, INSERT ON release_date_change TO throughcare_app;
CREATE POLICY release_date_change_read ON release_date_change FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_date_change.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY release_date_change_add ON release_date_change FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = release_date_change.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON care_plan TO throughcare_app;
CREATE POLICY care_plan_read ON care_plan FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = care_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY care_plan_add ON care_plan FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = care_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY care_plan_change ON care_plan FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = care_plan.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT ON own_words TO throughcare_app;
CREATE POLICY own_words_read ON own_words FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = own_words.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'own-words' = ANY (p.categories)));
CREATE POLICY own_words_add ON own_words FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = own_words.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'own-words' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON partner_wish TO throughcare_app;
CREATE POLICY partner_wish_read ON partner_wish FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_wish.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.categories)));
CREATE POLICY partner_wish_add ON partner_wish FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_wish.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY partner_wish_change ON partner_wish FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = partner_wish.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'partner' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON medication_treatment TO throughcare_app;
CREATE POLICY medication_treatment_read ON medication_treatment FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = medication_treatment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY medication_treatment_add ON medication_treatment FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = medication_treatment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY medication_treatment_change ON medication_treatment FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = medication_treatment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT ON dose TO throughcare_app;
CREATE POLICY dose_read ON dose FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = dose.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY dose_add ON dose FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = dose.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON naloxone_kit TO throughcare_app;
CREATE POLICY naloxone_kit_read ON naloxone_kit FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = naloxone_kit.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.categories)));
CREATE POLICY naloxone_kit_add ON naloxone_kit FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = naloxone_kit.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY naloxone_kit_change ON naloxone_kit FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = naloxone_kit.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'naloxone' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT ON contact_attempt TO throughcare_app;
CREATE POLICY contact_attempt_read ON contact_attempt FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = contact_attempt.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY contact_attempt_add ON contact_attempt FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = contact_attempt.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT ON send_set TO throughcare_app;
CREATE POLICY send_set_read ON send_set FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = send_set.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)));
CREATE POLICY send_set_add ON send_set FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = send_set.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON case_fact TO throughcare_app;
CREATE POLICY case_fact_read ON case_fact FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = case_fact.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND case_fact.category = ANY (p.categories)));
CREATE POLICY case_fact_add ON case_fact FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = case_fact.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND case_fact.category = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY case_fact_change ON case_fact FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = case_fact.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND case_fact.category = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON checklist_item TO throughcare_app;
CREATE POLICY checklist_item_read ON checklist_item FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = checklist_item.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND checklist_item.area = ANY (p.categories)));
CREATE POLICY checklist_item_add ON checklist_item FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = checklist_item.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND checklist_item.area = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY checklist_item_change ON checklist_item FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = checklist_item.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND checklist_item.area = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT ON checklist_item_change TO throughcare_app;
CREATE POLICY checklist_item_change_read ON checklist_item_change FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = checklist_item_change.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND checklist_item_change.area = ANY (p.categories)));
CREATE POLICY checklist_item_change_add ON checklist_item_change FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = checklist_item_change.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND checklist_item_change.area = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT, UPDATE ON appointment TO throughcare_app;
CREATE POLICY appointment_read ON appointment FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = appointment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND appointment.area = ANY (p.categories)));
CREATE POLICY appointment_add ON appointment FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = appointment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND appointment.area = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY appointment_change ON appointment FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = appointment.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND appointment.area = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
GRANT SELECT, INSERT ON outcome TO throughcare_app;
CREATE POLICY outcome_read ON outcome FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = outcome.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND outcome.category = ANY (p.categories)));
CREATE POLICY outcome_add ON outcome FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = outcome.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND outcome.category = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));

-- Handoffs: both ends see theirs for good (the envelope); whoever has a living part sees those of its categories.
GRANT SELECT, INSERT, UPDATE ON handoff TO throughcare_app;
CREATE POLICY handoff_read ON handoff FOR SELECT TO throughcare_app
  USING ((SELECT app.case_service_id()) IN (sending_service_id, receiving_service_id, accountable_service_id)
    OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = handoff.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND handoff.area = ANY (p.categories)));
CREATE POLICY handoff_add ON handoff FOR INSERT TO throughcare_app
  WITH CHECK (sending_service_id = (SELECT app.case_service_id())
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = handoff.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND handoff.area = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY handoff_change ON handoff FOR UPDATE TO throughcare_app
  USING ((SELECT app.case_service_id()) IN (sending_service_id, receiving_service_id, accountable_service_id))
  WITH CHECK ((SELECT app.case_service_id()) IN (sending_service_id, receiving_service_id, accountable_service_id));
GRANT SELECT, INSERT ON handoff_move TO throughcare_app;
CREATE POLICY handoff_move_read ON handoff_move FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM handoff h WHERE h.id = handoff_move.handoff_id));
CREATE POLICY handoff_move_add ON handoff_move FOR INSERT TO throughcare_app
  WITH CHECK (by_service_id = (SELECT app.case_service_id()) AND EXISTS (SELECT 1 FROM handoff h WHERE h.id = handoff_move.handoff_id
    AND (SELECT app.case_service_id()) IN (h.sending_service_id, h.receiving_service_id, h.accountable_service_id)));

-- Release lists belong to the prison that uploads them.
GRANT SELECT, INSERT, UPDATE, DELETE ON release_list, release_list_line TO throughcare_app;
CREATE POLICY release_list_own ON release_list TO throughcare_app
  USING (service_id = (SELECT app.case_service_id())) WITH CHECK (service_id = (SELECT app.case_service_id()));
CREATE POLICY release_list_line_own ON release_list_line TO throughcare_app
  USING (service_id = (SELECT app.case_service_id())) WITH CHECK (service_id = (SELECT app.case_service_id()));

-- Presses and the audit trail. Nobody reads the trail through the app role yet; nobody changes it at all.
GRANT SELECT, INSERT, UPDATE (answer) ON request TO throughcare_app;
CREATE POLICY request_own ON request TO throughcare_app
  USING (account_id = (SELECT app.account_id())) WITH CHECK (account_id = (SELECT app.account_id()));
GRANT INSERT ON audit_entry TO throughcare_app;
CREATE POLICY audit_entry_add ON audit_entry FOR INSERT TO throughcare_app
  WITH CHECK (account_id = (SELECT app.account_id()) AND service_id = (SELECT app.service_id()) AND role = (SELECT app.role()));
ALTER TABLE audit_entry ALTER COLUMN at SET DEFAULT clock_timestamp();
ALTER TABLE audit_entry ALTER COLUMN xid SET DEFAULT pg_current_xact_id()::text::bigint;

CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER release_date_change_insert_only BEFORE UPDATE OR DELETE ON release_date_change FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER release_date_change_never_emptied BEFORE TRUNCATE ON release_date_change FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER own_words_insert_only BEFORE UPDATE OR DELETE ON own_words FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER own_words_never_emptied BEFORE TRUNCATE ON own_words FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER dose_insert_only BEFORE UPDATE OR DELETE ON dose FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER dose_never_emptied BEFORE TRUNCATE ON dose FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER checklist_item_change_insert_only BEFORE UPDATE OR DELETE ON checklist_item_change FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER checklist_item_change_never_emptied BEFORE TRUNCATE ON checklist_item_change FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER handoff_move_insert_only BEFORE UPDATE OR DELETE ON handoff_move FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER handoff_move_never_emptied BEFORE TRUNCATE ON handoff_move FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER outcome_insert_only BEFORE UPDATE OR DELETE ON outcome FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER outcome_never_emptied BEFORE TRUNCATE ON outcome FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER contact_attempt_insert_only BEFORE UPDATE OR DELETE ON contact_attempt FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER contact_attempt_never_emptied BEFORE TRUNCATE ON contact_attempt FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER send_set_insert_only BEFORE UPDATE OR DELETE ON send_set FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER send_set_never_emptied BEFORE TRUNCATE ON send_set FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_entry_insert_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE FUNCTION app.ensure_audit_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE first_day date; name text;
BEGIN
  FOR ahead IN 0..2 LOOP
    first_day := (date_trunc('month', now()) + make_interval(months => ahead))::date;
    name := 'audit_entry_' || to_char(first_day, 'YYYY_MM');
    IF to_regclass('public.' || name) IS NULL THEN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_entry FOR VALUES FROM (%L) TO (%L)',
        name, first_day, (first_day + interval '1 month')::date);
      EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION app.ensure_audit_partitions() IS 'Makes the audit partitions of this month and the next two. Called at migration and daily by the worker.';
GRANT EXECUTE ON FUNCTION app.ensure_audit_partitions() TO throughcare_app;
SELECT app.ensure_audit_partitions();
