-- What pages read of the continuity figures: totals that are kept as things happen. A release is marked to be counted anew in the
-- transaction that changes anything of it; the worker counts it with the rules in packages/domain and moves the totals by the
-- difference. Reading a country costs the same for ten thousand releases and for a million. See docs/adr/0180.

-- Texts that stand in the totals many times over are kept once beside each release.
CREATE TABLE counted_mark (
  id integer GENERATED ALWAYS AS IDENTITY,
  measure text NOT NULL,
  outcome text NOT NULL,
  detail text NOT NULL,
  category text NOT NULL,
  CONSTRAINT counted_mark_pkey PRIMARY KEY (id),
  CONSTRAINT counted_mark_once UNIQUE (measure, outcome, detail, category)
);
COMMENT ON TABLE counted_mark IS 'The ways in which a release can count. Codes; kept by the worker.';
COMMENT ON COLUMN counted_mark.id IS 'For counted_release.marks.';
COMMENT ON COLUMN counted_mark.measure IS 'What is measured: an indicator, a curve, a step of the flow.';
COMMENT ON COLUMN counted_mark.outcome IS 'How it counted.';
COMMENT ON COLUMN counted_mark.detail IS 'In which way.';
COMMENT ON COLUMN counted_mark.category IS 'What somebody must be allowed to read to be told of it.';

CREATE TABLE counted_group (
  id integer GENERATED ALWAYS AS IDENTITY,
  breakdown text NOT NULL,
  value text NOT NULL,
  CONSTRAINT counted_group_pkey PRIMARY KEY (id),
  CONSTRAINT counted_group_once UNIQUE (breakdown, value)
);
COMMENT ON TABLE counted_group IS 'The groups by which figures are told apart. Codes and ids of places; kept by the worker.';
COMMENT ON COLUMN counted_group.id IS 'For counted_release.groups.';
COMMENT ON COLUMN counted_group.breakdown IS 'By what: all, prison, service, or one of the breakdowns in packages/domain.';
COMMENT ON COLUMN counted_group.value IS 'The group.';

CREATE TABLE counted_release (
  episode_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  scope_kind text NOT NULL,
  person_id uuid NOT NULL,
  prison_id uuid NOT NULL,
  released_on date NOT NULL,
  is_closed boolean NOT NULL,
  marks integer[] NOT NULL,
  groups integer[] NOT NULL,
  counted_at timestamptz(3) NOT NULL,
  changes_at timestamptz(3),
  CONSTRAINT counted_release_pkey PRIMARY KEY (episode_id, scope_id),
  CONSTRAINT counted_release_scope CHECK (scope_kind IN ('prison', 'service', 'region'))
);
COMMENT ON TABLE counted_release IS 'How each release stands in the totals of each scope: what is taken out again when it is counted anew. Read by the system actor, and by functions that answer a service of its own.';
COMMENT ON COLUMN counted_release.episode_id IS 'The case. It goes when the case goes.';
COMMENT ON COLUMN counted_release.scope_id IS 'The prison that let the person go, a service that was asked, or a region.';
COMMENT ON COLUMN counted_release.scope_kind IS 'prison, service or region.';
COMMENT ON COLUMN counted_release.person_id IS 'Whose.';
COMMENT ON COLUMN counted_release.prison_id IS 'The prison whose gate it was.';
COMMENT ON COLUMN counted_release.released_on IS 'In the prison''s calendar: its month is the month of the totals.';
COMMENT ON COLUMN counted_release.is_closed IS 'The record is restricted: not in the totals, and added for those alone who may know of it.';
COMMENT ON COLUMN counted_release.marks IS 'Ids of counted_mark; one twice counts twice.';
COMMENT ON COLUMN counted_release.groups IS 'Ids of counted_group.';
COMMENT ON COLUMN counted_release.counted_at IS 'As of when it was counted.';
COMMENT ON COLUMN counted_release.changes_at IS 'When time alone changes a mark. Null: never.';
CREATE INDEX counted_release_changing ON counted_release (changes_at) WHERE changes_at IS NOT NULL;
CREATE INDEX counted_release_of_scope ON counted_release (scope_id, released_on);
CREATE INDEX counted_release_of_person ON counted_release (person_id);

