import { describe, expect, it } from 'vitest'
import { telephoneText } from '../src/text/telephone-text.ts'
import { INPUT_SCHEMAS } from './input-schemas.ts'

/** Every field of every procedure that is called a telephone; `channel: 'phone'` and the like are no fields of that name. */
const FIELDS = Object.entries(INPUT_SCHEMAS).flatMap(([action, { schema }]) =>
  Object.entries(schema._zod.def.shape ?? {})
    .filter(([field]) => /(phone|telephone)$/i.test(field))
    .map(([field, type]) => [`${action} ${field}`, type]),
)

describe('a field for a telephone number', () => {
  it.each(FIELDS)('%s takes a number and no words', (_name, type) => {
    expect(type.safeParse('+44 20 7946 0000').success).toBe(true)
    for (const words of ['ask Mo', '020 7946 0000 or 020 7946 0001', '020 7946 0000 ext 12'])
      expect(type.safeParse(words).error?.issues.map(({ message }) => message.replace(/^.*\./, ''))).toEqual([
        'no-number',
      ])
  })

  it('stands in nine procedures and more', () => expect(FIELDS.length).toBeGreaterThanOrEqual(9))

  it.each([
    ['112', []],
    ['000 01 101', []],
    ['(020) 7946-0000', []],
    ['', ['missing']],
    ['12', ['no-number']],
    ['+', ['no-number']],
    ['1'.repeat(41), ['too-long']],
  ])('%s', (typed, faults) => {
    const issues = telephoneText('person.phone', 40).safeParse(typed).error?.issues ?? []
    expect(issues.map(({ message }) => message.replace(/^.*\./, ''))).toEqual(faults)
  })
})
