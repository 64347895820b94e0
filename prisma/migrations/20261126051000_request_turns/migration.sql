-- How often somebody did one thing in a window of time: what a script could do a thousand times where a person does it twice.
-- Counted in a transaction of its own, so that a deed that fails was counted too. ADR 0160.

CREATE TABLE turn (
  what text NOT NULL,
  who bytea NOT NULL,
  began_at timestamptz(3) NOT NULL,
  taken integer NOT NULL,
  CONSTRAINT turn_pkey PRIMARY KEY (what, who),
  CONSTRAINT turn_taken CHECK (taken > 0)
);
COMMENT ON TABLE turn IS 'How often somebody did one thing since their window of time began.';
COMMENT ON COLUMN turn.what IS 'The thing, as LIMITS in packages/api names it.';
COMMENT ON COLUMN turn.who IS 'SHA-256 of the account or the network address, so that the table lists nobody.';
COMMENT ON COLUMN turn.began_at IS 'When the window began.';
COMMENT ON COLUMN turn.taken IS 'How often since then.';
ALTER TABLE turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE turn FORCE ROW LEVEL SECURITY;
CREATE POLICY turn_owner ON turn TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON turn TO throughcare_lookup;
CREATE POLICY turn_lookup ON turn TO throughcare_lookup USING (true) WITH CHECK (true);

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.take_turn(what text, who bytea, most integer, seconds integer) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  at_once timestamptz := app.now();
  window_length interval := make_interval(secs => take_turn.seconds);
  now_there record;
BEGIN
  IF take_turn.most < 1 OR take_turn.seconds < 1 THEN
    RAISE EXCEPTION 'no such limit' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO public.turn AS t (what, who, began_at, taken) VALUES (take_turn.what, take_turn.who, at_once, 1)
  ON CONFLICT (what, who) DO UPDATE SET
    -- A window that lies ahead is one of a clock that was set back since: it is over as well.
    began_at = CASE WHEN t.began_at > at_once - window_length AND t.began_at <= at_once THEN t.began_at ELSE at_once END,
    taken = CASE WHEN t.began_at > at_once - window_length AND t.began_at <= at_once THEN least(t.taken + 1, take_turn.most + 1) ELSE 1 END
  RETURNING t.began_at, t.taken INTO now_there;
  IF now_there.taken <= take_turn.most THEN
    RETURN 0;
  END IF;
  RETURN greatest(1, ceil(extract(epoch FROM now_there.began_at + window_length - at_once)))::integer;
END $$;
COMMENT ON FUNCTION app.take_turn(text, bytea, integer, integer) IS
  'Counts that somebody does something and returns 0, or the seconds to wait when they did it too often in the window.';
GRANT EXECUTE ON FUNCTION app.take_turn(text, bytea, integer, integer) TO throughcare_app;
ALTER FUNCTION app.take_turn(text, bytea, integer, integer) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
