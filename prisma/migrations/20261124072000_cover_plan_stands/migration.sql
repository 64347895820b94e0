-- A cover plan keeps on which days its way is done, and on which facts it stood: so that it says by itself when one of them has
-- moved, instead of looking agreed (DOSE-30).

ALTER TABLE cover_plan ADD COLUMN way_days date[];
ALTER TABLE cover_plan ADD COLUMN stood_on_release date;
ALTER TABLE cover_plan ADD COLUMN stood_on_treatment_id uuid;
ALTER TABLE cover_plan ADD COLUMN stood_on_dosing_service_id uuid;
ALTER TABLE cover_plan ADD COLUMN stood_on_prescriptions uuid[];
ALTER TABLE cover_plan ADD COLUMN stale_at timestamptz(3);
ALTER TABLE cover_plan ADD COLUMN stale_because text;
COMMENT ON COLUMN cover_plan.way_days IS 'The days on which the way is done: of the supply, of the other place, of the injection, of the appointment, or the earlier release. Null: decided before they were kept.';
COMMENT ON COLUMN cover_plan.stood_on_release IS 'The day of release on record when it was decided. Null: none was.';
COMMENT ON COLUMN cover_plan.stood_on_treatment_id IS 'The treatment when it was decided.';
COMMENT ON COLUMN cover_plan.stood_on_dosing_service_id IS 'The dosing point when it was decided. Null: none was chosen.';
COMMENT ON COLUMN cover_plan.stood_on_prescriptions IS 'The prescriptions that held doses when it was decided.';
COMMENT ON COLUMN cover_plan.stale_at IS 'When a fact on which it stood was found to have moved. Null: it stands.';
COMMENT ON COLUMN cover_plan.stale_because IS 'One of STALE_REASONS in packages/domain.';
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_way_days CHECK (cardinality(way_days) > 0);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_stood_on CHECK (num_nulls(way_days, stood_on_prescriptions) IN (0, 2));
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_stood_on_treatment FOREIGN KEY (stood_on_treatment_id) REFERENCES medication_treatment (id);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_stood_on_place FOREIGN KEY (stood_on_dosing_service_id) REFERENCES service (id);
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_stale CHECK (num_nulls(stale_at, stale_because) IN (0, 2)
  AND stale_because IN ('release-moved', 'treatment-changed', 'place-changed', 'prescription-withdrawn', 'place-shut', 'gap-changed'));
ALTER TABLE cover_plan DROP CONSTRAINT cover_plan_ended_because;
ALTER TABLE cover_plan ADD CONSTRAINT cover_plan_ended_because CHECK (ended_because IN ('withdrawn', 'replaced', 'gap-closed', 'no-treatment'));
CREATE INDEX cover_plan_of_place ON cover_plan (by_service_id) WHERE ended_at IS NULL;

-- New hours of a place move not only whoever is dosed there, but whoever is to be bridged there by a plan.
CREATE OR REPLACE FUNCTION app.gaps_move_with_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  place uuid := (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0])::uuid;
BEGIN
  UPDATE cover_gap g SET stale_at = app.now()
  WHERE g.stale_at > app.now() AND (g.dosing_service_id = place
    OR g.episode_id IN (SELECT c.episode_id FROM cover_plan c WHERE c.by_service_id = place AND c.ended_at IS NULL));
  RETURN NULL;
END $$;
