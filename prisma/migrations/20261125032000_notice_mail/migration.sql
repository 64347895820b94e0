-- How each hat hears of what: settings, what is to go by e-mail and when, the e-mails themselves, and whether they came back.
-- See docs/adr/0110.

CREATE TABLE notice_settings (
  membership_id uuid NOT NULL,
  ways jsonb NOT NULL,
  colleague_id uuid,
  quiet_from text,
  quiet_to text,
  chosen_at timestamptz(3) NOT NULL,
  version integer NOT NULL,
  CONSTRAINT notice_settings_pkey PRIMARY KEY (membership_id)
);
COMMENT ON TABLE notice_settings IS 'How somebody hears of notices under a hat. Without a row the defaults of packages/domain hold.';
COMMENT ON COLUMN notice_settings.membership_id IS 'The hat.';
COMMENT ON COLUMN notice_settings.ways IS 'One of NOTICE_WAYS for each kind; a kind that is not named goes its default way.';
COMMENT ON COLUMN notice_settings.colleague_id IS 'The hat to which is re-routed what goes to a colleague. Null: none is chosen.';
COMMENT ON COLUMN notice_settings.quiet_from IS 'HH:MM in the zone of the service: from then on no e-mail leaves but an emergency. Null: no quiet hours.';
COMMENT ON COLUMN notice_settings.quiet_to IS 'HH:MM: until then. Earlier than the other: over midnight.';
COMMENT ON COLUMN notice_settings.chosen_at IS 'When it was chosen.';
COMMENT ON COLUMN notice_settings.version IS '1 for the first choice under a hat, and one more for each that follows.';

CREATE TABLE service_duty_mailbox (
  service_id uuid NOT NULL,
  email text,
  locale text NOT NULL,
  set_at timestamptz(3) NOT NULL,
  set_by uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT service_duty_mailbox_pkey PRIMARY KEY (service_id)
);
COMMENT ON TABLE service_duty_mailbox IS 'The address of a service that is read when it is urgent.';
COMMENT ON COLUMN service_duty_mailbox.service_id IS 'The service.';
COMMENT ON COLUMN service_duty_mailbox.email IS 'The address. Null: there is none any more.';
COMMENT ON COLUMN service_duty_mailbox.locale IS 'The language in which it is written to: that of whoever set it.';
COMMENT ON COLUMN service_duty_mailbox.set_at IS 'When it was set.';
COMMENT ON COLUMN service_duty_mailbox.set_by IS 'By whom.';
COMMENT ON COLUMN service_duty_mailbox.version IS '1 for the first, and one more for each that follows.';

