-- What a row may become is checked by any of the policies that may write: each says for itself who writes what. Before, a manager could
-- have written an answer past the use cases, because the check of the worker did not ask who it was.
ALTER POLICY simulation_cancel ON simulation
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'manager' AND state = 'cancelled'
    AND ended_by = (SELECT app.account_id()));
ALTER POLICY simulation_work ON simulation
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'system' AND state IN ('running', 'done', 'refused', 'failed'));
