-- What is stored: tables and what every column means. Constraints, rights and functions follow in the next files.

CREATE TABLE area (
  id uuid NOT NULL,
  parent_id uuid,
  country text NOT NULL,
  name text NOT NULL,
  CONSTRAINT area_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE area IS 'A region or part of one, in a tree: where services work. A reference table.';
COMMENT ON COLUMN area.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN area.parent_id IS 'The larger area that holds this one; null for a country''s top area.';
COMMENT ON COLUMN area.country IS 'ISO 3166-1 alpha-2 code, upper case.';
COMMENT ON COLUMN area.name IS 'The area''s name as people there say it.';

CREATE TABLE service (
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  country text NOT NULL,
  area_id uuid NOT NULL,
  time_zone text NOT NULL,
  address text,
  phone text,
  duty_contact_name text,
  duty_contact_phone text,
  can_dose boolean NOT NULL DEFAULT false,
  receives text[] NOT NULL DEFAULT '{}',
  fallback_service_id uuid,
  fallback_agreed_on date,
  fallback_contact text,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT service_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE service IS 'Any organisation that takes part. The only organisation table: prisons'' health teams, drug services, dosing points and housing offices are all services.';
COMMENT ON COLUMN service.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN service.name IS 'The name that staff elsewhere know it by.';
COMMENT ON COLUMN service.kind IS 'What sort of service: one of SERVICE_KINDS in packages/domain.';
COMMENT ON COLUMN service.country IS 'ISO 3166-1 alpha-2 code, upper case.';
COMMENT ON COLUMN service.area_id IS 'Where it works.';
COMMENT ON COLUMN service.time_zone IS 'IANA zone in which its days and opening hours are read.';
COMMENT ON COLUMN service.address IS 'Where people go. Null for a service without a front door.';
COMMENT ON COLUMN service.phone IS 'The ordinary telephone number.';
COMMENT ON COLUMN service.duty_contact_name IS 'Who answers when it is urgent.';
COMMENT ON COLUMN service.duty_contact_phone IS 'The number that is answered when it is urgent.';
COMMENT ON COLUMN service.can_dose IS 'Whether supervised doses can be given there.';
COMMENT ON COLUMN service.receives IS 'The areas for which it takes handoffs.';
COMMENT ON COLUMN service.fallback_service_id IS 'Who becomes accountable when a handoff to it is not acknowledged in time.';
COMMENT ON COLUMN service.fallback_agreed_on IS 'The day the fallback service agreed. Without a recorded agreement there is no fallback.';
COMMENT ON COLUMN service.fallback_contact IS 'Who agreed for the fallback service.';
COMMENT ON COLUMN service.demo IS 'Made by the demo data, and marked so on every page.';
COMMENT ON COLUMN service.version IS 'Rises by one with every change; a write names the version it saw.';

CREATE TABLE service_hours (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  purpose text NOT NULL,
  weekday integer NOT NULL,
  opens text NOT NULL,
  closes text NOT NULL,
  CONSTRAINT service_hours_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE service_hours IS 'One open interval of a service''s ordinary week.';
COMMENT ON COLUMN service_hours.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN service_hours.service_id IS 'The service.';
COMMENT ON COLUMN service_hours.purpose IS 'open: somebody is there; dosing: supervised doses are given.';
COMMENT ON COLUMN service_hours.weekday IS '1 Monday to 7 Sunday, in the service''s zone.';
COMMENT ON COLUMN service_hours.opens IS 'HH:MM, local time.';
COMMENT ON COLUMN service_hours.closes IS 'HH:MM, local time, later than opens.';

CREATE TABLE service_closure (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  reason text NOT NULL,
  CONSTRAINT service_closure_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE service_closure IS 'Days on which a service is closed although its week says open.';
COMMENT ON COLUMN service_closure.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN service_closure.service_id IS 'The service.';
COMMENT ON COLUMN service_closure.from_day IS 'First closed day, in the service''s zone.';
COMMENT ON COLUMN service_closure.to_day IS 'Last closed day.';
COMMENT ON COLUMN service_closure.reason IS 'Why, in words for staff.';

CREATE TABLE public_holiday (
  country text NOT NULL,
  region text NOT NULL,
  day date NOT NULL,
  name text NOT NULL,
  CONSTRAINT public_holiday_pkey PRIMARY KEY (country, region, day)
);
COMMENT ON TABLE public_holiday IS 'A public holiday as date-holidays gives it. A reference table.';
COMMENT ON COLUMN public_holiday.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN public_holiday.region IS 'Subdivision code, empty for the whole country.';
COMMENT ON COLUMN public_holiday.day IS 'The day.';
COMMENT ON COLUMN public_holiday.name IS 'Its name in the country''s language.';

CREATE TABLE account (
  id uuid NOT NULL,
  email text NOT NULL,
  display_name text NOT NULL,
  password_hash text,
  locale text NOT NULL DEFAULT 'en',
  disabled_at timestamptz(3),
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT account_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE account IS 'A member of staff who can sign in, or the system actor.';
COMMENT ON COLUMN account.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN account.email IS 'What they sign in with, lower case.';
COMMENT ON COLUMN account.display_name IS 'The name colleagues see.';
COMMENT ON COLUMN account.password_hash IS 'argon2id. Null for accounts that cannot sign in with a password.';
COMMENT ON COLUMN account.locale IS 'The language of their screens.';
COMMENT ON COLUMN account.disabled_at IS 'When the account was closed. Its sessions end in the same transaction.';
COMMENT ON COLUMN account.demo IS 'Made by the demo data; cannot sign in when demo is off.';
COMMENT ON COLUMN account.version IS 'Rises by one with every change.';

CREATE TABLE membership (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  service_id uuid NOT NULL,
  role text NOT NULL,
  grants text[] NOT NULL DEFAULT '{}',
  until timestamptz(3),
  CONSTRAINT membership_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE membership IS 'One hat: an account may act for a service in a role.';
COMMENT ON COLUMN membership.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN membership.account_id IS 'Whose hat.';
COMMENT ON COLUMN membership.service_id IS 'For which service.';
COMMENT ON COLUMN membership.role IS 'One of ROLES in packages/domain.';
COMMENT ON COLUMN membership.grants IS 'Extra rights, such as privacy-officer.';
COMMENT ON COLUMN membership.until IS 'When the hat was taken away.';

CREATE TABLE session (
  id uuid NOT NULL,
  sid_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  membership_id uuid,
  created_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_because text,
  CONSTRAINT session_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE session IS 'One sign-in on one browser. The cookie holds a random id, this row its SHA-256.';
COMMENT ON COLUMN session.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN session.sid_hash IS 'SHA-256 of the cookie''s random id.';
COMMENT ON COLUMN session.account_id IS 'Who signed in.';
COMMENT ON COLUMN session.membership_id IS 'The hat worn. Null until one is chosen.';
COMMENT ON COLUMN session.created_at IS 'When they signed in.';
COMMENT ON COLUMN session.last_seen_at IS 'When the session was last used, to the minute.';
COMMENT ON COLUMN session.expires_at IS 'The absolute end.';
COMMENT ON COLUMN session.ended_at IS 'When it was ended before that.';
COMMENT ON COLUMN session.ended_because IS 'signed-out, everywhere, disabled, expired or idle.';

CREATE TABLE sign_in_attempt (
  id uuid NOT NULL,
  email_hash bytea NOT NULL,
  ip_hash bytea NOT NULL,
  at timestamptz(3) NOT NULL,
  succeeded boolean NOT NULL,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE sign_in_attempt IS 'One try to sign in, for the lock-out after repeated failures.';
COMMENT ON COLUMN sign_in_attempt.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN sign_in_attempt.email_hash IS 'SHA-256 of the address tried, so that the table lists nobody.';
COMMENT ON COLUMN sign_in_attempt.ip_hash IS 'SHA-256 of the network address.';
COMMENT ON COLUMN sign_in_attempt.at IS 'When.';
COMMENT ON COLUMN sign_in_attempt.succeeded IS 'Whether it signed somebody in.';

CREATE TABLE person (
  id uuid NOT NULL,
  family_name text NOT NULL,
  given_names text NOT NULL,
  other_names text[] NOT NULL DEFAULT '{}',
  name_key text NOT NULL,
  date_of_birth date,
  sex text NOT NULL,
  languages text[] NOT NULL DEFAULT '{}',
  interpreter_needed boolean,
  created_by_service_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE person IS 'A person in or out of prison. Two records are never merged by software alone.';
COMMENT ON COLUMN person.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN person.family_name IS 'As the person writes it.';
COMMENT ON COLUMN person.given_names IS 'As the person writes them; empty for a person with one name.';
COMMENT ON COLUMN person.other_names IS 'Names also used.';
COMMENT ON COLUMN person.name_key IS 'All names folded for search: lower case, no accents, made by nameKey in packages/domain.';
COMMENT ON COLUMN person.date_of_birth IS 'Null when not known.';
COMMENT ON COLUMN person.sex IS 'One of SEXES in packages/domain.';
COMMENT ON COLUMN person.languages IS 'BCP 47 codes, preferred first.';
COMMENT ON COLUMN person.interpreter_needed IS 'Null: not asked.';
COMMENT ON COLUMN person.created_by_service_id IS 'The service that added the record.';
COMMENT ON COLUMN person.created_at IS 'When it was added.';
COMMENT ON COLUMN person.demo IS 'Synthetic, made by the demo data.';
COMMENT ON COLUMN person.version IS 'Rises by one with every change.';

CREATE TABLE person_identifier (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  system text NOT NULL,
  issuer_service_id uuid NOT NULL,
  value text NOT NULL,
  CONSTRAINT person_identifier_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE person_identifier IS 'A number by which a system knows a person.';
COMMENT ON COLUMN person_identifier.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN person_identifier.person_id IS 'Whose number.';
COMMENT ON COLUMN person_identifier.system IS 'prison-number, or the name of another system.';
COMMENT ON COLUMN person_identifier.issuer_service_id IS 'The service under whose numbering it stands.';
COMMENT ON COLUMN person_identifier.value IS 'As the issuer writes it.';

CREATE TABLE contact_safety (
  person_id uuid NOT NULL,
  channel text,
  hours text,
  wording text,
  voicemail boolean,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT contact_safety_pkey PRIMARY KEY (person_id)
);
COMMENT ON TABLE contact_safety IS 'How a person may be reached without being given away.';
COMMENT ON COLUMN contact_safety.person_id IS 'Whose settings.';
COMMENT ON COLUMN contact_safety.channel IS 'phone, text, letter, in-person or none. Null: not asked.';
COMMENT ON COLUMN contact_safety.hours IS 'When, in the person''s words.';
COMMENT ON COLUMN contact_safety.wording IS 'What may be said to whoever answers.';
COMMENT ON COLUMN contact_safety.voicemail IS 'Whether a message may be left. Null: not asked.';
COMMENT ON COLUMN contact_safety.version IS 'Rises by one with every change.';

CREATE TABLE custody_episode (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  legal_status text NOT NULL,
  admitted_on date NOT NULL,
  ended_on date,
  ended_because text,
  release_country text,
  release_area text,
  release_date date,
  release_certainty text NOT NULL,
  released_at timestamptz(3),
  learned_at timestamptz(3),
  release_recorded_at timestamptz(3),
  release_kind text,
  created_by_service_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT custody_episode_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE custody_episode IS 'One stay in custody, from admission to release. With its plan it is a case.';
COMMENT ON COLUMN custody_episode.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN custody_episode.person_id IS 'Who is in custody.';
COMMENT ON COLUMN custody_episode.legal_status IS 'One of LEGAL_STATUSES in packages/domain.';
COMMENT ON COLUMN custody_episode.admitted_on IS 'The day custody began, in the prison''s zone.';
COMMENT ON COLUMN custody_episode.ended_on IS 'The day custody ended. Null while it goes on.';
COMMENT ON COLUMN custody_episode.ended_because IS 'released, transferred-abroad, died or entered-in-error.';
COMMENT ON COLUMN custody_episode.release_country IS 'Where the person goes: ISO 3166-1 alpha-2. Null: not known.';
COMMENT ON COLUMN custody_episode.release_area IS 'The part of the country, as the prison writes it.';
COMMENT ON COLUMN custody_episode.release_date IS 'The day of release now expected. Null: no date.';
COMMENT ON COLUMN custody_episode.release_certainty IS 'One of CERTAINTIES in packages/domain.';
COMMENT ON COLUMN custody_episode.released_at IS 'When the person went through the gate.';
COMMENT ON COLUMN custody_episode.learned_at IS 'When staff learned of the release.';
COMMENT ON COLUMN custody_episode.release_recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN custody_episode.release_kind IS 'One of RELEASE_KINDS in packages/domain.';
COMMENT ON COLUMN custody_episode.created_by_service_id IS 'The prison that opened the episode.';
COMMENT ON COLUMN custody_episode.created_at IS 'When it was recorded.';
COMMENT ON COLUMN custody_episode.version IS 'Rises by one with every change.';

CREATE TABLE custody_stay (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  prison_service_id uuid NOT NULL,
  from_at timestamptz(3) NOT NULL,
  until_at timestamptz(3),
  CONSTRAINT custody_stay_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE custody_stay IS 'Which prison holds the person, and from when to when. A transfer adds a row and keeps the case.';
COMMENT ON COLUMN custody_stay.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN custody_stay.episode_id IS 'The custody episode.';
COMMENT ON COLUMN custody_stay.prison_service_id IS 'The prison''s health service.';
COMMENT ON COLUMN custody_stay.from_at IS 'When the person came.';
COMMENT ON COLUMN custody_stay.until_at IS 'When the person left that prison for another. Null: still the last prison.';

CREATE TABLE release_date_change (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  release_date date,
  release_certainty text NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  changed_by uuid NOT NULL,
  source text NOT NULL,
  reason text,
  CONSTRAINT release_date_change_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE release_date_change IS 'Every release date that was ever held for an episode. Insert-only.';
COMMENT ON COLUMN release_date_change.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN release_date_change.episode_id IS 'The custody episode.';
COMMENT ON COLUMN release_date_change.release_date IS 'The date from then on. Null: no date.';
COMMENT ON COLUMN release_date_change.release_certainty IS 'One of CERTAINTIES in packages/domain.';
COMMENT ON COLUMN release_date_change.changed_at IS 'When.';
COMMENT ON COLUMN release_date_change.changed_by IS 'The account.';
COMMENT ON COLUMN release_date_change.source IS 'typed or release-list.';
COMMENT ON COLUMN release_date_change.reason IS 'Why, where somebody said.';

CREATE TABLE care_plan (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  rule_set text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  release_date_seen date,
  change_note jsonb,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT care_plan_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE care_plan IS 'The plan of one case.';
COMMENT ON COLUMN care_plan.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN care_plan.episode_id IS 'The case.';
COMMENT ON COLUMN care_plan.rule_set IS 'The version of the checklist rules it was made from.';
COMMENT ON COLUMN care_plan.made_at IS 'When it was made.';
COMMENT ON COLUMN care_plan.closed_at IS 'When it was closed. One open plan per episode.';
COMMENT ON COLUMN care_plan.release_date_seen IS 'The release date its due times were last counted from.';
COMMENT ON COLUMN care_plan.change_note IS 'What changed when the release date or a fact last moved: codes and dates, no text.';
COMMENT ON COLUMN care_plan.version IS 'Rises by one with every change.';

CREATE TABLE case_fact (
  episode_id uuid NOT NULL,
  code text NOT NULL,
  category text NOT NULL,
  state text NOT NULL,
  value jsonb,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT case_fact_pkey PRIMARY KEY (episode_id, code)
);
COMMENT ON TABLE case_fact IS 'One fact about a case from which the plan grows.';
COMMENT ON COLUMN case_fact.episode_id IS 'The case.';
COMMENT ON COLUMN case_fact.code IS 'One of FACT_CODES in packages/domain.';
COMMENT ON COLUMN case_fact.category IS 'The data category it belongs to, which decides who may read it.';
COMMENT ON COLUMN case_fact.state IS 'known, not-known or asked-later.';
COMMENT ON COLUMN case_fact.value IS 'The value when known.';
COMMENT ON COLUMN case_fact.recorded_at IS 'When.';
COMMENT ON COLUMN case_fact.recorded_by IS 'The account.';
COMMENT ON COLUMN case_fact.version IS 'Rises by one with every change.';

CREATE TABLE own_words (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  words text NOT NULL,
  language text,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT own_words_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE own_words IS 'What the person wants to be known in their own words. Each change is a new row.';
COMMENT ON COLUMN own_words.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN own_words.episode_id IS 'The case.';
COMMENT ON COLUMN own_words.words IS 'As said.';
COMMENT ON COLUMN own_words.language IS 'BCP 47 code.';
COMMENT ON COLUMN own_words.recorded_at IS 'When.';
COMMENT ON COLUMN own_words.recorded_by IS 'Who wrote it down.';

CREATE TABLE partner_wish (
  episode_id uuid NOT NULL,
  wish text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT partner_wish_pkey PRIMARY KEY (episode_id)
);
COMMENT ON TABLE partner_wish IS 'Whether the person wants help for a partner. No name and no free text until access and consent are built.';
COMMENT ON COLUMN partner_wish.episode_id IS 'The case.';
COMMENT ON COLUMN partner_wish.wish IS 'yes, no or not-asked.';
COMMENT ON COLUMN partner_wish.recorded_at IS 'When.';
COMMENT ON COLUMN partner_wish.recorded_by IS 'The account.';
COMMENT ON COLUMN partner_wish.version IS 'Rises by one with every change.';

CREATE TABLE checklist_item (
  id uuid NOT NULL,
  care_plan_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  code text NOT NULL,
  accountable_service_id uuid NOT NULL,
  owner_side text NOT NULL,
  due_offset_minutes integer,
  due_at timestamptz(3),
  critical boolean NOT NULL DEFAULT false,
  blocked_by text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'open',
  reason text,
  status_at timestamptz(3),
  status_by uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT checklist_item_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE checklist_item IS 'One thing that must be true around release, with exactly one accountable service.';
COMMENT ON COLUMN checklist_item.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN checklist_item.care_plan_id IS 'The plan.';
COMMENT ON COLUMN checklist_item.episode_id IS 'The case.';
COMMENT ON COLUMN checklist_item.area IS 'One of AREAS in packages/domain; also the data category.';
COMMENT ON COLUMN checklist_item.code IS 'The rule''s code; its words are in packages/i18n.';
COMMENT ON COLUMN checklist_item.accountable_service_id IS 'The one service that answers for it now.';
COMMENT ON COLUMN checklist_item.owner_side IS 'prison, community or person: who is meant to do it.';
COMMENT ON COLUMN checklist_item.due_offset_minutes IS 'Minutes from release, negative before it. Null: no due time.';
COMMENT ON COLUMN checklist_item.due_at IS 'Null while no release date is known.';
COMMENT ON COLUMN checklist_item.critical IS 'Whether the release is unsafe without it.';
COMMENT ON COLUMN checklist_item.blocked_by IS 'Codes of items that must be done first.';
COMMENT ON COLUMN checklist_item.status IS 'One of ITEM_STATUSES in packages/domain.';
COMMENT ON COLUMN checklist_item.reason IS 'Why it is not needed, declined or retired.';
COMMENT ON COLUMN checklist_item.status_at IS 'When the status was last set.';
COMMENT ON COLUMN checklist_item.status_by IS 'By whom.';
COMMENT ON COLUMN checklist_item.version IS 'Rises by one with every change.';

CREATE TABLE checklist_item_change (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  from_status text,
  to_status text NOT NULL,
  reason text,
  at timestamptz(3) NOT NULL,
  by_account uuid NOT NULL,
  request_id uuid,
  CONSTRAINT checklist_item_change_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE checklist_item_change IS 'Every status an item ever had. Insert-only.';
COMMENT ON COLUMN checklist_item_change.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN checklist_item_change.item_id IS 'The item.';
COMMENT ON COLUMN checklist_item_change.episode_id IS 'The case.';
COMMENT ON COLUMN checklist_item_change.area IS 'The item''s area, which decides who may read the row.';
COMMENT ON COLUMN checklist_item_change.from_status IS 'Null when the item was made.';
COMMENT ON COLUMN checklist_item_change.to_status IS 'The status from then on.';
COMMENT ON COLUMN checklist_item_change.reason IS 'Why.';
COMMENT ON COLUMN checklist_item_change.at IS 'When.';
COMMENT ON COLUMN checklist_item_change.by_account IS 'By whom.';
COMMENT ON COLUMN checklist_item_change.request_id IS 'The press that caused it.';

CREATE TABLE medication_treatment (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  medicine text NOT NULL,
  form text,
  prescribed_text text,
  rhythm text NOT NULL,
  rhythm_weekdays integer[] NOT NULL DEFAULT '{}',
  doses_per_day integer NOT NULL DEFAULT 1,
  titration text NOT NULL DEFAULT 'unknown',
  started_on date,
  ended_on date,
  regime_confirmed_on date,
  regime_confirmed_by uuid,
  dosing_service_id uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT medication_treatment_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE medication_treatment IS 'A medicine prescribed for opioid maintenance treatment. Software never reads the amount.';
COMMENT ON COLUMN medication_treatment.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN medication_treatment.episode_id IS 'The case.';
COMMENT ON COLUMN medication_treatment.medicine IS 'One of MEDICINES in packages/domain.';
COMMENT ON COLUMN medication_treatment.form IS 'Tablet, solution, film, depot …, as prescribed.';
COMMENT ON COLUMN medication_treatment.prescribed_text IS 'The prescriber''s words, amount included. Never computed with, compared or sorted.';
COMMENT ON COLUMN medication_treatment.rhythm IS 'One of RHYTHMS in packages/domain.';
COMMENT ON COLUMN medication_treatment.rhythm_weekdays IS 'ISO weekdays of a three-a-week rhythm; empty otherwise.';
COMMENT ON COLUMN medication_treatment.doses_per_day IS 'Parts of a split dose; 1 otherwise.';
COMMENT ON COLUMN medication_treatment.titration IS 'yes, no or unknown: unknown counts as titration.';
COMMENT ON COLUMN medication_treatment.started_on IS 'First day. Null: not known.';
COMMENT ON COLUMN medication_treatment.ended_on IS 'Last day. Null while it goes on.';
COMMENT ON COLUMN medication_treatment.regime_confirmed_on IS 'The day staff confirmed that the regime goes on as prescribed.';
COMMENT ON COLUMN medication_treatment.regime_confirmed_by IS 'Who confirmed it.';
COMMENT ON COLUMN medication_treatment.dosing_service_id IS 'Where it is dosed after release.';
COMMENT ON COLUMN medication_treatment.version IS 'Rises by one with every change.';

CREATE TABLE dose (
  id uuid NOT NULL,
  treatment_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  kind text NOT NULL,
  outcome text NOT NULL,
  for_day date NOT NULL,
  to_day date NOT NULL,
  given_at timestamptz(3),
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  service_id uuid NOT NULL,
  late_entry boolean NOT NULL DEFAULT false,
  corrects_dose_id uuid,
  product text,
  reason text,
  CONSTRAINT dose_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE dose IS 'One dose given, issued or not given. Insert-only: a correction is a new row.';
COMMENT ON COLUMN dose.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN dose.treatment_id IS 'The treatment.';
COMMENT ON COLUMN dose.episode_id IS 'The case.';
COMMENT ON COLUMN dose.kind IS 'supervised, take-home or depot.';
COMMENT ON COLUMN dose.outcome IS 'One of DOSE_OUTCOMES in packages/domain.';
COMMENT ON COLUMN dose.for_day IS 'The calendar day it covers, at the dosing point''s place; for take-home the first of them.';
COMMENT ON COLUMN dose.to_day IS 'The last day it is for; equal to for_day unless take-home.';
COMMENT ON COLUMN dose.given_at IS 'When it was given. Null: the time is not known.';
COMMENT ON COLUMN dose.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN dose.recorded_by IS 'By whom.';
COMMENT ON COLUMN dose.service_id IS 'The service that gave or issued it.';
COMMENT ON COLUMN dose.late_entry IS 'Recorded after release for a dose given before it.';
COMMENT ON COLUMN dose.corrects_dose_id IS 'The entry that this one corrects.';
COMMENT ON COLUMN dose.product IS 'The depot''s product name and lot as on the label.';
COMMENT ON COLUMN dose.reason IS 'Why it was not given, or why corrected.';

CREATE TABLE naloxone_kit (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  product text,
  lot text,
  expires_on date,
  state text NOT NULL,
  handed_at timestamptz(3),
  trained boolean,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT naloxone_kit_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE naloxone_kit IS 'A naloxone kit meant for a person''s release.';
COMMENT ON COLUMN naloxone_kit.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN naloxone_kit.episode_id IS 'The case.';
COMMENT ON COLUMN naloxone_kit.product IS 'As on the box.';
COMMENT ON COLUMN naloxone_kit.lot IS 'As on the box.';
COMMENT ON COLUMN naloxone_kit.expires_on IS 'As printed on the kit; never computed.';
COMMENT ON COLUMN naloxone_kit.state IS 'One of KIT_STATES in packages/domain.';
COMMENT ON COLUMN naloxone_kit.handed_at IS 'When it was handed to the person.';
COMMENT ON COLUMN naloxone_kit.trained IS 'Whether the person was shown how; never a condition of giving a kit. Null: not asked.';
COMMENT ON COLUMN naloxone_kit.recorded_at IS 'When this was recorded.';
COMMENT ON COLUMN naloxone_kit.recorded_by IS 'By whom.';
COMMENT ON COLUMN naloxone_kit.version IS 'Rises by one with every change.';

CREATE TABLE send_set (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  sending_service_id uuid NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  sent_by uuid NOT NULL,
  CONSTRAINT send_set_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE send_set IS 'The handoffs of one release that were sent together.';
COMMENT ON COLUMN send_set.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN send_set.episode_id IS 'The case.';
COMMENT ON COLUMN send_set.sending_service_id IS 'Who sent.';
COMMENT ON COLUMN send_set.sent_at IS 'When.';
COMMENT ON COLUMN send_set.sent_by IS 'The account.';

CREATE TABLE handoff (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  person_id uuid NOT NULL,
  send_set_id uuid,
  area text NOT NULL,
  kind text NOT NULL,
  sending_service_id uuid NOT NULL,
  receiving_service_id uuid NOT NULL,
  accountable_service_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  carries text[] NOT NULL DEFAULT '{}',
  due_at timestamptz(3),
  sent_at timestamptz(3),
  acknowledged_at timestamptz(3),
  acknowledged_by uuid,
  accepted_at timestamptz(3),
  worker_id uuid,
  rejected_reason text,
  attempt integer NOT NULL DEFAULT 1,
  previous_id uuid,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT handoff_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE handoff IS 'One area of a case handed to one receiving service.';
COMMENT ON COLUMN handoff.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN handoff.episode_id IS 'The case.';
COMMENT ON COLUMN handoff.person_id IS 'The person, for the policy on persons.';
COMMENT ON COLUMN handoff.send_set_id IS 'The set it was sent in. Null while a draft.';
COMMENT ON COLUMN handoff.area IS 'One of AREAS in packages/domain.';
COMMENT ON COLUMN handoff.kind IS 'planned, short-notice or emergency.';
COMMENT ON COLUMN handoff.sending_service_id IS 'The sending team.';
COMMENT ON COLUMN handoff.receiving_service_id IS 'The receiving service.';
COMMENT ON COLUMN handoff.accountable_service_id IS 'The one service that answers for it now.';
COMMENT ON COLUMN handoff.status IS 'One of HANDOFF_STATUSES in packages/domain.';
COMMENT ON COLUMN handoff.carries IS 'The data categories that travel with it.';
COMMENT ON COLUMN handoff.due_at IS 'When it must be acknowledged. Only ever tightened.';
COMMENT ON COLUMN handoff.sent_at IS 'When it was sent.';
COMMENT ON COLUMN handoff.acknowledged_at IS 'When the service said it has it.';
COMMENT ON COLUMN handoff.acknowledged_by IS 'The account.';
COMMENT ON COLUMN handoff.accepted_at IS 'When a named worker took it.';
COMMENT ON COLUMN handoff.worker_id IS 'The account that has it.';
COMMENT ON COLUMN handoff.rejected_reason IS 'The code or words of the refusal.';
COMMENT ON COLUMN handoff.attempt IS '1 for the first sending, one more with every resend.';
COMMENT ON COLUMN handoff.previous_id IS 'The handoff that this one resends.';
COMMENT ON COLUMN handoff.version IS 'Rises by one with every move.';

CREATE TABLE handoff_move (
  id uuid NOT NULL,
  handoff_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  move text NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  by_account uuid NOT NULL,
  by_service_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  reason text,
  request_id uuid NOT NULL,
  CONSTRAINT handoff_move_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE handoff_move IS 'Every move of a handoff. Insert-only; the sum of the moves is the status.';
COMMENT ON COLUMN handoff_move.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN handoff_move.handoff_id IS 'The handoff.';
COMMENT ON COLUMN handoff_move.episode_id IS 'The case.';
COMMENT ON COLUMN handoff_move.area IS 'The handoff''s area, which decides who may read the row.';
COMMENT ON COLUMN handoff_move.move IS 'One of HANDOFF_MOVES in packages/domain.';
COMMENT ON COLUMN handoff_move.from_status IS 'Status before.';
COMMENT ON COLUMN handoff_move.to_status IS 'Status after.';
COMMENT ON COLUMN handoff_move.by_account IS 'Who, the system actor included.';
COMMENT ON COLUMN handoff_move.by_service_id IS 'For which service.';
COMMENT ON COLUMN handoff_move.at IS 'When.';
COMMENT ON COLUMN handoff_move.reason IS 'Why, where a reason is asked for.';
COMMENT ON COLUMN handoff_move.request_id IS 'The press that caused it; the same press is one move.';

CREATE TABLE appointment (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  area text NOT NULL,
  service_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  place text,
  status text NOT NULL DEFAULT 'booked',
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT appointment_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE appointment IS 'A time at which a service expects the person.';
COMMENT ON COLUMN appointment.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN appointment.episode_id IS 'The case.';
COMMENT ON COLUMN appointment.area IS 'One of AREAS in packages/domain; also the data category.';
COMMENT ON COLUMN appointment.service_id IS 'Who expects the person.';
COMMENT ON COLUMN appointment.at IS 'When.';
COMMENT ON COLUMN appointment.place IS 'Where, if not the service''s own address.';
COMMENT ON COLUMN appointment.status IS 'booked, kept, missed or cancelled.';
COMMENT ON COLUMN appointment.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN appointment.recorded_by IS 'By whom.';
COMMENT ON COLUMN appointment.version IS 'Rises by one with every change.';

CREATE TABLE contact_attempt (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  service_id uuid NOT NULL,
  channel text NOT NULL,
  outcome text NOT NULL,
  note text,
  at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT contact_attempt_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE contact_attempt IS 'One try to reach the person after release.';
COMMENT ON COLUMN contact_attempt.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN contact_attempt.episode_id IS 'The case.';
COMMENT ON COLUMN contact_attempt.service_id IS 'The service that tried.';
COMMENT ON COLUMN contact_attempt.channel IS 'One of CHANNELS in packages/domain.';
COMMENT ON COLUMN contact_attempt.outcome IS 'One of CONTACT_OUTCOMES in packages/domain.';
COMMENT ON COLUMN contact_attempt.note IS 'What was said, for the next colleague.';
COMMENT ON COLUMN contact_attempt.at IS 'When.';
COMMENT ON COLUMN contact_attempt.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN contact_attempt.recorded_by IS 'By whom.';

CREATE TABLE outcome (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  category text NOT NULL,
  kind text NOT NULL,
  value text,
  reason text,
  at timestamptz(3) NOT NULL,
  service_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT outcome_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE outcome IS 'What became of the person after release. Insert-only: a correction is a new row.';
COMMENT ON COLUMN outcome.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN outcome.episode_id IS 'The case.';
COMMENT ON COLUMN outcome.category IS 'release or housing: the data category, which decides who may read it.';
COMMENT ON COLUMN outcome.kind IS 'One of OUTCOME_KINDS in packages/domain.';
COMMENT ON COLUMN outcome.value IS 'For first-night one of FIRST_NIGHT in packages/domain.';
COMMENT ON COLUMN outcome.reason IS 'For did-not-arrive one of DID_NOT_ARRIVE_REASONS in packages/domain.';
COMMENT ON COLUMN outcome.at IS 'When it happened.';
COMMENT ON COLUMN outcome.service_id IS 'The service that recorded it.';
COMMENT ON COLUMN outcome.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN outcome.recorded_by IS 'By whom.';

CREATE TABLE release_list (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  state text NOT NULL,
  lines_total integer NOT NULL DEFAULT 0,
  lines_done integer NOT NULL DEFAULT 0,
  refused_because text,
  counts jsonb,
  written_at timestamptz(3),
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT release_list_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE release_list IS 'A prison''s release list on its way in. Staging rows go after 24 hours.';
COMMENT ON COLUMN release_list.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN release_list.service_id IS 'The prison that imports it.';
COMMENT ON COLUMN release_list.uploaded_by IS 'The account.';
COMMENT ON COLUMN release_list.uploaded_at IS 'When.';
COMMENT ON COLUMN release_list.state IS 'reading, ready, writing, done or refused.';
COMMENT ON COLUMN release_list.lines_total IS 'Lines known so far.';
COMMENT ON COLUMN release_list.lines_done IS 'Lines read or written so far.';
COMMENT ON COLUMN release_list.refused_because IS 'Why the file as a whole was refused: a code.';
COMMENT ON COLUMN release_list.counts IS 'Lines per result.';
COMMENT ON COLUMN release_list.written_at IS 'When it was confirmed and written.';
COMMENT ON COLUMN release_list.version IS 'Rises by one with every change.';

CREATE TABLE release_list_line (
  list_id uuid NOT NULL,
  line integer NOT NULL,
  service_id uuid NOT NULL,
  result text NOT NULL,
  leaves_sooner boolean NOT NULL DEFAULT false,
  field text,
  because text,
  as_line integer,
  of_line integer,
  of_person_id uuid,
  fields text[] NOT NULL DEFAULT '{}',
  cells jsonb,
  decision text,
  person_id uuid,
  CONSTRAINT release_list_line_pkey PRIMARY KEY (list_id, line)
);
COMMENT ON TABLE release_list_line IS 'One line of a release list and what it would do.';
COMMENT ON COLUMN release_list_line.list_id IS 'The list.';
COMMENT ON COLUMN release_list_line.line IS 'The line number in the file; the header is line 1.';
COMMENT ON COLUMN release_list_line.service_id IS 'The prison, for the policy.';
COMMENT ON COLUMN release_list_line.result IS 'new, same, changed, possible-duplicate or refused.';
COMMENT ON COLUMN release_list_line.leaves_sooner IS 'Whether the new date is before the one held.';
COMMENT ON COLUMN release_list_line.field IS 'The column at fault, when refused.';
COMMENT ON COLUMN release_list_line.because IS 'The code of the fault, when refused.';
COMMENT ON COLUMN release_list_line.as_line IS 'The earlier line of the same number that it repeats or changes.';
COMMENT ON COLUMN release_list_line.of_line IS 'The earlier line of which it may be a duplicate.';
COMMENT ON COLUMN release_list_line.of_person_id IS 'The stored person of whom it may be a duplicate.';
COMMENT ON COLUMN release_list_line.fields IS 'The columns that changed.';
COMMENT ON COLUMN release_list_line.cells IS 'The parsed line, until it is written.';
COMMENT ON COLUMN release_list_line.decision IS 'For a possible duplicate: same-person, other-person, or null while undecided.';
COMMENT ON COLUMN release_list_line.person_id IS 'The person it matched or made.';

CREATE TABLE audit_entry (
  id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  xid bigint NOT NULL,
  account_id uuid,
  service_id uuid,
  role text,
  action text NOT NULL,
  outcome text NOT NULL DEFAULT 'done',
  asked_id uuid,
  episode_ids uuid[] NOT NULL DEFAULT '{}',
  person_ids uuid[] NOT NULL DEFAULT '{}',
  fields text[] NOT NULL DEFAULT '{}',
  request_id uuid,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
COMMENT ON TABLE audit_entry IS 'Who read or wrote what. Insert-only, partitioned by month.';
COMMENT ON COLUMN audit_entry.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN audit_entry.at IS 'When, by the database.';
COMMENT ON COLUMN audit_entry.xid IS 'The transaction, for sealing in commit order.';
COMMENT ON COLUMN audit_entry.account_id IS 'Who. Null for a sign-in that named nobody.';
COMMENT ON COLUMN audit_entry.service_id IS 'Under which service.';
COMMENT ON COLUMN audit_entry.role IS 'In which role.';
COMMENT ON COLUMN audit_entry.action IS 'The procedure, as noun.verb.';
COMMENT ON COLUMN audit_entry.outcome IS 'done or denied.';
COMMENT ON COLUMN audit_entry.asked_id IS 'The id asked for, when denied.';
COMMENT ON COLUMN audit_entry.episode_ids IS 'The cases it touched.';
COMMENT ON COLUMN audit_entry.person_ids IS 'The persons it touched.';
COMMENT ON COLUMN audit_entry.fields IS 'Names of what was changed, never contents.';
COMMENT ON COLUMN audit_entry.request_id IS 'The press that caused it.';

CREATE TABLE request (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  action text NOT NULL,
  payload_hash bytea NOT NULL,
  answer jsonb,
  at timestamptz(3) NOT NULL,
  CONSTRAINT request_pkey PRIMARY KEY (account_id, id)
);
COMMENT ON TABLE request IS 'A press that has had its effect: the same press again gets the same answer.';
COMMENT ON COLUMN request.account_id IS 'Who pressed.';
COMMENT ON COLUMN request.id IS 'Made by the browser, one per press.';
COMMENT ON COLUMN request.action IS 'The procedure.';
COMMENT ON COLUMN request.payload_hash IS 'SHA-256 of the input: the same id with another payload is refused.';
COMMENT ON COLUMN request.answer IS 'What the first press answered.';
COMMENT ON COLUMN request.at IS 'When.';

CREATE TABLE clock_offset (
  one_row boolean NOT NULL DEFAULT true,
  by interval NOT NULL,
  CONSTRAINT clock_offset_pkey PRIMARY KEY (one_row)
);
COMMENT ON TABLE clock_offset IS 'Moves app.now() in test and demo databases. A production database cannot hold a row.';
COMMENT ON COLUMN clock_offset.one_row IS 'Always true: one row at most.';
COMMENT ON COLUMN clock_offset.by IS 'How far the clock stands from the server''s.';

CREATE TABLE installation (
  one_row boolean NOT NULL DEFAULT true,
  purpose text NOT NULL,
  CONSTRAINT installation_pkey PRIMARY KEY (one_row)
);
COMMENT ON TABLE installation IS 'What this database is for. One row.';
COMMENT ON COLUMN installation.one_row IS 'Always true: one row at most.';
COMMENT ON COLUMN installation.purpose IS 'production, demo or test.';

CREATE TABLE case_part (
  service_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  person_id uuid NOT NULL,
  relation text NOT NULL,
  categories text[] NOT NULL DEFAULT '{}',
  until timestamptz(3) NOT NULL,
  CONSTRAINT case_part_pkey PRIMARY KEY (service_id, episode_id)
);
COMMENT ON TABLE case_part IS 'The one relation table: which service has which part in which case, and which data categories that opens. Kept by triggers.';
COMMENT ON COLUMN case_part.service_id IS 'The service.';
COMMENT ON COLUMN case_part.episode_id IS 'The case.';
COMMENT ON COLUMN case_part.person_id IS 'The person of the case.';
COMMENT ON COLUMN case_part.relation IS 'One of RELATIONS in packages/domain.';
COMMENT ON COLUMN case_part.categories IS 'The data categories open to the service.';
COMMENT ON COLUMN case_part.until IS 'When the part ends; infinity while it goes on.';
