import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { MORE_FACT_CODES } from '../care-plan/fact-codes.ts'
import { type CurrentItem, decidePlanChanges, type PlanChange } from './decide-plan-changes.ts'
import type { PlanTiming } from './due-at.ts'
import type { ItemStatus } from './item-statuses.ts'
import { planItems } from './plan-items.ts'
import type { RuleFacts } from './rule-facts.ts'
import { CURRENT_RULE_SET, type ItemCode } from './rule-sets.ts'

const TIMING: PlanTiming = {
  releaseDate: getPlainDate('2027-01-31'),
  releaseCertainty: 'confirmed',
  releasedAt: null,
  madeAt: new Date('2026-11-21T10:00:00Z'),
  zone: getZone('Europe/Oslo'),
}
const WITHOUT_STORE = ruleFacts({ 'belongings-in-store': 'no' })
const WITH_STORE = ruleFacts({ 'belongings-in-store': 'yes' })

describe('when a fact changes', () => {
  it.each<[string, RuleFacts, Partial<Record<ItemCode, Partial<CurrentItem>>>, RuleFacts, unknown]>([
    ['nothing', WITH_STORE, {}, WITH_STORE, []],
    ['an item is added', WITHOUT_STORE, {}, WITH_STORE, ['add belongings-inventory', 'add belongings-collect']],
    [
      'an item is retired, with the fact',
      WITH_STORE,
      {},
      WITHOUT_STORE,
      [
        'retire belongings-inventory belongings-in-store,belongings-listed',
        'retire belongings-collect belongings-in-store,belongings-listed',
      ],
    ],
    [
      'what a person did stays',
      WITH_STORE,
      { 'belongings-inventory': { status: 'done' }, 'belongings-collect': { status: 'declined' } },
      WITHOUT_STORE,
      [],
    ],
    [
      'a retired item comes back as it was',
      WITH_STORE,
      {
        'belongings-inventory': { status: 'retired', retiredFrom: 'in-progress' },
        'belongings-collect': { status: 'retired', retiredFrom: 'open' },
      },
      WITH_STORE,
      ['bring-back belongings-inventory in-progress', 'bring-back belongings-collect open'],
    ],
    ['a fact finishes an item', ruleFacts(), {}, ruleFacts({ id: 'has-id' }), ['finish documents-id']],
    [
      'the fact goes again',
      ruleFacts(),
      { 'documents-id': { status: 'done', setByRules: true } },
      ruleFacts({ id: 'none' }),
      ['reopen documents-id'],
    ],
    [
      'a person finished it, whatever the fact says',
      ruleFacts(),
      { 'documents-id': { status: 'done', setByRules: false } },
      ruleFacts({ id: 'none' }),
      [],
    ],
  ])('%s', (_name, before, other, after, expected) => {
    const changes = decidePlanChanges(
      CURRENT_RULE_SET,
      after,
      planItems(CURRENT_RULE_SET, after, TIMING),
      standing(before, other),
    )
    expect(changes.map(shortened)).toEqual(expected)
  })

  it('moves due times with the date, and leaves finished items alone', () => {
    const facts = ruleFacts({ 'belongings-in-store': 'yes' })
    const moved = planItems(CURRENT_RULE_SET, facts, { ...TIMING, releaseDate: getPlainDate('2027-01-30') })
    const current = standing(facts, { 'belongings-inventory': { status: 'done' } })
    const changes = decidePlanChanges(CURRENT_RULE_SET, facts, moved, current)
    expect(changes.every((change) => change.kind === 'move-due')).toBe(true)
    expect(changes).toHaveLength(current.length - 1)
    expect(changes.find((change) => change.kind === 'move-due' && change.code === 'documents-id')).toEqual({
      kind: 'move-due',
      code: 'documents-id',
      from: new Date('2026-12-06T08:00:00Z'),
      to: new Date('2026-12-05T08:00:00Z'),
    })
  })

  it('loses nothing: a fact added and taken back restores the plan, and a second look changes nothing', () => {
    const answers = fc.dictionary(fc.constantFrom(...MORE_FACT_CODES), fc.constantFrom('yes', 'no'))
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const [before, after] = [ruleFacts(first), ruleFacts(second)]
        const start = standing(before, {})
        const there = applied(start, after)
        const back = applied(there, before)
        expect(decidePlanChanges(CURRENT_RULE_SET, before, planItems(CURRENT_RULE_SET, before, TIMING), back)).toEqual(
          [],
        )
        const live = (items: readonly CurrentItem[]) =>
          new Map(items.filter((item) => item.status !== 'retired').map((item) => [item.code, item.status]))
        expect(live(back)).toEqual(live(start))
        for (const item of start) expect(there.some((each) => each.code === item.code)).toBe(true)
      }),
    )
  })
})

function standing(facts: RuleFacts, other: Partial<Record<ItemCode, Partial<CurrentItem>>>): CurrentItem[] {
  return planItems(CURRENT_RULE_SET, facts, TIMING).map((item) => ({
    code: item.code,
    status: (item.doneByFact ? 'done' : 'open') as ItemStatus,
    dueAt: item.dueAt,
    setByRules: item.doneByFact,
    retiredFrom: null,
    ...other[item.code],
  }))
}

/** The plan after the changes that these facts bring. */
function applied(current: readonly CurrentItem[], facts: RuleFacts): CurrentItem[] {
  const items = new Map(current.map((item) => [item.code, item]))
  const set = (code: ItemCode, change: Partial<CurrentItem>) => {
    const item = items.get(code)
    if (item) items.set(code, { ...item, ...change })
  }
  const planned = planItems(CURRENT_RULE_SET, facts, TIMING)
  for (const change of decidePlanChanges(CURRENT_RULE_SET, facts, planned, current)) {
    if (change.kind === 'add') {
      const { code, dueAt, doneByFact } = change.item
      items.set(code, { code, dueAt, status: doneByFact ? 'done' : 'open', setByRules: doneByFact, retiredFrom: null })
    } else if (change.kind === 'retire') {
      const was = items.get(change.code)?.status
      set(change.code, { status: 'retired', setByRules: true, retiredFrom: was === 'in-progress' ? was : 'open' })
    } else if (change.kind === 'bring-back') set(change.code, { status: change.to, setByRules: change.to === 'done' })
    else if (change.kind === 'finish') set(change.code, { status: 'done', setByRules: true })
    else if (change.kind === 'reopen') set(change.code, { status: 'open', setByRules: true })
    else set(change.code, { dueAt: change.to })
  }
  return [...items.values()]
}

function shortened(change: PlanChange): string {
  if (change.kind === 'add') return `add ${change.item.code}`
  if (change.kind === 'retire') return `retire ${change.code} ${change.because.join()}`
  return change.kind === 'bring-back' ? `bring-back ${change.code} ${change.to}` : `${change.kind} ${change.code}`
}
