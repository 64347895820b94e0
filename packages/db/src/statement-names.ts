import type pg from 'pg'

/** Past so many statements of one process a further one is sent without a name. */
const MOST_NAMES = 500

/**
 * Whether statements are prepared by name, so that PostgreSQL plans each once per connection. Not where DATABASE_URL is a PgBouncer
 * older than 1.21 in transaction mode: there the next transaction may run on a connection that does not know the name.
 */
export function areStatementsNamed(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env.DATABASE_NAMED_STATEMENTS !== '0'
}

/** Names for the statements of deeds, the same for the same text. */
export function nameStatements(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) return ''
    const name = `t${names.size}`
    names.set(text, name)
    return name
  }
}

/** From now on this connection sends what has a name without it. */
export function forgetNames(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...asked: unknown[]) => unknown
  const sendNameless = (first: unknown, ...rest: unknown[]) =>
    send(
      typeof first === 'object' && first !== null && 'name' in first ? { ...first, name: undefined } : first,
      ...rest,
    )
  client.query = sendNameless as typeof client.query
}
