import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import type { DaysWithoutDose } from './days-without-dose.ts'
import type { Titration } from './medication-history.ts'
import { ROUTING_RULE_SET, type RoutingState, routeByDays } from './routing.ts'

function counted(days: number): DaysWithoutDose {
  return {
    kind: 'counted',
    days,
    closedDays: 0,
    unknownDays: 0,
    lastCoveredOn: getPlainDate('2026-04-02'),
    today: 'due',
  }
}

describe('whom to ring after so many days (rules ROUTE-1 to ROUTE-5)', () => {
  it.each<[number, Titration, RoutingState, string | null]>([
    [0, 'no', 'no-gap', null],
    [1, 'no', 'watch', 'ROUTE-2'],
    [2, 'no', 'check-in', 'ROUTE-3'],
    [3, 'no', 'ring-prescriber', 'ROUTE-4'],
    [4, 'no', 'ring-prescriber', 'ROUTE-4'],
    [5, 'no', 'treat-as-new-start', 'ROUTE-5'],
    [400, 'no', 'treat-as-new-start', 'ROUTE-5'],
    [0, 'yes', 'no-gap', null],
    [1, 'yes', 'ring-prescriber', 'ROUTE-1'],
    [2, 'yes', 'ring-prescriber', 'ROUTE-1'],
    [5, 'yes', 'treat-as-new-start', 'ROUTE-5'],
    [0, 'unknown', 'no-gap', null],
    [1, 'unknown', 'ring-prescriber', 'ROUTE-1'],
    [3, 'unknown', 'ring-prescriber', 'ROUTE-4'],
  ])('%i days, titration %s: %s', (days, titration, state, ruleId) => {
    expect(routeByDays(counted(days), titration)).toEqual({
      kind: 'routed',
      state,
      ruleId,
      rules: { id: 'routing-by-days', version: 1, standing: 'our-default-not-a-guideline' },
    })
  })

  it('a last dose that nobody knows is never guessed (rule ROUTE-6)', () => {
    expect(routeByDays({ kind: 'unknown', because: 'never-covered' }, 'no')).toMatchObject({
      kind: 'last-dose-unknown',
      ruleId: 'ROUTE-6',
      rules: { version: 1 },
    })
    expect(routeByDays({ kind: 'not-prescribed' }, 'no')).toEqual({ kind: 'not-prescribed' })
  })

  it('says that nobody approved it', () => {
    expect(ROUTING_RULE_SET).toMatchObject({ approver: null, reviewBy: '2027-05-31', mark: 'S2' })
  })
})
