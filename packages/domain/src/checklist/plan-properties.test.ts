import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import { anyRuleFacts, VERSIONS } from '../../testing/rule-facts.ts'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import type { FactCode } from '../care-plan/fact-codes.ts'
import { inCircle } from '../country-pack/validate-pack.ts'
import { CERTAINTIES } from '../release/release-codes.ts'
import { type CurrentItem, decidePlanChanges, type PlanChange } from './decide-plan-changes.ts'
import type { PlanTiming } from './due-at.ts'
import type { ItemRule } from './item-rule.ts'
import { planItems } from './plan-items.ts'
import type { RuleFacts } from './rule-facts.ts'
import { getRuleSet, ITEM_CODES, type ItemCode, packOfRuleSet } from './rule-sets.ts'
import { replacements } from './with-pack.ts'

const ZONES = ['Europe/London', 'Europe/Oslo', 'Europe/Lisbon'].map(getZone)
const FIRST_DAY = getPlainDate('2026-01-01')
const MADE_AT = new Date('2026-01-01T10:00:00Z')
const TIMING: PlanTiming = {
  releaseDate: getPlainDate('2026-10-25'),
  releaseCertainty: 'confirmed',
  releasedAt: null,
  madeAt: MADE_AT,
  zone: getZone('Europe/Berlin'),
}
const anyVersion = fc.constantFrom(...VERSIONS)

describe.each(VERSIONS)('the rules %s', (version) => {
  it('have no circle, and block by items that they have', () => {
    const rules = getRuleSet(version) as Readonly<Record<string, ItemRule>>
    expect(inCircle(rules)).toEqual([])
    const blockers = Object.values(rules).flatMap((rule) => rule.blockedBy)
    expect(blockers.filter((code) => !Object.hasOwn(rules, code))).toEqual([])
    expect(Object.keys(rules).filter((code) => !ITEM_CODES.includes(code as ItemCode))).toEqual([])
  })
})

describe('in every country', () => {
  it('due times never move against the release', () => {
    const timing = fc.record({
      day: fc.integer({ min: 0, max: 800 }),
      later: fc.integer({ min: 0, max: 400 }),
      certainty: fc.constantFrom(...CERTAINTIES),
      isOut: fc.boolean(),
      zone: fc.constantFrom(...ZONES),
    })
    fc.assert(
      fc.property(anyVersion, anyRuleFacts, timing, (version, facts, { day, later, certainty, isOut, zone }) => {
        const at = (days: number): PlanTiming => ({
          releaseDate: addDays(FIRST_DAY, days),
          releaseCertainty: certainty,
          releasedAt: isOut ? new Date(MADE_AT.getTime() + days * 86_400_000) : null,
          madeAt: MADE_AT,
          zone,
        })
        const [early, late] = [planItems(version, facts, at(day)), planItems(version, facts, at(day + later))]
        expect(late.map(({ code }) => code)).toEqual(early.map(({ code }) => code))
        for (const [index, item] of early.entries())
          expect(item.dueAt?.getTime()).toBeLessThanOrEqual(late[index]?.dueAt?.getTime() as number)
      }),
    )
  })

  it('facts that change and change back restore the plan, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(anyVersion, anyRuleFacts, anyRuleFacts, (version, before, after) => {
        const start = planItems(version, before, TIMING).map(
          (item): CurrentItem => ({
            code: item.code,
            status: item.doneByFact ? 'done' : 'open',
            dueAt: item.dueAt,
            setByRules: item.doneByFact,
            retiredFrom: null,
          }),
        )
        const there = followed(version, start, after)
        const back = followed(version, there, before)
        const live = (items: readonly CurrentItem[]) =>
          items.flatMap(({ code, status }) => (status === 'retired' ? [] : [`${code} ${status}`])).toSorted()
        expect(live(back)).toEqual(live(start))
        expect(changesOf(version, before, back)).toEqual([])
        for (const { code } of start) expect(there.some((each) => each.code === code)).toBe(true)
      }),
    )
  })
})

describe('F13: whoever lacks one of the four things that everything else asks for has a way', () => {
  it.each<[string, Partial<Record<FactCode, string>>, ItemCode[]]>([
    ['no telephone', { phone: 'none' }, ['support-phone', 'support-way-to-reach']],
    ['no address', { bed: 'none' }, ['housing-first-night', 'documents-letters-address']],
    ['no doctor', { 'has-doctor': 'no' }, ['health-doctor', 'health-letter']],
    ['no proof of identity', { id: 'none' }, []],
  ])('%s', (_name, answers, expected) => {
    for (const version of VERSIONS) {
      const open = planItems(version, ruleFacts(answers), TIMING).flatMap(({ code, doneByFact }) =>
        doneByFact ? [] : [code],
      )
      const instead = replacements(packOfRuleSet(version)?.items ?? {})
      for (const code of expected)
        expect([code, ...(instead.get(code) ?? [])].some((each) => open.includes(each as ItemCode))).toBe(true)
      // A country may have its own way to an identity paper: some item of the documents is about it in each.
      expect(open.some((code) => code.startsWith('documents-') && /id/.test(code))).toBe(true)
    }
  })
})

function changesOf(version: string, facts: RuleFacts, current: readonly CurrentItem[]): PlanChange[] {
  return decidePlanChanges(version, facts, planItems(version, facts, TIMING), current)
}

/** The plan after what these facts bring. */
function followed(version: string, current: readonly CurrentItem[], facts: RuleFacts): CurrentItem[] {
  const items = new Map(current.map((item) => [item.code, item]))
  for (const change of changesOf(version, facts, current)) {
    const code = change.kind === 'add' ? change.item.code : change.code
    const was = items.get(code)
    if (change.kind === 'add') {
      const { dueAt, doneByFact } = change.item
      items.set(code, { code, dueAt, status: doneByFact ? 'done' : 'open', setByRules: doneByFact, retiredFrom: null })
    } else if (was) items.set(code, { ...was, ...doneTo(was, change) })
  }
  return [...items.values()]
}

function doneTo(was: CurrentItem, change: Exclude<PlanChange, { kind: 'add' }>): Partial<CurrentItem> {
  switch (change.kind) {
    case 'retire':
      return { status: 'retired', setByRules: true, retiredFrom: was.status === 'in-progress' ? was.status : 'open' }
    case 'bring-back':
      return { status: change.to, setByRules: change.to === 'done' }
    case 'finish':
      return { status: 'done', setByRules: true }
    case 'reopen':
      return { status: 'open', setByRules: true }
    case 'move-due':
      return { dueAt: change.to }
  }
}
