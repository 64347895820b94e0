-- What a service may write in a case apart from what it may read. A service that took one area and is offered another reads
-- both and works on the first only; case_part.categories merged the two, and one acting area opened all of them for writing.

ALTER TABLE case_part ADD COLUMN writes text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN case_part.writes IS
  'Of the categories open to the service, those it may write: what it holds or has taken, never what it is only offered or looks at in an emergency. Kept by the same triggers.';

CREATE OR REPLACE FUNCTION app.refresh_case_part(service uuid, episode uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE part record;
BEGIN
  WITH claim AS (
    -- The prison that holds the person, and for 30 days more once it has let them go.
    SELECT CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 'own' ELSE 'closing' END AS relation,
      CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 1 ELSE 3 END AS rank,
      CASE WHEN s.until_at IS NULL AND e.ended_on IS NULL THEN 'infinity'
        ELSE coalesce(s.until_at, e.released_at, e.ended_on::timestamptz) + interval '30 days' END AS until,
      app.categories_of_kind('prison-health') AS categories
    FROM custody_stay s JOIN custody_episode e ON e.id = s.episode_id
    WHERE s.prison_service_id = service AND s.episode_id = episode
    UNION ALL
    -- The services to which areas of the case were handed.
    SELECT CASE WHEN h.status IN ('acknowledged', 'accepted', 'in-progress') THEN 'accepted'
        WHEN h.status = 'sent' THEN 'offered' WHEN h.status = 'done' THEN 'closing' ELSE 'ended' END,
      CASE WHEN h.status IN ('acknowledged', 'accepted', 'in-progress') THEN 2
        WHEN h.status = 'sent' THEN 4 WHEN h.status = 'done' THEN 3 ELSE 5 END,
      CASE WHEN h.status = 'done' THEN app.now() + interval '30 days' ELSE 'infinity' END,
      CASE WHEN h.status IN ('sent', 'acknowledged', 'accepted', 'in-progress', 'done') THEN h.carries ELSE '{}' END
    FROM handoff h WHERE h.receiving_service_id = service AND h.episode_id = episode AND h.status <> 'draft'
  ), allowed AS (
    SELECT app.categories_of_kind(s.kind) AS categories FROM service s WHERE s.id = service
  )
  SELECT e.person_id, best.relation, best.until, ARRAY(
      SELECT DISTINCT c FROM claim, unnest(claim.categories) c, allowed WHERE c = ANY (allowed.categories) ORDER BY c
    ) AS categories, ARRAY(
      SELECT DISTINCT c FROM claim, unnest(claim.categories) c, allowed
      WHERE claim.relation IN ('own', 'accepted', 'closing') AND c = ANY (allowed.categories) ORDER BY c
    ) AS writes
  INTO part
  FROM (SELECT claim.relation, claim.until FROM claim ORDER BY claim.rank, claim.until DESC LIMIT 1) best
  JOIN custody_episode e ON e.id = episode;

  IF part.relation IS NULL THEN
    DELETE FROM case_part WHERE service_id = service AND episode_id = episode;
    RETURN;
  END IF;
  INSERT INTO case_part AS p (service_id, episode_id, person_id, relation, categories, writes, until)
  VALUES (service, episode, part.person_id, part.relation, part.categories, part.writes, part.until)
  ON CONFLICT (service_id, episode_id) DO UPDATE
    SET relation = excluded.relation, categories = excluded.categories, writes = excluded.writes, until = excluded.until
    WHERE (p.relation, p.categories, p.writes, p.until)
      IS DISTINCT FROM (excluded.relation, excluded.categories, excluded.writes, excluded.until);
END $$;

-- Parts that stand already. Their ends stay as they are: what ran out does not come back. What is done was taken once, so
-- both kinds of a part that acts are read from the handoffs again.
UPDATE case_part p SET writes = CASE
  WHEN EXISTS (SELECT 1 FROM custody_stay s WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id) THEN p.categories
  ELSE ARRAY(SELECT DISTINCT c FROM handoff h, unnest(h.carries) c
    WHERE h.episode_id = p.episode_id AND h.receiving_service_id = p.service_id
      AND h.status IN ('acknowledged', 'accepted', 'in-progress', 'done') AND c = ANY (p.categories) ORDER BY c) END
WHERE p.relation IN ('own', 'accepted', 'closing');

-- Every policy that lets somebody add or change rows of a case asked for an open category and a part that acts. It asks for a
-- category that may be written now; reading is as before. In one place, because the sentence is the same in all of them.
CREATE FUNCTION app.ask_for_writes() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE one record; clauses text;
BEGIN
  FOR one IN
    SELECT schemaname, tablename, policyname, qual, with_check FROM pg_policies
    WHERE schemaname = 'public' AND 'throughcare_app' = ANY (roles) AND cmd IN ('INSERT', 'UPDATE', 'ALL')
      AND concat(qual, with_check) ~ 'p\.categories' AND concat(qual, with_check) ~ 'p\.relation = ANY'
  LOOP
    clauses := concat(' USING (' || replace(one.qual, 'p.categories', 'p.writes') || ')',
      ' WITH CHECK (' || replace(one.with_check, 'p.categories', 'p.writes') || ')');
    EXECUTE format('ALTER POLICY %I ON %I.%I', one.policyname, one.schemaname, one.tablename) || clauses;
  END LOOP;
END $$;
COMMENT ON FUNCTION app.ask_for_writes() IS
  'Makes the policies that let somebody write rows of a case ask for case_part.writes. For migrations, after they added policies in the older words.';
SELECT app.ask_for_writes();
