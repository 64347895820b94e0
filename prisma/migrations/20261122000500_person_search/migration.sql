-- Finding a person among those of one's own service, and taking a person in.

CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- ---------------------------------------------------------------------------------------------------------------------
-- The words that occur in names, for finding what was typed with a slip of the pen: comparing with some thousand words takes
-- 2 ms, comparing trigrams with 100,000 names takes up to 95 ms. The table names nobody, and the app role cannot read it.

CREATE TABLE name_word (
  id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
  word text NOT NULL
);
COMMENT ON TABLE name_word IS 'Every word of person.name_key, once; twice only where two transactions met it first. Kept by a trigger.';
COMMENT ON COLUMN name_word.id IS 'Made here: nothing points to it.';
COMMENT ON COLUMN name_word.word IS 'One word, folded as in person.name_key.';
-- Not unique: a long import must not make others wait who add the same new word.
CREATE INDEX name_word_by_word ON name_word (word);
ALTER TABLE name_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE name_word FORCE ROW LEVEL SECURITY;
CREATE POLICY name_word_owner ON name_word TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY name_word_lookup ON name_word FOR SELECT TO throughcare_lookup USING (true);
GRANT SELECT ON name_word TO throughcare_lookup;

CREATE FUNCTION app.words_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO name_word (word)
    SELECT DISTINCT w.word FROM named, unnest(string_to_array(named.name_key, ' ')) AS w (word)
    WHERE w.word <> '' AND NOT EXISTS (SELECT 1 FROM name_word known WHERE known.word = w.word);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.words_follow_person() IS 'Adds the words of new and changed names to name_word.';
CREATE TRIGGER person_words_added AFTER INSERT ON person
  REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION app.words_follow_person();
CREATE TRIGGER person_words_changed AFTER UPDATE ON person
  REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION app.words_follow_person();
INSERT INTO name_word (word)
  SELECT DISTINCT w.word FROM person, unnest(string_to_array(person.name_key, ' ')) AS w (word) WHERE w.word <> '';

-- Names and numbers are found by how they begin; numbers whatever spaces they are written with.
CREATE INDEX person_by_name_key ON person (name_key text_pattern_ops);
CREATE INDEX person_identifier_by_number ON person_identifier (upper(replace(value, ' ', '')) text_pattern_ops);

-- ---------------------------------------------------------------------------------------------------------------------
-- Trigram operators are not leakproof: under row level security their index lies idle. So these functions look past the
-- policies and name the asking service themselves, in every one of their queries.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;

