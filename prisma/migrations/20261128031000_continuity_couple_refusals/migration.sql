-- Couples who were turned away are counted with the flow: a release of whose case a barrier says that a programme takes no couples.

CREATE FUNCTION pg_temp.ask(asked regprocedure, was text, becomes text, times integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE told text := pg_get_functiondef(asked); n integer;
BEGIN
  n := (length(told) - length(replace(told, was, ''))) / length(was);
  IF n <> times THEN RAISE EXCEPTION '%: % places that say %, not %', asked, n, was, times; END IF;
  EXECUTE replace(told, was, becomes);
END $$;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
SELECT pg_temp.ask('app.counted_records(uuid[])', '''couple'', coupled.told)', '''couple'', coupled.told,
    ''isCoupleRefused'', EXISTS (SELECT 1 FROM barrier b WHERE b.episode_id = r.id AND b.code = ''no-couples''
      AND NOT EXISTS (SELECT 1 FROM barrier later WHERE later.episode_id = b.episode_id AND later.id = b.id AND later.version > b.version)))', 1);
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

CREATE TRIGGER barrier_counts AFTER INSERT ON barrier FOR EACH ROW
  WHEN (NEW.area = 'partner') EXECUTE FUNCTION app.marks_release();
