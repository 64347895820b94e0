-- Which coming days rest on an appointment alone, beside the first gap of each case (DOSE-9): covered, and held by little.

ALTER TABLE cover_gap ADD COLUMN rests_from date;
ALTER TABLE cover_gap ADD COLUMN rests_to date;
ALTER TABLE cover_gap ADD COLUMN rests_unsaid text;
COMMENT ON COLUMN cover_gap.rests_from IS 'The first coming day that an appointment alone covers. Null: there is none, or nobody has worked it out yet.';
COMMENT ON COLUMN cover_gap.rests_to IS 'The last day in a row of which the same holds.';
COMMENT ON COLUMN cover_gap.rests_unsaid IS 'What nobody said about them: prescription, reach or both.';
ALTER TABLE cover_gap ADD CONSTRAINT cover_gap_rests
  CHECK (num_nulls(rests_from, rests_to, rests_unsaid) IN (0, 3) AND rests_from <= rests_to
    AND rests_unsaid IN ('prescription', 'reach', 'both'));

-- What was worked out before says nothing about it: it is worked out again.
UPDATE cover_gap SET stale_at = app.now() WHERE stale_at > app.now();
