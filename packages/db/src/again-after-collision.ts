import { setTimeout } from 'node:timers/promises'
import { isCollision } from './database-error.ts'

/** The first try and three more. */
const MOST_TRIES = 4
const LONGEST_WAIT_MS = 80

/**
 * Does a transaction again that PostgreSQL gave up because another was in its way: a deadlock, or two that could not have come one
 * after the other. It was rolled back whole, so that nothing is done twice. Each waits for a while of its own, or they would
 * collide again.
 *
 * @throws the last collision, after four tries; anything else at once
 */
export async function againAfterCollision<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await attempt()
    } catch (error) {
      if (tries === MOST_TRIES || !isCollision(error)) throw error
      await setTimeout(Math.random() * LONGEST_WAIT_MS)
    }
}
