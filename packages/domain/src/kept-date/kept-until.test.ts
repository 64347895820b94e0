import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { AREA_OF_KEPT, KEPT_KINDS, type KeptKind } from './kept-codes.ts'
import { keptUntilByRule } from './kept-until.ts'

describe('until when something is kept (CIR-3)', () => {
  it.each<[KeptKind, string, string, string | null]>([
    ['housing-costs', 'GB', '2025-11-03', '2026-05-03'],
    ['housing-costs', 'GB', '2025-08-31', '2026-02-28'],
    ['housing-costs', 'GB', '2023-08-31', '2024-02-29'],
    ['housing-costs', 'GB', '2025-12-31', '2026-06-30'],
    // No rule is sourced: the day comes from whoever keeps it.
    ['tenancy', 'GB', '2025-11-03', null],
    ['job', 'GB', '2025-11-03', null],
    ['housing-costs', 'DE', '2025-11-03', null],
    ['housing-costs', 'NO', '2025-11-03', null],
  ])('%s in %s, inside since %s', (kind, country, admittedOn, until) => {
    expect(keptUntilByRule(kind, country, getPlainDate(admittedOn))).toBe(until)
  })

  it('every kind belongs to one area, and none to a treatment', () => {
    expect(KEPT_KINDS.map((kind) => AREA_OF_KEPT[kind])).toEqual(['housing', 'benefits', 'benefits', 'work'])
  })
})
