-- What managers write on the charts of their own service: something that happened, limits that begin anew, a target. Whoever reads a
-- chart later sees who wrote it and when. Nothing is changed or deleted: what no longer stands is withdrawn.

CREATE TABLE figure_annotation (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  kind text NOT NULL,
  indicator text,
  month text NOT NULL,
  name text NOT NULL,
  note text,
  percent integer,
  written_at timestamptz(3) NOT NULL,
  written_by uuid NOT NULL,
  CONSTRAINT figure_annotation_pkey PRIMARY KEY (id),
  CONSTRAINT figure_annotation_of_service UNIQUE (id, service_id)
);
COMMENT ON TABLE figure_annotation IS 'What a manager wrote on the charts of the own service. Insert-only; it stands until it is withdrawn. Names no person.';
COMMENT ON COLUMN figure_annotation.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN figure_annotation.service_id IS 'On whose charts it stands: a prison''s, a service''s or a region''s own.';
COMMENT ON COLUMN figure_annotation.kind IS 'happening, new-limits or target.';
COMMENT ON COLUMN figure_annotation.indicator IS 'One of INDICATORS in packages/domain. Null: on every chart.';
COMMENT ON COLUMN figure_annotation.month IS 'In or from which month, as 2026-04.';
COMMENT ON COLUMN figure_annotation.name IS 'What stands on the chart: a few words.';
COMMENT ON COLUMN figure_annotation.note IS 'Why, for whoever reads the chart later. New limits have one.';
COMMENT ON COLUMN figure_annotation.percent IS 'Of a target: what is aimed at.';
COMMENT ON COLUMN figure_annotation.written_at IS 'When.';
COMMENT ON COLUMN figure_annotation.written_by IS 'By which manager.';
ALTER TABLE figure_annotation ADD CONSTRAINT figure_annotation_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE figure_annotation ADD CONSTRAINT figure_annotation_writer FOREIGN KEY (written_by) REFERENCES account (id);
ALTER TABLE figure_annotation ADD CONSTRAINT figure_annotation_month CHECK (month ~ '^2[0-9]{3}-(0[1-9]|1[0-2])$');
ALTER TABLE figure_annotation ADD CONSTRAINT figure_annotation_texts CHECK (length(name) BETWEEN 1 AND 60 AND length(note) BETWEEN 1 AND 500);
ALTER TABLE figure_annotation ADD CONSTRAINT figure_annotation_kind CHECK (CASE kind WHEN 'happening' THEN percent IS NULL
  WHEN 'new-limits' THEN percent IS NULL AND note IS NOT NULL
  WHEN 'target' THEN indicator IS NOT NULL AND percent IS NOT NULL AND percent BETWEEN 1 AND 100 ELSE false END);
CREATE INDEX figure_annotation_on_charts ON figure_annotation (service_id, written_at);
CREATE TRIGGER figure_annotation_insert_only BEFORE UPDATE OR DELETE ON figure_annotation FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER figure_annotation_never_emptied BEFORE TRUNCATE ON figure_annotation FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE TABLE figure_annotation_withdrawal (
  annotation_id uuid NOT NULL,
  service_id uuid NOT NULL,
  withdrawn_at timestamptz(3) NOT NULL,
  withdrawn_by uuid NOT NULL,
  CONSTRAINT figure_annotation_withdrawal_pkey PRIMARY KEY (annotation_id)
);
COMMENT ON TABLE figure_annotation_withdrawal IS 'That an annotation no longer stands. Insert-only.';
COMMENT ON COLUMN figure_annotation_withdrawal.annotation_id IS 'Which one.';
COMMENT ON COLUMN figure_annotation_withdrawal.service_id IS 'Of which service.';
COMMENT ON COLUMN figure_annotation_withdrawal.withdrawn_at IS 'When.';
COMMENT ON COLUMN figure_annotation_withdrawal.withdrawn_by IS 'By which manager.';
ALTER TABLE figure_annotation_withdrawal ADD CONSTRAINT figure_annotation_withdrawal_of
  FOREIGN KEY (annotation_id, service_id) REFERENCES figure_annotation (id, service_id);
ALTER TABLE figure_annotation_withdrawal ADD CONSTRAINT figure_annotation_withdrawer FOREIGN KEY (withdrawn_by) REFERENCES account (id);
CREATE TRIGGER figure_annotation_withdrawal_insert_only BEFORE UPDATE OR DELETE ON figure_annotation_withdrawal
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER figure_annotation_withdrawal_never_emptied BEFORE TRUNCATE ON figure_annotation_withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE figure_annotation ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_annotation FORCE ROW LEVEL SECURITY;
ALTER TABLE figure_annotation_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_annotation_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_annotation_owner ON figure_annotation TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY figure_annotation_withdrawal_owner ON figure_annotation_withdrawal TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON figure_annotation, figure_annotation_withdrawal TO throughcare_app;
-- Who reads the figures reads what is written on them; administrators, who have no figures, do not.
CREATE POLICY figure_annotation_read ON figure_annotation FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()));
CREATE POLICY figure_annotation_write ON figure_annotation FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'manager'
    AND written_by = (SELECT app.account_id()));
CREATE POLICY figure_annotation_withdrawal_read ON figure_annotation_withdrawal FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.case_service_id()));
CREATE POLICY figure_annotation_withdrawal_write ON figure_annotation_withdrawal FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.case_service_id()) AND (SELECT app.role()) = 'manager'
    AND withdrawn_by = (SELECT app.account_id()));
