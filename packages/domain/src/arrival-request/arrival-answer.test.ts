import { describe, expect, it } from 'vitest'
import { arrivalDueAt } from './arrival-answer.ts'

describe('an ask for somebody at the desk', () => {
  it.each([
    ['2026-03-26T09:00:00Z', '2026-03-26T09:30:00.000Z'],
    // The night in which the clocks go forward: half an hour is half an hour.
    ['2026-03-29T00:45:00Z', '2026-03-29T01:15:00.000Z'],
    ['2026-12-31T23:50:00Z', '2027-01-01T00:20:00.000Z'],
  ])('of %s is to be answered by %s', (askedAt, dueAt) => {
    expect(arrivalDueAt(new Date(askedAt)).toISOString()).toBe(dueAt)
  })
})
