-- Partner handoffs are no handoffs to whom the area is closed: managers, and kinds of service that never read it. Absent from
-- every list, page and figure, not masked.

CREATE FUNCTION app.closed_areas() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN app.role() = 'system' THEN ARRAY[]::text[]
    WHEN app.role() = 'manager' OR EXISTS (SELECT 1 FROM public.service s
      WHERE s.id = app.service_id() AND 'partner' <> ALL (app.categories_of_kind(s.kind))) THEN ARRAY['partner']
    ELSE ARRAY[]::text[] END;
COMMENT ON FUNCTION app.closed_areas() IS
  'Areas of which whoever is asking may not even know that something was handed over. As areasClosedTo in packages/domain.';
GRANT EXECUTE ON FUNCTION app.closed_areas() TO throughcare_app, throughcare_lookup;

CREATE POLICY handoff_open_areas ON handoff AS RESTRICTIVE TO throughcare_app
  USING (area <> ALL ((SELECT app.closed_areas())::text[]));
CREATE POLICY handoff_move_open_areas ON handoff_move AS RESTRICTIVE TO throughcare_app
  USING (area <> ALL ((SELECT app.closed_areas())::text[]));
-- Said by the policy above, for every command.
DROP POLICY handoff_add_not_by_managers ON handoff;
