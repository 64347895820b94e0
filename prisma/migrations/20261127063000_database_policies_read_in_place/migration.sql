-- The plan of a case was chosen by its id alone, and that was looked for in an index that begins with another column.
CREATE INDEX care_plan_of_episode ON care_plan (episode_id);

-- Who asks and what time it is are settings of the transaction, read in place since app.now() is one. Wrapped into sub-selects they
-- were three nodes of a plan for every table of a statement: the page of a case began 260 of them before it read a row. Read in place
-- they cost 0.3 us for each row, and a count of 10,000 rows is as fast as before.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT p.polrelid::regclass AS of_table, p.polname, pg_get_expr(p.polqual, p.polrelid) AS condition
    FROM pg_policy p
    WHERE p.polcmd = 'r' AND p.polroles = ARRAY['throughcare_app'::regrole::oid]
      AND pg_get_expr(p.polqual, p.polrelid) LIKE '%( SELECT app.case_service_id() AS case_service_id)%'
      -- Of the inbox thousands of rows are read at once, and no part is looked up for them.
      AND p.polrelid <> 'open_handoff'::regclass
  LOOP
    EXECUTE format('ALTER POLICY %I ON %s USING (%s)', one.polname, one.of_table, replace(replace(one.condition,
      '( SELECT app.case_service_id() AS case_service_id)', 'app.case_service_id()'), '( SELECT app.now() AS now)', 'app.now()'));
  END LOOP;
END $$;
