-- Whose public holidays a place keeps, and the one way by which the worker writes them.

ALTER TABLE area ADD COLUMN holiday_region text NOT NULL DEFAULT '';
COMMENT ON COLUMN area.holiday_region IS 'Subdivision code by which its public holidays are read, empty for the country as a whole.';

-- The worker signs in as throughcare_app, which owns nothing and writes no reference table. This function does it for the
-- system actor alone, and for whole years of one country at a time, so that a moved holiday leaves no copy behind.
CREATE FUNCTION app.fill_holidays(country text, years int[], holidays jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
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
END $$;
COMMENT ON FUNCTION app.fill_holidays(text, int[], jsonb) IS
  'Replaces the public holidays of a country in the given years. 42501 for anybody but the system actor.';
REVOKE ALL ON FUNCTION app.fill_holidays(text, int[], jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.fill_holidays(text, int[], jsonb) TO throughcare_app;
