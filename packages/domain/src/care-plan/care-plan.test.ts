import { describe, expect, it } from 'vitest'
import { NOTHING_KNOWN, ruleFacts } from '../../testing/case-facts.ts'
import { CATEGORIES } from '../access/access-codes.ts'
import { RULE_FACTS, type RuleFact, type RuleFacts } from '../checklist/rule-facts.ts'
import { type CaseForRules, deriveRuleFacts } from './derive-rule-facts.ts'
import { FACT_CODES, type FactCode, NINE_FACT_CODES } from './fact-codes.ts'
import { factValueFault } from './fact-value.ts'
import { fourMinutePlan } from './four-minute-plan.ts'
import { FACTS, NINE_FACTS } from './nine-facts.ts'
import { RecordFactInput } from './record-fact-input.ts'

describe('what the rules know', () => {
  it.each<[string, Partial<Record<FactCode, string>>, Partial<Omit<CaseForRules, 'facts'>>, Partial<RuleFacts>]>([
    [
      'of nobody',
      {},
      {},
      { 'on-omt': 'unknown', depot: 'no', 'first-night': 'unknown', 'has-address': 'unknown', kit: 'unknown' },
    ],
    ['on OMT, as said', { dose: 'on-omt' }, {}, { 'on-omt': 'yes', depot: 'unknown', 'opioid-need': 'yes' }],
    ['who wants it', { dose: 'wants-omt' }, {}, { 'on-omt': 'wants', depot: 'no', 'opioid-need': 'yes' }],
    ['not on OMT', { dose: 'not-on-omt' }, {}, { 'on-omt': 'no', 'opioid-need': 'unknown' }],
    [
      'a recorded treatment wins over what was said',
      { dose: 'not-on-omt', 'opioid-need': 'no' },
      { treatment: { medicine: 'methadone' } },
      { 'on-omt': 'yes', depot: 'no', 'opioid-need': 'yes' },
    ],
    ['a depot', {}, { treatment: { medicine: 'buprenorphine-26-day-depot' } }, { depot: 'yes' }],
    ['another medicine', {}, { treatment: { medicine: 'other' } }, { depot: 'unknown' }],
    ['a recorded kit wins', { kit: 'none' }, { kit: 'in-property' }, { kit: 'in-property' }],
    ['a kit as said', { kit: 'declined' }, {}, { kit: 'declined' }],
    [
      'own address',
      { bed: 'own-address', 'has-address': 'no' },
      {},
      { 'first-night': 'own-address', 'has-address': 'yes' },
    ],
    ['no bed', { bed: 'none', 'has-address': 'yes' }, {}, { 'first-night': 'none', 'has-address': 'no' }],
    [
      'with others',
      { bed: 'with-others', 'has-address': 'no' },
      {},
      { 'first-night': 'with-others', 'has-address': 'no' },
    ],
    ['a phone', { phone: '+47 400 00 000' }, {}, { 'has-phone': 'yes' }],
    ['no phone', { phone: 'none' }, {}, { 'has-phone': 'no' }],
    ['ID ordered', { id: 'ordered' }, {}, { 'has-id': 'ordered' }],
    ['a place without a time', { 'where-next': 'Harbour' }, {}, { 'first-appointment': 'unknown' }],
    ['a place and a time', { 'where-next': 'Harbour', when: '2027-01-31T10:30' }, {}, { 'first-appointment': 'yes' }],
    ['no interpreter', {}, { interpreterNeeded: false }, { interpreter: 'no' }],
  ])('%s', (_name, answers, recorded, expected) => {
    expect(ruleFacts(answers, recorded)).toMatchObject(expected)
  })

  it('calls unknown what was asked later or is not known', () => {
    for (const state of ['not-known', 'asked-later'] as const) {
      const facts = Object.fromEntries(FACT_CODES.map((code) => [code, { state, value: null }]))
      expect(deriveRuleFacts({ ...NOTHING_KNOWN, facts })).toEqual(ruleFacts())
    }
  })

  it('has an answer that the rules know to every question', () => {
    for (const [fact, value] of Object.entries(ruleFacts({ dose: 'on-omt', bed: 'none', id: 'has-id' })))
      expect(RULE_FACTS[fact as RuleFact]).toContain(value)
  })
})

