import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harbourPharmacy } from '../../testing/places.ts'
import { addDays, getPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { expectedReleaseAt } from '../checklist/due-at.ts'
import { decideRing } from '../handoff/decide-ring.ts'
import { decideDeadline } from '../handoff/handoff-deadline.ts'
import { decideHandoffKind } from '../handoff/handoff-kind.ts'
import { hoursSinceRelease } from './hours-since-release.ts'

const ZONE = getZone('Europe/London')
const START = new Date('2026-03-20T09:00:00Z')
const FIRST_DAY = getPlainDate('2026-03-20')

/** What happens to a release, one after the other, each so many minutes after the one before. */
type Happening =
  | { kind: 'moved'; after: number; day: number }
  | { kind: 'cancelled'; after: number }
  | { kind: 'released'; after: number; ago: number }

const minutes = fc.integer({ min: 0, max: 3_000 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('moved' as const), after: minutes, day: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ kind: fc.constant('cancelled' as const), after: minutes }),
  fc.record({ kind: fc.constant('released' as const), after: minutes, ago: fc.integer({ min: 0, max: 600 }) }),
)

describe('E09: any order of events', () => {
  it('a deadline never comes later, and no counter is ever negative, across the change of clocks and Easter', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        const receiver = harbourPharmacy()
        const kind = decideHandoffKind({ expectedAt: null, releasedAt: null }, START)
        let now = START
        let releaseDate: PlainDate | null = null
        let releasedAt: Date | null = null
        let due = decideDeadline({
          kind,
          now,
          receiver,
          sentAt: START,
          expectedReleaseAt: null,
          releasedAt: null,
          previousDueAt: null,
        }).dueAt

        for (const each of happenings) {
          now = new Date(now.getTime() + each.after * 60_000)
          // Once the person is out, the date moves no more.
          if (releasedAt === null && each.kind === 'moved') releaseDate = addDays(FIRST_DAY, each.day)
          if (releasedAt === null && each.kind === 'cancelled') releaseDate = null
          if (releasedAt === null && each.kind === 'released') releasedAt = new Date(now.getTime() - each.ago * 60_000)

          const next = decideDeadline({
            kind,
            now,
            receiver,
            sentAt: START,
            expectedReleaseAt: releaseDate && expectedReleaseAt(releaseDate, ZONE),
            releasedAt,
            previousDueAt: due,
          }).dueAt
          expect(next.getTime()).toBeLessThanOrEqual(due.getTime())
          due = next

          const ring = decideRing(receiver, due, now)
          if (ring.kind === 'last-open-time') expect(ring.minutesLeft).toBeGreaterThanOrEqual(0)
          const clock = hoursSinceRelease(
            {
              releaseDate,
              certainty: releaseDate ? 'confirmed' : 'expected',
              releasedAt,
              seenOutsideAt: null,
              zone: ZONE,
            },
            now,
          )
          if (clock.kind === 'out') expect(clock.hours).toBeGreaterThanOrEqual(0)
          if (releasedAt !== null) expect(clock.kind).toBe('out')
        }
        if (releasedAt !== null) expect(due.getTime()).toBeLessThanOrEqual(now.getTime() + 4 * 3_600_000)
      }),
    )
  })
})
