-- Own words go along with a handoff only where the person agreed that they do: said with the words, and taken back by the next
-- version that does not say so. Whoever holds the person reads them; to everybody else words that do not travel are not there.

ALTER TABLE own_words ADD COLUMN may_travel boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN own_words.may_travel IS 'Whether the person agreed that these words go along with handoffs. The same for every saying of a version.';
ALTER TABLE own_words ADD CONSTRAINT own_words_that_travel_are_there CHECK (NOT may_travel OR words IS NOT NULL);

GRANT SELECT ON own_words TO throughcare_lookup;
CREATE POLICY own_words_lookup ON own_words FOR SELECT TO throughcare_lookup USING (true);
CREATE FUNCTION app.do_own_words_travel(episode uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = episode AND p.service_id = app.case_service_id() AND p.until > app.now()
      AND 'own-words' = ANY (p.categories))
    AND coalesce((SELECT w.may_travel FROM own_words w WHERE w.episode_id = episode ORDER BY w.version DESC, w.place LIMIT 1), false)
$$;
COMMENT ON FUNCTION app.do_own_words_travel(uuid) IS 'Whether the person agreed that the words that stand go along with handoffs; to a service that has them open, and to others never.';
GRANT EXECUTE ON FUNCTION app.do_own_words_travel(uuid) TO throughcare_app;
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
ALTER FUNCTION app.do_own_words_travel(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

CREATE POLICY own_words_where_agreed ON own_words AS RESTRICTIVE FOR SELECT TO throughcare_app
  USING (app.do_own_words_travel(episode_id)
    OR EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = own_words.episode_id AND p.service_id = (SELECT app.case_service_id())
      AND (p.relation IN ('own', 'break-glass') OR EXISTS (SELECT 1 FROM custody_stay s
        WHERE s.episode_id = p.episode_id AND s.prison_service_id = p.service_id))));
