import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import type { PlanTiming } from './due-at.ts'
import { planDifference, type StandingItem } from './plan-difference.ts'
import { planItems } from './plan-items.ts'
import type { RuleFacts } from './rule-facts.ts'
import { CURRENT_RULE_SET, currentRuleSetFor, type ItemCode } from './rule-sets.ts'

const OLD = 'checklist-2026-11'
const TIMING: PlanTiming = {
  releaseDate: getPlainDate('2027-01-31'),
  releaseCertainty: 'confirmed',
  releasedAt: null,
  madeAt: new Date('2026-11-21T10:00:00Z'),
  zone: getZone('Europe/Berlin'),
}
const FACTS = ruleFacts({ 'hiv-treatment': 'yes', 'has-doctor': 'yes', bed: 'none' })

describe('what a newer version of the rules changes on a running plan', () => {
  it('is nothing between a version and itself', () => {
    for (const version of [OLD, CURRENT_RULE_SET, currentRuleSetFor('DE', '')])
      expect(planDifference(version, version, FACTS, TIMING, standing(version, FACTS))).toEqual({
        changes: [],
        rewritten: [],
      })
  })

  it('adds what the newer one asks for, and finishes what it now knows to be done', () => {
    const { changes, rewritten } = planDifference(OLD, CURRENT_RULE_SET, FACTS, TIMING, standing(OLD, FACTS))
    expect(changes.map((change) => `${change.kind} ${change.kind === 'add' ? change.item.code : change.code}`)).toEqual(
      [
        'finish health-doctor',
        'add health-course-in-hand',
        'add health-course-who-continues',
        'add health-course-appointment-kept',
        'add documents-letters-address',
      ],
    )
    expect(rewritten).toEqual([])
  })

  it('retires a common item whose place a country takes, and what waited for it waits for that', () => {
    const german = currentRuleSetFor('DE', '')
    const current = standing(CURRENT_RULE_SET, FACTS)
    const { changes, rewritten } = planDifference(CURRENT_RULE_SET, german, FACTS, TIMING, current)
    expect(changes).toContainEqual({ kind: 'retire', code: 'benefits-health-cover', because: [] })
    expect(
      changes.some((change) => change.kind === 'add' && change.item.code === 'benefits-de-statutory-insurance'),
    ).toBe(true)
    expect(rewritten.filter(({ fields }) => fields.includes('waits-for')).map(({ code }) => code)).not.toEqual([])
    for (const { item } of rewritten) expect(item.allBlockers).not.toContain('benefits-health-cover')
  })

  it('touches nothing that a person settled', () => {
    const german = currentRuleSetFor('DE', '')
    const settled = standing(CURRENT_RULE_SET, FACTS).map(
      (item, index): StandingItem => ({
        ...item,
        setByRules: false,
        status: (['done', 'declined', 'not-needed'] as const)[index % 3] ?? 'done',
      }),
    )
    const { changes, rewritten } = planDifference(CURRENT_RULE_SET, german, FACTS, TIMING, settled)
    expect(rewritten).toEqual([])
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['add']))
  })

  it.each<[Partial<StandingItem>, string[]]>([
    [{ dueOffsetMinutes: -1 }, ['due']],
    [{ ownerSide: 'community' }, ['owner']],
    [{ critical: true }, ['critical']],
    [{ blockedBy: ['documents-id'] }, ['waits-for']],
  ])('names what a rule says otherwise: %j', (change, fields) => {
    const current = standing(CURRENT_RULE_SET, FACTS).map((item) =>
      item.code === 'support-who-else' ? { ...item, ...change } : item,
    )
    const { rewritten } = planDifference('a version from elsewhere', CURRENT_RULE_SET, FACTS, TIMING, current)
    expect(rewritten.map((each) => [each.code, each.fields])).toEqual([['support-who-else', fields]])
  })

  it.each<[string, StandingItem['status'], boolean]>([
    ['open', 'open', true],
    ['begun', 'in-progress', true],
    ['off the list by the rules, and so to come back', 'retired', true],
    ['done', 'done', false],
    ['declined', 'declined', false],
    ['not needed', 'not-needed', false],
  ])('is written anew where an item is %s', (_what, status, isRewritten) => {
    const current = standing(CURRENT_RULE_SET, FACTS).map((item) =>
      item.code === 'support-who-else' ? { ...item, status, critical: true } : item,
    )
    const { rewritten } = planDifference(CURRENT_RULE_SET, CURRENT_RULE_SET, FACTS, TIMING, current)
    expect(rewritten.map(({ code }) => code)).toEqual(isRewritten ? ['support-who-else'] : [])
  })

  it('refuses a version that nobody wrote', () => {
    expect(() => planDifference(OLD, 'checklist-1999-01', FACTS, TIMING, [])).toThrow(RangeError)
  })
})

function standing(version: string, facts: RuleFacts): StandingItem[] {
  return planItems(version, facts, TIMING).map((item) => ({
    code: item.code as ItemCode,
    status: item.doneByFact ? 'done' : 'open',
    dueAt: item.dueAt,
    setByRules: item.doneByFact,
    retiredFrom: null,
    ownerSide: item.ownerSide,
    critical: item.critical,
    blockedBy: item.allBlockers,
    dueOffsetMinutes: item.dueOffsetMinutes,
  }))
}
