import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import type { DaysWithoutDose } from '../medication/days-without-dose.ts'
import { type DepotState, depotStatusOn, findDepotDates } from '../medication/depot-status.ts'
import { routePerson } from '../medication/route-person.ts'
import { ROUTING_RULE_SET, type RoutingRuleSet } from '../medication/routing.ts'
import { type AlertFacts, type AlertToRaise, decideDoseAlert } from './decide-dose-alert.ts'

const NEVER: DaysWithoutDose = { kind: 'unknown', because: 'never-covered' }
const NOT_PRESCRIBED: DaysWithoutDose = { kind: 'not-prescribed' }
const STRICT: RoutingRuleSet = {
  id: 'routing-by-days@GB',
  version: 2,
  standing: 'local-protocol',
  bands: [{ ruleId: 'band-1', fromDays: 2, appliesTo: 'everyone', state: 'ring-prescriber' }],
}

const without = (days: number): DaysWithoutDose => ({
  kind: 'counted',
  days,
  closedDays: 0,
  unknownDays: 0,
  lastCoveredOn: getPlainDate('2026-04-02'),
  today: 'due',
})

function weekly(onDay: string): DepotState {
  const givenOn = getPlainDate('2026-03-01')
  const dates = findDepotDates(givenOn, 'buprenorphine-weekly-depot')
  if (!dates) throw new Error('no window')
  const status = depotStatusOn(dates, getPlainDate(onDay))
  const medicine = 'buprenorphine-weekly-depot'
  return { kind: 'injected', medicine, givenOn, dates, status, mayBeGivenToday: true, asksLocalProtocol: false }
}

function facts(more: Partial<AlertFacts> & { routing?: never; set?: RoutingRuleSet }): AlertFacts {
  const { set = ROUTING_RULE_SET, daysWithout = without(0), depot = null, over = null } = more
  const routing = routePerson(
    { daysWithout, depot, titration: 'no', isIntoxicatedNow: false },
    {
      routing: set,
      depots: { id: 'depot-windows', version: 1, approver: null, reviewBy: getPlainDate('2027-05-31'), products: {} },
    },
  )
  return { routing, daysWithout, depot, over }
}

const current = (
  rule: AlertToRaise['rule'],
  state: AlertToRaise['state'],
  depotStatus: AlertToRaise['depotStatus'] = null,
) => ({ rule, state, depotStatus })

describe('what an alert keeps of what raised it', () => {
  const NO_DATA: DepotState = { kind: 'window-not-known', medicine: 'other', givenOn: getPlainDate('2026-03-01') }

  it.each<[string, AlertFacts, AlertToRaise['depotStatus'], number | null]>([
    ['days: the count, and no status of a depot', facts({ daysWithout: without(3) }), null, 3],
    ['never a dose: no number stands for it', facts({ daysWithout: NEVER }), null, null],
    [
      'a depot: its status, and no count of days',
      facts({ daysWithout: without(3), depot: weekly('2026-03-11') }),
      'review',
      null,
    ],
    ['a depot that is due', facts({ depot: weekly('2026-03-08') }), 'due', null],
    ['a depot whose window nobody knows', facts({ depot: NO_DATA }), 'window-not-known', null],
    ['no injection at all: nobody knows the last one', facts({ depot: { kind: 'no-injection' } }), null, null],
  ])('%s', (_, of, depotStatus, days) => {
    expect(decideDoseAlert(null, of).raise).toMatchObject({ depotStatus, days })
  })

  it.each<[string, ReturnType<typeof current>]>([
    ['the rule alone is another', current('last-dose-unknown', 'ring-prescriber')],
    ['the state alone is another', current('days', 'check-in')],
    ['the status of the depot alone is another', current('days', 'ring-prescriber', 'due')],
  ])('ends and is raised anew when %s', (_, now) => {
    expect(decideDoseAlert(now, facts({ daysWithout: without(3) }))).toMatchObject({
      end: 'state-changed',
      raise: { rule: 'days', state: 'ring-prescriber' },
    })
  })
})

describe('what becomes of an alert (rule ROUTE-9)', () => {
  it.each<[string, ReturnType<typeof current> | null, AlertFacts, string | null, string | null]>([
    ['nothing to ring about', null, facts({}), null, null],
    ['one day', null, facts({ daysWithout: without(1) }), null, 'days watch 1 routing-by-days 1'],
    ['three days', null, facts({ daysWithout: without(3) }), null, 'days ring-prescriber 3 routing-by-days 1'],
    [
      'another day in the same band',
      current('days', 'ring-prescriber'),
      facts({ daysWithout: without(4) }),
      null,
      null,
    ],
    [
      'a day into the next band',
      current('days', 'ring-prescriber'),
      facts({ daysWithout: without(5) }),
      'state-changed',
      'days treat-as-new-start 5 routing-by-days 1',
    ],
    ['a dose again', current('days', 'treat-as-new-start'), facts({}), 'covered', null],
    ['treatment over', current('days', 'watch'), facts({ daysWithout: NOT_PRESCRIBED }), 'not-prescribed', null],
    [
      'never a dose',
      null,
      facts({ daysWithout: NEVER }),
      null,
      'last-dose-unknown ring-prescriber null routing-by-days 1',
    ],
    [
      'the same under another version',
      current('days', 'ring-prescriber'),
      facts({ daysWithout: without(3), set: STRICT }),
      null,
      null,
    ],
    [
      'another word under another version',
      current('days', 'check-in'),
      facts({ daysWithout: without(2), set: STRICT }),
      'state-changed',
      'days ring-prescriber 2 routing-by-days@GB 2',
    ],
    ['a depot that is covered', null, facts({ depot: weekly('2026-03-01') }), null, 'depot watch null depot-windows 1'],
    [
      'a depot that is overdue',
      current('depot', 'check-in', 'late-in-window'),
      facts({ depot: weekly('2026-03-11') }),
      'state-changed',
      'depot treat-as-new-start null depot-windows 1',
    ],
    [
      'due, and then late: another word',
      current('depot', 'check-in', 'due'),
      facts({ depot: weekly('2026-03-09') }),
      'state-changed',
      'depot check-in null depot-windows 1',
    ],
    ['died', current('days', 'watch'), facts({ daysWithout: without(3), over: 'died' }), 'died', null],
    ['died, and nothing went on', null, facts({ daysWithout: without(3), over: 'died' }), null, null],
    ['taken out of the country', current('days', 'watch'), facts({ over: 'deported' }), 'deported', null],
    ['back inside', current('days', 'watch'), facts({ over: 'back-in-custody' }), 'back-in-custody', null],
  ])('%s', (_name, now, of, end, raised) => {
    const { end: because, raise } = decideDoseAlert(now, of)
    expect(because).toBe(end)
    expect(raise && `${raise.rule} ${raise.state} ${raise.days} ${raise.rules.id} ${raise.rules.version}`).toBe(raised)
  })

  it('somebody intoxicated at the desk raises no standing alert', () => {
    const routing = routePerson({ daysWithout: without(0), depot: null, titration: 'no', isIntoxicatedNow: true })
    expect(decideDoseAlert(null, { ...facts({}), routing }).raise).toBeNull()
  })
})
