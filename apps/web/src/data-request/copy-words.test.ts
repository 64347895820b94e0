import { describe, expect, it } from 'vitest'
import { copyWords } from './copy-words.ts'

const CASES = [
  ['a fact’s code', 'en', 'pregnant', { table: 'case_fact', field: 'code', code: 'pregnant' }, 'Pregnant'],
  ['its answer', 'en', 'yes', { table: 'case_fact', field: 'value', code: 'pregnant' }, 'Yes'],
  ['an answer of that fact alone', 'en', 'none', { table: 'case_fact', field: 'value', code: 'bed' }, 'No bed'],
  [
    'an answer in free words',
    'en',
    '07700 900376',
    { table: 'case_fact', field: 'value', code: 'phone' },
    '07700 900376',
  ],
  ['in the language of the copy', 'nb', 'yes', { table: 'case_fact', field: 'value', code: 'pregnant' }, 'Ja'],
  [
    'a step of the plan',
    'en',
    'omt-ask',
    { table: 'checklist_item', field: 'code', code: 'omt-ask' },
    'Ask whether the person is treated, or wants to be',
  ],
  ['a code that no screen words', 'en', 'left-early', { table: 'dose', field: 'because', code: null }, 'left early'],
] as const

describe('the words of a copy for the person', () => {
  it.each(CASES)('%s (%s)', (_what, locale, value, whose, shown) => {
    expect(copyWords(locale, 'Europe/London').value(value, whose)).toBe(shown)
  })
})
