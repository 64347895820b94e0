-- The trail says in which part somebody looked or wrote (U12): whose prison it is, who was asked, who has taken it, or none.

ALTER TABLE audit_entry ADD COLUMN relations text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN audit_entry.relations IS
  'In the order of episode_ids: the part of the service in each case once the deed was done, one of RELATIONS in packages/domain, or none. Kept by a trigger; empty for entries from before.';

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.relations_of_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.relations := ARRAY(
    SELECT coalesce(p.relation, 'none') FROM unnest(NEW.episode_ids) WITH ORDINALITY AS about (episode, place)
    LEFT JOIN case_part p ON p.episode_id = about.episode AND p.service_id = NEW.service_id AND p.until > app.now()
    ORDER BY about.place);
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.relations_of_entry() IS 'Writes beside each case of an entry in which part the service stood to it. Whoever writes the entry has no say in it.';
GRANT EXECUTE ON FUNCTION app.relations_of_entry() TO throughcare_owner;
ALTER FUNCTION app.relations_of_entry() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
CREATE TRIGGER audit_entry_relations BEFORE INSERT ON audit_entry FOR EACH ROW
  WHEN (cardinality(NEW.episode_ids) > 0 OR cardinality(NEW.relations) > 0) EXECUTE FUNCTION app.relations_of_entry();