CREATE TABLE notice_mail (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  membership_id uuid,
  urgency text NOT NULL,
  counts jsonb NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  failed_at timestamptz(3),
  failed_because text,
  bounced_at timestamptz(3),
  sent_at timestamptz(3),
  CONSTRAINT notice_mail_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE notice_mail IS 'An e-mail that tells of notices: how many of which kind, and nothing else. Decided once, with the job that sends it.';
COMMENT ON COLUMN notice_mail.id IS 'Made in code, UUIDv7. Its Message-ID is made of it, so that a second copy can be told.';
COMMENT ON COLUMN notice_mail.service_id IS 'Whose people it is for.';
COMMENT ON COLUMN notice_mail.membership_id IS 'The hat that it is for. Null: the duty mailbox of the service.';
COMMENT ON COLUMN notice_mail.urgency IS 'emergency when one of its notices is.';
COMMENT ON COLUMN notice_mail.counts IS 'How many notices by kind.';
COMMENT ON COLUMN notice_mail.decided_at IS 'When it was decided.';
COMMENT ON COLUMN notice_mail.tries IS 'How often the mail server did not take it.';
COMMENT ON COLUMN notice_mail.failed_at IS 'When it last did not. Null: it never failed.';
COMMENT ON COLUMN notice_mail.failed_because IS 'What kind of fault it was then, as a code: an answer of a mail server may repeat an address.';
COMMENT ON COLUMN notice_mail.bounced_at IS 'When it was refused for good: mails to this address come back. Null: it was not.';
COMMENT ON COLUMN notice_mail.sent_at IS 'When the mail server took it. Null: not yet, or never.';

CREATE TABLE notice_post (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  service_id uuid NOT NULL,
  membership_id uuid,
  kind text NOT NULL,
  urgency text NOT NULL,
  mail_at timestamptz(3) NOT NULL,
  mail_id uuid,
  dropped_at timestamptz(3),
  CONSTRAINT notice_post_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE notice_post IS 'A notice that is to go by e-mail to one recipient.';
COMMENT ON COLUMN notice_post.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN notice_post.notice_id IS 'The notice.';
COMMENT ON COLUMN notice_post.service_id IS 'The service that is told.';
COMMENT ON COLUMN notice_post.membership_id IS 'The hat whose address it goes to. Null: the duty mailbox of the service.';
COMMENT ON COLUMN notice_post.kind IS 'As on the notice.';
COMMENT ON COLUMN notice_post.urgency IS 'As on the notice.';
COMMENT ON COLUMN notice_post.mail_at IS 'It leaves no earlier: after the undo, the quiet hours and the wish for one mail a day.';
COMMENT ON COLUMN notice_post.mail_id IS 'The e-mail that carries it. Null: none yet, or never.';
COMMENT ON COLUMN notice_post.dropped_at IS 'When it was seen that it need not leave: read before, undone, or work on the case has stopped. Null: it may.';

ALTER TABLE notice_settings ADD CONSTRAINT notice_settings_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE notice_settings ADD CONSTRAINT notice_settings_colleague FOREIGN KEY (colleague_id) REFERENCES membership (id);
ALTER TABLE notice_settings ADD CONSTRAINT notice_settings_hold CHECK (version >= 1 AND jsonb_typeof(ways) = 'object'
  AND colleague_id IS DISTINCT FROM membership_id AND num_nulls(quiet_from, quiet_to) IN (0, 2) AND quiet_from <> quiet_to
  AND quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$' AND quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$');
ALTER TABLE service_duty_mailbox ADD CONSTRAINT service_duty_mailbox_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE service_duty_mailbox ADD CONSTRAINT service_duty_mailbox_by FOREIGN KEY (set_by) REFERENCES account (id);
ALTER TABLE service_duty_mailbox ADD CONSTRAINT service_duty_mailbox_holds CHECK (version >= 1 AND length(email) BETWEEN 3 AND 254);
ALTER TABLE notice_mail ADD CONSTRAINT notice_mail_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE notice_mail ADD CONSTRAINT notice_mail_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE notice_mail ADD CONSTRAINT notice_mail_holds CHECK (urgency IN ('emergency', 'ordinary') AND jsonb_typeof(counts) = 'object'
  AND tries >= 0 AND num_nulls(failed_at, failed_because) = CASE WHEN tries = 0 THEN 2 ELSE 0 END
  AND failed_because ~ '^[A-Za-z0-9 _-]{1,60}$' AND num_nonnulls(sent_at, bounced_at) <= 1);
ALTER TABLE notice_post ADD CONSTRAINT notice_post_notice FOREIGN KEY (notice_id) REFERENCES notice (id);
ALTER TABLE notice_post ADD CONSTRAINT notice_post_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE notice_post ADD CONSTRAINT notice_post_membership FOREIGN KEY (membership_id) REFERENCES membership (id);
ALTER TABLE notice_post ADD CONSTRAINT notice_post_mail FOREIGN KEY (mail_id) REFERENCES notice_mail (id);
ALTER TABLE notice_post ADD CONSTRAINT notice_post_holds
  CHECK (urgency IN ('emergency', 'ordinary') AND num_nonnulls(mail_id, dropped_at) <= 1);
CREATE UNIQUE INDEX notice_post_once ON notice_post (notice_id,
  (coalesce(membership_id, '00000000-0000-0000-0000-000000000000'::uuid)));
CREATE INDEX notice_post_waiting ON notice_post (mail_at) WHERE mail_id IS NULL AND dropped_at IS NULL;
CREATE INDEX notice_post_of_mail ON notice_post (mail_id);
CREATE INDEX notice_mail_of_hat ON notice_mail (service_id, membership_id, decided_at DESC);

-- ---------------------------------------------------------------------------------------------------------------------
-- Settings are each hat's own. The rest is the worker's: it acts for one service at a time.

ALTER TABLE notice_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_settings_owner ON notice_settings TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (ways, colleague_id, quiet_from, quiet_to, chosen_at, version) ON notice_settings TO throughcare_app;
CREATE POLICY notice_settings_read ON notice_settings FOR SELECT TO throughcare_app
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.id = notice_settings.membership_id AND m.service_id = (SELECT app.service_id())
    AND ((SELECT app.role()) = 'system' OR (m.account_id = (SELECT app.account_id()) AND m.role = (SELECT app.role())))));
