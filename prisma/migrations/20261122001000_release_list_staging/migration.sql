-- Reading a release list in groups of one prison number, without ever holding the whole file.

ALTER TABLE release_list ADD COLUMN columns text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN release_list.columns IS 'Columns at fault when the file was refused; otherwise columns that we do not know and did not read.';
ALTER TABLE release_list ADD COLUMN confirmed_by uuid;
COMMENT ON COLUMN release_list.confirmed_by IS 'The account that confirmed it. Null before.';
ALTER TABLE release_list_line ADD COLUMN number_key text;
COMMENT ON COLUMN release_list_line.number_key IS 'The prison number without spaces, in capitals: lines that share it are a group. Null when refused.';
ALTER TABLE release_list_line ADD COLUMN date_of_birth date;
COMMENT ON COLUMN release_list_line.date_of_birth IS 'For finding possible duplicates among the lines. Null when refused.';
CREATE INDEX release_list_line_by_number ON release_list_line (list_id, number_key, line);
CREATE INDEX release_list_line_by_birth ON release_list_line (list_id, date_of_birth);
CREATE INDEX release_list_by_service ON release_list (service_id, uploaded_at);

-- A line is labelled once all lines are in.
ALTER TABLE release_list_line ALTER COLUMN result DROP NOT NULL;
CREATE INDEX release_list_line_by_result ON release_list_line (list_id, result, leaves_sooner, line);
COMMENT ON COLUMN release_list_line.result IS 'new, same, changed, possible-duplicate or refused; null until the group is held against what is stored.';

-- What was held under a number in other services' cases stays theirs: the function answers only for the asking prison.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.persons_born_on(days date[])
  RETURNS TABLE (person_id uuid, family_name text, given_names text, date_of_birth date, number_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT x.id, x.family_name, x.given_names, x.date_of_birth, upper(replace(i.value, ' ', ''))
  FROM person x JOIN person_identifier i ON i.person_id = x.id AND i.system = 'prison-number'
  WHERE x.date_of_birth = ANY (days) AND i.issuer_service_id = app.case_service_id()
    AND app.role() IN ('prison-health', 'system')
$$;
COMMENT ON FUNCTION app.persons_born_on(date[]) IS
  'Persons to whom the asking prison gave a number, born on one of these days: whom a new number may already be.';
CREATE FUNCTION app.cases_by_number(keys text[])
  RETURNS TABLE (number_key text, person_id uuid, family_name text, given_names text, date_of_birth date, sex text, languages text[],
    other_names text[], episode_id uuid, legal_status text, admitted_on date, release_date date, release_certainty text, release_country text,
    release_area text, ended_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT upper(replace(i.value, ' ', '')), x.id, x.family_name, x.given_names, x.date_of_birth, x.sex, x.languages, x.other_names,
    e.id, e.legal_status, e.admitted_on, e.release_date, e.release_certainty, e.release_country, e.release_area, e.ended_on
  FROM person_identifier i JOIN person x ON x.id = i.person_id
  LEFT JOIN LATERAL (
    SELECT e.* FROM custody_episode e
    WHERE e.person_id = x.id AND e.ended_because IS DISTINCT FROM 'entered-in-error'
      AND EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = e.id AND s.prison_service_id = app.case_service_id())
    ORDER BY e.admitted_on DESC LIMIT 1
  ) e ON true
  WHERE upper(replace(i.value, ' ', '')) = ANY (keys) AND i.system = 'prison-number'
    AND i.issuer_service_id = app.case_service_id() AND app.role() IN ('prison-health', 'system')
$$;
COMMENT ON FUNCTION app.cases_by_number(text[]) IS
  'Who bears these numbers of the asking prison, with the newest episode that was spent there, also after its part has ended.';
GRANT EXECUTE ON FUNCTION app.persons_born_on(date[]), app.cases_by_number(text[]) TO throughcare_app;
ALTER FUNCTION app.persons_born_on(date[]) OWNER TO throughcare_lookup;
ALTER FUNCTION app.cases_by_number(text[]) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

CREATE FUNCTION app.sweep() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM release_list_line x USING release_list l
    WHERE l.id = x.list_id AND l.uploaded_at < app.now() - interval '24 hours' AND l.state <> 'writing';
  DELETE FROM release_list l WHERE l.uploaded_at < app.now() - interval '24 hours' AND l.state IN ('reading', 'ready', 'refused');
  DELETE FROM request r WHERE r.at < app.now() - interval '48 hours';
  SELECT app.ensure_audit_partitions();
$$;
COMMENT ON FUNCTION app.sweep() IS
  'What is cleared away by the hour: lines of release lists after 24 hours with the lists that were never confirmed, answers to presses after 48 hours; and the audit partitions to come.';
GRANT EXECUTE ON FUNCTION app.sweep() TO throughcare_app;

CREATE FUNCTION app.measure_tables() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  ANALYZE person, person_identifier, custody_episode, custody_stay, case_part, case_fact, medication_treatment, dose,
    care_plan, checklist_item, checklist_item_change, release_list_line;
END $$;
COMMENT ON FUNCTION app.measure_tables() IS
  'Tells the planner how large the tables have become. A first import fills them in one transaction, in which nobody else would.';
GRANT EXECUTE ON FUNCTION app.measure_tables() TO throughcare_app;
