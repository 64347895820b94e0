-- The gap board tells every cause of a person's coming days without cover, and why a place is closed where it said so. Counted is each
-- person under one: the cause of the first coming day without cover (DOSE-41).

ALTER TABLE cover_gap ADD COLUMN cause_reason text;
ALTER TABLE cover_gap ADD COLUMN causes jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN cover_gap.cause_reason IS 'Why the place is closed, in the words in which the closure was recorded. Null where none was, or the cause is another.';
COMMENT ON COLUMN cover_gap.causes IS 'Every cause of the coming days without cover, the one that is counted first: code, first day, number of days, holiday and reason.';
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_causes CHECK (jsonb_typeof(causes) = 'array');

-- What was worked out before says nothing about them: it is worked out again.
UPDATE cover_gap SET stale_at = app.now() WHERE stale_at > app.now();
