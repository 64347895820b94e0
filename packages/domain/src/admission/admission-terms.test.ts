import { describe, expect, it } from 'vitest'
import {
  ADMISSION_FILTERS,
  type AdmissionTerms,
  admissionFilterIn,
  COUPLES_TERMS,
  isAmong,
  WOMEN_ONLY,
} from './admission-terms.ts'

describe('whom a service takes', () => {
  it.each<[string, Pick<AdmissionTerms, 'womenOnly' | 'couples'> | null, string[]]>([
    ['never asked', null, []],
    ['both together', { womenOnly: 'no', couples: 'together' }, ['couples']],
    ['both on one site', { womenOnly: 'unknown', couples: 'same-site' }, ['couples']],
    ['women only', { womenOnly: 'yes', couples: 'no' }, ['women']],
    ['women only, couples together', { womenOnly: 'yes', couples: 'together' }, ['couples', 'women']],
    ['asked, and nobody knew', { womenOnly: 'unknown', couples: 'unknown' }, []],
  ])('%s', (_what, terms, among) => {
    expect(ADMISSION_FILTERS.filter((filter) => isAmong(filter, terms))).toEqual(among)
  })

  it('a list for two who come together proposes nobody who would part them', () => {
    for (const couples of COUPLES_TERMS)
      for (const womenOnly of WOMEN_ONLY)
        if (isAmong('couples', { couples, womenOnly })) expect(['together', 'same-site']).toContain(couples)
  })

  it('narrows to nothing by a word that is no filter', () => {
    expect([admissionFilterIn('couples'), admissionFilterIn('men'), admissionFilterIn(undefined)]).toEqual([
      'couples',
      null,
      null,
    ])
  })
})
