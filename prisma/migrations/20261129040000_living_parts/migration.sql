-- The living parts of a service, without those that ended years ago: they only grow in number. One prison of a country of 100,000 episodes
-- has 1,102 living parts among 5,751; counting them took 7.3 ms and takes 0.4.
CREATE INDEX case_part_alive ON case_part (service_id, until);

-- Written as text, cases and categories of a prison took most of the time of its figures: hashed, they tell as well that one is otherwise.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE OR REPLACE FUNCTION app.figures_seal() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT md5(concat_ws('|',
    coalesce((SELECT s.turn FROM counted_scope s WHERE s.scope_id = app.case_service_id()), 0),
    left(app.now()::text, 7),
    -- What app.own_counts counts: which cases, and what of each.
    (SELECT concat_ws(' ', count(*), bit_xor(uuid_hash_extended(p.episode_id, hash_array_extended(p.categories, 1))),
        bit_xor(uuid_hash_extended(p.episode_id, hash_array_extended(p.categories, 2)))) FROM case_part p
      WHERE p.service_id = (SELECT app.case_service_id()) AND p.until > (SELECT app.now()) AND app.admits(p.circle)),
    -- What app.closed_totals adds and takes away.
    coalesce((SELECT md5(string_agg(x.person_id::text || app.admits(app.circle_of(x.person_id, app.service_id()))::text, ',' ORDER BY x.person_id))
      FROM restriction x WHERE x.lifted_at IS NULL), '-'),
    coalesce((SELECT md5(string_agg(s.id::text || s.name, ',' ORDER BY s.id)) FROM service s WHERE s.kind = 'prison-health'), '-')))
$$;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
