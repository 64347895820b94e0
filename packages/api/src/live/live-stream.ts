import type { Actor } from '@throughcare/db/actor'
import type { LiveTopic } from '@throughcare/domain/live/live-topics'

/** What a page hears: that something of a kind changed, where it knows the case or the handoff by itself. */
export type HeardEvent = {
  id: number
  /** `everything`: too long ago, or too much at once, to say what. */
  topic: LiveTopic | 'everything'
  episodeId: string | null
  handoffId: string | null
}

/** More than so many events waiting for one browser are one: look at everything. */
const MOST_WAITING = 200

/** One browser that follows, under one hat. */
export class LiveStream {
  readonly actor: Actor
  /** Events up to this one were heard, or are too old to matter. Null: whatever happened while the page was opened. */
  heardUpTo: number | null
  private waiting: HeardEvent[] = []
  private hasEnded = false
  private wake: (() => void) | null = null

  constructor(actor: Actor, heardUpTo: number | null) {
    this.actor = actor
    this.heardUpTo = heardUpTo
  }

  tell(event: HeardEvent): void {
    if (this.waiting.length >= MOST_WAITING)
      this.waiting = [{ id: event.id, topic: 'everything', episodeId: null, handoffId: null }]
    else this.waiting.push(event)
    this.heardUpTo = event.id
    this.wake?.()
  }

  /** Whatever was not delivered yet is not delivered any more. */
  end(): void {
    this.hasEnded = true
    this.waiting = []
    this.wake?.()
  }

  /** Events as they come; done when the stream was ended. */
  async *events(): AsyncGenerator<HeardEvent, void> {
    for (;;) {
      const next = this.waiting.shift()
      if (next) yield next
      else if (this.hasEnded) return
      else await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }
}