CREATE POLICY notice_settings_add ON notice_settings FOR INSERT TO throughcare_app
  WITH CHECK (EXISTS (SELECT 1 FROM membership m WHERE m.id = notice_settings.membership_id AND m.account_id = (SELECT app.account_id())
    AND m.service_id = (SELECT app.service_id()) AND m.role = (SELECT app.role())));
CREATE POLICY notice_settings_change ON notice_settings FOR UPDATE TO throughcare_app
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.id = notice_settings.membership_id AND m.account_id = (SELECT app.account_id())
    AND m.service_id = (SELECT app.service_id()) AND m.role = (SELECT app.role())));

ALTER TABLE service_duty_mailbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_duty_mailbox FORCE ROW LEVEL SECURITY;
CREATE POLICY service_duty_mailbox_owner ON service_duty_mailbox TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (email, locale, set_at, set_by, version) ON service_duty_mailbox TO throughcare_app;
CREATE POLICY service_duty_mailbox_read ON service_duty_mailbox FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()));
CREATE POLICY service_duty_mailbox_add ON service_duty_mailbox FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'manager' AND set_by = (SELECT app.account_id()));
CREATE POLICY service_duty_mailbox_change ON service_duty_mailbox FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'manager') WITH CHECK (set_by = (SELECT app.account_id()));

ALTER TABLE notice_mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_mail FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_mail_owner ON notice_mail TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (tries, failed_at, failed_because, bounced_at, sent_at) ON notice_mail TO throughcare_app;
CREATE POLICY notice_mail_read ON notice_mail FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'system');
CREATE POLICY notice_mail_add ON notice_mail FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'system');
CREATE POLICY notice_mail_change ON notice_mail FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'system');

ALTER TABLE notice_post ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_post FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_post_owner ON notice_post TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (mail_id, dropped_at) ON notice_post TO throughcare_app;
CREATE POLICY notice_post_read ON notice_post FOR SELECT TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'system');
CREATE POLICY notice_post_add ON notice_post FOR INSERT TO throughcare_app
  WITH CHECK (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'system'
    AND EXISTS (SELECT 1 FROM notice n WHERE n.id = notice_post.notice_id AND n.service_id = notice_post.service_id));
CREATE POLICY notice_post_change ON notice_post FOR UPDATE TO throughcare_app
  USING (service_id = (SELECT app.service_id()) AND (SELECT app.role()) = 'system');

-- ---------------------------------------------------------------------------------------------------------------------
-- What the worker asks across services, and what nobody else does.

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT SELECT ON notice_post, notice_mail, notice_entry, service_duty_mailbox TO throughcare_lookup;
CREATE POLICY notice_post_lookup ON notice_post FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY notice_mail_lookup ON notice_mail FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY notice_entry_lookup ON notice_entry FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY service_duty_mailbox_lookup ON service_duty_mailbox FOR SELECT TO throughcare_lookup USING (true);

