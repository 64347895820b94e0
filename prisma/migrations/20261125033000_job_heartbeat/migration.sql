-- Is the worker there, what is late, and what has failed for good. See docs/adr/0111.

CREATE TABLE worker_heartbeat (
  worker_id uuid NOT NULL,
  started_at timestamptz(3) NOT NULL,
  beat_at timestamptz(3) NOT NULL,
  CONSTRAINT worker_heartbeat_pkey PRIMARY KEY (worker_id)
);
COMMENT ON TABLE worker_heartbeat IS 'A sign of life of each worker process, by the clock of the machine: moving the clock of a demo makes no worker late.';
COMMENT ON COLUMN worker_heartbeat.worker_id IS 'Made when the process starts.';
COMMENT ON COLUMN worker_heartbeat.started_at IS 'When it started.';
COMMENT ON COLUMN worker_heartbeat.beat_at IS 'When it was last seen.';
ALTER TABLE worker_heartbeat ENABLE ROW LEVEL SECURITY;
ALTER TABLE worker_heartbeat FORCE ROW LEVEL SECURITY;
CREATE POLICY worker_heartbeat_owner ON worker_heartbeat TO throughcare_owner USING (true) WITH CHECK (true);

-- The owner's functions, as the queue is the owner's. Nothing of them names a case.
CREATE FUNCTION app.beat(worker uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN RETURN; END IF;
  INSERT INTO worker_heartbeat AS w (worker_id, started_at, beat_at) VALUES (worker, clock_timestamp(), clock_timestamp())
  ON CONFLICT (worker_id) DO UPDATE SET beat_at = clock_timestamp();
  DELETE FROM worker_heartbeat w WHERE w.worker_id <> worker AND w.beat_at < clock_timestamp() - interval '7 days';
END $$;
COMMENT ON FUNCTION app.beat(uuid) IS 'A sign of life of a worker process. For the system actor alone.';

-- The one place in which it stands after how long a worker counts as away, and a message as delayed.
CREATE FUNCTION app.worker_away_after() RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN interval '60 seconds';
COMMENT ON FUNCTION app.worker_away_after() IS 'After how long without a sign of life a worker is away, and after how long in its queue a message is delayed. The one place in which it stands.';

CREATE FUNCTION app.messages_delayed_since() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH seen AS (SELECT max(w.beat_at) AS at FROM worker_heartbeat w),
    waiting AS (SELECT min(j.start_after) AS at FROM pgboss.job j WHERE j.name IN ('tell-notice', 'send-notice') AND j.state = 'created'
      AND j.start_after < clock_timestamp() - app.worker_away_after())
  SELECT app.now() - (now() - CASE WHEN seen.at < clock_timestamp() - app.worker_away_after() THEN least(seen.at, waiting.at)
    ELSE waiting.at END)
  FROM seen, waiting
$$;
COMMENT ON FUNCTION app.messages_delayed_since() IS
  'Since when nobody is told of anything, by the clock of app.now(): the last sign of life of the worker, or the oldest message that waits. Null: nothing is delayed.';

CREATE FUNCTION app.job_states() RETURNS TABLE (name text, waiting int, oldest_at timestamptz, failed int, last_failed_at timestamptz, because text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT j.name, (count(*) FILTER (WHERE j.state < 'active'))::int,
    app.now() - (now() - min(j.created_on) FILTER (WHERE j.state < 'active' AND j.start_after <= now())),
    (count(*) FILTER (WHERE j.state = 'failed'))::int, app.now() - (now() - max(j.completed_on) FILTER (WHERE j.state = 'failed')),
    (array_agg(j.output ->> 'message' ORDER BY j.completed_on DESC)
      FILTER (WHERE j.state = 'failed' AND j.output ->> 'message' ~ '^[A-Za-z0-9 _-]{1,60}$'))[1]
  FROM pgboss.job j WHERE app.role() IN ('administrator', 'system') AND (j.state < 'active' OR j.state = 'failed')
    AND j.name NOT LIKE '\_\_pgboss%'
  GROUP BY j.name ORDER BY j.name
$$;
COMMENT ON FUNCTION app.job_states() IS
  'By queue: what waits and since when, and what was given up. Counts and a code; answers administrators and the worker alone.';

CREATE FUNCTION app.retry_jobs(of_name text) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE again int;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN RETURN 0; END IF;
  UPDATE pgboss.job SET state = 'retry', retry_limit = retry_count + 1, start_after = now(), completed_on = NULL, output = NULL,
    keep_until = now() + interval '14 days'
  WHERE name = of_name AND state = 'failed' AND policy = 'standard';
  GET DIAGNOSTICS again = ROW_COUNT;
  RETURN again;
END $$;
COMMENT ON FUNCTION app.retry_jobs(text) IS 'Has what was given up of a queue tried once more; how many. What was done meanwhile is seen by the job itself. For an administrator alone.';
GRANT EXECUTE ON FUNCTION app.beat(uuid), app.worker_away_after(), app.messages_delayed_since(), app.job_states(), app.retry_jobs(text)
  TO throughcare_app;

SELECT pgboss.create_queue('follow-deadlines', '{"policy": "short", "retryLimit": 0, "deleteAfterSeconds": 3600, "expireInSeconds": 120}'::jsonb);
