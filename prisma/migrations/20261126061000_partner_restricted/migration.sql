-- A link would tell the other side that there is a record: a restricted one is linked to nobody, in the words of one that never was.

CREATE OR REPLACE FUNCTION app.partner_sides(run timestamptz) RETURNS TABLE (episode_id uuid, person_id uuid, service_id uuid, answer text,
    asked_on date, yes_on date, is_blocked boolean, leaving text, starts_on date, other_episode_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() <> 'system' OR run > app.now() THEN RETURN; END IF;
  INSERT INTO partner_run (run_at, done_at) VALUES (run, app.now()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY
    WITH newest AS (
      SELECT DISTINCT ON (s.episode_id) s.* FROM partner_side s ORDER BY s.episode_id, s.version DESC
    ), side AS (
      -- Of somebody with more than one case the last counts; one that was closed, or on which work has stopped, is none.
      SELECT DISTINCT ON (e.person_id) n.*, e.person_id, x.name_key, x.date_of_birth, h.prison_service_id
      FROM newest n JOIN custody_episode e ON e.id = n.episode_id JOIN person x ON x.id = e.person_id
      JOIN LATERAL (SELECT t.prison_service_id FROM custody_stay t WHERE t.episode_id = e.id ORDER BY t.from_at DESC, t.id DESC LIMIT 1) h ON true
      WHERE (e.ended_because IS NULL OR e.ended_because = 'released')
        AND EXISTS (SELECT 1 FROM care_plan c WHERE c.episode_id = e.id AND c.closed_at IS NULL)
        -- Of a restricted record nobody outside its circle learns by a link that it is there.
        AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.person_id = e.person_id AND r.lifted_at IS NULL)
      ORDER BY e.person_id, e.admitted_on DESC, e.created_at DESC, e.id
    ), named AS (
      SELECT DISTINCT ON (g.episode_id) g.*, s.recorded_at FROM partner_naming g JOIN partner_side s ON s.id = g.side_id
      ORDER BY g.episode_id, s.version DESC
    ), met AS (
      SELECT g.episode_id AS one, b.episode_id AS other, g.code IS NOT NULL AS by_code
      FROM named g JOIN side a ON a.episode_id = g.episode_id
      JOIN side b ON b.person_id <> a.person_id AND CASE WHEN g.code IS NOT NULL
        THEN b.code = g.code AND b.code_until >= g.recorded_at::date
        ELSE b.date_of_birth = g.date_of_birth AND string_to_array(b.name_key, ' ') @> g.name_words END
    ), single AS (
      SELECT m.one, min(m.other::text)::uuid AS other, bool_or(m.by_code) AS by_code FROM met m GROUP BY m.one HAVING count(*) = 1
    ), meant AS (
      SELECT m.one, m.other FROM single m JOIN single back ON back.one = m.other AND back.other = m.one
      UNION
      -- Whoever gave a code away and named nobody meant whoever brought it.
      SELECT m.one, m.other FROM single m WHERE m.by_code AND NOT EXISTS (SELECT 1 FROM named g WHERE g.episode_id = m.other)
      UNION
      SELECT m.other, m.one FROM single m WHERE m.by_code AND NOT EXISTS (SELECT 1 FROM named g WHERE g.episode_id = m.other)
    ), pair AS (
      SELECT p.one, min(p.other::text)::uuid AS other FROM meant p GROUP BY p.one HAVING count(*) = 1
    )
    SELECT s.episode_id, s.person_id, s.prison_service_id, s.answer, s.asked_on, s.yes_on, s.is_blocked, s.leaving, s.starts_on,
      -- Each of the two is the other's only one.
      (SELECT p.other FROM pair p JOIN pair back ON back.one = p.other AND back.other = p.one WHERE p.one = s.episode_id)
    FROM side s ORDER BY s.episode_id;
END $$;
