-- What must always be true of a row, whoever writes it.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One row of each.
ALTER TABLE clock_offset ADD CONSTRAINT clock_offset_one_row CHECK (one_row);
ALTER TABLE installation ADD CONSTRAINT installation_one_row CHECK (one_row);
ALTER TABLE installation ADD CONSTRAINT installation_purpose CHECK (purpose IN ('production', 'demo', 'test'));

-- Services.
ALTER TABLE area ADD CONSTRAINT area_parent FOREIGN KEY (parent_id) REFERENCES area (id);
ALTER TABLE area ADD CONSTRAINT area_country CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE service ADD CONSTRAINT service_area FOREIGN KEY (area_id) REFERENCES area (id);
ALTER TABLE service ADD CONSTRAINT service_fallback FOREIGN KEY (fallback_service_id) REFERENCES service (id);
ALTER TABLE service ADD CONSTRAINT service_fallback_is_another CHECK (fallback_service_id <> id);
ALTER TABLE service ADD CONSTRAINT service_fallback_is_agreed
  CHECK (num_nulls(fallback_service_id, fallback_agreed_on, fallback_contact) IN (0, 3));
ALTER TABLE service ADD CONSTRAINT service_country CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE service ADD CONSTRAINT service_kind CHECK (kind IN ('prison-health', 'prison-social-work', 'drug-service',
  'dosing-point', 'housing', 'benefits', 'probation', 'peer-support', 'region', 'administration'));
ALTER TABLE service_hours ADD CONSTRAINT service_hours_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE service_hours ADD CONSTRAINT service_hours_purpose CHECK (purpose IN ('open', 'dosing'));
ALTER TABLE service_hours ADD CONSTRAINT service_hours_weekday CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE service_hours ADD CONSTRAINT service_hours_interval
  CHECK (opens ~ '^[0-2][0-9]:[0-5][0-9]$' AND closes ~ '^[0-2][0-9]:[0-5][0-9]$' AND opens < closes);
ALTER TABLE service_closure ADD CONSTRAINT service_closure_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE service_closure ADD CONSTRAINT service_closure_days CHECK (from_day <= to_day);
CREATE INDEX service_hours_of_service ON service_hours (service_id);
CREATE INDEX service_closure_of_service ON service_closure (service_id);

-- Accounts, hats and sessions.
ALTER TABLE account ADD CONSTRAINT account_email_once UNIQUE (email);
ALTER TABLE account ADD CONSTRAINT account_email_lower CHECK (email = lower(email));
ALTER TABLE membership ADD CONSTRAINT membership_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE membership ADD CONSTRAINT membership_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE membership ADD CONSTRAINT membership_role
  CHECK (role IN ('prison-health', 'caseworker', 'manager', 'administrator'));
CREATE UNIQUE INDEX membership_one_hat ON membership (account_id, service_id, role) WHERE until IS NULL;
CREATE INDEX membership_of_service ON membership (service_id);
ALTER TABLE session ADD CONSTRAINT session_sid_once UNIQUE (sid_hash);
ALTER TABLE session ADD CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (id);
ALTER TABLE session ADD CONSTRAINT session_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE session ADD CONSTRAINT session_end_has_a_reason CHECK ((ended_at IS NULL) = (ended_because IS NULL));
CREATE INDEX session_of_account ON session (account_id) WHERE ended_at IS NULL;
CREATE INDEX sign_in_attempt_by_email ON sign_in_attempt (email_hash, at);
CREATE INDEX sign_in_attempt_by_ip ON sign_in_attempt (ip_hash, at);

-- Persons.
ALTER TABLE person ADD CONSTRAINT person_created_by FOREIGN KEY (created_by_service_id) REFERENCES service (id);
ALTER TABLE person ADD CONSTRAINT person_sex CHECK (sex IN ('female', 'male', 'other', 'unknown'));
ALTER TABLE person ADD CONSTRAINT person_has_a_name CHECK (length(family_name || given_names) > 0);
CREATE INDEX person_name_trigrams ON person USING gin (name_key gin_trgm_ops);
CREATE INDEX person_by_birth ON person (date_of_birth);
ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_person FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_issuer FOREIGN KEY (issuer_service_id) REFERENCES service (id);
ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_once UNIQUE (issuer_service_id, system, value);
CREATE INDEX person_identifier_of_person ON person_identifier (person_id);
CREATE INDEX person_identifier_by_value ON person_identifier (upper(value));
ALTER TABLE contact_safety ADD CONSTRAINT contact_safety_person FOREIGN KEY (person_id) REFERENCES person (id);

