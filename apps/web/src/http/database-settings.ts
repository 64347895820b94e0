const ADDRESS = /^postgres(ql)?:\/\/\S+$/
const ADDRESSES = ['DATABASE_URL', 'DATABASE_LISTEN_URL', 'DATABASE_REPORTS_URL']

/** What is wrong with how the database is named, each fault beginning with the name of its variable. */
export function databaseFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const { DATABASE_NAMED_STATEMENTS: named, DATABASE_REPORTS_OLDEST_SECONDS: oldest } = env
  return [
    ...(env.DATABASE_URL ? [] : ['DATABASE_URL is missing: it names the database, as the role throughcare_app.']),
    ...ADDRESSES.filter((name) => env[name] && !ADDRESS.test(env[name])).map(
      (name) => `${name} is no PostgreSQL address: it begins with postgresql://.`,
    ),
    ...(named && !['0', '1'].includes(named)
      ? ['DATABASE_NAMED_STATEMENTS is neither 1 nor 0 (before PgBouncer older than 1.21).']
      : []),
    ...(oldest && !/^\d{1,5}$/.test(oldest)
      ? ['DATABASE_REPORTS_OLDEST_SECONDS is no number of seconds from 0 to 99999.']
      : []),
  ]
}