CREATE FUNCTION app.as_typed(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(replace(replace($1, '\', '\\'), '%', '\%'), '_', '\_');
COMMENT ON FUNCTION app.as_typed(text) IS 'The text for use in a LIKE pattern, with nothing in it that stands for something else.';

CREATE FUNCTION app.is_slip_of(typed text, word text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN length(typed) NOT BETWEEN 4 AND 60 OR length(word) NOT BETWEEN 3 AND 60 THEN false
    WHEN length(typed) >= 8 THEN levenshtein_less_equal(typed, word, 2) <= 2
    WHEN levenshtein_less_equal(typed, word, 1) <= 1 THEN true
    ELSE length(typed) = length(word) AND levenshtein_less_equal(typed, word, 2) = 2 AND EXISTS (
      SELECT 1 FROM generate_series(1, length(typed) - 1) AS at (place)
      WHERE word = overlay(typed PLACING substr(typed, place + 1, 1) || substr(typed, place, 1) FROM place FOR 2))
  END $$;
COMMENT ON FUNCTION app.is_slip_of(text, text) IS
  'Whether what was typed may be this word with a slip of the pen: one slip from four letters on, two from eight; exchanged neighbours are one. As editDistance in packages/domain.';

CREATE FUNCTION app.slips_of(typed text) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  -- The cheap comparison goes through all words, the exact one through the few that are left.
  WITH near AS MATERIALIZED (
    SELECT DISTINCT n.word FROM name_word n
    WHERE length(typed) BETWEEN 4 AND 60 AND length(n.word) BETWEEN length(typed) - 2 AND length(typed) + 2
      AND levenshtein_less_equal(typed, n.word, 2) BETWEEN 1 AND 2
  )
  SELECT coalesce(array_agg(word ORDER BY word), '{}') FROM near WHERE word ~ '^[[:alnum:]]+$' AND app.is_slip_of(typed, word)
$$;
COMMENT ON FUNCTION app.slips_of(text) IS 'The words of names for which this may be a slip of the pen. Only search_persons may ask.';

CREATE FUNCTION app.search_persons(number_key text, born date, keys text[], at_most integer)
  RETURNS TABLE (person_id uuid, matched text) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  me uuid := app.case_service_id();
  moment timestamptz := app.now();
  key text;
  anchor text;
  through text[];
  inside text[];
  starts text[];
  whole text[];
  found uuid[] := '{}';
  more uuid[];
BEGIN
  IF me IS NULL THEN RETURN; END IF;

  IF length(number_key) > 0 THEN
    SELECT coalesce(array_agg(hit.id), '{}') INTO more FROM (
      SELECT near.id FROM (
        SELECT i.person_id AS id, min(upper(replace(i.value, ' ', ''))) AS number FROM person_identifier i
        WHERE upper(replace(i.value, ' ', '')) LIKE app.as_typed(number_key) || '%'
        GROUP BY i.person_id ORDER BY 2 USING ~<~, 1) near
      WHERE EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = near.id AND p.service_id = me
        AND p.until > moment AND 'identity' = ANY (p.categories) OFFSET 0)
      LIMIT at_most
    ) hit;
    RETURN QUERY SELECT hit.id, 'number' FROM unnest(more) WITH ORDINALITY AS hit (id, place) ORDER BY hit.place;
    found := found || more;
  END IF;

  IF born IS NOT NULL AND cardinality(keys) = 0 THEN
    RETURN QUERY SELECT x.id, 'birth' FROM person x
      WHERE x.date_of_birth = born AND x.id <> ALL (found)
        AND EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = x.id AND p.service_id = me
          AND p.until > moment AND 'identity' = ANY (p.categories))
      ORDER BY x.name_key, x.id LIMIT at_most - cardinality(found);
    RETURN;
  END IF;

  FOREACH key IN ARRAY keys LOOP
    SELECT w INTO anchor FROM unnest(string_to_array(key, ' ')) w ORDER BY length(w) DESC LIMIT 1;
    anchor := app.as_typed(anchor);
    SELECT array_agg(CASE WHEN length(w) < 3 THEN '% ' ELSE '%' END || app.as_typed(w) || '%'),
        array_agg('% ' || app.as_typed(w) || '%'), array_agg('% ' || app.as_typed(w) || ' %')
      INTO inside, starts, whole FROM unnest(string_to_array(key, ' ')) w;

    -- First names of which every word that was typed is a whole word. The longest word leads through the trigrams, all sift.
    -- MATERIALIZED and OFFSET 0: what is sifted is found first, then put in order, then asked one by one for a part in the case
    -- until there is enough.
    -- A key without letters or digits has no trigrams: only how a name begins is looked at.
    EXIT WHEN cardinality(found) >= at_most;
    IF key ~ '[[:alnum:]]' THEN
      WITH sifted AS MATERIALIZED (
        SELECT x.id, x.name_key FROM person x
        WHERE x.name_key LIKE ANY (ARRAY[anchor, anchor || ' %', '% ' || anchor, '% ' || anchor || ' %'])
          AND ' ' || x.name_key || ' ' LIKE ALL (whole) AND (born IS NULL OR x.date_of_birth = born) AND x.id <> ALL (found)
      )
      SELECT coalesce(array_agg(hit.id), '{}') INTO more FROM (
        SELECT x.id FROM (SELECT * FROM sifted ORDER BY sifted.name_key USING ~<~, sifted.id) x
        WHERE EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = x.id AND p.service_id = me
          AND p.until > moment AND 'identity' = ANY (p.categories) OFFSET 0)
        LIMIT at_most - cardinality(found)
      ) hit;
      RETURN QUERY SELECT hit.id, 'name' FROM unnest(more) WITH ORDINALITY AS hit (id, place) ORDER BY hit.place;
      found := found || more;
    END IF;

    -- Then those that begin with what was typed: read in the index's own order, so that two letters cost no more than ten.
    EXIT WHEN cardinality(found) >= at_most;
    SELECT coalesce(array_agg(hit.id), '{}') INTO more FROM (
      SELECT x.id FROM person x
      WHERE x.name_key LIKE app.as_typed(key) || '%' AND (born IS NULL OR x.date_of_birth = born) AND x.id <> ALL (found)
        AND EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = x.id AND p.service_id = me
          AND p.until > moment AND 'identity' = ANY (p.categories))
      ORDER BY x.name_key USING ~<~, x.id LIMIT at_most - cardinality(found)
    ) hit;
    RETURN QUERY SELECT hit.id, 'name' FROM unnest(more) WITH ORDINALITY AS hit (id, place) ORDER BY hit.place;
    found := found || more;

    -- Then those in which each word that was typed begins a word, or from three letters on stands inside one.
    EXIT WHEN cardinality(found) >= at_most;
    IF key ~ '[[:alnum:]]' THEN
      through := CASE WHEN length(anchor) < 3 THEN ARRAY[anchor || '%', '% ' || anchor || '%'] ELSE ARRAY['%' || anchor || '%'] END;
      WITH sifted AS MATERIALIZED (
        SELECT x.id, x.name_key FROM person x
        WHERE x.name_key LIKE ANY (through) AND ' ' || x.name_key LIKE ALL (inside)
          AND (born IS NULL OR x.date_of_birth = born) AND x.id <> ALL (found)
      )
      SELECT coalesce(array_agg(hit.id), '{}') INTO more FROM (
        SELECT x.id FROM (
          SELECT * FROM sifted ORDER BY ' ' || sifted.name_key LIKE ALL (starts) DESC, sifted.name_key USING ~<~, sifted.id) x
        WHERE EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = x.id AND p.service_id = me
          AND p.until > moment AND 'identity' = ANY (p.categories) OFFSET 0)
        LIMIT at_most - cardinality(found)
      ) hit;
      RETURN QUERY SELECT hit.id, 'name' FROM unnest(more) WITH ORDINALITY AS hit (id, place) ORDER BY hit.place;
      found := found || more;
    END IF;
  END LOOP;

  -- Room left: the same again, where a word may also be one for which it is a slip of the pen.
  FOREACH key IN ARRAY keys LOOP
    EXIT WHEN cardinality(found) >= at_most;
    CONTINUE WHEN key !~ '^[[:alnum:] ]+$';
    WITH typed AS MATERIALIZED (SELECT w, app.slips_of(w) AS slips FROM unnest(string_to_array(key, ' ')) w)
    SELECT array_agg(CASE WHEN length(w) < 3 THEN ' ' ELSE '' END || w
        || CASE WHEN cardinality(slips) > 0 THEN '| (' || array_to_string(slips, '|') || ') ' ELSE '' END),
        (SELECT array_agg('%' || likely || '%') FROM typed, unnest(w || slips) AS likely
          WHERE w = (SELECT longest.w FROM typed longest ORDER BY length(longest.w) DESC, longest.w LIMIT 1))
      INTO inside, through FROM typed;
    WITH sifted AS MATERIALIZED (
      SELECT x.id, x.name_key FROM person x
      WHERE x.name_key LIKE ANY (through) AND ' ' || x.name_key || ' ' ~ ALL (inside)
        AND (born IS NULL OR x.date_of_birth = born) AND x.id <> ALL (found)
    )
    SELECT coalesce(array_agg(hit.id), '{}') INTO more FROM (
      SELECT x.id FROM (SELECT * FROM sifted ORDER BY sifted.name_key USING ~<~, sifted.id) x
      WHERE EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = x.id AND p.service_id = me
        AND p.until > moment AND 'identity' = ANY (p.categories) OFFSET 0)
      LIMIT at_most - cardinality(found)
    ) hit;
    RETURN QUERY SELECT hit.id, 'spelling' FROM unnest(more) WITH ORDINALITY AS hit (id, place) ORDER BY hit.place;
    found := found || more;
  END LOOP;
