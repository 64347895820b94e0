import { describe, expect, it } from 'vitest'
import { generateHistories } from './generate-history.ts'
import { LEAST_PERCENT, mixLine, mixOf, requireMix } from './history-mix.ts'

// Plain JavaScript, because packages/domain is type-checked without a console.
describe('generated histories', () => {
  const histories = generateHistories(2000, 20261122)

  it('hold enough of every kind, and say how much', () => {
    console.info(mixLine(histories))
    requireMix(histories)
    expect(Object.keys(mixOf(histories))).toEqual(Object.keys(LEAST_PERCENT))
  })

  it('are refused when a kind is rare', () => {
    const withoutDepots = histories.filter(({ history }) => history.doses.every((dose) => dose.kind !== 'depot'))
    expect(() => requireMix(withoutDepots)).toThrow(/too rare: .*depots.* \(/)
    expect(() => requireMix([])).toThrow(/gaps of 3 days and more/)
  })

  it('are the same for the same seed, with ids of their own', () => {
    expect(generateHistories(20, 7)).toEqual(generateHistories(20, 7))
    const ids = histories.flatMap(({ history }) => [...history.treatments, ...history.doses].map((row) => row.id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('keep the constraints of the database', () => {
    for (const { history } of histories) {
      const rows = new Map(history.doses.map((dose) => [dose.id, dose]))
      for (const dose of history.doses) {
        expect(dose.forDay <= dose.toDay && (dose.kind === 'take-home' || dose.forDay === dose.toDay)).toBe(true)
        expect(dose.givenAt <= dose.recordedAt).toBe(true)
        if (dose.correctsDoseId !== null)
          expect(rows.get(dose.correctsDoseId)?.recordedAt.getTime()).toBeLessThanOrEqual(dose.recordedAt.getTime())
      }
      const [first, second] = history.treatments
      if (second) expect(first.endedOn < second.startedOn).toBe(true)
    }
  })
})
