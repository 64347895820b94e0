-- Who may move a handoff: an end of it whose part in the case is alive. Whoever turned it down, lost it or finished it long ago
-- keeps the envelope to read, and cannot give itself the case back.

ALTER POLICY handoff_change ON handoff
  USING ((SELECT app.case_service_id()) IN (sending_service_id, receiving_service_id, accountable_service_id)
    AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = handoff.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND p.relation IN ('own', 'offered', 'accepted', 'closing')))
  WITH CHECK ((SELECT app.case_service_id()) IN (sending_service_id, receiving_service_id, accountable_service_id));

-- What a handoff is about and what it carries is said when it is sent: these columns open categories, so nobody writes them
-- over again. A move writes how it stands.
REVOKE UPDATE ON handoff FROM throughcare_app;
GRANT UPDATE (status, accountable_service_id, due_at, acknowledged_at, acknowledged_by, accepted_at, worker_id, rejected_reason,
  version) ON handoff TO throughcare_app;

-- A manager, who reads no partner area, hands none over either.
CREATE POLICY handoff_add_not_by_managers ON handoff AS RESTRICTIVE FOR INSERT TO throughcare_app
  WITH CHECK (area <> 'partner' OR (SELECT app.role()) <> 'manager');
