import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import type { ItemRule } from './item-rule.ts'
import type { ItemStatus } from './item-statuses.ts'
import { criticalPath, earliestDay, itemsTooLate } from './plan-path.ts'
import type { ProgressItem } from './progress.ts'
import { CURRENT_RULE_SET, getRuleSet, type RuleSet } from './rule-sets.ts'

const TODAY = getPlainDate('2027-01-01')
const CHAIN = ['documents-id', 'benefits-bank-account', 'benefits-prepare-claim', 'benefits-claim'] as const

describe('the critical path to release', () => {
  it.each<[string, Partial<Record<string, number>>, Partial<Record<string, ItemStatus>>, object | null]>([
    [
      'our own spacing where nobody told a lead time: what is due after the gate is not on it',
      {},
      {},
      {
        codes: ['documents-id', 'benefits-bank-account', 'benefits-prepare-claim'],
        days: 42,
        knownDays: 0,
        daysLeft: 30,
      },
    ],
    [
      'a lead time counts for its own step',
      { 'documents-id': 56 },
      {},
      { codes: ['documents-id', 'benefits-bank-account', 'benefits-prepare-claim'], days: 98, knownDays: 56 },
    ],
    [
      'what is done has left the path',
      { 'documents-id': 56 },
      { 'documents-id': 'done' },
      { codes: ['benefits-bank-account', 'benefits-prepare-claim'], days: 14, knownDays: 0 },
    ],
    ['off the list is off the path', {}, { 'documents-id': 'not-needed', 'benefits-bank-account': 'retired' }, null],
    ['one thing alone is no path', {}, { 'benefits-bank-account': 'done', 'benefits-prepare-claim': 'done' }, null],
  ])('%s', (_name, leads, statuses, expected) => {
    const path = criticalPath(chain(statuses), withLeads(leads), { today: TODAY, releaseOn: addDays(TODAY, 30) })
    if (expected === null) expect(path).toBeNull()
    else expect(path).toMatchObject(expected)
  })

  it('cuts a circle where it closes, and says no days left without a date', () => {
    const items = chain({}).map((item) => (item.code === 'documents-id' ? { ...item, blockedBy: CHAIN } : item))
    const path = criticalPath(items, withLeads({}), { today: TODAY, releaseOn: null })
    expect(path?.daysLeft).toBeNull()
    expect(new Set(path?.codes).size).toBe(path?.codes.length)
  })
})

describe('what cannot be done in time', () => {
  it.each<[string, Partial<ItemRule>, number | null, object | null]>([
    ['on its last day it still can', { latest: { days: 0, hard: true } }, 0, null],
    [
      'the day after it cannot',
      { latest: { days: 0, hard: true } },
      -1,
      { why: 'day-passed', lastDay: '2026-12-31', hard: true },
    ],
    ['a last day before the release', { latest: { days: -56, hard: false } }, 55, { why: 'day-passed', hard: false }],
    ['asked for on that very day', { latest: { days: -56, hard: false }, leadDays: 56 }, 56, null],
    ['longer than is left until the release', { leadDays: 21 }, 20, { why: 'lead-time', needs: 21, left: 20 }],
    ['just long enough', { leadDays: 21 }, 21, null],
    ['nobody told how long: nothing is said', {}, 1, null],
    ['no date: nothing is said', { latest: { days: 0, hard: true } }, null, null],
  ])('%s', (_name, rule, daysToRelease, expected) => {
    const rules = withRule('documents-id', rule)
    const releaseOn = daysToRelease === null ? null : addDays(TODAY, daysToRelease)
    const [found] = itemsTooLate(chain({}).slice(0, 1), rules, { today: TODAY, releaseOn })
    if (expected === null) expect(found).toBeUndefined()
    else expect(found).toMatchObject({ code: 'documents-id', ...expected })
  })

  it('counts what an item waits for: the account cannot be asked for by its last day', () => {
    const rules = {
      ...withLeads({ 'documents-id': 56 }),
      ...withRule('benefits-bank-account', { latest: { days: 0, hard: false } }),
    }
    const timing = { today: TODAY, releaseOn: addDays(TODAY, 40) }
    const both = { ...rules, 'documents-id': withLeads({ 'documents-id': 56 })['documents-id'] } as RuleSet
    expect(itemsTooLate(chain({}), both, timing)).toContainEqual({
      code: 'benefits-bank-account',
      why: 'lead-time',
      lastDay: addDays(TODAY, 40),
      needs: 56,
      left: 40,
      hard: false,
    })
    expect(itemsTooLate(chain({ 'documents-id': 'done' }), both, timing)).toEqual([])
  })

  it('says from when it can be asked for', () => {
    expect(earliestDay({ earliest: { days: -45 } }, addDays(TODAY, 45))).toBe(TODAY)
    expect(earliestDay({ earliest: null }, TODAY)).toBeNull()
    expect(earliestDay({ earliest: { days: -45 } }, null)).toBeNull()
    expect(earliestDay(undefined, TODAY)).toBeNull()
  })
})

function chain(statuses: Partial<Record<string, ItemStatus>>): ProgressItem[] {
  const rules = getRuleSet(CURRENT_RULE_SET)
  return CHAIN.map((code) => ({
    code,
    area: 'benefits',
    status: statuses[code] ?? 'open',
    critical: false,
    blockedBy: rules[code]?.blockedBy ?? [],
    dueOffsetMinutes: rules[code]?.dueOffsetMinutes ?? 0,
    dueAt: null,
  }))
}

function withRule(code: (typeof CHAIN)[number], change: Partial<ItemRule>): RuleSet {
  const rules = getRuleSet(CURRENT_RULE_SET)
  return { ...rules, [code]: { ...(rules[code] as ItemRule), ...change } }
}

function withLeads(leads: Partial<Record<string, number>>): RuleSet {
  const rules = getRuleSet(CURRENT_RULE_SET)
  const changed = CHAIN.map((code) => [code, { ...(rules[code] as ItemRule), leadDays: leads[code] ?? null }])
  return { ...rules, ...Object.fromEntries(changed) }
}