-- One row holds all that one group of one month counted: a release moves tens of rows and not thousands.
CREATE TABLE counted_total (
  scope_id uuid NOT NULL,
  family text NOT NULL,
  breakdown text NOT NULL,
  month text NOT NULL,
  value text NOT NULL,
  category text NOT NULL,
  marks integer[] NOT NULL,
  counts integer[] NOT NULL,
  CONSTRAINT counted_total_pkey PRIMARY KEY (scope_id, family, breakdown, month, value, category),
  CONSTRAINT counted_total_whole CHECK (cardinality(marks) = cardinality(counts) AND 0 <= ALL (counts))
);
COMMENT ON TABLE counted_total IS 'What pages of figures read: how often a scope counted something in a month. Names nobody; never told without small numbers taken out.';
COMMENT ON COLUMN counted_total.scope_id IS 'The prison, service or region whose figures they are.';
COMMENT ON COLUMN counted_total.family IS 'What kind of measures: one of MEASURE_FAMILIES in packages/domain.';
COMMENT ON COLUMN counted_total.breakdown IS 'By what it is told apart; all: by nothing.';
COMMENT ON COLUMN counted_total.month IS 'Of release, in the prison''s calendar: 2026-04.';
COMMENT ON COLUMN counted_total.value IS 'The group.';
COMMENT ON COLUMN counted_total.category IS 'Where it is one that not every hat may read, the data category; empty otherwise.';
COMMENT ON COLUMN counted_total.marks IS 'Ids of counted_mark.';
COMMENT ON COLUMN counted_total.counts IS 'How often each of them was counted, in their order.';

-- Rows are only added and taken away: who reads behind a writer that has not ended takes nothing of it away.
CREATE TABLE release_to_count (
  id bigserial NOT NULL,
  episode_id uuid NOT NULL,
  since timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT release_to_count_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE release_to_count IS 'Releases of which something changed since they were counted. Written by triggers, emptied by the worker.';
COMMENT ON COLUMN release_to_count.id IS 'Counted up.';
COMMENT ON COLUMN release_to_count.episode_id IS 'The case.';
COMMENT ON COLUMN release_to_count.since IS 'When it changed, by the clock on the wall.';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['counted_mark', 'counted_group', 'counted_release', 'counted_total', 'release_to_count'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO throughcare_owner USING (true) WITH CHECK (true)', name || '_owner', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO throughcare_app', name);
    EXECUTE format('CREATE POLICY %I ON %I TO throughcare_app USING ((SELECT app.role()) = ''system'') WITH CHECK ((SELECT app.role()) = ''system'')',
      name || '_system', name);
    EXECUTE format('GRANT SELECT ON %I TO throughcare_lookup', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO throughcare_lookup USING (true)', name || '_lookup', name);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE release_to_count_id_seq TO throughcare_app;
-- Codes alone: which measures there are is in the source for anybody to read.
CREATE POLICY counted_mark_read ON counted_mark FOR SELECT TO throughcare_app USING (true);
-- A scope reads its own totals, and of them what the hat of whoever asks may read.
CREATE POLICY counted_total_read ON counted_total FOR SELECT TO throughcare_app
  USING (scope_id = (SELECT app.case_service_id()) AND category <> ALL ((SELECT app.closed_categories())::text[]));

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.counted_until() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT least(app.now() - coalesce(now() - (SELECT w.since FROM release_to_count w ORDER BY w.id LIMIT 1), '0'),
    (SELECT min(r.changes_at) FROM counted_release r), app.now())
$$;
COMMENT ON FUNCTION app.counted_until() IS 'How fresh the totals are: everything that happened before this is in them.';
GRANT EXECUTE ON FUNCTION app.counted_until() TO throughcare_app;
ALTER FUNCTION app.counted_until() OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
