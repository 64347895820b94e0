import type { GateList } from '@throughcare/api/gate-list/find-gate-list'
import { type DeedError, shownError } from '../form/shown-error.ts'
import type { ApiClient } from '../trpc/client.tsx'
import { isForCopy, keepAgain, keepAnswer, keepTried, type Opened, readPresses } from './device-copy.ts'
import { forgetList } from './forget-list.ts'
import { sendPress, type Tried, triedWith } from './gate-press.ts'
import { removePresses } from './gate-store.ts'

/** Why the page stands where it stands, for a sentence above it. */
export type GateNews =
  | 'too-old'
  | 'set-back'
  | 'wrong-pins'
  | 'signed-out'
  | 'other-account'
  | 'not-allowed'
  | 'removed'

/** How the last try to reach the server ended. */
export type Reached = 'answered' | 'offline' | 'unavailable'

/** What sending needs of the page: the open lock, which may shut at any moment, and to tell what became of it. */
export type OpenGate = {
  readonly opened: () => Opened | null
  readonly show: (opened: Opened) => Promise<void>
  readonly shut: (news: GateNews) => Promise<void>
  readonly tell: (reached: Reached) => void
}

/** An answer on 50 kbit/s comes within this; whoever waits longer tries again. */
const ANSWER_WITHIN_MS = 45_000

/** Today's list, or why there is none. */
export async function fetchList(api: ApiClient): Promise<GateList | Exclude<Tried, { kind: 'taken' }>> {
  try {
    return await api.gateList.today.query(undefined, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  } catch (error) {
    return triedWith(shownError(error as DeedError)) as Exclude<Tried, { kind: 'taken' }>
  }
}

/**
 * Fetches the list anew, sends what waits in the order in which it was pressed, and fetches once more when anything was sent.
 * The list comes first because it says who is signed in: nothing is sent for anybody but whoever pressed it.
 */
export async function sendWaiting(api: ApiClient, gate: OpenGate): Promise<void> {
  if ((await fetchAgain(api, gate)) && (await sendEach(api, gate))) await fetchAgain(api, gate)
}

/** @returns whether there is a new list, for the same account and hat */
async function fetchAgain(api: ApiClient, gate: OpenGate): Promise<boolean> {
  const opened = gate.opened()
  if (!opened) return false
  const list = await fetchList(api)
  if ('kind' in list) {
    await stop(list, gate)
    return false
  }
  if (!(await isForCopy(list))) {
    await forgetList()
    await gate.shut('other-account')
    return false
  }
  const taken = (await readPresses(opened)).filter((press) => press.state === 'taken')
  await removePresses(taken.map(({ requestId }) => requestId))
  if (gate.opened() !== opened) return false
  await gate.show(await keepAgain(opened, list))
  gate.tell('answered')
  return true
}

/** @returns whether the server answered any */
async function sendEach(api: ApiClient, gate: OpenGate): Promise<boolean> {
  let isAnswered = false
  for (;;) {
    const opened = gate.opened()
    const next = opened && (await readPresses(opened)).find((press) => press.state === 'waiting')
    if (!opened || !next) return isAnswered
    if (!next.isTried) await keepTried(opened, next)
    const tried = await sendPress(api, next, AbortSignal.timeout(ANSWER_WITHIN_MS))
    if (tried.kind === 'waits') {
      await stop(tried, gate)
      return isAnswered
    }
    isAnswered = true
    await keepAnswer(opened, { ...next, state: tried.kind, refusal: tried.kind === 'refused' ? tried.refusal : null })
    if (gate.opened() === opened) await gate.show(opened)
  }
}

/** No connection is told and tried again; a session that has ended takes the list away. */
async function stop(tried: Exclude<Tried, { kind: 'taken' }>, gate: OpenGate): Promise<void> {
  if (tried.kind === 'waits' && tried.because !== 'signed-out') return gate.tell(tried.because)
  await forgetList()
  await gate.shut(newsOf(tried))
}

/** What a refusal of the whole list says of whoever asks. */
export function newsOf(tried: Tried): GateNews {
  return tried.kind === 'refused' ? 'not-allowed' : 'signed-out'
}
