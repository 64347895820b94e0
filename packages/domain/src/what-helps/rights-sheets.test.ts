import { describe, expect, it } from 'vitest'
import { findRightsSheet, RIGHTS, RIGHTS_SHEETS, type RightsCountry, saidRights } from './rights-sheets.ts'

describe('the sheets of rights', () => {
  it.each(Object.keys(RIGHTS_SHEETS) as RightsCountry[])(
    '%s: each line has a source and a mark, or is empty',
    (country) => {
      const found = findRightsSheet(country)
      expect(Object.keys(found?.sheet ?? {})).toEqual([...RIGHTS])
      for (const line of Object.values(found?.sheet ?? {}))
        if (line) expect([line.source.length > 0, ['S', 'K'].includes(line.mark)]).toEqual([true, true])
      expect(saidRights(country)).toContain('my-data')
    },
  )

  it('no complaint route is guessed', () => {
    expect(Object.values(RIGHTS_SHEETS).map(({ complaint }) => complaint)).toEqual([null, null, null, null, null, null])
  })

  it.each([['SE'], [null], ['toString']])('%s has no sheet', (country) => {
    expect(findRightsSheet(country)).toBeNull()
  })
})
