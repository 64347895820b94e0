-- A dose that was entered in error is written as such: an entry that takes another back, with its reason, both kept. Its day is as
-- if nobody had entered anything: neither covered nor "not known" (DOSE-3, LIST-2).

ALTER TABLE dose DROP CONSTRAINT dose_outcome;
ALTER TABLE dose ADD CONSTRAINT dose_outcome CHECK (outcome IN ('given', 'issued', 'declined', 'withheld', 'part-dose', 'vomited',
  'late-after-closed', 'given-elsewhere', 'not-taken', 'unknown', 'entered-in-error'));
ALTER TABLE dose ADD CONSTRAINT dose_entered_in_error_takes_back
  CHECK (outcome <> 'entered-in-error' OR (corrects_dose_id IS NOT NULL AND length(reason) > 0));

CREATE OR REPLACE FUNCTION app.second_standing_doses(episodes uuid[])
  RETURNS TABLE (episode_id uuid, treatment_id uuid, kind text, outcome text, recorded_at timestamptz, parts int,
    said daterange, not_taken datemultirange)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET jit = off SET plan_cache_mode = force_generic_plan AS $$
  WITH RECURSIVE entry AS MATERIALIZED (
    SELECT d.id, d.episode_id, d.treatment_id, d.kind, d.outcome, d.recorded_at, d.parts, d.for_day, d.to_day,
      about.id AS about
    FROM dose d LEFT JOIN dose about ON about.id = d.corrects_dose_id AND about.episode_id = d.episode_id
    WHERE d.episode_id = ANY (episodes)
  ), last_word AS MATERIALIZED (
    SELECT DISTINCT ON (e.about) e.about, e.id, e.outcome FROM entry e
    WHERE e.about IS NOT NULL ORDER BY e.about, e.recorded_at DESC, e.id DESC
  ), replacement AS MATERIALIZED (
    SELECT DISTINCT ON (e.about) e.about, e.id FROM entry e
    WHERE e.about IS NOT NULL AND e.outcome <> 'not-taken' ORDER BY e.about, e.recorded_at DESC, e.id DESC
  ), chain AS (
    -- From each entry that corrects nothing, over what replaced it, to what stands. A circle hangs on no such entry.
    SELECT e.id AS root, e.id FROM entry e WHERE e.about IS NULL
    UNION ALL
    SELECT c.root, r.id FROM chain c JOIN replacement r ON r.about = c.id
  ), taken_back AS (
    -- "Not taken" on the way, each followed to the last word about it: only one that is still "not taken" holds.
    SELECT c.root, e.id FROM chain c JOIN entry e ON e.about = c.id AND e.outcome = 'not-taken'
    UNION ALL
    SELECT t.root, l.id FROM taken_back t JOIN last_word l ON l.about = t.id WHERE l.outcome = 'not-taken'
  ), hole AS (
    SELECT t.root, range_agg(daterange(e.for_day, e.to_day, '[]')) AS days
    FROM taken_back t JOIN entry e ON e.id = t.id
    WHERE NOT EXISTS (SELECT 1 FROM last_word l WHERE l.about = t.id) GROUP BY t.root
  )
  SELECT e.episode_id, e.treatment_id, e.kind, e.outcome, e.recorded_at, e.parts, daterange(e.for_day, e.to_day, '[]'),
    coalesce(h.days, '{}'::datemultirange)
  FROM chain c
  JOIN entry e ON e.id = c.id
  LEFT JOIN hole h ON h.root = c.root
  -- What was entered in error takes the whole chain back, its days said to be not taken with it.
  WHERE e.outcome <> 'entered-in-error' AND NOT EXISTS (SELECT 1 FROM replacement r WHERE r.about = c.id)
$$;
