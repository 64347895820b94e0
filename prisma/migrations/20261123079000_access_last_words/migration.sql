-- Policies that were added in the older words since the first time ask for what may be written, and a trigger's function is
-- for nobody to call.
SELECT app.ask_for_writes();
REVOKE EXECUTE ON FUNCTION app.keep_rule_set_version() FROM throughcare_app;
