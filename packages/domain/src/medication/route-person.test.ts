import { describe, expect, it } from 'vitest'
import { day, depot, history } from '../../testing/medication-histories.ts'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import type { DaysWithoutDose } from './days-without-dose.ts'
import { type DepotState, depotState } from './depot-status.ts'
import { doesCover, isOutcomeOf, OUTCOMES_IF_INTOXICATED } from './dose-outcomes.ts'
import { DOSE_KINDS, type Medicine } from './medication-codes.ts'
import type { Titration } from './medication-history.ts'
import { DEPOT_RULE_SET } from './medicine-table.ts'
import { type PersonToRoute, routeIfIntoxicated, routePerson } from './route-person.ts'
import { ROUTING_RULE_SET, type RoutingRuleSet } from './routing.ts'

const OURS = { id: 'routing-by-days', version: 1, standing: 'our-default-not-a-guideline' }

function counted(days: number): DaysWithoutDose {
  const lastCoveredOn = getPlainDate('2026-04-02')
  return { kind: 'counted', days, closedDays: 0, unknownDays: 0, lastCoveredOn, today: 'due' }
}

function person(facts: Partial<PersonToRoute> = {}): PersonToRoute {
  return { daysWithout: counted(0), titration: 'no', depot: null, isIntoxicatedNow: false, ...facts }
}

/** The state so many days after an injection on 20 October 2026. */
function afterInjection(medicine: Medicine, days: number): DepotState {
  const injected = history([depot('2026-10-20')], { treatment: { rhythm: 'depot', medicine } })
  return depotState(injected, addDays(day('2026-10-20'), days))
}

describe('who is rung, and what else is checked (rule ROUTE-12)', () => {
  it.each<[number, Titration, string, string[], string[]]>([
    [0, 'no', 'no-gap', [], []],
    [1, 'no', 'watch', [], ['intoxication']],
    [2, 'no', 'check-in', ['person', 'dosing-point'], ['naloxone', 'intoxication']],
    [3, 'no', 'ring-prescriber', ['prescriber'], ['naloxone', 'lost-tolerance', 'intoxication']],
    [
      5,
      'no',
      'treat-as-new-start',
      ['prescriber'],
      ['naloxone', 'lost-tolerance', 'intoxication', 'same-day-assessment'],
    ],
    [1, 'yes', 'ring-prescriber', ['prescriber'], ['naloxone', 'lost-tolerance', 'intoxication']],
    [1, 'unknown', 'ring-prescriber', ['prescriber'], ['naloxone', 'lost-tolerance', 'intoxication']],
  ])('%i days, titration %s: %s', (days, titration, state, ring, check) => {
    const routed = routePerson(person({ daysWithout: counted(days), titration }))
    expect(routed).toMatchObject({ kind: 'routed', by: 'days', state, ring, check, rules: OURS })
  })

  it('a last dose that nobody knows: the dosing point and the prescriber (rule ROUTE-6)', () => {
    expect(routePerson(person({ daysWithout: { kind: 'unknown', because: 'never-covered' } }))).toEqual({
      kind: 'routed',
      by: 'last-dose-unknown',
      state: 'ring-prescriber',
      ruleId: 'ROUTE-6',
      ring: ['dosing-point', 'prescriber'],
      check: ['naloxone', 'lost-tolerance', 'intoxication'],
      rules: OURS,
    })
  })

  it('nobody is rung about a dose that nobody prescribed', () => {
    expect(routePerson(person({ daysWithout: { kind: 'not-prescribed' } }))).toEqual({ kind: 'not-prescribed' })
  })
})

describe('a depot is routed by its status alone (rule ROUTE-10)', () => {
  it.each<[Medicine, number, string, string | null]>([
    ['buprenorphine-weekly-depot', 0, 'watch', 'ROUTE-10'],
    ['buprenorphine-weekly-depot', 6, 'watch', 'ROUTE-10'],
    ['buprenorphine-weekly-depot', 7, 'check-in', 'ROUTE-10'],
    ['buprenorphine-weekly-depot', 9, 'check-in', 'ROUTE-10'],
    ['buprenorphine-weekly-depot', 10, 'treat-as-new-start', 'ROUTE-10'],
    ['buprenorphine-monthly-depot', 20, 'no-gap', null],
    ['buprenorphine-monthly-depot', 21, 'watch', 'ROUTE-10'],
    ['buprenorphine-monthly-depot', 28, 'check-in', 'ROUTE-10'],
    ['buprenorphine-monthly-depot', 35, 'check-in', 'ROUTE-10'],
    ['buprenorphine-monthly-depot', 36, 'ring-prescriber', 'ROUTE-10'],
    ['buprenorphine-monthly-depot', 56, 'ring-prescriber', 'ROUTE-10'],
    ['buprenorphine-monthly-depot', 57, 'treat-as-new-start', 'ROUTE-10'],
    ['buprenorphine-26-day-depot', 42, 'check-in', 'ROUTE-10'],
    ['buprenorphine-26-day-depot', 43, 'ring-prescriber', 'ROUTE-10'],
    ['buprenorphine-26-day-depot', 44, 'ring-prescriber', 'ROUTE-10'],
    ['buprenorphine-26-day-depot', 45, 'treat-as-new-start', 'ROUTE-10'],
    ['other', 3, 'ring-prescriber', 'ROUTE-10'],
  ])('%s, day %i: %s', (medicine, days, state, ruleId) => {
    const routed = routePerson(person({ depot: afterInjection(medicine, days), titration: 'yes' }))
    expect(routed).toMatchObject({
      by: 'depot',
      state,
      ruleId,
      rules: { id: 'depot-windows', version: 1, standing: 'our-default-not-a-guideline' },
    })
  })

  it.each([0, 1, 4, 40])('whatever the days say: %i', (days) => {
    const covered = afterInjection('buprenorphine-monthly-depot', 10)
    expect(routePerson(person({ depot: covered, daysWithout: counted(days) }))).toMatchObject({ state: 'no-gap' })
  })

  it('also when no dose by mouth is prescribed', () => {
    const covered = afterInjection('buprenorphine-weekly-depot', 10)
    expect(routePerson(person({ depot: covered, daysWithout: { kind: 'not-prescribed' } }))).toMatchObject({
      state: 'treat-as-new-start',
    })
  })

  it('without any injection on record the last dose is unknown', () => {
    expect(routePerson(person({ depot: { kind: 'no-injection' } }))).toMatchObject({
      by: 'last-dose-unknown',
      rules: { id: 'depot-windows' },
    })
  })

  it('a set that a clinician approved here stands as the local protocol', () => {
    const depots = { ...DEPOT_RULE_SET, version: 4, approver: 'Dr A' }
    const routed = routePerson(person({ depot: afterInjection('buprenorphine-monthly-depot', 36) }), {
      routing: ROUTING_RULE_SET,
      depots,
    })
    expect(routed).toMatchObject({ rules: { version: 4, standing: 'local-protocol' } })
  })
})

