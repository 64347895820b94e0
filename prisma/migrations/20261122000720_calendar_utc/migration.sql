-- Instants inside JSON, written in one way whatever the server's own zone is.

CREATE FUNCTION app.utc(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
COMMENT ON FUNCTION app.utc(timestamptz) IS 'An instant as JavaScript writes it: 2026-03-26T09:00:00.000Z. Null stays null.';
REVOKE ALL ON FUNCTION app.utc(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.utc(timestamptz) TO throughcare_app;
