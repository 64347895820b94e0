import { describe, expect, it } from 'vitest'
import { LEGAL_BASES, type LegalBasis, SOURCE_OF_BASIS } from './break-glass-codes.ts'

describe('ACC-2: where a ground for an emergency look stands in the law', () => {
  it.each<[LegalBasis, string[]]>([
    ['vital-interests', ['6(1)(d)', '9(2)(c)']],
    ['health-care', ['6(1)(e)', '9(2)(h)']],
    ['safeguarding', ['6(1)(e)', '9(2)(g)', 'law of the country']],
  ])('%s: %j of the GDPR', (basis, articles) => {
    const { source } = SOURCE_OF_BASIS[basis]
    for (const words of ['GDPR', 'UK GDPR', ...articles]) expect(source).toContain(words)
  })

  it('says of each that no lawyer of the country has looked at it', () => {
    expect(LEGAL_BASES.filter((basis) => SOURCE_OF_BASIS[basis].isConfirmed)).toEqual([])
  })
})
