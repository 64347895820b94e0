-- Functions that were made or made anew since the predicate of restricted records came ask it too, in the place where they ask for
-- the part: see 20261126020000 and docs/adr/0145. restricted-lookups.test.ts finds those that do not.

CREATE FUNCTION pg_temp.ask(asked regprocedure, was text, becomes text, times integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE told text := pg_get_functiondef(asked); n integer;
BEGIN
  n := (length(told) - length(replace(told, was, ''))) / length(was);
  IF n <> times THEN RAISE EXCEPTION '%: % places that say %, not %', asked, n, was, times; END IF;
  EXECUTE replace(told, was, becomes);
END $$;

SELECT pg_temp.ask('app.person_of_own_number(text)', 'AND upper(replace(i.value',
  'AND app.may_know(i.person_id) AND app.may_know(x.id) AND upper(replace(i.value', 1);
SELECT pg_temp.ask('app.not_free_for_custody(uuid[],date[])', 'WHERE app.role() IN (''prison-health'', ''system'')',
  'WHERE app.role() IN (''prison-health'', ''system'') AND app.may_know(asked.person_id)', 1);
SELECT pg_temp.ask('app.do_own_words_travel(uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.may_carry(uuid,uuid,text,text[])', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.may_read_shared(uuid,text)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.sharing_facts(uuid,uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.withdraw_consents(uuid,uuid,text)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.tell_sharing(uuid,text,text)', 'p.service_id = app.case_service_id() AND p.until > app.now()',
  'p.service_id = app.case_service_id() AND p.until > app.now() AND app.admits(p.circle)', 1);
SELECT pg_temp.ask('app.record_notice(uuid,text,uuid,text,uuid,uuid,uuid,text,text)',
  'p.episode_id = episode AND p.service_id = app.service_id())', 'p.episode_id = episode AND p.service_id = app.service_id() AND app.admits(p.circle))', 1);
SELECT pg_temp.ask('app.use_is_restricted(uuid)', 'p.until > app.now()', 'p.until > app.now() AND app.admits(p.circle)', 1);

-- A hold is the service's own, whoever of it looks; that there is one tells of the person.
CREATE POLICY legal_hold_known ON legal_hold AS RESTRICTIVE TO throughcare_app
  USING (person_id NOT IN (SELECT app.closed_persons()));