-- Custody: nobody is in two episodes at once. The day of release may be the day of the next admission.
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_person FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_created_by FOREIGN KEY (created_by_service_id) REFERENCES service (id);
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_legal_status
  CHECK (legal_status IN ('remand', 'convicted-unsentenced', 'sentenced', 'recalled', 'immigration'));
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_certainty
  CHECK (release_certainty IN ('confirmed', 'expected', 'could-be-any-day'));
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_kind
  CHECK (release_kind IN ('planned', 'short-notice', 'unplanned'));
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_release_is_whole
  CHECK (num_nulls(released_at, learned_at, release_recorded_at, release_kind) IN (0, 4));
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_end_is_whole
  CHECK ((ended_on IS NULL) = (ended_because IS NULL));
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_released_has_ended
  CHECK (released_at IS NULL OR ended_on IS NOT NULL);
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_ended_because
  CHECK (ended_because IN ('released', 'transferred-abroad', 'died', 'entered-in-error'));
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_date_needs_certainty
  CHECK (release_date IS NOT NULL OR release_certainty <> 'confirmed');
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_in_order
  CHECK (release_date >= admitted_on AND ended_on >= admitted_on);
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_country CHECK (release_country ~ '^[A-Z]{2}$');
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_no_overlap
  EXCLUDE USING gist (person_id WITH =, daterange(admitted_on, ended_on, '[)') WITH &&)
  WHERE (ended_because IS DISTINCT FROM 'entered-in-error');
ALTER TABLE custody_episode ADD CONSTRAINT custody_episode_with_person UNIQUE (id, person_id);
CREATE INDEX custody_episode_of_person ON custody_episode (person_id);
CREATE INDEX custody_episode_by_release_date ON custody_episode (release_date) WHERE released_at IS NULL;
CREATE INDEX custody_episode_by_released_at ON custody_episode (released_at);
ALTER TABLE custody_stay ADD CONSTRAINT custody_stay_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE custody_stay ADD CONSTRAINT custody_stay_prison FOREIGN KEY (prison_service_id) REFERENCES service (id);
ALTER TABLE custody_stay ADD CONSTRAINT custody_stay_in_order CHECK (from_at < until_at);
ALTER TABLE custody_stay ADD CONSTRAINT custody_stay_one_prison_at_a_time
  EXCLUDE USING gist (episode_id WITH =, tstzrange(from_at, until_at, '[)') WITH &&);
CREATE INDEX custody_stay_of_prison ON custody_stay (prison_service_id);
ALTER TABLE release_date_change ADD CONSTRAINT release_date_change_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE release_date_change ADD CONSTRAINT release_date_change_source CHECK (source IN ('typed', 'release-list'));
CREATE INDEX release_date_change_of_episode ON release_date_change (episode_id, changed_at);

