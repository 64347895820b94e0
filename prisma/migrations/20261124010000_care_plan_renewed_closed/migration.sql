-- A plan is brought to newer rules by somebody who saw the difference, and closed with an open critical item only by two people.

CREATE TABLE care_plan_renewal (
  id uuid NOT NULL,
  care_plan_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  from_rule_set text NOT NULL,
  to_rule_set text NOT NULL,
  renewed_at timestamptz(3) NOT NULL,
  renewed_by uuid NOT NULL,
  request_id uuid NOT NULL,
  CONSTRAINT care_plan_renewal_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE care_plan_renewal IS 'A running plan brought to a newer version of its rules by somebody who saw the difference. Insert-only.';
COMMENT ON COLUMN care_plan_renewal.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN care_plan_renewal.care_plan_id IS 'The plan.';
COMMENT ON COLUMN care_plan_renewal.episode_id IS 'The case.';
COMMENT ON COLUMN care_plan_renewal.from_rule_set IS 'The version of the rules before: the common ones, and after a plus the country''s.';
COMMENT ON COLUMN care_plan_renewal.to_rule_set IS 'The version since.';
COMMENT ON COLUMN care_plan_renewal.renewed_at IS 'When.';
COMMENT ON COLUMN care_plan_renewal.renewed_by IS 'By whom.';
COMMENT ON COLUMN care_plan_renewal.request_id IS 'The press: items that it added, retired or moved carry it in their history.';

ALTER TABLE care_plan_renewal ADD CONSTRAINT care_plan_renewal_plan FOREIGN KEY (care_plan_id, episode_id) REFERENCES care_plan (id, episode_id);
ALTER TABLE care_plan_renewal ADD CONSTRAINT care_plan_renewal_account FOREIGN KEY (renewed_by) REFERENCES account (id);
ALTER TABLE care_plan_renewal ADD CONSTRAINT care_plan_renewal_differs CHECK (from_rule_set <> to_rule_set);
CREATE INDEX care_plan_renewal_of_episode ON care_plan_renewal (episode_id, renewed_at);

CREATE TABLE care_plan_closing_wish (
  id uuid NOT NULL,
  care_plan_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  critical_open integer NOT NULL,
  reason text,
  asked_at timestamptz(3) NOT NULL,
  asked_by uuid NOT NULL,
  CONSTRAINT care_plan_closing_wish_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE care_plan_closing_wish IS 'Somebody wants to close a plan. Insert-only; the newest of a plan counts.';
COMMENT ON COLUMN care_plan_closing_wish.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN care_plan_closing_wish.care_plan_id IS 'The plan.';
COMMENT ON COLUMN care_plan_closing_wish.episode_id IS 'The case.';
COMMENT ON COLUMN care_plan_closing_wish.critical_open IS 'How many critical items stood open. With one or more, another person closes the plan.';
COMMENT ON COLUMN care_plan_closing_wish.reason IS 'Why, in words for staff. Null: no critical item was open.';
COMMENT ON COLUMN care_plan_closing_wish.asked_at IS 'When.';
COMMENT ON COLUMN care_plan_closing_wish.asked_by IS 'By whom.';

ALTER TABLE care_plan_closing_wish ADD CONSTRAINT care_plan_closing_wish_plan FOREIGN KEY (care_plan_id, episode_id) REFERENCES care_plan (id, episode_id);
ALTER TABLE care_plan_closing_wish ADD CONSTRAINT care_plan_closing_wish_account FOREIGN KEY (asked_by) REFERENCES account (id);
ALTER TABLE care_plan_closing_wish ADD CONSTRAINT care_plan_closing_wish_reason CHECK (critical_open >= 0 AND (critical_open = 0 OR btrim(coalesce(reason, '')) <> ''));
-- What a closing copies from its wish, so that one row can say that two people were needed.
ALTER TABLE care_plan_closing_wish ADD CONSTRAINT care_plan_closing_wish_whole UNIQUE (id, care_plan_id, asked_by, critical_open);
CREATE INDEX care_plan_closing_wish_of_plan ON care_plan_closing_wish (care_plan_id, asked_at);

CREATE TABLE care_plan_closing (
  wish_id uuid NOT NULL,
  care_plan_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  critical_open integer NOT NULL,
  asked_by uuid NOT NULL,
  closed_at timestamptz(3) NOT NULL,
  closed_by uuid NOT NULL,
  CONSTRAINT care_plan_closing_pkey PRIMARY KEY (wish_id)
);
COMMENT ON TABLE care_plan_closing IS 'A plan that was closed. Insert-only, once for a plan.';
COMMENT ON COLUMN care_plan_closing.wish_id IS 'The wish that it fulfils.';
COMMENT ON COLUMN care_plan_closing.care_plan_id IS 'The plan.';
COMMENT ON COLUMN care_plan_closing.episode_id IS 'The case.';
COMMENT ON COLUMN care_plan_closing.critical_open IS 'How many critical items stood open, as the wish says.';
COMMENT ON COLUMN care_plan_closing.asked_by IS 'Who wanted it, as the wish says.';
COMMENT ON COLUMN care_plan_closing.closed_at IS 'When.';
COMMENT ON COLUMN care_plan_closing.closed_by IS 'By whom: a second person where a critical item was open.';

ALTER TABLE care_plan_closing ADD CONSTRAINT care_plan_closing_wish_kept FOREIGN KEY (wish_id, care_plan_id, asked_by, critical_open)
  REFERENCES care_plan_closing_wish (id, care_plan_id, asked_by, critical_open);
ALTER TABLE care_plan_closing ADD CONSTRAINT care_plan_closing_plan FOREIGN KEY (care_plan_id, episode_id) REFERENCES care_plan (id, episode_id);
ALTER TABLE care_plan_closing ADD CONSTRAINT care_plan_closing_account FOREIGN KEY (closed_by) REFERENCES account (id);
ALTER TABLE care_plan_closing ADD CONSTRAINT care_plan_closing_once UNIQUE (care_plan_id);
ALTER TABLE care_plan_closing ADD CONSTRAINT care_plan_closing_second_person CHECK (critical_open = 0 OR closed_by <> asked_by);
CREATE INDEX care_plan_closing_of_episode ON care_plan_closing (episode_id);

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['care_plan_renewal', 'care_plan_closing_wish', 'care_plan_closing'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY %I ON %I TO throughcare_owner USING (true) WITH CHECK (true)', one || '_owner', one);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO throughcare_app', one);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR SELECT TO throughcare_app
      USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = %I.episode_id AND p.service_id = (SELECT app.case_service_id())
        AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories)))$policy$, one || '_read', one, one);
    EXECUTE format($policy$CREATE POLICY %I ON %I FOR INSERT TO throughcare_app
      WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = %I.episode_id AND p.service_id = (SELECT app.case_service_id())
        AND p.until > (SELECT app.now()) AND 'release' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')))$policy$, one || '_add', one, one);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', one || '_insert_only', one);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', one || '_never_emptied', one);
  END LOOP;
END $$;
