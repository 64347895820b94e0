-- A dose that was entered in error is written as such: an entry that takes another back, with its reason, both kept. Its day is as
-- if nobody had entered anything: neither covered nor "not known" (DOSE-3, LIST-2). The second cover reads it so from
-- 20261124071000 on.

ALTER TABLE dose DROP CONSTRAINT dose_outcome;
ALTER TABLE dose ADD CONSTRAINT dose_outcome CHECK (outcome IN ('given', 'issued', 'declined', 'withheld', 'part-dose', 'vomited',
  'late-after-closed', 'given-elsewhere', 'not-taken', 'unknown', 'entered-in-error'));
ALTER TABLE dose ADD CONSTRAINT dose_entered_in_error_takes_back
  CHECK (outcome <> 'entered-in-error' OR (corrects_dose_id IS NOT NULL AND length(reason) > 0));
