import { randomUUID } from 'node:crypto'
import type { BenchSession, Places } from './country-places.ts'
import type { CountrySize } from './country-size.ts'
import type { Ask } from './load.ts'
import type { Superuser } from './load-country.ts'
import { getOf, postOf } from './wire.ts'

/** Where a measurement takes place. */
export type Ground = {
  owner: Superuser
  places: Places
  size: CountrySize
  /** When the country was copied: what was done since is put back. */
  loadedAt: string
  /** Ports of the product and of the floor. */
  port: number
  floorPort: number
}

/** Something that people do all day, as the product is asked for it and as the floor is. */
export type Job = {
  name: string
  kind: 'read' | 'write' | 'page'
  /** The job whose call is behind a page. */
  behind?: string
  /** What stands before every stretch of load: what to ask for, and for a write the rows put back. */
  prepare: (ground: Ground) => Promise<{ product: Ask; floor: Ask | null; input: ProductCall | null }>
}

/** One call of the API as it is made in process: to see which statements it sends. */
export type ProductCall = { path: string; input: unknown; session: BenchSession }

/** Takes one after the other, from the start again after the last. */
export function inTurn<T>(all: readonly T[]): () => T {
  if (all.length === 0) throw new Error('there is nothing to take in turn')
  let next = 0
  return () => all[next++ % all.length] as T
}

/** Each once. */
export function once<T>(all: readonly T[]): () => T | null {
  let next = 0
  return () => all[next++] ?? null
}

export function sessionsOf({ places }: Ground, serviceId: string, role?: string): BenchSession[] {
  const found = places.sessions.filter((each) => each.serviceId === serviceId && (!role || each.role === role))
  if (found.length === 0) throw new Error('nobody of the service is signed in')
  return found
}

/** A call of the API as a browser makes it. */
export function callOf({ port }: Ground, { path, input, session }: ProductCall): Buffer {
  return postOf(
    port,
    `/api/trpc/${path}`,
    { json: input },
    { ...cookieOf(session), origin: `http://localhost:${port}`, 'x-throughcare': '1' },
  )
}

/** A page as a browser asks for it. */
export function pageOf({ port }: Ground, path: string, session: BenchSession): Buffer {
  return getOf(port, path, cookieOf(session))
}

export function floorOf({ floorPort }: Ground, job: string, values: readonly unknown[]): Buffer {
  return postOf(floorPort, `/${job}`, values)
}

export function cookieOf({ sid }: BenchSession): { cookie: string } {
  return { cookie: `__Host-throughcare-session=${sid}` }
}

export const requestId = (): string => randomUUID()

/** Nobody of the bench falls idle between two jobs. */
export async function keepSignedIn({ owner }: Ground): Promise<void> {
  await owner.query(
    `update session set last_seen_at = app.now(), proved_at = app.now(), expires_at = app.now() + interval '12 hours'`,
  )
}