-- The plan: one open plan per case; an item belongs to the plan of its own case.
ALTER TABLE care_plan ADD CONSTRAINT care_plan_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE care_plan ADD CONSTRAINT care_plan_with_episode UNIQUE (id, episode_id);
CREATE UNIQUE INDEX care_plan_one_open ON care_plan (episode_id) WHERE closed_at IS NULL;
ALTER TABLE case_fact ADD CONSTRAINT case_fact_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE case_fact ADD CONSTRAINT case_fact_state CHECK (state IN ('known', 'not-known', 'asked-later'));
ALTER TABLE case_fact ADD CONSTRAINT case_fact_known_has_a_value CHECK ((state = 'known') = (value IS NOT NULL));
ALTER TABLE own_words ADD CONSTRAINT own_words_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
CREATE INDEX own_words_of_episode ON own_words (episode_id, recorded_at);
ALTER TABLE partner_wish ADD CONSTRAINT partner_wish_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE partner_wish ADD CONSTRAINT partner_wish_wish CHECK (wish IN ('yes', 'no', 'not-asked'));
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_plan
  FOREIGN KEY (care_plan_id, episode_id) REFERENCES care_plan (id, episode_id);
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_service FOREIGN KEY (accountable_service_id) REFERENCES service (id);
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_once UNIQUE (care_plan_id, code);
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_with_episode UNIQUE (id, episode_id);
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_area CHECK (area IN ('omt', 'naloxone', 'housing', 'benefits',
  'partner', 'health', 'documents', 'work', 'belongings', 'support'));
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_side CHECK (owner_side IN ('prison', 'community', 'person'));
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_status
  CHECK (status IN ('open', 'in-progress', 'done', 'not-needed', 'declined', 'retired'));
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_reason
  CHECK (status NOT IN ('not-needed', 'declined', 'retired') OR length(reason) > 0);
CREATE INDEX checklist_item_of_episode ON checklist_item (episode_id);
ALTER TABLE checklist_item_change ADD CONSTRAINT checklist_item_change_item
  FOREIGN KEY (item_id, episode_id) REFERENCES checklist_item (id, episode_id);
CREATE INDEX checklist_item_change_of_item ON checklist_item_change (item_id, at);

-- Medicines: one treatment at a time; a depot, and only a depot, names its product.
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_dosing FOREIGN KEY (dosing_service_id) REFERENCES service (id);
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_with_episode UNIQUE (id, episode_id);
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_medicine CHECK (medicine IN ('methadone', 'levomethadone',
  'buprenorphine-sublingual', 'buprenorphine-weekly-depot', 'buprenorphine-monthly-depot', 'buprenorphine-26-day-depot',
  'slow-release-morphine', 'other'));
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_rhythm
  CHECK (rhythm IN ('daily', 'alternate-days', 'three-a-week', 'split', 'depot'));
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_titration CHECK (titration IN ('yes', 'no', 'unknown'));
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_doses_per_day CHECK (doses_per_day BETWEEN 1 AND 6);
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_confirmation
  CHECK ((regime_confirmed_on IS NULL) = (regime_confirmed_by IS NULL));
ALTER TABLE medication_treatment ADD CONSTRAINT medication_treatment_one_at_a_time
  EXCLUDE USING gist (episode_id WITH =, daterange(started_on, ended_on, '[)') WITH &&);
CREATE INDEX medication_treatment_of_episode ON medication_treatment (episode_id);
ALTER TABLE dose ADD CONSTRAINT dose_treatment FOREIGN KEY (treatment_id, episode_id) REFERENCES medication_treatment (id, episode_id);
ALTER TABLE dose ADD CONSTRAINT dose_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE dose ADD CONSTRAINT dose_corrects FOREIGN KEY (corrects_dose_id) REFERENCES dose (id);
ALTER TABLE dose ADD CONSTRAINT dose_kind CHECK (kind IN ('supervised', 'take-home', 'depot'));
ALTER TABLE dose ADD CONSTRAINT dose_outcome CHECK (outcome IN ('given', 'issued', 'declined', 'withheld', 'part-dose', 'vomited',
  'late-after-closed', 'given-elsewhere', 'not-taken', 'unknown'));
ALTER TABLE dose ADD CONSTRAINT dose_days CHECK (for_day <= to_day AND (kind = 'take-home' OR for_day = to_day));
ALTER TABLE dose ADD CONSTRAINT dose_given_before_recorded CHECK (given_at <= recorded_at);
CREATE INDEX dose_of_episode ON dose (episode_id, for_day);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_state CHECK (state IN ('in-property', 'handed-over', 'left-in-prison', 'declined'));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_handed_has_a_time CHECK ((state = 'handed-over') = (handed_at IS NOT NULL));
CREATE INDEX naloxone_kit_of_episode ON naloxone_kit (episode_id);

