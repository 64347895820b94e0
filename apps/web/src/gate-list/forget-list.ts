import { changeCopy, countUnsent, findCopy, wipe } from './gate-store.ts'

/** Whether this browser can keep anything at all. */
const canKeep = () => typeof indexedDB !== 'undefined'

/**
 * Takes today's list from this device: when somebody signs in, when the session is found ended, and when its time is over.
 * Presses that nobody has sent stay, sealed, for whoever made them; without any, nothing stays.
 */
export async function forgetList(): Promise<void> {
  if (!canKeep()) return
  if (!(await findCopy()) || (await countUnsent()) === 0) return wipe()
  await changeCopy((copy) => ({ ...copy, list: null }))
}

/**
 * Before signing out: leaves nothing on the device, unless presses are not yet sent. Those are shown first.
 *
 * @returns whether nothing is left
 */
export async function leaveGate(): Promise<boolean> {
  if (!canKeep()) return true
  if ((await countUnsent()) > 0) return false
  await wipe()
  return true
}
