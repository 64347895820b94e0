import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import { ItemStatus, OwnerSide } from './item-statuses.ts'
import { type Applies, isFulfilled, type RuleFact, unfulfilledFacts } from './rule-facts.ts'
import { CURRENT_RULE_SET, currentRuleSetFor, getRuleSet, isKnownRuleSet, packOfRuleSet } from './rule-sets.ts'

const ON_DEPOT: Applies = [
  [
    { fact: 'on-omt', is: ['yes'] },
    { fact: 'depot', is: ['yes'] },
  ],
]
const NO_PAPER_OR_DEBTS: Applies = [[{ fact: 'has-id', is: ['no'] }], [{ fact: 'has-debts', is: ['yes'] }]]

describe('why a rule does not apply', () => {
  it.each<[string, Applies, Parameters<typeof ruleFacts>[0], RuleFact[]]>([
    ['always: never', 'always', {}, []],
    ['neither condition holds', ON_DEPOT, { dose: 'not-on-omt' }, ['on-omt', 'depot']],
    ['one of two conditions fails', ON_DEPOT, { dose: 'on-omt' }, ['depot']],
    ['one of two ways is enough', NO_PAPER_OR_DEBTS, { id: 'none' }, []],
    ['neither way holds', NO_PAPER_OR_DEBTS, { id: 'has-id' }, ['has-id', 'has-debts']],
    [
      'two ways by the same fact: told once',
      [[{ fact: 'has-id', is: ['no'] }], [{ fact: 'has-id', is: ['ordered'] }]],
      { id: 'has-id' },
      ['has-id'],
    ],
    ['no way at all', [], {}, []],
  ])('%s', (_what, applies, answers, facts) => {
    expect(unfulfilledFacts(applies, ruleFacts(answers))).toEqual(facts)
  })

  it('is not asked where it applies', () => {
    const facts = ruleFacts({}, { treatment: { medicine: 'buprenorphine-weekly-depot' } })
    expect(isFulfilled(ON_DEPOT, facts)).toBe(true)
    expect(unfulfilledFacts(ON_DEPOT, facts)).toEqual([])
  })
})

describe('the version of a plan’s rules', () => {
  const german = currentRuleSetFor('DE', '')

  it.each([
    ['the common rules', CURRENT_RULE_SET, true],
    ['those before', 'checklist-2026-11', true],
    ['those with a country’s', german, true],
    ['a country’s that nobody wrote', `${CURRENT_RULE_SET}+atlantis-1`, false],
    ['one that nobody wrote', 'checklist-1999-01', false],
    ['two countries’', `${german}+${german.split('+')[1]}`, false],
    ['a country’s alone', `+${german.split('+')[1]}`, false],
    ['nothing', '', false],
    ['a word that every object has', 'toString', false],
  ])('%s, %s: known %s', (_what, version, isKnown) => {
    expect(isKnownRuleSet(version)).toBe(isKnown)
    if (!isKnown) expect(() => getRuleSet(version)).toThrow(`no such rule set: ${version}`)
    else expect(Object.keys(getRuleSet(version)).length).toBeGreaterThan(30)
  })

  it('adds the pack where there is one for the country', () => {
    expect(german).toMatch(/^checklist-2026-11-2\+/)
    expect(currentRuleSetFor('ZZ', '')).toBe(CURRENT_RULE_SET)
    expect(packOfRuleSet(german)?.country).toBe('DE')
    expect(packOfRuleSet(CURRENT_RULE_SET)).toBeNull()
    expect(packOfRuleSet(`${CURRENT_RULE_SET}+atlantis-1`)).toBeNull()
  })

  it('lets the items of a country stand after the common ones of their area, each in one place', () => {
    const of = Object.entries(getRuleSet(german))
    const areas = of.map(([, rule]) => rule?.area)
    expect(areas.filter((area, at) => area !== areas[at - 1])).toEqual([...new Set(areas)])
    expect(of.map(([code]) => code)).not.toContain('benefits-health-cover')
    expect(of.map(([code]) => code)).toContain('benefits-de-statutory-insurance')
  })
})

describe('what a person asked for in their own words', () => {
  it.each([
    ['asks-other-pharmacy', 'other-pharmacy'],
    ['asks-other-time', 'other-time'],
    ['asks-depot', 'depot'],
    ['asks-money-held', 'money-held'],
  ] as const)('%s: answered outside in the first week, and never critical', (fact, task) => {
    const rules = Object.values(getRuleSet(CURRENT_RULE_SET)).filter(
      (rule) =>
        rule && rule.neededWhen !== 'always' && rule.neededWhen.flat().some((condition) => condition.fact === fact),
    )
    expect(rules).toMatchObject([
      { ownerSide: 'community', critical: false, dueOffsetMinutes: 7 * 24 * 60, standingMinutes: null },
    ])
    const [rule] = rules
    if (!rule) throw new Error('each task has its item')
    expect(isFulfilled(rule.neededWhen, ruleFacts({}, { wordTasks: [task] }))).toBe(true)
    expect(isFulfilled(rule.neededWhen, ruleFacts())).toBe(false)
  })
})

describe('a word that the checklist does not know', () => {
  it.each([
    ['a status', ItemStatus, 'forgotten', 'checklist.status.unknown'],
    ['a side', OwnerSide, 'nobody', 'checklist.ownerSide.unknown'],
  ])('as %s', (_what, codes, word, message) => {
    expect(codes.safeParse(word).error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})