-- Handoffs: exactly one accountable service, and the right one for the status.
ALTER TABLE send_set ADD CONSTRAINT send_set_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE send_set ADD CONSTRAINT send_set_service FOREIGN KEY (sending_service_id) REFERENCES service (id);
ALTER TABLE send_set ADD CONSTRAINT send_set_with_episode UNIQUE (id, episode_id);
ALTER TABLE handoff ADD CONSTRAINT handoff_with_episode UNIQUE (id, episode_id);
ALTER TABLE handoff ADD CONSTRAINT handoff_case FOREIGN KEY (episode_id, person_id) REFERENCES custody_episode (id, person_id);
ALTER TABLE handoff ADD CONSTRAINT handoff_set FOREIGN KEY (send_set_id, episode_id) REFERENCES send_set (id, episode_id);
ALTER TABLE handoff ADD CONSTRAINT handoff_sender FOREIGN KEY (sending_service_id) REFERENCES service (id);
ALTER TABLE handoff ADD CONSTRAINT handoff_receiver FOREIGN KEY (receiving_service_id) REFERENCES service (id);
ALTER TABLE handoff ADD CONSTRAINT handoff_accountable FOREIGN KEY (accountable_service_id) REFERENCES service (id);
ALTER TABLE handoff ADD CONSTRAINT handoff_previous FOREIGN KEY (previous_id, episode_id) REFERENCES handoff (id, episode_id) DEFERRABLE;
ALTER TABLE handoff ADD CONSTRAINT handoff_not_to_oneself CHECK (sending_service_id <> receiving_service_id);
ALTER TABLE handoff ADD CONSTRAINT handoff_area CHECK (area IN ('omt', 'naloxone', 'housing', 'benefits',
  'partner', 'health', 'documents', 'work', 'belongings', 'support'));
ALTER TABLE handoff ADD CONSTRAINT handoff_kind CHECK (kind IN ('planned', 'short-notice', 'emergency'));
ALTER TABLE handoff ADD CONSTRAINT handoff_status CHECK (status IN ('draft', 'sent', 'acknowledged', 'accepted', 'in-progress',
  'done', 'rejected', 'revoked', 'timed-out', 'returned', 'closed'));
ALTER TABLE handoff ADD CONSTRAINT handoff_accountable_fits_status CHECK (CASE
  WHEN status IN ('draft', 'returned', 'rejected', 'revoked', 'closed') THEN accountable_service_id = sending_service_id
  -- A successor after a time-out: the fallback service answers for it although it has not acknowledged it yet.
  WHEN status = 'sent' THEN accountable_service_id IN (sending_service_id, receiving_service_id)
  WHEN status IN ('acknowledged', 'accepted', 'in-progress', 'done') THEN accountable_service_id = receiving_service_id
  ELSE true END);
ALTER TABLE handoff ADD CONSTRAINT handoff_sent_is_whole
  CHECK (status = 'draft' OR num_nulls(send_set_id, sent_at, due_at) = 0);
ALTER TABLE handoff ADD CONSTRAINT handoff_acknowledged_is_whole
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)
    AND (status NOT IN ('acknowledged', 'accepted', 'in-progress', 'done') OR acknowledged_at IS NOT NULL));
ALTER TABLE handoff ADD CONSTRAINT handoff_accepted_is_whole
  CHECK ((accepted_at IS NULL) = (worker_id IS NULL)
    AND (status NOT IN ('accepted', 'in-progress', 'done') OR accepted_at IS NOT NULL));
ALTER TABLE handoff ADD CONSTRAINT handoff_rejection_has_a_reason CHECK (status <> 'rejected' OR length(rejected_reason) > 0);
-- One live handoff per case and area: a second press cannot send the same area twice.
CREATE UNIQUE INDEX handoff_one_live_per_area ON handoff (episode_id, area)
  WHERE status IN ('draft', 'sent', 'acknowledged', 'accepted', 'in-progress', 'returned', 'rejected');
