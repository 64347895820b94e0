-- The three roles of Throughcare, and who may do what with the database that this is run in.
--
-- Run it once as a superuser, in the (empty) database that Throughcare is to use; running it again changes nothing:
--
--   createdb throughcare --encoding=UTF8 --template=template0
--   psql -d throughcare -f prisma/roles.sql
--   psql -d throughcare -c '\password throughcare_owner' -c '\password throughcare_app'
--
-- throughcare_owner   owns the database and every table. Only migrations use it (DATABASE_OWNER_URL).
-- throughcare_app     owns nothing and sees what row level security lets it see (DATABASE_URL).
-- throughcare_lookup  cannot log in. It owns the few functions that must look across services: sign-in, session,
--                     matcher, search. Each has a fixed search_path and answers one narrow question.
--
-- Nobody has BYPASSRLS, not even the owner. Works on PostgreSQL 15 and later.

do $$
begin
  if not exists (select from pg_roles where rolname = 'throughcare_owner') then
    create role throughcare_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'throughcare_app') then
    create role throughcare_app;
  end if;
  if not exists (select from pg_roles where rolname = 'throughcare_lookup') then
    create role throughcare_lookup;
  end if;
end
$$;

alter role throughcare_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit;
alter role throughcare_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;
alter role throughcare_lookup nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;

-- A forgotten transaction must not hold locks, and a runaway query must not hold a connection.
alter role throughcare_app set idle_in_transaction_session_timeout = '60s';
alter role throughcare_app set statement_timeout = '60s';
alter role throughcare_app set timezone = 'UTC';
alter role throughcare_owner set timezone = 'UTC';

-- The owner hands functions over to the lookup role, and goes on granting and replacing them afterwards.
grant throughcare_lookup to throughcare_owner;

-- The database that this is run in: the owner's, closed to everybody who is not named.
do $$
begin
  execute format('alter database %I owner to throughcare_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to throughcare_app', current_database());
  execute 'revoke create on schema public from public';
end
$$;
