import { describe, expect, it } from 'vitest'
import { CATEGORIES, type Category } from '../access/access-codes.ts'
import { CATEGORIES_OF_AREA } from '../access/categories-of-area.ts'
import type { ItemRule } from '../checklist/item-rule.ts'
import { type CommonItemCode, CURRENT_RULE_SET, RULE_SETS } from '../checklist/rule-sets.ts'
import { mayJudgeRule } from './rule-fact-sources.ts'

const rules: Readonly<Record<CommonItemCode, ItemRule>> = RULE_SETS[CURRENT_RULE_SET]

describe('who may judge a rule', () => {
  it.each<[CommonItemCode, keyof typeof CATEGORIES_OF_AREA, boolean]>([
    ['omt-first-dose', 'omt', true],
    ['naloxone-hand-over-kit', 'omt', true],
    // Whether there is a need is read from the treatment, which does not travel with naloxone alone.
    ['naloxone-hand-over-kit', 'naloxone', false],
    ['housing-first-night', 'housing', true],
    ['health-letter', 'omt', true],
    ['health-doctor', 'housing', false],
    ['documents-id', 'benefits', true],
  ])('%s by whoever was handed %s: %s', (code, area, may) => {
    expect(mayJudgeRule(rules[code], CATEGORIES_OF_AREA[area])).toBe(may)
  })

  it('is everybody to whom everything is open, for every rule, and nobody to whom nothing is', () => {
    const nothing: Category[] = []
    for (const rule of Object.values(rules)) {
      expect(mayJudgeRule(rule, CATEGORIES)).toBe(true)
      expect(mayJudgeRule(rule, nothing)).toBe(false)
    }
  })
})
