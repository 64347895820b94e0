import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import type { RuleFacts } from '../checklist/rule-facts.ts'
import type { AwayToAsk } from '../treatment-away/away-readiness.ts'
import type { CaseForRules } from './derive-rule-facts.ts'
import type { FactCode } from './fact-codes.ts'

const READY_AWAY: AwayToAsk = {
  state: 'offered',
  together: 'unknown',
  admissionOn: '2026-12-01',
  afterHome: 'her own flat',
  afterActivity: 'the garden project',
}

describe('what is said, as the rules read it', () => {
  it.each<[string, Partial<Record<FactCode, string>>, Partial<RuleFacts>]>([
    ['a paper', { id: 'has-id' }, { 'has-id': 'yes' }],
    ['no paper', { id: 'none' }, { 'has-id': 'no' }],
    ['somebody else', { 'who-else': 'her sister' }, { supporters: 'yes' }],
    ['own words', { 'own-words': 'The early bus' }, { 'own-words': 'yes' }],
    ['no own words, by choice', { 'own-words': 'chose-not-to' }, { 'own-words': 'chose-not-to' }],
    ['own words that nobody asked for', {}, { 'own-words': 'unknown' }],
    [
      'a bed for a time',
      { bed: 'temporary', 'has-address': 'yes' },
      { 'first-night': 'temporary', 'has-address': 'yes' },
    ],
    ['a stay that is lawful', { residence: 'lawful' }, { residence: 'lawful' }],
    ['a stay that is not', { residence: 'undocumented' }, { residence: 'undocumented' }],
    ['an insurer by law', { 'last-health-insurer': 'statutory' }, { 'last-health-insurer': 'statutory' }],
    ['a private insurer', { 'last-health-insurer': 'private' }, { 'last-health-insurer': 'private' }],
    ['no insurer', { 'last-health-insurer': 'none' }, { 'last-health-insurer': 'none' }],
    ['a word that no rule knows', { residence: 'something' }, { residence: 'unknown' }],
    ['a time without a place', { when: '2027-01-31T10:30' }, { 'first-appointment': 'unknown' }],
    ['an overdose plan that nobody offered', {}, { 'overdose-plan': 'unknown' }],
  ])('%s', (_what, answers, expected) => expect(ruleFacts(answers)).toMatchObject(expected))

  it.each<FactCode & keyof RuleFacts>([
    'opioid-need',
    'naloxone-trained',
    'keeps-tenancy',
    'has-job',
    'has-children',
    'pregnant',
    'has-bank-account',
    'has-health-cover',
    'needs-benefit',
    'other-medicine',
    'hiv-treatment',
    'hcv-treatment',
    'psychiatric-medicine',
    'has-doctor',
    'belongings-in-store',
    'has-debts',
    'licence-conditions',
    'benefit-before',
    'treatment-away',
  ])('a yes and a no to %s are that, and nothing said is unknown', (code) => {
    expect(ruleFacts({ [code]: 'yes' })[code]).toBe('yes')
    expect(ruleFacts({ [code]: 'no' })[code]).toBe('no')
    expect(ruleFacts()[code]).toBe('unknown')
  })

  it.each(['in-property', 'handed-over', 'left-in-prison', 'declined', 'none'])('a kit that is %s', (kit) => {
    expect(ruleFacts({ kit }).kit).toBe(kit)
  })
})

describe('what is recorded elsewhere, as the rules read it', () => {
  it.each<[string, Partial<Omit<CaseForRules, 'facts'>>, Partial<RuleFacts>]>([
    ['somebody who stands by', { hasSupporter: true }, { supporters: 'yes' }],
    ['nobody who stands by', { hasSupporter: false }, { supporters: 'unknown' }],
    ['an interpreter', { interpreterNeeded: true }, { interpreter: 'yes' }],
    ['an interpreter that nobody asked about', { interpreterNeeded: null }, { interpreter: 'unknown' }],
    ['a kit that was left, and replaced', { isLeftKitReplaced: true }, { 'left-kit-replaced': 'yes' }],
    ['a kit that was left', {}, { 'left-kit-replaced': 'no' }],
    ['an overdose plan', { overdosePlan: 'made' }, { 'overdose-plan': 'made' }],
    ['nothing in store', { belongingStates: [] }, { 'belongings-listed': 'no', 'belongings-gone': 'no' }],
    ['nothing listed', {}, { 'belongings-listed': 'no', 'belongings-gone': 'no' }],
    ['a bag in store', { belongingStates: ['in-store'] }, { 'belongings-listed': 'yes', 'belongings-gone': 'no' }],
    [
      'one of two in store',
      { belongingStates: ['collected', 'in-store'] },
      { 'belongings-listed': 'yes', 'belongings-gone': 'no' },
    ],
    [
      'all collected',
      { belongingStates: ['collected', 'collected'] },
      { 'belongings-listed': 'yes', 'belongings-gone': 'yes' },
    ],
    ['a first night that somebody confirmed', { isFirstNightConfirmed: true }, { 'first-night-confirmed': 'yes' }],
    ['a first night that nobody confirmed', {}, { 'first-night-confirmed': 'no' }],
    [
      'a letter about the flat',
      { lettersWritten: ['tenancy'] },
      { 'kept-home-written': 'yes', 'kept-job-written': 'no' },
    ],
    [
      'a letter about its costs',
      { lettersWritten: ['housing-costs'] },
      { 'kept-home-written': 'yes', 'kept-job-written': 'no' },
    ],
    ['a letter about the job', { lettersWritten: ['job'] }, { 'kept-home-written': 'no', 'kept-job-written': 'yes' }],
    [
      'letters about both',
      { lettersWritten: ['job', 'tenancy'] },
      { 'kept-home-written': 'yes', 'kept-job-written': 'yes' },
    ],
    ['no letter', {}, { 'kept-home-written': 'no', 'kept-job-written': 'no' }],
    ['no treatment away', { treatmentsAway: [] }, { 'treatment-away-ready': 'unknown' }],
    ['treatment away with all of it', { treatmentsAway: [READY_AWAY] }, { 'treatment-away-ready': 'yes' }],
    [
      'treatment away without a home after it',
      { treatmentsAway: [{ ...READY_AWAY, afterHome: null }] },
      { 'treatment-away-ready': 'no' },
    ],
    [
      'one of two ready',
      { treatmentsAway: [READY_AWAY, { ...READY_AWAY, admissionOn: null }] },
      { 'treatment-away-ready': 'no' },
    ],
  ])('%s', (_what, recorded, expected) => expect(ruleFacts({}, recorded)).toMatchObject(expected))

  it.each([
    ['other-pharmacy', 'asks-other-pharmacy'],
    ['other-time', 'asks-other-time'],
    ['depot', 'asks-depot'],
    ['money-held', 'asks-money-held'],
  ] as const)('own words that ask for %s, and for nothing else', (task, fact) => {
    const facts = ruleFacts({}, { wordTasks: [task] })
    const asked = (['asks-other-pharmacy', 'asks-other-time', 'asks-depot', 'asks-money-held'] as const).filter(
      (each) => facts[each] === 'yes',
    )
    expect(asked).toEqual([fact])
    expect(ruleFacts()[fact]).toBe('no')
  })
})
