-- What a worker had in hand when it was killed comes again as soon as nobody can have it any more: telling takes a second, and a
-- mail server is waited for less than a minute.
UPDATE pgboss.queue SET expire_seconds = 60 WHERE name = 'tell-notice';
UPDATE pgboss.queue SET expire_seconds = 120 WHERE name = 'send-notice';
-- A worker that is told to stop in the middle of a batch gives the rest back, which counts as a try.
UPDATE pgboss.queue SET retry_limit = 25 WHERE name = 'tell-notice';
