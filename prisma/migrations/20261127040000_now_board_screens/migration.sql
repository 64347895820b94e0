-- The board of a team room on a wall: a screen at which nobody is signed in, which shows four counts of one service and nothing else.

CREATE TABLE now_screen (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  place text NOT NULL,
  put_up_at timestamptz(3) NOT NULL,
  put_up_by uuid NOT NULL,
  until timestamptz(3) NOT NULL,
  taken_down_at timestamptz(3),
  taken_down_by uuid,
  CONSTRAINT now_screen_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE now_screen IS 'A screen on a wall that shows the counts of a service''s Now board without anybody signed in. Its key is made from its id by the web process and stored nowhere.';
COMMENT ON COLUMN now_screen.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN now_screen.service_id IS 'Whose counts it shows.';
COMMENT ON COLUMN now_screen.place IS 'Where it hangs, in words of the service.';
COMMENT ON COLUMN now_screen.put_up_at IS 'When it was put up.';
COMMENT ON COLUMN now_screen.put_up_by IS 'By whom: it goes dark when they leave the service.';
COMMENT ON COLUMN now_screen.until IS 'When it goes dark by itself.';
COMMENT ON COLUMN now_screen.taken_down_at IS 'When somebody took it off. Null: it hangs.';
COMMENT ON COLUMN now_screen.taken_down_by IS 'By whom.';
ALTER TABLE now_screen ADD CONSTRAINT now_screen_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE now_screen ADD CONSTRAINT now_screen_putter FOREIGN KEY (put_up_by) REFERENCES account (id);
ALTER TABLE now_screen ADD CONSTRAINT now_screen_taker FOREIGN KEY (taken_down_by) REFERENCES account (id);
ALTER TABLE now_screen ADD CONSTRAINT now_screen_place CHECK (length(place) BETWEEN 1 AND 60);
ALTER TABLE now_screen ADD CONSTRAINT now_screen_until CHECK (until > put_up_at AND until <= put_up_at + interval '14 hours');
ALTER TABLE now_screen ADD CONSTRAINT now_screen_down CHECK (num_nulls(taken_down_at, taken_down_by) IN (0, 2));
CREATE INDEX now_screen_of_service ON now_screen (service_id, until) WHERE taken_down_at IS NULL;
CREATE TRIGGER now_screen_stays BEFORE DELETE ON now_screen FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER now_screen_never_emptied BEFORE TRUNCATE ON now_screen FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE now_screen ENABLE ROW LEVEL SECURITY;
ALTER TABLE now_screen FORCE ROW LEVEL SECURITY;
CREATE POLICY now_screen_owner ON now_screen TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (taken_down_at, taken_down_by) ON now_screen TO throughcare_app;
CREATE POLICY now_screen_read ON now_screen FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'caseworker', 'manager'));
CREATE POLICY now_screen_put_up ON now_screen FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'caseworker', 'manager')
    AND put_up_by = (SELECT app.account_id()) AND taken_down_at IS NULL);
-- Everybody of the service takes one off: whoever sees that it should not hang there.
CREATE POLICY now_screen_take_down ON now_screen FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'caseworker', 'manager')
    AND taken_down_at IS NULL)
  WITH CHECK (taken_down_by = (SELECT app.account_id()));

-- Whose screen is it? Asked by the web process before it counts; nobody is signed in there.
GRANT SELECT ON now_screen TO throughcare_lookup;
CREATE POLICY now_screen_lookup ON now_screen FOR SELECT TO throughcare_lookup USING (true);
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.find_now_screen(screen uuid)
  RETURNS TABLE (service_id uuid, service_name text, service_kind text, service_time_zone text, role text, until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT v.id, v.name, v.kind, v.time_zone, m.role, n.until
  FROM now_screen n
  JOIN service v ON v.id = n.service_id
  JOIN account a ON a.id = n.put_up_by AND a.disabled_at IS NULL
    AND (NOT a.demo OR EXISTS (SELECT 1 FROM installation i WHERE i.purpose <> 'production'))
  JOIN LATERAL (SELECT h.role FROM membership h WHERE h.account_id = a.id AND h.service_id = n.service_id
    AND h.role IN ('prison-health', 'caseworker', 'manager') AND (h.until IS NULL OR h.until > app.now())
    ORDER BY h.role = 'manager', h.id LIMIT 1) m ON true
  WHERE n.id = find_now_screen.screen AND n.taken_down_at IS NULL AND n.until > app.now()
$$;
COMMENT ON FUNCTION app.find_now_screen(uuid) IS
  'The service whose counts a screen on a wall shows, and the role of whoever put it up. No row once it was taken off, its hours are over, or they left the service.';
GRANT EXECUTE ON FUNCTION app.find_now_screen(uuid) TO throughcare_app;
ALTER FUNCTION app.find_now_screen(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