describe('an answer', () => {
  it.each<[FactCode, string, string | null]>([
    ['dose', 'on-omt', null],
    ['dose', 'methadone 60', 'not-offered'],
    ['dose', '', 'missing'],
    ['where-next', 'Harbour Clinic, Quay Street 4', null],
    ['where-next', 'a'.repeat(501), 'too-long'],
    ['where-next', 'a\u0000', 'cannot-be-stored'],
    ['when', '2027-01-31T10:30', null],
    ['when', '2027-02-29T10:30', 'impossible'],
    ['when', '2027-01-31T24:00', 'impossible'],
    ['when', '2027-01-31', 'impossible'],
    ['when', '2027-01-31T10:3Z', 'impossible'],
    ['kit', 'left-in-prison', null],
    ['bed', 'street', 'not-offered'],
    ['phone', 'none', null],
    ['phone', '+47 400 00 000', null],
    ['phone', '(020) 7946-0000', null],
    ['phone', '12345', null],
    ['phone', '1234', 'impossible'],
    ['phone', '+47 400 00 000 (Ana)', 'impossible'],
    ['phone', 'Ana, +47 400 00 000', 'impossible'],
    ['phone', 'ask my sister', 'impossible'],
    ['id', 'has-id', null],
    ['who-else', 'sister, sponsor', null],
    ['own-words', 'من به خانهٔ خواهرم می‌روم', null],
    ['own-words', 'a'.repeat(4_001), 'too-long'],
    ['pregnant', 'yes', null],
    ['pregnant', 'maybe', 'not-offered'],
  ])('%s: %j', (code, value, fault) => {
    expect(factValueFault(code, value)).toBe(fault)
  })

  it.each<[object, string[]]>([
    [{}, []],
    [{ state: 'not-known', value: null }, []],
    [{ state: 'asked-later', value: null }, []],
    [{ seenVersion: null }, []],
    [{ value: '  on-omt ' }, []],
    [{ value: null }, ['care-plan.value.missing']],
    [{ state: 'not-known' }, ['care-plan.value.unexpected']],
    [{ value: 'sometimes' }, ['care-plan.value.not-offered']],
    [{ code: 'milligrams' }, ['care-plan.code.unknown']],
    [{ serviceId: 'x' }, ['request.field.unknown']],
  ])('as sent: %j', (other, messages) => {
    const sent = {
      episodeId: '019a0000-0000-7000-8000-000000000001',
      requestId: '019a0000-0000-7000-8000-000000000002',
      seenVersion: 0,
      code: 'dose',
      state: 'known',
      value: 'on-omt',
      ...other,
    }
    const found = RecordFactInput.safeParse(sent)
    expect(found.success ? [] : found.error.issues.map((issue) => issue.message)).toEqual(messages)
  })
})

describe('the four-minute plan', () => {
  it.each<[Partial<Record<FactCode, 'known' | 'not-known' | 'asked-later'>>, object]>([
    [{}, { known: 0, notKnown: 0, askedLater: 0, notAsked: 9, next: 'dose' }],
    [{ dose: 'known' }, { known: 1, notAsked: 8, next: 'where-next' }],
    [
      { dose: 'not-known', when: 'asked-later' },
      { notKnown: 1, askedLater: 1, notAsked: 7, next: 'where-next' },
    ],
    [{ pregnant: 'known' }, { known: 0, notAsked: 9 }],
    [
      Object.fromEntries(NINE_FACT_CODES.map((code) => [code, 'asked-later'])),
      { askedLater: 9, notAsked: 0, next: null },
    ],
  ])('%j', (states, expected) => {
    const facts = Object.entries(states).map(([code, state]) => [code, { state, value: null }])
    const plan = fourMinutePlan(Object.fromEntries(facts))
    expect(plan).toMatchObject({ of: 9, ...expected })
    expect(plan.known + plan.notKnown + plan.askedLater + plan.notAsked).toBe(plan.of)
  })

  it('asks nine questions, each in a category, and keeps the partner out of them', () => {
    expect(Object.keys(NINE_FACTS)).toEqual([...NINE_FACT_CODES])
    expect(Object.keys(FACTS).toSorted()).toEqual([...FACT_CODES].toSorted())
    for (const fact of Object.values(FACTS)) {
      expect(CATEGORIES).toContain(fact.category)
      expect(fact.category).not.toBe('partner')
    }
  })
})
