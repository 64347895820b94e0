-- Public holidays that an administrator added or took away, over what date-holidays calculates: a parliament decides at short notice,
-- and a region keeps days of its own. Insert-only; public_holiday holds what follows, for everything that reads it, and every fill
-- puts the changes on top again (CAL-6).

CREATE TABLE holiday_change (
  id uuid NOT NULL,
  country text NOT NULL,
  region text NOT NULL,
  day date NOT NULL,
  version integer NOT NULL,
  is_holiday boolean NOT NULL,
  name text,
  reason text NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT holiday_change_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE holiday_change IS 'What an administrator said about a public holiday. Insert-only: of a day and region the row with the highest version stands. A reference table.';
COMMENT ON COLUMN holiday_change.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN holiday_change.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN holiday_change.region IS 'Subdivision code, empty for the country as a whole.';
COMMENT ON COLUMN holiday_change.day IS 'The day.';
COMMENT ON COLUMN holiday_change.version IS '0 for the first word about a day, and one more for each that follows.';
COMMENT ON COLUMN holiday_change.is_holiday IS 'True: it is a public holiday there. False: it is none, whatever was calculated.';
COMMENT ON COLUMN holiday_change.name IS 'What it is called there. Null where it is none.';
COMMENT ON COLUMN holiday_change.reason IS 'Who decided so, in words.';
COMMENT ON COLUMN holiday_change.changed_at IS 'When.';
COMMENT ON COLUMN holiday_change.changed_by IS 'By whom.';
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_once UNIQUE (country, region, day, version);
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_counts CHECK (version >= 0);
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_is_named CHECK (is_holiday = (name IS NOT NULL) AND name <> '' AND reason <> '');
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_account FOREIGN KEY (changed_by) REFERENCES account (id);

ALTER TABLE holiday_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE holiday_change FORCE ROW LEVEL SECURITY;
CREATE POLICY holiday_change_owner ON holiday_change TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT ON holiday_change TO throughcare_app;
CREATE POLICY holiday_change_read ON holiday_change FOR SELECT TO throughcare_app USING ((SELECT app.service_id()) IS NOT NULL);
CREATE TRIGGER holiday_change_insert_only BEFORE UPDATE OR DELETE ON holiday_change FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER holiday_change_never_emptied BEFORE TRUNCATE ON holiday_change FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The system actor fills, an administrator changes: neither writes the table itself.
CREATE FUNCTION app.put_holiday_changes(in_country text, years int[]) RETURNS void LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, public AS $$
  WITH standing AS (
    SELECT DISTINCT ON (c.region, c.day) c.region, c.day, c.is_holiday, c.name FROM holiday_change c
    WHERE c.country = in_country AND extract(year FROM c.day)::int = ANY (years)
    ORDER BY c.region, c.day, c.version DESC
  ), gone AS (
    DELETE FROM public_holiday p USING standing s
    WHERE p.country = in_country AND p.region = s.region AND p.day = s.day AND NOT s.is_holiday
  )
  INSERT INTO public_holiday (country, region, day, name)
  SELECT in_country, s.region, s.day, s.name FROM standing s WHERE s.is_holiday
  ON CONFLICT (country, region, day) DO UPDATE SET name = EXCLUDED.name
$$;
COMMENT ON FUNCTION app.put_holiday_changes(text, int[]) IS 'Puts what administrators said about the holidays of a country over what was calculated for these years.';

CREATE OR REPLACE FUNCTION app.fill_holidays(country text, years int[], holidays jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'system' THEN
    RAISE EXCEPTION 'only the system actor fills holidays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public_holiday p
    WHERE p.country = fill_holidays.country AND extract(year FROM p.day)::int = ANY (fill_holidays.years);
  INSERT INTO public_holiday (country, region, day, name)
    SELECT fill_holidays.country, h.region, h.day, h.name
    FROM jsonb_to_recordset(fill_holidays.holidays) AS h (region text, day date, name text)
    WHERE extract(year FROM h.day)::int = ANY (fill_holidays.years);
  PERFORM app.put_holiday_changes(fill_holidays.country, fill_holidays.years);
END $$;

CREATE FUNCTION app.change_holiday(id uuid, in_country text, in_region text, on_day date, seen_version int, name text, reason text)
  RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  standing int;
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'only an administrator changes holidays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT max(c.version) INTO standing FROM holiday_change c
    WHERE c.country = in_country AND c.region = in_region AND c.day = on_day;
  IF standing IS DISTINCT FROM seen_version THEN RETURN false; END IF;
  INSERT INTO holiday_change (id, country, region, day, version, is_holiday, name, reason, changed_at, changed_by)
    VALUES (change_holiday.id, in_country, in_region, on_day, coalesce(standing, -1) + 1, change_holiday.name IS NOT NULL, change_holiday.name,
      change_holiday.reason, app.now(), app.account_id())
    ON CONFLICT (country, region, day, version) DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.put_holiday_changes(in_country, ARRAY[extract(year FROM on_day)::int]);
  RETURN true;
END $$;
COMMENT ON FUNCTION app.change_holiday(uuid, text, text, date, int, text, text) IS
  'Makes a day a public holiday of a region (name) or none (null), over the version that was seen (null: nobody had said anything); false when another stands. 42501 for anybody but an administrator.';

-- How many people on treatment go to the dosing points of a region. A number alone: an administrator sees no case, and below five nothing.
CREATE FUNCTION app.people_dosed_in(in_country text, in_region text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN found.people >= 5 THEN found.people END FROM (
    SELECT count(DISTINCT t.episode_id)::int AS people
    FROM medication_treatment t JOIN service s ON s.id = t.dosing_service_id JOIN area a ON a.id = s.area_id
    WHERE app.role() = 'administrator' AND s.country = in_country AND a.holiday_region = in_region
      AND coalesce(t.ended_on, 'infinity') >= (app.now() AT TIME ZONE s.time_zone)::date
      AND EXISTS (SELECT 1 FROM case_part p WHERE p.episode_id = t.episode_id AND p.until > app.now()
        AND p.relation IN ('own', 'accepted', 'closing'))) found
$$;
COMMENT ON FUNCTION app.people_dosed_in(text, text) IS
  'How many people whose case somebody works on are dosed in a region; null for fewer than five, and for anybody but an administrator.';

GRANT EXECUTE ON FUNCTION app.change_holiday(uuid, text, text, date, int, text, text), app.people_dosed_in(text, text) TO throughcare_app;
