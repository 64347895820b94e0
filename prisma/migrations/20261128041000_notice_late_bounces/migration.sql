-- A letter that the next server took may come back hours later. Which service it was for is asked by the receiver of such reports, that knows
-- the mail's id alone; everything else it does as that service's system actor.
GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.service_of_mail(mail uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.service_id FROM notice_mail l WHERE l.id = mail AND app.role() = 'system'
$$;
COMMENT ON FUNCTION app.service_of_mail(uuid) IS 'For which service an e-mail was; to the system actor alone. Null: there is none, or it was cleared away.';
GRANT EXECUTE ON FUNCTION app.service_of_mail(uuid) TO throughcare_app;
ALTER FUNCTION app.service_of_mail(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- It left and came back: until now a mail was one or the other. It came back after it left.
ALTER TABLE notice_mail DROP CONSTRAINT notice_mail_holds;
ALTER TABLE notice_mail ADD CONSTRAINT notice_mail_holds CHECK (urgency IN ('emergency', 'ordinary') AND jsonb_typeof(counts) = 'object'
  AND tries >= 0 AND num_nulls(failed_at, failed_because) IN (0, 2) AND (tries = 0 OR failed_at IS NOT NULL)
  AND (tries > 0 OR failed_at IS NULL OR sent_at IS NOT NULL)
  AND failed_because ~ '^[A-Za-z0-9 ._-]{1,60}$' AND (sent_at IS NULL OR bounced_at IS NULL OR bounced_at >= sent_at));
