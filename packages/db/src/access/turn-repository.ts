import { database } from '../database.ts'
import { hashOf } from './sign-in-repository.ts'

/**
 * Counts that somebody does something, in a transaction of its own: whatever becomes of the deed, it was counted.
 *
 * @param who an account's id or a network address; only its hash is kept
 * @returns the seconds to wait, 0 to go on
 */
export async function takeTurn(what: string, who: string, most: number, seconds: number): Promise<number> {
  const { rows } = await database().reads.query<{ wait: number }>('select app.take_turn($1, $2, $3, $4) as wait', [
    what,
    hashOf(who),
    most,
    seconds,
  ])
  return rows[0]?.wait ?? seconds
}
