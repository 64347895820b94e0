-- A page of figures is worked out again only when something that it is worked out from has changed (docs/adr/0214). What was counted of a
-- scope takes a turn with each change; the seal of a reader's figures tells turn, month, and what of it is theirs alone.

CREATE TABLE counted_scope (
  scope_id uuid NOT NULL,
  turn bigint NOT NULL,
  CONSTRAINT counted_scope_pkey PRIMARY KEY (scope_id)
);
COMMENT ON TABLE counted_scope IS 'How often what was counted of a prison, a service or a region has changed. Numbers and ids of places; kept by a trigger.';
COMMENT ON COLUMN counted_scope.scope_id IS 'The prison, service or region.';
COMMENT ON COLUMN counted_scope.turn IS 'Another one after every change of its counted releases.';
ALTER TABLE counted_scope ENABLE ROW LEVEL SECURITY;
ALTER TABLE counted_scope FORCE ROW LEVEL SECURITY;
CREATE POLICY counted_scope_owner ON counted_scope TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY counted_scope_lookup ON counted_scope FOR SELECT TO throughcare_lookup USING (true);
GRANT SELECT ON counted_scope TO throughcare_lookup;

CREATE FUNCTION app.turn_scopes() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO counted_scope AS s (scope_id, turn) SELECT DISTINCT c.scope_id, 1 FROM changed c ORDER BY c.scope_id
  ON CONFLICT (scope_id) DO UPDATE SET turn = s.turn + 1;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.turn_scopes() IS 'After a statement that changed counted releases: their scopes take a turn.';
CREATE TRIGGER counted_release_added AFTER INSERT ON counted_release REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.turn_scopes();
CREATE TRIGGER counted_release_altered AFTER UPDATE ON counted_release REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.turn_scopes();
CREATE TRIGGER counted_release_taken AFTER DELETE ON counted_release REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.turn_scopes();
INSERT INTO counted_scope (scope_id, turn) SELECT DISTINCT r.scope_id, 1 FROM counted_release r;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.figures_seal() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT md5(concat_ws('|',
    coalesce((SELECT s.turn FROM counted_scope s WHERE s.scope_id = app.case_service_id()), 0),
    left(app.now()::text, 7),
    -- What app.own_counts counts.
    coalesce((SELECT md5(string_agg(p.episode_id::text || p.categories::text, ',' ORDER BY p.episode_id)) FROM case_part p
      WHERE p.service_id = app.case_service_id() AND p.until > app.now() AND app.admits(p.circle)), '-'),
    -- What app.closed_totals adds and takes away.
    coalesce((SELECT md5(string_agg(x.person_id::text || app.admits(app.circle_of(x.person_id, app.service_id()))::text, ',' ORDER BY x.person_id))
      FROM restriction x WHERE x.lifted_at IS NULL), '-'),
    coalesce((SELECT md5(string_agg(s.id::text || s.name, ',' ORDER BY s.id)) FROM service s WHERE s.kind = 'prison-health'), '-')))
$$;
COMMENT ON FUNCTION app.figures_seal() IS
  'What everything that a service''s figures tell this reader is worked out from, as one text: another one as soon as any of it is otherwise. To be kept beside who reads as what.';
GRANT EXECUTE ON FUNCTION app.figures_seal() TO throughcare_app;
ALTER FUNCTION app.figures_seal() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