CREATE FUNCTION app.post_recipients_due() RETURNS TABLE (service_id uuid, membership_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.service_id, p.membership_id FROM notice_post p
  WHERE app.role() = 'system' AND p.mail_id IS NULL AND p.dropped_at IS NULL AND p.mail_at <= app.now()
  GROUP BY p.service_id, p.membership_id ORDER BY min(p.urgency), min(p.mail_at)
$$;
COMMENT ON FUNCTION app.post_recipients_due() IS 'Who has a notice that may leave by e-mail now, emergencies first. Answers the system actor alone.';

CREATE FUNCTION app.moot_posts(hat uuid) RETURNS TABLE (post_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id FROM notice_post p JOIN notice n ON n.id = p.notice_id
  WHERE app.role() = 'system' AND p.service_id = app.service_id() AND p.membership_id IS NOT DISTINCT FROM hat
    AND p.mail_id IS NULL AND p.dropped_at IS NULL
    AND (EXISTS (SELECT 1 FROM notice_withdrawal w WHERE w.notice_id = n.id)
      OR EXISTS (SELECT 1 FROM notice_entry e WHERE e.notice_id = n.id AND e.membership_id = p.membership_id AND e.read_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM custody_event v WHERE v.episode_id = n.episode_id AND v.kind IN ('died', 'deported')
        AND NOT EXISTS (SELECT 1 FROM custody_event_answer a WHERE a.event_id = v.id AND a.answer = 'taken-back'))
      OR p.mail_at < app.now() - interval '48 hours'
      OR (hat IS NOT NULL AND NOT EXISTS (SELECT 1 FROM app.standing_hats(p.service_id) h WHERE h.membership_id = hat)))
$$;
COMMENT ON FUNCTION app.moot_posts(uuid) IS
  'Of what waits to go to a hat (null: the duty mailbox) by e-mail, what need not leave: undone, read before, about a case on which work has stopped, two days old, or for a hat that was taken away. Answers the system actor of the service alone.';

CREATE FUNCTION app.mail_address(mail uuid) RETURNS TABLE (email text, locale text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.email, a.locale FROM notice_mail l JOIN app.standing_hats(l.service_id) h ON h.membership_id = l.membership_id
    JOIN account a ON a.id = h.account_id
  WHERE l.id = mail AND app.role() = 'system' AND l.service_id = app.service_id()
  UNION ALL
  SELECT d.email, d.locale FROM notice_mail l JOIN service_duty_mailbox d ON d.service_id = l.service_id
  WHERE l.id = mail AND l.membership_id IS NULL AND d.email IS NOT NULL AND app.role() = 'system' AND l.service_id = app.service_id()
$$;
COMMENT ON FUNCTION app.mail_address(uuid) IS
  'Where an e-mail goes and in which language; no row when the hat or the duty mailbox was taken away meanwhile. Answers the system actor of the service alone.';

CREATE FUNCTION app.mailboxes(service uuid) RETURNS TABLE (membership_id uuid, last_sent_at timestamptz, bounced_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.membership_id, max(l.sent_at), max(l.bounced_at) FROM notice_mail l
  WHERE l.service_id = service AND (l.sent_at IS NOT NULL OR l.bounced_at IS NOT NULL)
    AND (l.membership_id IS NULL OR EXISTS (SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.id = l.membership_id AND (m.until IS NULL OR m.until > app.now()) AND a.disabled_at IS NULL))
    -- A new duty address begins anew.
    AND (l.membership_id IS NOT NULL OR l.decided_at >= (SELECT d.set_at FROM service_duty_mailbox d
      WHERE d.service_id = l.service_id AND d.email IS NOT NULL))
  GROUP BY l.membership_id
$$;
COMMENT ON FUNCTION app.mailboxes(uuid) IS 'By mailbox of a service, when a mail last went out and when one last came back.';

CREATE FUNCTION app.has_bouncing_mailbox(service uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM app.mailboxes(service) b WHERE b.membership_id IS NULL AND b.bounced_at > coalesce(b.last_sent_at, '-infinity'))
    OR (EXISTS (SELECT 1 FROM app.mailboxes(service) b WHERE b.membership_id IS NOT NULL AND b.bounced_at > coalesce(b.last_sent_at, '-infinity'))
      AND NOT EXISTS (SELECT 1 FROM app.mailboxes(service) b
        WHERE b.membership_id IS NOT NULL AND b.last_sent_at > coalesce(b.bounced_at, '-infinity')))
$$;
COMMENT ON FUNCTION app.has_bouncing_mailbox(uuid) IS
  'Whether mails to a service come back: to its duty mailbox, or to one of its people while none of them is reached. A mail that goes out again ends it.';

CREATE FUNCTION app.mail_states(of_service uuid) RETURNS TABLE (service_id uuid, service_name text, membership_id uuid, display_name text,
    waiting int, deferred int, sent int, bounced_at timestamptz, last_sent_at timestamptz, failed_because text, oldest_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.service_id, v.name, l.membership_id, a.display_name,
    (count(*) FILTER (WHERE l.sent_at IS NULL AND l.bounced_at IS NULL AND l.tries = 0))::int,
    (count(*) FILTER (WHERE l.sent_at IS NULL AND l.bounced_at IS NULL AND l.tries > 0))::int,
    (count(*) FILTER (WHERE l.sent_at > app.now() - interval '24 hours'))::int,
    max(l.bounced_at), max(l.sent_at), (array_agg(l.failed_because ORDER BY l.failed_at DESC NULLS LAST))[1],
    min(l.decided_at) FILTER (WHERE l.sent_at IS NULL AND l.bounced_at IS NULL)
  FROM notice_mail l JOIN service v ON v.id = l.service_id LEFT JOIN membership m ON m.id = l.membership_id
    LEFT JOIN account a ON a.id = m.account_id
  WHERE (app.role() = 'administrator' OR (app.role() = 'manager' AND l.service_id = app.service_id()))
    AND (of_service IS NULL OR l.service_id = of_service)
    AND (l.membership_id IS NOT NULL OR l.decided_at >= (SELECT d.set_at FROM service_duty_mailbox d WHERE d.service_id = l.service_id))
  GROUP BY l.service_id, v.name, l.membership_id, a.display_name
  HAVING app.role() = 'manager' OR max(l.bounced_at) > coalesce(max(l.sent_at), '-infinity')
    OR count(*) FILTER (WHERE l.sent_at IS NULL AND l.bounced_at IS NULL AND l.tries > 0) > 0
  ORDER BY max(l.bounced_at) DESC NULLS LAST, v.name, a.display_name
$$;
COMMENT ON FUNCTION app.mail_states(uuid) IS
  'What became of the e-mails to each mailbox, without an address: to a manager of their own service, to an administrator where something is wrong.';

CREATE FUNCTION app.colleagues(service uuid) RETURNS TABLE (membership_id uuid, display_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, a.display_name FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.service_id = service AND service = app.service_id() AND m.account_id <> app.account_id()
    AND (m.until IS NULL OR m.until > app.now()) AND a.disabled_at IS NULL
$$;
COMMENT ON FUNCTION app.colleagues(uuid) IS 'Who else is at one''s own service now: to whom something can be re-routed.';

GRANT EXECUTE ON FUNCTION app.post_recipients_due(), app.moot_posts(uuid), app.mail_address(uuid), app.has_bouncing_mailbox(uuid),
  app.mail_states(uuid), app.colleagues(uuid) TO throughcare_app;
GRANT EXECUTE ON FUNCTION app.mailboxes(uuid), app.standing_hats(uuid) TO throughcare_lookup;
ALTER FUNCTION app.post_recipients_due() OWNER TO throughcare_lookup;
ALTER FUNCTION app.moot_posts(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.mail_address(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.mailboxes(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.has_bouncing_mailbox(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.mail_states(uuid) OWNER TO throughcare_lookup;
ALTER FUNCTION app.colleagues(uuid) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

-- The one place in which it stands how long notices are kept.
CREATE FUNCTION app.notices_kept_for() RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN interval '90 days';
COMMENT ON FUNCTION app.notices_kept_for() IS 'How long it is kept what was told to whom, and what went by e-mail. The one place in which it stands.';
CREATE FUNCTION app.sweep_notices() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM notice_post p USING notice n WHERE n.id = p.notice_id AND n.caused_at < app.now() - app.notices_kept_for();
  DELETE FROM notice_entry e USING notice n WHERE n.id = e.notice_id AND n.caused_at < app.now() - app.notices_kept_for();
  DELETE FROM notice_withdrawal w USING notice n WHERE n.id = w.notice_id AND n.caused_at < app.now() - app.notices_kept_for();
  DELETE FROM notice n WHERE n.caused_at < app.now() - app.notices_kept_for();
  DELETE FROM notice_mail l WHERE l.decided_at < app.now() - app.notices_kept_for()
    AND NOT EXISTS (SELECT 1 FROM notice_post p WHERE p.mail_id = l.id);
$$;
COMMENT ON FUNCTION app.sweep_notices() IS 'Clears away notices whose time is over: see app.notices_kept_for().';
GRANT EXECUTE ON FUNCTION app.sweep_notices(), app.notices_kept_for() TO throughcare_app;

SELECT pgboss.create_queue('follow-posts', '{"policy": "short", "retryLimit": 0, "deleteAfterSeconds": 3600, "expireInSeconds": 120}'::jsonb);
-- A mail server may be away for a night: tried every half hour for a day, and then by an administrator.
SELECT pgboss.create_queue('send-notice',
  '{"policy": "standard", "retryLimit": 50, "retryDelay": 15, "retryBackoff": true, "retryDelayMax": 1800}'::jsonb);