END $$;
COMMENT ON FUNCTION app.search_persons(text, date, text[], integer) IS
  'Persons in whose case the asking service has a living part that opens identity, found by number, date of birth or name; best first. What was typed stands for itself: % and _ mean nothing.';

CREATE FUNCTION app.person_of_own_number(number_key text)
  RETURNS TABLE (person_id uuid, family_name text, given_names text, date_of_birth date, value text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT x.id, x.family_name, x.given_names, x.date_of_birth, i.value
  FROM person_identifier i JOIN person x ON x.id = i.person_id
  WHERE i.issuer_service_id = app.case_service_id() AND app.role() IN ('prison-health', 'system')
    AND upper(replace(i.value, ' ', '')) = number_key
$$;
COMMENT ON FUNCTION app.person_of_own_number(text) IS
  'Whom the asking prison itself gave this number, also after its part in the last case has ended: somebody who comes back is one person.';

CREATE FUNCTION app.may_take_in(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM person x WHERE x.id = may_take_in.person AND x.created_by_service_id = app.case_service_id())
    OR EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = may_take_in.person AND i.issuer_service_id = app.case_service_id())
    OR EXISTS (SELECT 1 FROM case_part p WHERE p.person_id = may_take_in.person AND p.service_id = app.case_service_id()
      AND p.until > app.now() AND p.relation IN ('own', 'closing'))
$$;
COMMENT ON FUNCTION app.may_take_in(uuid) IS
  'Whether the asking prison knows this person: it added the record, gave a number, or has a part. An id alone opens nobody.';

ALTER FUNCTION app.slips_of(text) OWNER TO throughcare_lookup;
ALTER FUNCTION app.search_persons(text, date, text[], integer) OWNER TO throughcare_lookup;
ALTER FUNCTION app.person_of_own_number(text) OWNER TO throughcare_lookup;
ALTER FUNCTION app.may_take_in(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
REVOKE ALL ON FUNCTION app.words_follow_person(), app.as_typed(text), app.is_slip_of(text, text), app.slips_of(text),
  app.search_persons(text, date, text[], integer), app.person_of_own_number(text), app.may_take_in(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.as_typed(text), app.is_slip_of(text, text) TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.search_persons(text, date, text[], integer), app.person_of_own_number(text), app.may_take_in(uuid)
  TO throughcare_app;

-- Whoever opens an episode may read the person: so an episode, like a number, is only for persons whom the prison knows.
ALTER POLICY custody_episode_add ON custody_episode
  WITH CHECK (created_by_service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'system')
    AND app.may_take_in(person_id));
ALTER POLICY person_identifier_add ON person_identifier
  WITH CHECK (issuer_service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) IN ('prison-health', 'system')
    AND app.may_take_in(person_id));
