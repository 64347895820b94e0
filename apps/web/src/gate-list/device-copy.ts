import type { GateList } from '@throughcare/api/gate-list/find-gate-list'
import { decideCopy, MOST_WRONG_PINS } from '@throughcare/domain/gate-list/gate-copy'
import { forgetList } from './forget-list.ts'
import type { Press } from './gate-press.ts'
import { addPress, type Copy, changeCopy, changePress, findCopy, listPresses, putCopy, wipe } from './gate-store.ts'
import { blindName, type Lock, makeLock, openLock, seal, unseal } from './gate-vault.ts'

/** Today's list with how far this device's clock is behind the server's. */
export type KeptList = { readonly list: GateList; readonly behindMs: number }

/** An open lock. Lives in the memory of one page and nowhere else. */
export type Opened = { readonly key: CryptoKey; readonly lock: Lock; readonly kept: KeptList | null }

const LIST = 'list'

let lookedAt = typeof performance === 'undefined' ? 0 : performance.now()

/** What stands on the device. `presses-only`: the list is gone, and something waits to be sent. */
export type CopyStands = 'none' | 'kept' | 'presses-only' | 'too-old' | 'set-back'

/** Is there a copy, and may it still be read? Asked at every reading: one that is over is taken away first. */
export async function lookAtCopy(): Promise<CopyStands> {
  const open = performance.now() - lookedAt
  lookedAt += open
  const now = Date.now()
  const copy = await changeCopy((before) => ({
    ...before,
    times: { ...before.times, openMs: before.times.openMs + open },
  }))
  if (!copy) return 'none'
  const stands = decideCopy(copy.times, now)
  if (copy.list && stands !== 'readable') {
    await forgetList()
    return stands
  }
  await changeCopy((before) => ({
    ...before,
    times: { ...before.times, latestAt: Math.max(before.times.latestAt, now) },
  }))
  return copy.list ? 'kept' : 'presses-only'
}

/** Keeps a list under a new PIN. @param rounds fewer in tests */
export async function keepUnder(pin: string, list: GateList): Promise<Opened> {
  const { lock, key } = await makeLock(pin)
  const kept = { list, behindMs: Date.parse(list.now) - Date.now() }
  await putCopy({
    lock,
    accountId: list.accountId,
    serviceId: list.serviceId,
    wrongPins: 0,
    times: newTimes(),
    list: await seal(key, LIST, kept),
  })
  // Asked for, so that a full telephone throws other things away first.
  await navigator.storage?.persist?.().catch(() => false)
  return { key, lock, kept }
}

/** Puts a list that was fetched again in the place of the old one. */
export async function keepAgain(opened: Opened, list: GateList): Promise<Opened> {
  const kept = { list, behindMs: Date.parse(list.now) - Date.now() }
  const sealed = await seal(opened.key, LIST, kept)
  await changeCopy((copy) => ({ ...copy, times: newTimes(), list: sealed }))
  return { ...opened, kept }
}

/** Is this list for whoever made the copy? Another account, and another hat, has nothing to do with it. */
export async function isForCopy({ accountId, serviceId }: GateList): Promise<boolean> {
  const copy = await findCopy()
  return copy !== null && copy.accountId === accountId && copy.serviceId === serviceId
}

export type Unlocked =
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'wiped' }

/** Tries a PIN. It counts as wrong before it is tried, so that closing the page in between buys no further try. */
export async function openCopy(pin: string): Promise<Unlocked> {
  const copy = await changeCopy((before) => ({ ...before, wrongPins: before.wrongPins + 1 }))
  if (!copy) return { kind: 'wiped' }
  const key = copy.wrongPins > MOST_WRONG_PINS ? null : await openLock(copy.lock, pin)
  if (!key) {
    if (copy.wrongPins < MOST_WRONG_PINS) return { kind: 'wrong', triesLeft: MOST_WRONG_PINS - copy.wrongPins }
    await wipe()
    return { kind: 'wiped' }
  }
  await changeCopy((before) => ({ ...before, wrongPins: 0 }))
  return { kind: 'open', opened: { key, lock: copy.lock, kept: await keptList(key, copy) } }
}

async function keptList(key: CryptoKey, { list }: Copy): Promise<KeptList | null> {
  return list && ((await unseal(key, LIST, list)) as KeptList)
}

/** In the order in which they were pressed. */
export async function readPresses({ key }: Opened): Promise<Press[]> {
  const kept = await listPresses()
  return Promise.all(kept.map(async ({ requestId, sealed }) => (await unseal(key, requestId, sealed)) as Press))
}

/** @returns false when the same is pressed for this person already (U13) */
export async function keepPress({ key, lock }: Opened, press: Press): Promise<boolean> {
  const { requestId, state } = press
  const once = await blindName(lock.salt, `${press.press} ${press.row.episodeId}`)
  return addPress({ requestId, once, state, sealed: await seal(key, requestId, press) })
}

/** What became of a press. After a refusal the same may be pressed anew. */
export async function keepAnswer({ key }: Opened, press: Press): Promise<void> {
  const { requestId, state } = press
  await changePress({ requestId, once: requestId, state, sealed: await seal(key, requestId, press) })
}

/** Before a press leaves: from then on it can no longer be taken back here. */
export async function keepTried({ key, lock }: Opened, press: Press): Promise<void> {
  const { requestId, state } = press
  const once = await blindName(lock.salt, `${press.press} ${press.row.episodeId}`)
  await changePress({ requestId, once, state, sealed: await seal(key, requestId, { ...press, isTried: true }) })
}

function newTimes() {
  const now = Date.now()
  return { fetchedAt: now, latestAt: now, openMs: 0 }
}
