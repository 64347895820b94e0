-- The emergency call after two services each recorded a dose for one day: raised with the entry that makes it two, open to both
-- until somebody records that they rang.

CREATE TABLE double_dose_call (
  id uuid NOT NULL,
  episode_id uuid NOT NULL,
  day date NOT NULL,
  first_service_id uuid NOT NULL,
  second_service_id uuid NOT NULL,
  raised_at timestamptz(3) NOT NULL,
  raised_by uuid NOT NULL,
  made_at timestamptz(3),
  made_by uuid,
  made_by_service_id uuid,
  CONSTRAINT double_dose_call_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE double_dose_call IS 'Two services each recorded a dose for one day: an emergency call to both. Raised once for a day and a pair of services; never taken away, only answered.';
COMMENT ON COLUMN double_dose_call.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN double_dose_call.episode_id IS 'The case.';
COMMENT ON COLUMN double_dose_call.day IS 'The day for which both recorded a dose.';
COMMENT ON COLUMN double_dose_call.first_service_id IS 'One of the two services; the one with the lower id.';
COMMENT ON COLUMN double_dose_call.second_service_id IS 'The other one.';
COMMENT ON COLUMN double_dose_call.raised_at IS 'When the entry that made it two was recorded.';
COMMENT ON COLUMN double_dose_call.raised_by IS 'Who recorded that entry.';
COMMENT ON COLUMN double_dose_call.made_at IS 'When somebody recorded that the call was made. Null: nobody has rung.';
COMMENT ON COLUMN double_dose_call.made_by IS 'Who rang.';
COMMENT ON COLUMN double_dose_call.made_by_service_id IS 'For which service.';

ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_episode FOREIGN KEY (episode_id) REFERENCES custody_episode (id);
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_first FOREIGN KEY (first_service_id) REFERENCES service (id);
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_second FOREIGN KEY (second_service_id) REFERENCES service (id);
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_pair CHECK (first_service_id < second_service_id);
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_once UNIQUE (episode_id, day, first_service_id, second_service_id);
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_made CHECK (num_nulls(made_at, made_by, made_by_service_id) IN (0, 3));
ALTER TABLE double_dose_call ADD CONSTRAINT double_dose_call_made_by_service FOREIGN KEY (made_by_service_id) REFERENCES service (id);
CREATE INDEX double_dose_call_open ON double_dose_call (episode_id) WHERE made_at IS NULL;

ALTER TABLE double_dose_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE double_dose_call FORCE ROW LEVEL SECURITY;
CREATE POLICY double_dose_call_owner ON double_dose_call TO throughcare_owner USING (true) WITH CHECK (true);
-- What was raised stays as it was raised: only the answer can be written.
GRANT SELECT, INSERT, UPDATE (made_at, made_by, made_by_service_id) ON double_dose_call TO throughcare_app;
CREATE POLICY double_dose_call_read ON double_dose_call FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = double_dose_call.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories)));
CREATE POLICY double_dose_call_add ON double_dose_call FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = double_dose_call.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
CREATE POLICY double_dose_call_change ON double_dose_call FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = double_dose_call.episode_id AND p.service_id = (SELECT app.case_service_id())
    AND p.until > (SELECT app.now()) AND 'omt' = ANY (p.categories) AND p.relation IN ('own', 'accepted', 'closing')));
