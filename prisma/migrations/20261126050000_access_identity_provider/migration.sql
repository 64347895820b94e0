-- Signing in by an identity provider: whom of ours one of its people is. An account is never made here: the first time, the
-- address that the provider verified has to be that of an account; from then on its own name for the person counts, so that an
-- address that is given to somebody else opens nothing. ADR 0161.

CREATE TABLE account_identity (
  id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT account_identity_pkey PRIMARY KEY (id),
  CONSTRAINT account_identity_once UNIQUE (issuer, subject),
  CONSTRAINT account_identity_one_each UNIQUE (account_id, issuer),
  CONSTRAINT account_identity_length CHECK (length(issuer) BETWEEN 1 AND 300 AND length(subject) BETWEEN 1 AND 255)
);
COMMENT ON TABLE account_identity IS 'Whom of ours a person of an identity provider is, from their first sign-in through it.';
COMMENT ON COLUMN account_identity.id IS 'Made in code, UUIDv7.';
COMMENT ON COLUMN account_identity.account_id IS 'Who.';
COMMENT ON COLUMN account_identity.issuer IS 'The provider, as it names itself.';
COMMENT ON COLUMN account_identity.subject IS 'The provider''s own name for the person, which never passes to somebody else.';
COMMENT ON COLUMN account_identity.linked_at IS 'When they first came through it.';
ALTER TABLE account_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_identity FORCE ROW LEVEL SECURITY;
CREATE POLICY account_identity_owner ON account_identity TO throughcare_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON account_identity TO throughcare_lookup;
CREATE POLICY account_identity_lookup ON account_identity FOR SELECT TO throughcare_lookup USING (true);
CREATE POLICY account_identity_lookup_link ON account_identity FOR INSERT TO throughcare_lookup WITH CHECK (true);

GRANT CREATE ON SCHEMA app TO throughcare_lookup;
CREATE FUNCTION app.find_by_provider(link uuid, issuer text, subject text, verified_email text)
  RETURNS TABLE (account_id uuid, email text, is_new boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  known uuid;
  linked boolean := false;
BEGIN
  SELECT i.account_id INTO known FROM public.account_identity i
    WHERE i.issuer = find_by_provider.issuer AND i.subject = find_by_provider.subject;
  IF known IS NULL AND find_by_provider.verified_email IS NOT NULL THEN
    INSERT INTO public.account_identity AS made (id, account_id, issuer, subject)
      SELECT find_by_provider.link, a.id, find_by_provider.issuer, find_by_provider.subject FROM public.account a
      WHERE a.email = find_by_provider.verified_email AND a.disabled_at IS NULL
        AND a.id <> '00000000-0000-7000-8000-000000000001'
        AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation n WHERE n.purpose <> 'production'))
      ON CONFLICT DO NOTHING
      RETURNING made.account_id INTO known;
    linked := known IS NOT NULL;
  END IF;
  RETURN QUERY SELECT a.id, a.email, linked FROM public.account a
    WHERE a.id = known AND a.disabled_at IS NULL
      AND (NOT a.demo OR EXISTS (SELECT 1 FROM public.installation n WHERE n.purpose <> 'production'));
END $$;
COMMENT ON FUNCTION app.find_by_provider(uuid, text, text, text) IS
  'The account of somebody whom an identity provider vouched for: linked before, or linked now by the address that it verified. No row: nobody of ours.';
GRANT EXECUTE ON FUNCTION app.find_by_provider(uuid, text, text, text) TO throughcare_app;
ALTER FUNCTION app.find_by_provider(uuid, text, text, text) OWNER TO throughcare_lookup;
REVOKE CREATE ON SCHEMA app FROM throughcare_lookup;