CREATE INDEX handoff_to ON handoff (receiving_service_id, status);
CREATE INDEX handoff_from ON handoff (sending_service_id, status);
CREATE INDEX handoff_of_episode ON handoff (episode_id);
CREATE INDEX handoff_due ON handoff (due_at) WHERE status = 'sent';
ALTER TABLE handoff_move ADD CONSTRAINT handoff_move_handoff FOREIGN KEY (handoff_id, episode_id) REFERENCES handoff (id, episode_id);
ALTER TABLE handoff_move ADD CONSTRAINT handoff_move_once UNIQUE (handoff_id, request_id);
ALTER TABLE handoff_move ADD CONSTRAINT handoff_move_reason
  CHECK (move NOT IN ('reject', 'revoke', 'return', 'close') OR length(reason) > 0);

-- After release.
ALTER TABLE appointment ADD CONSTRAINT appointment_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE appointment ADD CONSTRAINT appointment_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE appointment ADD CONSTRAINT appointment_status CHECK (status IN ('booked', 'kept', 'missed', 'cancelled'));
CREATE INDEX appointment_of_episode ON appointment (episode_id, at);
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_channel CHECK (channel IN ('phone', 'visit', 'text', 'letter', 'video'));
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_outcome
  CHECK (outcome IN ('reached', 'no-answer', 'message-left', 'wrong-number', 'refused'));
CREATE INDEX contact_attempt_of_episode ON contact_attempt (episode_id, at);
ALTER TABLE outcome ADD CONSTRAINT outcome_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE outcome ADD CONSTRAINT outcome_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE outcome ADD CONSTRAINT outcome_kind
  CHECK (kind IN ('arrived', 'did-not-arrive', 'first-night', 'died', 'back-in-custody'));
ALTER TABLE outcome ADD CONSTRAINT outcome_did_not_arrive_has_a_reason CHECK (kind <> 'did-not-arrive' OR length(reason) > 0);
ALTER TABLE outcome ADD CONSTRAINT outcome_first_night_has_a_value CHECK (kind <> 'first-night'
  OR value IN ('confirmed-bed', 'other-address', 'street', 'unknown'));
ALTER TABLE outcome ADD CONSTRAINT outcome_category CHECK (category = CASE kind WHEN 'first-night' THEN 'housing' ELSE 'release' END);
CREATE INDEX outcome_of_episode ON outcome (episode_id, at);

-- Release lists.
ALTER TABLE release_list ADD CONSTRAINT release_list_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE release_list ADD CONSTRAINT release_list_state CHECK (state IN ('reading', 'ready', 'writing', 'done', 'refused'));
ALTER TABLE release_list ADD CONSTRAINT release_list_refusal CHECK ((state = 'refused') = (refused_because IS NOT NULL));
ALTER TABLE release_list_line ADD CONSTRAINT release_list_line_list FOREIGN KEY (list_id) REFERENCES release_list (id) ON DELETE CASCADE;
ALTER TABLE release_list_line ADD CONSTRAINT release_list_line_result
  CHECK (result IN ('new', 'same', 'changed', 'possible-duplicate', 'refused'));
ALTER TABLE release_list_line ADD CONSTRAINT release_list_line_refusal
  CHECK ((result = 'refused') = (field IS NOT NULL) AND (field IS NULL) = (because IS NULL));
ALTER TABLE release_list_line ADD CONSTRAINT release_list_line_decision CHECK (decision IN ('same-person', 'other-person'));

-- Parts in cases.
ALTER TABLE case_part ADD CONSTRAINT case_part_case FOREIGN KEY (episode_id, person_id) REFERENCES custody_episode (id, person_id);
ALTER TABLE case_part ADD CONSTRAINT case_part_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE case_part ADD CONSTRAINT case_part_relation
  CHECK (relation IN ('own', 'offered', 'accepted', 'closing', 'ended', 'break-glass'));
CREATE INDEX case_part_of_person ON case_part (person_id, service_id);
CREATE INDEX case_part_of_episode ON case_part (episode_id, service_id);

-- Audit: monthly partitions, with one for whatever no month was made for.
CREATE TABLE audit_entry_rest PARTITION OF audit_entry DEFAULT;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_outcome CHECK (outcome IN ('done', 'denied'));
CREATE INDEX audit_entry_by_service ON audit_entry (service_id, at);
