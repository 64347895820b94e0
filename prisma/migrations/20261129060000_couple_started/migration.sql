-- I14: a first day of treatment that is still to come is a plan, and nobody has started on it (rule FIG-19).

CREATE FUNCTION pg_temp.ask(asked regprocedure, was text, becomes text, times integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE told text := pg_get_functiondef(asked); n integer;
BEGIN
  n := (length(told) - length(replace(told, was, ''))) / length(was);
  IF n <> times THEN RAISE EXCEPTION '%: % places that say %, not %', asked, n, was, times; END IF;
  EXECUTE replace(told, was, becomes);
END $$;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
SELECT pg_temp.ask('app.second_figures(uuid[])', 'greatest(a.starts_on, w.other_starts_on) <= f.day0 + 30 AND a.starts_on IS NOT NULL',
  'greatest(a.starts_on, w.other_starts_on) <= least(f.day0 + 30, f.today) AND a.starts_on IS NOT NULL', 1);
SELECT pg_temp.ask('app.second_figures(uuid[])',
  'WHEN greatest(a.starts_on, w.other_starts_on) > f.day0 + 30 THEN ''not-met later'' WHEN f.today <= f.day0 + 30 THEN ''unknown still-within-time'' ELSE',
  'WHEN f.today <= f.day0 + 30 THEN ''unknown still-within-time'' WHEN greatest(a.starts_on, w.other_starts_on) > f.day0 + 30 THEN ''not-met later'' ELSE', 1);
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- Those that were counted by plans are counted anew.
UPDATE counted_release SET changes_at = now() WHERE episode_id IN (SELECT p.episode_id FROM partner_side p WHERE p.starts_on IS NOT NULL);
