-- How long people wait for a first appointment, and who at the service said so: what it takes and how soon is asked in one call.
-- A manager of the service says it of the own service; administrators of any.

ALTER TABLE service_admission ADD COLUMN waiting_days integer;
ALTER TABLE service_admission ADD COLUMN told_by text;
COMMENT ON COLUMN service_admission.waiting_days IS 'Days from a handoff to a first appointment, as the service said on that day. 0: the same day. Null: it did not say.';
COMMENT ON COLUMN service_admission.told_by IS 'Who at the service said so. Null: not noted.';
ALTER TABLE service_admission ADD CONSTRAINT service_admission_waiting CHECK (waiting_days BETWEEN 0 AND 730);
ALTER TABLE service_admission ADD CONSTRAINT service_admission_told_by CHECK (length(told_by) BETWEEN 1 AND 120);
CREATE POLICY service_admission_keep_own ON service_admission FOR INSERT TO throughcare_app
  WITH CHECK ((SELECT app.role()) = 'manager' AND service_id = (SELECT app.service_id()) AND recorded_by = (SELECT app.account_id()));
