import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PackFacts, packCompleteness } from './pack-completeness.ts'
import { PACK_PARTS } from './pack-parts.ts'

const ALL: PackFacts = {
  onTreatment: 'yes',
  isTrained: true,
  hasKit: true,
  hasLetter: true,
  hasPrescriber: true,
  hasDosingPoint: true,
  hasPhone: true,
}
const OF_PART = {
  trained: 'isTrained',
  kit: 'hasKit',
  letter: 'hasLetter',
  prescriber: 'hasPrescriber',
  'dosing-point': 'hasDosingPoint',
  phone: 'hasPhone',
} as const
const stateOf = (facts: PackFacts, part: string) =>
  packCompleteness(facts).parts.find((one) => one.part === part)?.state

describe('the minimum pack (REL-10)', () => {
  it('is complete with all six', () => {
    expect(packCompleteness(ALL)).toMatchObject({ isComplete: true, there: 6, needed: 6 })
  })

  it.each(PACK_PARTS)('without %s it is not, whoever is treated', (part) => {
    const facts = { ...ALL, [OF_PART[part]]: false }
    expect(stateOf(facts, part)).toBe('missing')
    expect(packCompleteness(facts)).toMatchObject({ isComplete: false, there: 5, needed: 6 })
  })

  it.each(['letter', 'prescriber', 'dosing-point'] as const)(
    '%s: not needed without treatment, unknown unasked',
    (part) => {
      const without = { ...ALL, [OF_PART[part]]: false }
      expect(stateOf({ ...without, onTreatment: 'no' }, part)).toBe('not-needed')
      expect(packCompleteness({ ...without, onTreatment: 'no' })).toMatchObject({ isComplete: true, needed: 3 })
      expect(stateOf({ ...without, onTreatment: 'unknown' }, part)).toBe('unknown')
      expect(packCompleteness({ ...without, onTreatment: 'unknown' }).isComplete).toBe(false)
    },
  )

  it('a kit without training is there, and training without a kit is there', () => {
    expect(stateOf({ ...ALL, isTrained: false }, 'kit')).toBe('there')
    expect(stateOf({ ...ALL, hasKit: false }, 'trained')).toBe('there')
  })

  it('one part more never makes it less complete', () => {
    const facts = fc.record<PackFacts>({
      onTreatment: fc.constantFrom('yes', 'no', 'unknown'),
      isTrained: fc.boolean(),
      hasKit: fc.boolean(),
      hasLetter: fc.boolean(),
      hasPrescriber: fc.boolean(),
      hasDosingPoint: fc.boolean(),
      hasPhone: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...PACK_PARTS), (before, part) => {
        const after = packCompleteness({ ...before, [OF_PART[part]]: true })
        expect(after.there).toBeGreaterThanOrEqual(packCompleteness(before).there)
        expect(after.isComplete || !packCompleteness(before).isComplete).toBe(true)
      }),
    )
  })
})
