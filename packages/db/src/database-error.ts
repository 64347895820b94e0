type MaybeDatabaseError = {
  code?: unknown
  message?: unknown
  severity?: unknown
  meta?: {
    driverAdapterError?: { cause?: { originalCode?: unknown; originalMessage?: unknown; kind?: unknown } }
    code?: unknown
  }
  cause?: unknown
}

const SQLSTATE = /^[0-9A-Z]{5}$/
/** Our own states and those of PostgreSQL begin with P0. */
const PRISMA_CODE = /^P[1-9]\d{3}$/

/**
 * The SQLSTATE behind an error, whether pg or Prisma threw it; null when PostgreSQL did not speak. Prisma gives its own
 * codes for some (P2002 for 23505) and none at all for a connection that died.
 */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const it = error as MaybeDatabaseError
  const original = it.meta?.driverAdapterError?.cause?.originalCode
  if (typeof original === 'string' && SQLSTATE.test(original)) return original
  if (typeof it.meta?.code === 'string' && SQLSTATE.test(it.meta.code)) return it.meta.code
  if (typeof it.code === 'string' && SQLSTATE.test(it.code) && !PRISMA_CODE.test(it.code)) return it.code
  if (it.code === 'P2002') return '23505'
  if (it.code === 'P2003') return '23503'
  return it.cause === undefined ? null : sqlStateOf(it.cause)
}

const GONE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
]

/** PostgreSQL did not let this process in: there is no such database, the password is wrong. */
const NOT_LET_IN = ['3D000', '28P01']
/** A deadlock, and two transactions that could not have come one after the other. */
const COLLISIONS = ['40P01', '40001']
/** No connection, nothing left to work with (a full disk, no memory, too many connections), being shut down. */
const AWAY_CLASSES = ['08', '53', '57P']
/** What our own functions raise as 28000: somebody is not let in, and the process is. */
const OUR_REFUSALS = /^no such (session|try)$/

/** Whether PostgreSQL gave a transaction up because another was in its way. Done again it may well go through. */
export function isCollision(error: unknown): boolean {
  return COLLISIONS.includes(sqlStateOf(error) ?? '')
}

/**
 * Whether the database is away for the moment, or does not let this process in, so that the same press may work again once
 * it is back or DATABASE_URL is put right.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const it = error as MaybeDatabaseError
  if (typeof it.code === 'string' && GONE.includes(it.code)) return true
  const state = sqlStateOf(error)
  if (NOT_LET_IN.includes(state ?? '') || AWAY_CLASSES.some((begins) => state?.startsWith(begins))) return true
  const { kind, originalMessage } = it.meta?.driverAdapterError?.cause ?? {}
  // No such role, or no line for it in pg_hba.conf. pg tells it by the severity, Prisma hands the sentence on.
  if (state === '28000')
    return it.severity === 'FATAL' || (typeof originalMessage === 'string' && !OUR_REFUSALS.test(originalMessage))
  if (kind === 'ConnectionClosed' || kind === 'DatabaseNotReachable' || kind === 'SocketTimeout') return true
  if (
    typeof it.message === 'string' &&
    /Connection terminated|is not queryable|connection timeout|timeout exceeded when trying to connect|Can't reach database/i.test(
      it.message,
    )
  )
    return true
  return it.cause !== undefined && isDatabaseAway(it.cause)
}
