-- Turns taken at once belong to one window. Each has the time at which its own transaction began, so that the row may have been
-- begun by one that came a moment later: that is no window of a clock that was set back.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.take_turn(what text, who bytea, most integer, seconds integer) RETURNS integer
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
    -- A window that lies further ahead than it is long is one of a clock that was set back since: it is over as well.
    began_at = CASE WHEN t.began_at > at_once - window_length AND t.began_at < at_once + window_length THEN t.began_at ELSE at_once END,
    taken = CASE WHEN t.began_at > at_once - window_length AND t.began_at < at_once + window_length THEN least(t.taken + 1, take_turn.most + 1) ELSE 1 END
  RETURNING t.began_at, t.taken INTO now_there;
  IF now_there.taken <= take_turn.most THEN
    RETURN 0;
  END IF;
  RETURN greatest(1, ceil(extract(epoch FROM now_there.began_at + window_length - at_once)))::integer;
END $$;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
