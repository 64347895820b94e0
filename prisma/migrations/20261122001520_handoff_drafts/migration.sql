-- A draft is its sender's alone, here as in the repository: whoever it would go to learns of it when it is sent.

ALTER POLICY handoff_read ON handoff
  USING ((SELECT app.case_service_id()) = sending_service_id
    OR (status <> 'draft' AND (SELECT app.case_service_id()) IN (receiving_service_id, accountable_service_id))
    OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = handoff.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND p.until > (SELECT app.now()) AND handoff.area = ANY (p.categories)
      AND (status <> 'draft' OR p.relation IN ('own', 'closing'))));