describe('intoxicated now (rule ROUTE-11)', () => {
  it.each<[string, Partial<PersonToRoute>, string]>([
    ['no day without', {}, 'ring-prescriber'],
    ['a day without', { daysWithout: counted(1) }, 'ring-prescriber'],
    ['five days: the more urgent state stands', { daysWithout: counted(5) }, 'treat-as-new-start'],
    ['last dose unknown', { daysWithout: { kind: 'unknown', because: 'never-covered' } }, 'ring-prescriber'],
    ['a depot in its window', { depot: afterInjection('buprenorphine-weekly-depot', 1) }, 'ring-prescriber'],
  ])('%s: no dose, somebody stays, the prescriber is rung', (_, facts, state) => {
    expect(routePerson(person({ ...facts, isIntoxicatedNow: true }))).toMatchObject({
      by: 'intoxicated-now',
      ruleId: 'ROUTE-11',
      state,
      ring: ['prescriber'],
      check: expect.arrayContaining(['no-dose-now', 'observe', 'naloxone', 'lost-tolerance']),
    })
  })

  it('is no reason to ring about a dose that nobody prescribed', () => {
    const nobody = person({ daysWithout: { kind: 'not-prescribed' }, isIntoxicatedNow: true })
    expect(routePerson(nobody)).toEqual({ kind: 'not-prescribed' })
  })

  it('is the same answer when it is worked out before anybody says so', () => {
    const { isIntoxicatedNow: _, ...unsaid } = person({ daysWithout: counted(1) })
    expect(routeIfIntoxicated(unsaid)).toEqual(routePerson({ ...unsaid, isIntoxicatedNow: true }))
  })

  it('leaves nothing to record that covers a day, of any kind of dose', () => {
    for (const outcome of OUTCOMES_IF_INTOXICATED) {
      expect(doesCover(outcome)).toBe(false)
      for (const kind of DOSE_KINDS) expect(isOutcomeOf(kind, outcome)).toBe(true)
    }
  })

  it('does not ask what is known', () => {
    const routed = routePerson(person({ isIntoxicatedNow: true }))
    expect(routed.kind === 'routed' && routed.check).not.toContain('intoxication')
  })
})

describe('rule sets of a place', () => {
  const noLimit: RoutingRuleSet = {
    id: 'no-limit',
    version: 2,
    standing: 'no-confirmed-limit',
    bands: [{ ruleId: 'ROUTE-7', fromDays: 1, appliesTo: 'everyone', state: 'ring-prescriber' }],
  }
  const local: RoutingRuleSet = {
    id: 'north',
    version: 7,
    standing: 'local-protocol',
    bands: [{ ruleId: 'band-1', fromDays: 2, appliesTo: 'everyone', state: 'ring-prescriber' }],
  }

  it.each<[string, RoutingRuleSet, number, Titration, string, string | null]>([
    ['no confirmed limit, no day without', noLimit, 0, 'no', 'no-gap', null],
    ['no confirmed limit, the first day without', noLimit, 1, 'no', 'ring-prescriber', 'ROUTE-7'],
    ['no confirmed limit, and no foreign number later', noLimit, 30, 'yes', 'ring-prescriber', 'ROUTE-7'],
    ['a local protocol, below its band', local, 1, 'yes', 'no-gap', null],
    ['a local protocol, at its band', local, 2, 'no', 'ring-prescriber', 'band-1'],
  ])('%s', (_, routing, days, titration, state, ruleId) => {
    const { id, version, standing } = routing
    expect(
      routePerson(person({ daysWithout: counted(days), titration }), { routing, depots: DEPOT_RULE_SET }),
    ).toMatchObject({
      state,
      ruleId,
      rules: { id, version, standing },
    })
  })
})
