import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import type { CaseForRules } from '../care-plan/derive-rule-facts.ts'
import type { FactCode } from '../care-plan/fact-codes.ts'
import { AREAS } from './areas.ts'
import type { PlanTiming } from './due-at.ts'
import type { ItemRule } from './item-rule.ts'
import { planItems } from './plan-items.ts'
import { CURRENT_RULE_SET, getRuleSet, ITEM_CODES, RULE_SETS } from './rule-sets.ts'

const TIMING: PlanTiming = {
  releaseDate: getPlainDate('2027-01-31'),
  releaseCertainty: 'confirmed',
  releasedAt: null,
  madeAt: new Date('2026-11-21T10:00:00Z'),
  zone: getZone('Europe/Oslo'),
}

/** Items that every person has. */
const ALWAYS = [
  'housing-way-from-gate',
  'housing-first-night-known',
  'benefits-money-for-first-days',
  'health-letter',
  'health-doctor',
  'documents-id',
  'documents-release-paper',
  'support-one-number',
  'support-phone',
  'support-who-else',
  'support-own-words',
  'support-first-contact',
]
const NALOXONE = ['naloxone-train', 'naloxone-put-kit-in-property', 'naloxone-hand-over-kit', 'naloxone-overdose-plan']
const BENEFITS = ['benefits-collect-evidence', 'benefits-prepare-claim', 'benefits-book-appointment', 'benefits-claim']
const HOMELESS = ['housing-first-night', 'housing-first-week', 'housing-first-month']
/** Nobody has asked anything yet. */
const UNASKED = {
  omt: ['omt-ask'],
  housing: ['housing-ask', ...HOMELESS],
  benefits: [...BENEFITS, 'benefits-bank-account', 'benefits-health-cover'],
  partner: ['partner-ask-alone'],
}
const ON_OMT = [
  'omt-confirm-regime',
  'omt-name-prescriber',
  'omt-name-dosing-point',
  'omt-confirm-dosing-hours',
  'omt-confirmation-letter',
  'omt-book-first-dose',
]
const DAILY = ['omt-cover-until-first-dose', 'omt-safe-storage', 'omt-first-dose']
const SETTLED = { bed: 'own-address', 'needs-benefit': 'no', 'has-health-cover': 'yes', 'opioid-need': 'no' } as const

