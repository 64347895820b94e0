import type { CopyTimes } from '@throughcare/domain/gate-list/gate-copy'
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Lock, Sealed } from './gate-vault.ts'

const NAME = 'throughcare-gate'

/** What a device keeps. Ids of accounts and services are clear; whoever is on the list, and what was pressed, is sealed. */
export type Copy = {
  readonly lock: Lock
  readonly accountId: string
  readonly serviceId: string
  readonly wrongPins: number
  readonly times: CopyTimes
  /** Null when it was taken away while presses still waited. */
  readonly list: Sealed | null
}

export type KeptPress = {
  readonly requestId: string
  /** One press of a kind for a person at a time; the blind name of both, and after a refusal the id of the press. */
  readonly once: string
  readonly state: 'waiting' | 'taken' | 'refused'
  readonly sealed: Sealed
}

interface Schema extends DBSchema {
  copy: { key: 'here'; value: Copy }
  /** In the order in which they were pressed. */
  presses: { key: number; value: KeptPress; indexes: { requestId: string; once: string } }
}

type Store = IDBPDatabase<Schema>

/** For everything but keeping a first copy: a device that keeps nothing is not even given an empty database. */
async function withinKept<T>(otherwise: T, work: (store: Store) => Promise<T>): Promise<T> {
  const databases = await indexedDB.databases()
  return databases.some(({ name }) => name === NAME) ? within(work) : otherwise
}

async function within<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openDB<Schema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('copy')
      const presses = fresh.createObjectStore('presses', { autoIncrement: true })
      presses.createIndex('requestId', 'requestId', { unique: true })
      presses.createIndex('once', 'once', { unique: true })
    },
  })
  try {
    return await work(store)
  } finally {
    // Open for no longer than this: a wipe from another tab never waits.
    store.close()
  }
}

export function findCopy(): Promise<Copy | null> {
  return withinKept(null, async (store) => (await store.get('copy', 'here')) ?? null)
}

export function putCopy(copy: Copy): Promise<void> {
  return within(async (store) => {
    await store.put('copy', copy, 'here')
  })
}

/** Changes what is kept, in one transaction; nothing when nothing is kept. @returns what is kept then */
export function changeCopy(change: (copy: Copy) => Copy): Promise<Copy | null> {
  return withinKept(null, async (store) => {
    const tx = store.transaction('copy', 'readwrite')
    const before = await tx.store.get('here')
    const after = before ? change(before) : null
    if (after) await tx.store.put(after, 'here')
    await tx.done
    return after
  })
}

export function listPresses(): Promise<KeptPress[]> {
  return withinKept<KeptPress[]>([], (store) => store.getAll('presses'))
}

/** @returns false when the same thing is pressed already, here or in another tab */
export function addPress(press: KeptPress): Promise<boolean> {
  return withinKept(false, async (store) => {
    try {
      await store.add('presses', press)
      return true
    } catch (error) {
      if (error instanceof DOMException && error.name === 'ConstraintError') return false
      throw error
    }
  })
}

/** Keeps the place in the queue. Nothing when the press is gone meanwhile. */
export function changePress(press: KeptPress): Promise<void> {
  return withinKept(undefined, async (store) => {
    const tx = store.transaction('presses', 'readwrite')
    const key = await tx.store.index('requestId').getKey(press.requestId)
    if (key !== undefined) await tx.store.put(press, key)
    await tx.done
  })
}

/** Takes presses out that nobody has to look at any more. */
export function removePresses(requestIds: readonly string[]): Promise<void> {
  return withinKept(undefined, async (store) => {
    const tx = store.transaction('presses', 'readwrite')
    for (const requestId of requestIds) {
      const key = await tx.store.index('requestId').getKey(requestId)
      if (key !== undefined) await tx.store.delete(key)
    }
    await tx.done
  })
}

/** How many presses no server has taken, or somebody has yet to read the answer to. Needs no PIN. @param only those */
export async function countUnsent(only?: KeptPress['state']): Promise<number> {
  return (await listPresses()).filter(({ state }) => (only ? state === only : state !== 'taken')).length
}

/** Everything, with the database itself. */
export function wipe(): Promise<void> {
  return deleteDB(NAME)
}
