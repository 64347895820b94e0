import { describe, expect, it } from 'vitest'
import { eventOfDateChange, LIFECYCLE, LIFECYCLE_EVENTS, type LifecycleEffect } from './lifecycle.ts'

const rows = LIFECYCLE_EVENTS.map((event): [string, LifecycleEffect] => [event, LIFECYCLE[event]])

describe('F02: the one table of what becomes of a release (REL-9)', () => {
  it.each(rows)(
    '%s: an episode that ends closes nothing by itself; only death and deportation stop work',
    (event, row) => {
      const stops = event === 'died' || event === 'deported'
      expect(row.plan === 'closes').toBe(stops)
      expect(row.items === 'stop').toBe(stops)
      expect(row.handoffs === 'stop-notice').toBe(stops)
      expect(row.told === 'stop-notice').toBe(stops)
    },
  )

  it.each(rows)(
    '%s: nothing is sent to or about somebody who has died, and to everybody else it may be',
    (event, row) => {
      expect(row.mayContactPerson).toBe(event !== 'died')
    },
  )

  it.each(rows)('%s: the clock starts with a release and with nothing else', (event, row) => {
    expect(row.clock === 'starts').toBe(event === 'released-from-court')
    expect(row.clock === 'stops').toBe(event === 'died' || event === 'recalled')
  })

  it.each(rows)('%s: a deadline is tightened or stands; no row lengthens one', (_, row) => {
    expect(['stand', 'tighten', 'emergency', 'stop-notice']).toContain(row.handoffs)
  })

  it.each([
    ['2026-04-02', '2026-04-01', 'moved-earlier'],
    ['2026-04-02', '2026-04-03', 'moved-later'],
    ['2026-04-02', null, 'cancelled'],
    ['2026-04-02', '2026-04-02', null],
    [null, '2026-04-02', null],
    [null, null, null],
  ] as const)('%s to %s is %s', (before, after, event) => {
    expect(eventOfDateChange(before, after)).toBe(event)
  })
})
