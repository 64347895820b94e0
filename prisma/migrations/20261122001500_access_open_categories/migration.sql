-- What a part opens to the service, the role of whoever looks may narrow: a manager reads no partner area.

CREATE FUNCTION app.open_categories(categories text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN app.role() = 'manager' THEN array_remove(categories, 'partner') ELSE categories END;
COMMENT ON FUNCTION app.open_categories(text[]) IS
  'Of the categories that a part opens to the service, those that are open to the role worn now. As categoriesFor in packages/domain.';
GRANT EXECUTE ON FUNCTION app.open_categories(text[]) TO throughcare_app, throughcare_lookup, throughcare_owner;

-- Restrictive: they take away from what the policies beside them give. A handoff of the area stays readable at both ends, as
-- every envelope does: a manager sees that it waits for somebody, and not what it is about.
CREATE POLICY partner_wish_not_for_managers ON partner_wish AS RESTRICTIVE TO throughcare_app
  USING ((SELECT app.role()) <> 'manager');
CREATE POLICY case_fact_not_for_managers ON case_fact AS RESTRICTIVE TO throughcare_app
  USING (category <> 'partner' OR (SELECT app.role()) <> 'manager');
CREATE POLICY checklist_item_not_for_managers ON checklist_item AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');
CREATE POLICY checklist_item_change_not_for_managers ON checklist_item_change AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');
CREATE POLICY appointment_not_for_managers ON appointment AS RESTRICTIVE TO throughcare_app
  USING (area <> 'partner' OR (SELECT app.role()) <> 'manager');
