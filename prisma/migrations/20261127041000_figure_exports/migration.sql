-- Figures that leave: a file that somebody asked for with a reason, and the report of each month. What stands in them is kept as it was
-- shown, small numbers taken out, so that whoever opens it later sees what left.

CREATE TABLE figure_export (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  kind text NOT NULL,
  month text,
  reason text,
  content jsonb NOT NULL,
  lines integer NOT NULL,
  because text[] NOT NULL DEFAULT '{}',
  made_at timestamptz(3) NOT NULL,
  made_by uuid NOT NULL,
  approved_at timestamptz(3),
  approved_by uuid,
  CONSTRAINT figure_export_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE figure_export IS 'Figures that leave: a file with a reason, or the report of a month. Suppressed at ten, frozen, about nobody.';
COMMENT ON COLUMN figure_export.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN figure_export.service_id IS 'Whose figures, and whose managers open it.';
COMMENT ON COLUMN figure_export.kind IS 'file: asked for. monthly-report: made by itself.';
COMMENT ON COLUMN figure_export.month IS 'The month of a report, as 2026-04. Null for a file.';
COMMENT ON COLUMN figure_export.reason IS 'Why it was asked for. Never in the file. Null for a report.';
COMMENT ON COLUMN figure_export.content IS 'LeavingFigures in packages/domain: codes, counts of ten and more, names of prisons.';
COMMENT ON COLUMN figure_export.lines IS 'How many lines the file has.';
COMMENT ON COLUMN figure_export.because IS 'Why a second person looks first, of EXPORT_WEIGHTS in packages/domain. Empty: nobody need.';
COMMENT ON COLUMN figure_export.made_at IS 'When it was made.';
COMMENT ON COLUMN figure_export.made_by IS 'By whom; a report by the system.';
COMMENT ON COLUMN figure_export.approved_at IS 'When a second person let it go. Null: nobody did.';
COMMENT ON COLUMN figure_export.approved_by IS 'Who did; never who made it.';
ALTER TABLE figure_export ADD CONSTRAINT figure_export_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE figure_export ADD CONSTRAINT figure_export_maker FOREIGN KEY (made_by) REFERENCES account (id);
ALTER TABLE figure_export ADD CONSTRAINT figure_export_approver FOREIGN KEY (approved_by) REFERENCES account (id);
ALTER TABLE figure_export ADD CONSTRAINT figure_export_kind CHECK (kind = 'file' AND month IS NULL AND length(reason) BETWEEN 1 AND 500
  OR kind = 'monthly-report' AND month ~ '^2\d{3}-(0[1-9]|1[0-2])$' AND reason IS NULL AND because = '{}');
ALTER TABLE figure_export ADD CONSTRAINT figure_export_content CHECK (jsonb_typeof(content) = 'object' AND lines >= 0);
ALTER TABLE figure_export ADD CONSTRAINT figure_export_because CHECK (because <@ ARRAY['many-rows', 'out-of-hours']);
ALTER TABLE figure_export ADD CONSTRAINT figure_export_approved CHECK (num_nulls(approved_at, approved_by) IN (0, 2)
  AND approved_by IS DISTINCT FROM made_by AND (approved_at IS NULL OR because <> '{}'));
CREATE UNIQUE INDEX figure_export_report_once ON figure_export (service_id, month) WHERE kind = 'monthly-report';
CREATE INDEX figure_export_of_service ON figure_export (service_id, made_at DESC);
CREATE TRIGGER figure_export_stays BEFORE DELETE ON figure_export FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER figure_export_never_emptied BEFORE TRUNCATE ON figure_export FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Managers of the service, and nobody else: of figures that leave, and of who asked for them.
ALTER TABLE figure_export ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_export FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_export_owner ON figure_export TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (approved_at, approved_by) ON figure_export TO throughcare_app;
CREATE POLICY figure_export_read ON figure_export FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('manager', 'system'));
CREATE POLICY figure_export_make ON figure_export FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND made_by = (SELECT app.account_id()) AND approved_at IS NULL
    AND (SELECT app.role()) = CASE kind WHEN 'file' THEN 'manager' ELSE 'system' END);
CREATE POLICY figure_export_approve ON figure_export FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'manager' AND approved_at IS NULL
    AND kind = 'file' AND because <> '{}' AND made_by <> (SELECT app.account_id()))
  WITH CHECK (approved_by = (SELECT app.account_id()));

-- A report made by itself shows what each of the service's managers may see: no couples, and nobody whose record is restricted.
CREATE FUNCTION app.read_as_manager() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN
    RAISE EXCEPTION 'only the system actor reads as a manager' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.role', 'manager', true);
END $$;
COMMENT ON FUNCTION app.read_as_manager() IS
  'Narrows the rest of a transaction of the system actor to what a manager of its service reads who is in no circle.';
GRANT EXECUTE ON FUNCTION app.read_as_manager() TO throughcare_app;

-- The services that have managers, and of each the months of the reports that it has: ids and months.
GRANT SELECT ON figure_export TO throughcare_lookup;
CREATE POLICY figure_export_lookup ON figure_export FOR SELECT TO throughcare_lookup USING (true);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.reporting_services() RETURNS TABLE (service_id uuid, time_zone text, country text, last_month text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN
    RAISE EXCEPTION 'only the system actor asks who is told' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  SELECT v.id, v.time_zone, v.country,
    (SELECT max(x.month) FROM figure_export x WHERE x.service_id = v.id AND x.kind = 'monthly-report')
  FROM service v
  WHERE v.kind <> 'administration' AND EXISTS (SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
    WHERE m.service_id = v.id AND m.role = 'manager' AND (m.until IS NULL OR m.until > app.now()))
  ORDER BY v.id;
END $$;
COMMENT ON FUNCTION app.reporting_services() IS 'Services with a manager, where they are, and the month of their last report. For the system actor.';
GRANT EXECUTE ON FUNCTION app.reporting_services() TO throughcare_app;
ALTER FUNCTION app.reporting_services() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

SELECT pgboss.create_queue('make-reports', '{"policy": "short", "retryLimit": 3, "retryDelay": 60, "retryBackoff": true, "deleteAfterSeconds": 604800, "expireInSeconds": 3600}'::jsonb);
