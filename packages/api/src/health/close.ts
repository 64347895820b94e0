import { closeDatabase } from '@throughcare/db/database'

/** Gives the database connections back, as the last thing before the process ends. */
export function close(): Promise<void> {
  return closeDatabase()
}