describe('the items of a person', () => {
  it.each<[string, Partial<Record<FactCode, string>>, Partial<Omit<CaseForRules, 'facts'>>, string[]]>([
    [
      'of whom nothing is known',
      {},
      {},
      [...UNASKED.omt, ...NALOXONE, ...UNASKED.housing, ...UNASKED.benefits, ...UNASKED.partner],
    ],
    ['who needs nothing special', { dose: 'not-on-omt', ...SETTLED }, { partnerWish: 'no' }, []],
    [
      'on daily methadone',
      { ...SETTLED },
      { treatment: { medicine: 'methadone' }, partnerWish: 'no' },
      [...ON_OMT, ...DAILY, ...NALOXONE],
    ],
    [
      'on a monthly depot',
      { ...SETTLED },
      { treatment: { medicine: 'buprenorphine-monthly-depot' }, partnerWish: 'no' },
      [...ON_OMT, 'omt-book-next-injection', ...NALOXONE],
    ],
    [
      'who wants OMT',
      { ...SETTLED, dose: 'wants-omt' },
      { partnerWish: 'no' },
      ['omt-name-prescriber', 'omt-request-assessment', 'omt-start-treatment', ...NALOXONE],
    ],
    [
      'without a bed',
      { dose: 'not-on-omt', ...SETTLED, bed: 'none' },
      { partnerWish: 'no' },
      ['housing-refer-early', 'documents-letters-address', ...HOMELESS],
    ],
    [
      'without a bed, a telephone and a right to stay',
      { dose: 'not-on-omt', ...SETTLED, bed: 'none', phone: 'none', residence: 'undocumented' },
      { partnerWish: 'no' },
      [
        'housing-refer-early',
        'documents-letters-address',
        'documents-right-to-stay',
        'support-way-to-reach',
        ...HOMELESS,
      ],
    ],
    ...(['hiv-treatment', 'hcv-treatment', 'psychiatric-medicine'] as const).map(
      (fact): [string, Partial<Record<FactCode, string>>, Partial<Omit<CaseForRules, 'facts'>>, string[]] => [
        `with ${fact} under way`,
        { dose: 'not-on-omt', ...SETTLED, [fact]: 'yes' },
        { partnerWish: 'no' },
        ['health-course-in-hand', 'health-course-who-continues', 'health-course-appointment-kept'],
      ],
    ),
    [
      'who goes to treatment away from home',
      { dose: 'not-on-omt', ...SETTLED, 'treatment-away': 'yes' },
      { partnerWish: 'no' },
      ['health-after-treatment-away'],
    ],
    [
      'who was recalled',
      { dose: 'not-on-omt', ...SETTLED },
      { partnerWish: 'no', legalStatus: 'recalled' },
      ['support-what-happened-last-time'],
    ],
    [
      'on remand',
      { dose: 'not-on-omt', ...SETTLED },
      { partnerWish: 'no', legalStatus: 'remand' },
      ['support-court-day'],
    ],
    [
      'with a partner, a child, a job, a tenancy and belongings in store',
      {
        dose: 'not-on-omt',
        ...SETTLED,
        'has-children': 'yes',
        'has-job': 'yes',
        'keeps-tenancy': 'yes',
        'belongings-in-store': 'yes',
      },
      { partnerWish: 'yes' },
      [
        'partner-refer',
        'support-children',
        'work-keep-my-job',
        'housing-keep-my-home',
        'belongings-inventory',
        'belongings-collect',
      ],
    ],
    [
      'who is pregnant, takes another medicine, speaks another language, has debts and conditions',
      {
        dose: 'not-on-omt',
        ...SETTLED,
        pregnant: 'yes',
        'other-medicine': 'yes',
        'has-debts': 'yes',
        'licence-conditions': 'yes',
        'has-job': 'no',
      },
      { partnerWish: 'no', interpreterNeeded: true },
      [
        'health-pregnancy-care',
        'health-medicine-in-hand',
        'health-who-continues',
        'support-interpreter',
        'support-debts',
        'documents-licence-conditions',
        'work-first-lead',
      ],
    ],
    [
      'whose kit was left in prison',
      { dose: 'not-on-omt', ...SETTLED, 'opioid-need': 'yes' },
      { kit: 'left-in-prison', partnerWish: 'no' },
      [
        'naloxone-train',
        'naloxone-put-kit-in-property',
        'naloxone-replace-kit-left-in-prison',
        'naloxone-overdose-plan',
      ],
    ],
    [
      'who declined a kit',
      { dose: 'not-on-omt', ...SETTLED, 'opioid-need': 'yes' },
      { kit: 'declined', partnerWish: 'no' },
      ['naloxone-train', 'naloxone-overdose-plan'],
    ],
  ])('%s', (_name, answers, recorded, expected) => {
    const codes = planItems(CURRENT_RULE_SET, ruleFacts(answers, recorded), TIMING).map((item) => item.code)
    expect(codes.toSorted()).toEqual([...ALWAYS, ...expected].toSorted())
  })

  it.each<[string, Partial<Record<FactCode, string>>, Partial<Omit<CaseForRules, 'facts'>>, string, boolean]>([
    ['trained already', { 'naloxone-trained': 'yes' }, {}, 'naloxone-train', true],
    ['not trained', { 'naloxone-trained': 'no' }, {}, 'naloxone-train', false],
    ['kit in the property', {}, { kit: 'in-property' }, 'naloxone-put-kit-in-property', true],
    ['kit in the property', {}, { kit: 'in-property' }, 'naloxone-hand-over-kit', false],
    ['kit handed over', {}, { kit: 'handed-over' }, 'naloxone-hand-over-kit', true],
    [
      'kit left in prison, none since',
      { 'opioid-need': 'yes' },
      { kit: 'left-in-prison' },
      'naloxone-replace-kit-left-in-prison',
      false,
    ],
    [
      'kit left in prison and replaced',
      { 'opioid-need': 'yes' },
      { kit: 'left-in-prison', isLeftKitReplaced: true },
      'naloxone-replace-kit-left-in-prison',
      true,
    ],
    ['ID ordered', { id: 'ordered' }, {}, 'documents-id', false],
    ['ID in hand', { id: 'has-id' }, {}, 'documents-id', true],
    ['a bed for the night', { bed: 'temporary' }, {}, 'housing-first-night', true],
    ['own words', { 'own-words': 'I go to my sister' }, {}, 'support-own-words', true],
    ['no phone', { phone: 'none' }, {}, 'support-phone', false],
    ['a doctor outside', { 'has-doctor': 'yes' }, {}, 'health-doctor', true],
    ['no doctor outside', { 'has-doctor': 'no' }, {}, 'health-doctor', false],
  ])('%s: a fact finishes an item by itself', (_name, answers, recorded, code, done) => {
    const items = planItems(CURRENT_RULE_SET, ruleFacts(answers, recorded), TIMING)
    expect(items.find((item) => item.code === code)?.doneByFact).toBe(done)
  })
})

describe('a rule set', () => {
  it.each(Object.keys(RULE_SETS))('%s: names areas, and blocks by items that it has, in no circle', (version) => {
    const rules: Readonly<Record<string, ItemRule>> = getRuleSet(version)
    const visit = (code: string, path: readonly string[]): void => {
      expect(path, 'a circle').not.toContain(code)
      const rule = rules[code]
      if (rule === undefined) throw new Error(`${code} is no item`)
      for (const blocker of rule.blockedBy) visit(blocker, [...path, code])
    }
    for (const [code, rule] of Object.entries(rules)) {
      expect(AREAS).toContain(rule.area)
      expect(code.startsWith(`${rule.area}-`)).toBe(true)
      expect(rule.source).not.toBe('')
      visit(code, [])
    }
  })

  it('never asks for an item before the one that it waits for is due', () => {
    const rules = getRuleSet(CURRENT_RULE_SET)
    for (const rule of Object.values(rules))
      for (const blocker of rule.blockedBy)
        expect(rules[blocker as keyof typeof rules]?.dueOffsetMinutes).toBeLessThanOrEqual(rule.dueOffsetMinutes)
  })

  it('has codes for every item, and refuses a version that nobody wrote', () => {
    expect(new Set(ITEM_CODES).size).toBe(ITEM_CODES.length)
    expect(() => getRuleSet('checklist-1999-01')).toThrow(RangeError)
    expect(() => getRuleSet('toString')).toThrow(RangeError)
  })
})
