import { isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../app-error.ts'

/** The answer; `unavailable` while the database is away: nobody is let in, or believed, unread. */
export async function whileAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}
