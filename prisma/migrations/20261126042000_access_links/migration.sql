-- One-time links: an invitation to a service, and a new password. The key of a link is its id, sealed with the installation's secret;
-- it stands nowhere. And who works at a service, for its managers too: hats change hands, contact details have a history. ADR 0156.

CREATE TABLE account_link (
  id uuid NOT NULL,
  kind text NOT NULL,
  account_id uuid,
  email text NOT NULL,
  display_name text,
  locale text NOT NULL,
  service_id uuid,
  role text,
  grants text[] NOT NULL DEFAULT '{}',
  drops_factor boolean NOT NULL DEFAULT false,
  made_by uuid,
  made_at timestamptz(3) NOT NULL DEFAULT app.now(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  withdrawn_at timestamptz(3),
  CONSTRAINT account_link_pkey PRIMARY KEY (id),
  CONSTRAINT account_link_kind CHECK (kind IN ('invitation', 'reset')),
  CONSTRAINT account_link_email_lower CHECK (email = lower(email)),
  CONSTRAINT account_link_whole CHECK (CASE kind WHEN 'reset' THEN account_id IS NOT NULL
    ELSE display_name IS NOT NULL AND service_id IS NOT NULL AND role IS NOT NULL AND made_by IS NOT NULL END),
  CONSTRAINT account_link_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT account_link_service FOREIGN KEY (service_id) REFERENCES service (id),
  CONSTRAINT account_link_made_by FOREIGN KEY (made_by) REFERENCES account (id),
  CONSTRAINT account_link_role CHECK (role IN ('prison-health', 'caseworker', 'manager', 'administrator')),
  CONSTRAINT account_link_grants CHECK (grants <@ app.grants_of_role(role))
);
COMMENT ON TABLE account_link IS 'A link that works once: an invitation, or a new password.';
COMMENT ON COLUMN account_link.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN account_link.kind IS 'invitation or reset.';
COMMENT ON COLUMN account_link.account_id IS 'Whose password; for an invitation, who came of it. Null until then.';
COMMENT ON COLUMN account_link.email IS 'The address at which it was made: with another one since, it opens nothing.';
COMMENT ON COLUMN account_link.display_name IS 'The name that colleagues will see.';
COMMENT ON COLUMN account_link.locale IS 'The language of the letter, and of their screens.';
COMMENT ON COLUMN account_link.service_id IS 'To which service they are invited.';
COMMENT ON COLUMN account_link.role IS 'As what.';
COMMENT ON COLUMN account_link.grants IS 'With which grants.';
COMMENT ON COLUMN account_link.drops_factor IS 'Whether it also does without the second factor, for a telephone that is lost. Made by an administrator alone.';
COMMENT ON COLUMN account_link.made_by IS 'Who made it. Null: somebody asked at the door.';
COMMENT ON COLUMN account_link.made_at IS 'When.';
COMMENT ON COLUMN account_link.expires_at IS 'Until when it works.';
COMMENT ON COLUMN account_link.used_at IS 'When it was used.';
COMMENT ON COLUMN account_link.withdrawn_at IS 'When a later one took its place, or the password changed.';
CREATE INDEX account_link_of_service ON account_link (service_id) WHERE used_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE membership_contact (
  id uuid NOT NULL,
  membership_id uuid NOT NULL,
  email text,
  phone text,
  team text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT membership_contact_pkey PRIMARY KEY (id),
  CONSTRAINT membership_contact_membership FOREIGN KEY (membership_id) REFERENCES membership (id),
  CONSTRAINT membership_contact_by FOREIGN KEY (recorded_by) REFERENCES account (id)
);
COMMENT ON TABLE membership_contact IS 'How to reach somebody in one of their hats. Each change is a row; the newest counts.';
COMMENT ON COLUMN membership_contact.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN membership_contact.membership_id IS 'In which hat.';
COMMENT ON COLUMN membership_contact.email IS 'Where to write to; not what they sign in with.';
COMMENT ON COLUMN membership_contact.phone IS 'Where to ring.';
COMMENT ON COLUMN membership_contact.team IS 'With whom they sit.';
COMMENT ON COLUMN membership_contact.recorded_by IS 'Who wrote it down.';
COMMENT ON COLUMN membership_contact.recorded_at IS 'When.';
CREATE INDEX membership_contact_of_membership ON membership_contact (membership_id, recorded_at DESC);

ALTER TABLE account_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_link FORCE ROW LEVEL SECURITY;
CREATE POLICY account_link_owner ON account_link TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY account_link_lookup ON account_link TO throughcare_lookup USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON account_link TO throughcare_lookup;
ALTER TABLE membership_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY membership_contact_owner ON membership_contact TO throughcare_owner USING (true) WITH CHECK (true);
CREATE POLICY membership_contact_lookup ON membership_contact TO throughcare_lookup USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON membership_contact TO throughcare_lookup;

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
GRANT INSERT (id, email, display_name, password_hash, locale), UPDATE (password_hash, version, disabled_at, display_name) ON account TO throughcare_lookup;
CREATE POLICY membership_lookup_changed ON membership FOR UPDATE TO throughcare_lookup USING (true) WITH CHECK (true);
GRANT INSERT, UPDATE (grants, until) ON membership TO throughcare_lookup;

-- Whose hats somebody may hand out: an administrator everybody's, a manager those of their own service, without grants.
CREATE FUNCTION app.may_hand_out(of_service uuid, role text, grants text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE app.role()
    WHEN 'administrator' THEN true
    WHEN 'manager' THEN of_service = app.service_id() AND may_hand_out.role <> 'administrator' AND may_hand_out.grants = '{}'
    ELSE false END
$$;
COMMENT ON FUNCTION app.may_hand_out(uuid, text, text[]) IS
  'May whoever acts give or take this hat: an administrator any, a manager one of their own service that carries no grant.';
ALTER FUNCTION app.may_hand_out(uuid, text, text[]) OWNER TO throughcare_lookup;

CREATE FUNCTION app.invite(link uuid, of_service uuid, email text, display_name text, locale text, role text, grants text[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- Nobody invites themselves to more.
  IF NOT app.may_hand_out(of_service, invite.role, invite.grants)
    OR EXISTS (SELECT 1 FROM public.account a WHERE a.id = app.account_id() AND a.email = invite.email) THEN
    RETURN false;
  END IF;
  UPDATE public.account_link l SET withdrawn_at = app.now()
    WHERE l.kind = 'invitation' AND l.service_id = of_service AND l.email = invite.email AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  INSERT INTO public.account_link (id, kind, email, display_name, locale, service_id, role, grants, made_by, expires_at)
    VALUES (invite.link, 'invitation', invite.email, invite.display_name, invite.locale, of_service, invite.role, invite.grants,
      app.account_id(), app.now() + interval '72 hours');
  RETURN true;
END $$;
COMMENT ON FUNCTION app.invite(uuid, uuid, text, text, text, text, text[]) IS
  'Invites somebody to a service for 72 hours; an earlier invitation of the same address there is withdrawn. False for whoever may not, and to one''s own address.';
ALTER FUNCTION app.invite(uuid, uuid, text, text, text, text, text[]) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.invite(uuid, uuid, text, text, text, text, text[]) TO throughcare_app;

CREATE FUNCTION app.make_reset(link uuid, account uuid, drops_factor boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.role() IS DISTINCT FROM 'administrator' OR account = app.account_id() THEN RETURN false; END IF;
  UPDATE public.account_link l SET withdrawn_at = app.now()
    WHERE l.kind = 'reset' AND l.account_id = account AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  INSERT INTO public.account_link (id, kind, account_id, email, locale, drops_factor, made_by, expires_at)
    SELECT make_reset.link, 'reset', a.id, a.email, a.locale, make_reset.drops_factor, app.account_id(), app.now() + interval '24 hours'
    FROM public.account a WHERE a.id = account AND a.disabled_at IS NULL AND a.id <> '00000000-0000-7000-8000-000000000001';
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION app.make_reset(uuid, uuid, boolean) IS
  'A link of a day to a new password for somebody else, and without the second factor where that is lost. For an administrator alone.';
ALTER FUNCTION app.make_reset(uuid, uuid, boolean) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.make_reset(uuid, uuid, boolean) TO throughcare_app;

SELECT pgboss.create_queue('send-link', '{"policy": "standard", "retryLimit": 5, "retryDelay": 10, "retryBackoff": true, "deleteAfterSeconds": 86400}'::jsonb);

-- The same statements whether anybody has the address or not; what is known stays here.
CREATE FUNCTION app.ask_reset(link uuid, attempt uuid, email text, email_hash bytea, ip_hash bytea) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.begin_sign_in(ask_reset.attempt, ask_reset.email_hash, ask_reset.ip_hash) > 0 THEN RETURN; END IF;
  INSERT INTO public.account_link (id, kind, account_id, email, locale, expires_at)
    SELECT ask_reset.link, 'reset', a.id, a.email, a.locale, app.now() + interval '1 hour'
    FROM public.account a WHERE a.email = ask_reset.email AND a.disabled_at IS NULL AND a.password_hash IS NOT NULL
      AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation i WHERE i.purpose <> 'production'));
  PERFORM app.enqueue('send-link', jsonb_build_object('linkId', ask_reset.link));
END $$;
COMMENT ON FUNCTION app.ask_reset(uuid, uuid, text, bytea, bytea) IS
  'Somebody at the door asks for a new password: a link of an hour, which goes to the address by letter. Answers nothing.';
GRANT EXECUTE ON FUNCTION app.ask_reset(uuid, uuid, text, bytea, bytea) TO throughcare_app;
GRANT EXECUTE ON FUNCTION app.begin_sign_in(uuid, bytea, bytea) TO throughcare_owner;

-- What a link opens; no row when it was used, withdrawn, is too old, or the address has changed since.
CREATE FUNCTION app.look_at_link(link uuid)
  RETURNS TABLE (kind text, account_id uuid, email text, display_name text, service_name text, role text, locale text, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.kind, a.id, l.email, coalesce(l.display_name, a.display_name), v.name, l.role, l.locale,
    CASE WHEN l.kind = 'invitation' AND a.disabled_at IS NULL THEN a.password_hash END
  FROM public.account_link l
  LEFT JOIN public.account a ON CASE l.kind WHEN 'reset' THEN a.id = l.account_id ELSE a.email = l.email END
  LEFT JOIN public.service v ON v.id = l.service_id
  WHERE l.id = look_at_link.link AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > app.now()
    AND (l.kind = 'invitation' OR (a.email = l.email AND a.disabled_at IS NULL))
$$;
COMMENT ON FUNCTION app.look_at_link(uuid) IS
  'What a one-time link opens. password_hash: of whoever has an account already and is invited to a further service, who proves it is them.';
ALTER FUNCTION app.look_at_link(uuid) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.look_at_link(uuid) TO throughcare_app;

CREATE FUNCTION app.use_link(link uuid, account uuid, membership uuid, password_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  open_link record;
  whose uuid;
BEGIN
  -- Of two presses one is later, and finds it used.
  UPDATE public.account_link l SET used_at = app.now() FROM app.look_at_link(use_link.link) seen
    WHERE l.id = use_link.link AND l.used_at IS NULL RETURNING l.*, seen.account_id AS known_id, seen.password_hash AS known_hash INTO open_link;
  IF NOT FOUND THEN RETURN NULL; END IF;
  whose := coalesce(open_link.known_id, use_link.account);
  IF open_link.known_id IS NULL THEN
    INSERT INTO public.account (id, email, display_name, password_hash, locale)
      VALUES (whose, open_link.email, open_link.display_name, use_link.password_hash, open_link.locale);
  ELSIF open_link.known_hash IS NULL THEN
    UPDATE public.account a SET password_hash = use_link.password_hash, version = a.version + 1, disabled_at = NULL WHERE a.id = whose;
    UPDATE public.session s SET ended_at = app.now(), ended_because = 'password' WHERE s.account_id = whose AND s.ended_at IS NULL;
    UPDATE public.account_link l SET withdrawn_at = app.now()
      WHERE l.kind = 'reset' AND l.account_id = whose AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  END IF;
  IF open_link.drops_factor THEN
    DELETE FROM public.recovery_code c WHERE c.account_id = whose;
    DELETE FROM public.second_factor f WHERE f.account_id = whose;
  END IF;
  IF open_link.kind = 'invitation' THEN
    UPDATE public.account_link l SET account_id = whose WHERE l.id = use_link.link;
    INSERT INTO public.membership (id, account_id, service_id, role, grants)
      SELECT use_link.membership, whose, open_link.service_id, open_link.role, open_link.grants
      WHERE NOT EXISTS (SELECT 1 FROM public.membership m WHERE m.account_id = whose AND m.service_id = open_link.service_id
        AND m.role = open_link.role AND m.until IS NULL);
  END IF;
  RETURN whose;
END $$;
COMMENT ON FUNCTION app.use_link(uuid, uuid, uuid, text) IS
  'Uses a one-time link: sets the password of whoever it is for, and gives them the hat that they were invited to. Whose it was; null when it opens nothing. A new password ends every session.';
ALTER FUNCTION app.use_link(uuid, uuid, uuid, text) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.use_link(uuid, uuid, uuid, text) TO throughcare_app;

CREATE FUNCTION app.link_letter(link uuid) RETURNS TABLE (kind text, email text, locale text, service_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT seen.kind, seen.email, seen.locale, seen.service_name FROM app.look_at_link(link_letter.link) seen WHERE app.role() = 'system'
$$;
COMMENT ON FUNCTION app.link_letter(uuid) IS 'Where the letter with a one-time link goes; no row when it opens nothing. Answers the system actor alone.';
ALTER FUNCTION app.link_letter(uuid) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.link_letter(uuid) TO throughcare_app;

DROP FUNCTION app.members_of(uuid);
CREATE FUNCTION app.members_of(of_service uuid) RETURNS TABLE (membership_id uuid, account_id uuid, display_name text, role text,
    grants text[], held int, waiting int, contacts jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, a.id, a.display_name, m.role, m.grants,
    (SELECT count(*)::int FROM handoff h WHERE h.worker_id = a.id AND h.receiving_service_id = m.service_id
      AND h.status IN ('accepted', 'in-progress')),
    (SELECT count(*)::int FROM handoff h JOIN send_set s ON s.id = h.send_set_id WHERE s.sent_by = a.id
      AND h.sending_service_id = m.service_id AND h.status = 'sent' AND h.accountable_service_id = h.sending_service_id),
    coalesce((SELECT jsonb_agg(jsonb_build_object('email', c.email, 'phone', c.phone, 'team', c.team,
        'at', to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', b.display_name) ORDER BY c.recorded_at DESC, c.id DESC)
      FROM (SELECT * FROM membership_contact k WHERE k.membership_id = m.id ORDER BY k.recorded_at DESC, k.id DESC LIMIT 10) c
      JOIN account b ON b.id = c.recorded_by), '[]')
  FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
  WHERE (app.role() = 'administrator' OR (app.role() = 'manager' AND of_service = app.service_id()))
    AND m.service_id = of_service AND (m.until IS NULL OR m.until > app.now())
  ORDER BY a.display_name, m.role, m.id
$$;
COMMENT ON FUNCTION app.members_of(uuid) IS
  'Everybody who has a hat of a service now, with how many handoffs stand in their name and how many they sent that nobody has acknowledged (numbers, no case and no person), and how to reach them. Answers an administrator, and a manager of that service.';
ALTER FUNCTION app.members_of(uuid) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.members_of(uuid) TO throughcare_app;

CREATE FUNCTION app.invited_to(of_service uuid) RETURNS TABLE (link_id uuid, email text, display_name text, role text, grants text[],
    expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.id, l.email, l.display_name, l.role, l.grants, l.expires_at FROM account_link l
  WHERE (app.role() = 'administrator' OR (app.role() = 'manager' AND of_service = app.service_id()))
    AND l.service_id = of_service AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > app.now()
  ORDER BY l.expires_at, l.id
$$;
COMMENT ON FUNCTION app.invited_to(uuid) IS 'Who is invited to a service and has not come yet. Answers an administrator, and a manager of that service.';
ALTER FUNCTION app.invited_to(uuid) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.invited_to(uuid) TO throughcare_app;

CREATE FUNCTION app.record_contact(contact uuid, membership uuid, email text, phone text, team text) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH written AS (
    INSERT INTO membership_contact (id, membership_id, email, phone, team, recorded_by)
    SELECT record_contact.contact, m.id, record_contact.email, record_contact.phone, record_contact.team, app.account_id()
    FROM membership m WHERE m.id = membership AND (m.until IS NULL OR m.until > app.now())
      AND (m.account_id = app.account_id() OR app.role() = 'administrator' OR (app.role() = 'manager' AND m.service_id = app.service_id()))
    RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM written)
$$;
COMMENT ON FUNCTION app.record_contact(uuid, uuid, text, text, text) IS
  'How to reach somebody in one of their hats from now on: written by themselves, by a manager of the service or by an administrator.';
ALTER FUNCTION app.record_contact(uuid, uuid, text, text, text) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.record_contact(uuid, uuid, text, text, text) TO throughcare_app;

-- A mover: the new hat is there before the old one goes, so that the account is never without.
CREATE FUNCTION app.change_membership(membership uuid, new_membership uuid, role text, grants text[]) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE hat record;
BEGIN
  SELECT m.* INTO hat FROM membership m WHERE m.id = change_membership.membership AND (m.until IS NULL OR m.until > app.now()) FOR UPDATE;
  IF NOT FOUND OR hat.account_id = app.account_id() OR NOT app.may_hand_out(hat.service_id, hat.role, hat.grants)
    OR NOT app.may_hand_out(hat.service_id, change_membership.role, change_membership.grants) THEN
    RETURN false;
  END IF;
  IF hat.role = change_membership.role THEN
    UPDATE membership m SET grants = change_membership.grants WHERE m.id = hat.id;
    RETURN true;
  END IF;
  INSERT INTO membership (id, account_id, service_id, role, grants)
    VALUES (new_membership, hat.account_id, hat.service_id, change_membership.role, change_membership.grants);
  UPDATE membership m SET until = app.now() WHERE m.id = hat.id;
  INSERT INTO membership_contact (id, membership_id, email, phone, team, recorded_by)
    SELECT gen_random_uuid(), new_membership, c.email, c.phone, c.team, app.account_id()
    FROM membership_contact c WHERE c.membership_id = hat.id ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1;
  RETURN true;
END $$;
COMMENT ON FUNCTION app.change_membership(uuid, uuid, text, text[]) IS
  'Another role or other grants at the same service: another role is a new hat, and the old one ends. Never one''s own. False for whoever may not.';
ALTER FUNCTION app.change_membership(uuid, uuid, text, text[]) OWNER TO throughcare_lookup;
GRANT EXECUTE ON FUNCTION app.change_membership(uuid, uuid, text, text[]) TO throughcare_app;
GRANT EXECUTE ON FUNCTION app.may_hand_out(uuid, text, text[]) TO throughcare_owner;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;

CREATE OR REPLACE FUNCTION app.end_membership(membership uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
DECLARE whose uuid;
BEGIN
  UPDATE membership m SET until = app.now()
    WHERE m.id = end_membership.membership AND (m.until IS NULL OR m.until > app.now()) AND m.account_id <> app.account_id()
      AND app.may_hand_out(m.service_id, m.role, m.grants)
    RETURNING m.account_id INTO whose;
  IF whose IS NULL THEN RETURN false; END IF;
  -- Without any hat there is nothing to sign in for.
  UPDATE account a SET disabled_at = app.now() WHERE a.id = whose AND a.disabled_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = whose AND (m.until IS NULL OR m.until > app.now()));
  IF FOUND THEN
    UPDATE session s SET ended_at = app.now(), ended_because = 'disabled' WHERE s.account_id = whose AND s.ended_at IS NULL;
  END IF;
  RETURN true;
END $$;
COMMENT ON FUNCTION app.end_membership(uuid) IS
  'Takes a hat away, and closes the account of whoever has none left. Never one''s own. False when it was taken away already, and for whoever may not hand such a hat out.';

CREATE FUNCTION app.sweep_links() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM account_link l WHERE least(l.used_at, l.withdrawn_at, l.expires_at) < app.now() - interval '30 days';
$$;
COMMENT ON FUNCTION app.sweep_links() IS 'Cleared away by the hour: one-time links thirty days after they were used or ran out.';
GRANT EXECUTE ON FUNCTION app.sweep_links() TO throughcare_app;
