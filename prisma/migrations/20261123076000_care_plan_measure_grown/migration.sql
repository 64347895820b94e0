-- Plans after a release list are made in a hundred jobs. Each told the planner the size of twelve tables anew, which was a good
-- part of its time once the tables were large; a table is measured again when it has grown by half.

CREATE FUNCTION app.measure_grown_tables() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE
  grown regclass;
  measured integer := 0;
BEGIN
  FOR grown IN
    SELECT s.relid::regclass FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = 'public' AND s.relname IN ('person', 'person_identifier', 'custody_episode', 'custody_stay', 'case_part',
        'case_fact', 'medication_treatment', 'dose', 'care_plan', 'checklist_item', 'checklist_item_change', 'release_list_line')
      AND s.n_mod_since_analyze > greatest(2000, 0.5 * c.reltuples)
  LOOP
    EXECUTE format('ANALYZE %s', grown);
    measured := measured + 1;
  END LOOP;
  RETURN measured;
END $$;
COMMENT ON FUNCTION app.measure_grown_tables() IS
  'Tells the planner how large those tables have become that grew by half since it was last told, and how many they were.';
GRANT EXECUTE ON FUNCTION app.measure_grown_tables() TO throughcare_app;
