import type { Actor } from '@throughcare/db/actor'
import { type Listener, listen } from '@throughcare/db/live/listen'
import { findEventsAfter, findReach, findSessionsOf, type LiveEvent } from '@throughcare/db/live/live-repository'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import { mayHear } from '@throughcare/domain/live/live-topics'
import { log } from '../log.ts'
import { LiveStream } from './live-stream.ts'

/** Sessions are looked at again so often, whatever was told of them. As often as a stream says that it is there. */
export const PING_MS = 15_000
/** A browser needs one stream; whoever opens more loses the oldest. */
const MOST_OF_ONE_SESSION = 8
const EVENTS_AT_ONCE = 500

const keyOf = (sidHash: Uint8Array) => Buffer.from(sidHash).toString('hex')

/**
 * Who follows in this process. One connection listens for all; each event is read once, its rights are decided once for every
 * service and role, and then it goes to every stream of that service and role; of a restricted record, to those in its circle.
 */
export class LiveHub {
  private readonly streams = new Set<LiveStream>()
  private readonly bySession = new Map<string, Set<LiveStream>>()
  private readonly byHat = new Map<string, Set<LiveStream>>()
  private readonly joining = new Set<LiveStream>()
  private readonly doubted = new Set<string>()
  private readonly listener: Listener
  private readonly timer: NodeJS.Timeout
  private doubtsAll = false
  private isTurning = false
  private isWoken = false
  /** The last event that was read; null before the first turn. */
  private readUpTo: number | null = null

  constructor(url: string) {
    this.listener = listen(url, {
      onChange: () => this.turn(),
      onAccount: (accountId) => {
        if (accountId === null) this.doubtsAll = true
        else this.doubted.add(accountId)
        this.turn()
      },
    })
    this.timer = setInterval(() => {
      this.doubtsAll = true
      this.turn()
    }, PING_MS)
    this.timer.unref()
  }

  get size(): number {
    return this.streams.size
  }

  join(actor: Actor, heardUpTo: number | null): LiveStream {
    const stream = new LiveStream(actor, heardUpTo)
    const session = keyOf(actor.sidHash)
    const others = this.bySession.get(session) ?? new Set()
    this.bySession.set(session, others)
    if (others.size >= MOST_OF_ONE_SESSION) for (const oldest of [...others].slice(0, 1)) this.leave(oldest)
    others.add(stream)
    this.streams.add(stream)
    const hat = hatOf(actor.serviceId, actor.role)
    this.byHat.set(hat, (this.byHat.get(hat) ?? new Set()).add(stream))
    this.joining.add(stream)
    this.turn()
    return stream
  }

  leave(stream: LiveStream): void {
    stream.end()
    const { actor } = stream
    this.streams.delete(stream)
    this.joining.delete(stream)
    remove(this.bySession, keyOf(actor.sidHash), stream)
    remove(this.byHat, hatOf(actor.serviceId, actor.role), stream)
  }

  /** Ends every stream and the connection. */
  async close(): Promise<void> {
    clearInterval(this.timer)
    for (const stream of [...this.streams]) this.leave(stream)
    await this.listener.close()
  }

  /** Looks at who is doubted, then at what happened: somebody who was shut out hears nothing of what came after. */
  private turn(): void {
    this.isWoken = true
    if (this.isTurning) return
    this.isTurning = true
    void this.turns().finally(() => {
      this.isTurning = false
    })
  }

  private async turns(): Promise<void> {
    while (this.isWoken) {
      this.isWoken = false
      try {
        await this.lookAtSessions()
        await this.deliver()
      } catch (error) {
        // The database is away: nothing happens in it meanwhile, and the listener wakes us when it is back.
        log.debug({ kind: (error as Error).name }, 'live updates wait for the database')
      }
    }
  }

  private async lookAtSessions(): Promise<void> {
    const all = this.doubtsAll
    const accounts = new Set(this.doubted)
    const streams = [...this.streams].filter(
      (stream) => all || this.joining.has(stream) || accounts.has(stream.actor.accountId),
    )
    if (streams.length > 0) {
      const sessions = await findSessionsOf(
        this.listener,
        streams.map(({ actor }) => actor.sidHash),
      )
      for (const stream of streams) {
        const hat = sessions.get(keyOf(stream.actor.sidHash))?.hat
        if (!hat || !isSameHat(hat, stream.actor)) this.leave(stream)
      }
    }
    if (all) this.doubtsAll = false
    for (const account of accounts) this.doubted.delete(account)
  }

  private async deliver(): Promise<void> {
    const { first, last, recent } = await findReach(this.listener)
    this.readUpTo ??= last
    // A database that was put back to an older state counts from there.
    if (last < this.readUpTo) this.readUpTo = last
    let after = this.readUpTo
    const joined = new Set(this.joining)
    for (const stream of joined) {
      stream.heardUpTo ??= recent
      const isLost = stream.heardUpTo > last || (first !== null && stream.heardUpTo < first - 1)
      if (isLost) stream.tell({ id: last, topic: 'everything', episodeId: null, handoffId: null })
      after = Math.min(after, stream.heardUpTo)
    }
    for (let events: LiveEvent[]; ; after = events.at(-1)?.id ?? after) {
      events = await findEventsAfter(this.listener, after, EVENTS_AT_ONCE)
      for (const event of events) this.hand(event, joined)
      this.readUpTo = Math.max(this.readUpTo, events.at(-1)?.id ?? 0)
      if (events.length < EVENTS_AT_ONCE) break
    }
    for (const stream of joined) this.joining.delete(stream)
  }

  /** Whoever came while this was read waits for the next turn, which reads from where they stand. */
  private hand({ heardBy, category, ...event }: LiveEvent, joined: ReadonlySet<LiveStream>): void {
    for (const { serviceId, kind, relation, circle } of heardBy)
      for (const role of ROLES)
        for (const stream of this.hearers(serviceId, role, () => mayHear(role, kind, event.topic, relation)))
          if (
            event.id > (stream.heardUpTo ?? 0) &&
            (joined.has(stream) || !this.joining.has(stream)) &&
            (circle === null || circle.includes(stream.actor.accountId)) &&
            !isClosedTo(stream.actor, category)
          )
            stream.tell(event)
  }

  /** The streams of a hat, if it may hear: asked once for all of them, and not at all when there are none. */
  private hearers(serviceId: string, role: Actor['role'], may: () => boolean): Iterable<LiveStream> {
    const streams = this.byHat.get(hatOf(serviceId, role))
    return streams && may() ? streams : []
  }
}

/** What is closed to a hat is no news for it either, whatever its service hears. */
function isClosedTo({ role, grants }: Actor, category: LiveEvent['category']): boolean {
  return category !== null && closedCategories({ role, grants }).includes(category)
}

const ROLES = ['prison-health', 'caseworker', 'manager', 'administrator'] as const

function hatOf(serviceId: string, role: string): string {
  return `${serviceId} ${role}`
}

function isSameHat(hat: Actor, other: Actor): boolean {
  return hat.membershipId === other.membershipId && hat.role === other.role && hat.serviceId === other.serviceId
}

function remove(from: Map<string, Set<LiveStream>>, key: string, stream: LiveStream): void {
  const streams = from.get(key)
  streams?.delete(stream)
  if (streams?.size === 0) from.delete(key)
}
