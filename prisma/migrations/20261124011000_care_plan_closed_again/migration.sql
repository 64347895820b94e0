-- A release that is taken back opens the plan again, and the plan may be closed again: each closing is a row of its own.

ALTER TABLE care_plan_closing DROP CONSTRAINT care_plan_closing_once;
COMMENT ON TABLE care_plan_closing IS 'A closing of a plan. Insert-only: a plan that was opened again, because its release was taken back, is closed by another row.';
CREATE INDEX care_plan_closing_of_plan ON care_plan_closing (care_plan_id);
