import { describe, expect, it } from 'vitest'
import { COUNTRY_PACKS } from './country-packs.ts'
import { isMissingStep, MISSING_STEP_CODES, missingSteps } from './did-not-arrive.ts'

const NOW = new Date('2026-03-26T09:00:00Z')
const codes = (pack: string | null, area: Parameters<typeof missingSteps>[1]) =>
  missingSteps(pack, area, NOW, true).map(({ code }) => code)

describe('looking for somebody who did not arrive', () => {
  it('begins with ringing them, within the hour, and ends with going to look', () => {
    expect(missingSteps('no', 'omt', NOW, true).map(({ code, dueAt }) => [code, dueAt.toISOString()])).toEqual([
      ['not-arrived-ring-person', '2026-03-26T10:00:00.000Z'],
      ['not-arrived-ring-sender', '2026-03-26T10:00:00.000Z'],
      ['not-arrived-ask-dosing-point', '2026-03-26T11:00:00.000Z'],
      ['not-arrived-ring-supporter', '2026-03-26T13:00:00.000Z'],
      ['not-arrived-keep-place', '2026-03-26T13:00:00.000Z'],
      ['not-arrived-go-and-look', '2026-03-27T09:00:00.000Z'],
    ])
  })

  it('never names a dosing point to whoever may not know of a treatment', () => {
    for (const area of ['housing', 'benefits', 'documents', 'work', 'belongings', 'support'] as const)
      expect(codes(null, area)).not.toContain('not-arrived-ask-dosing-point')
    expect(codes(null, 'omt')).toContain('not-arrived-ask-dosing-point')
  })

  it('rings no supporter who may not be told', () => {
    const rung = (may: boolean) => missingSteps('no', 'support', NOW, may).map(({ code }) => code)
    expect(rung(true)).toContain('not-arrived-ring-supporter')
    expect(rung(false)).not.toContain('not-arrived-ring-supporter')
    expect(rung(false)).toHaveLength(rung(true).length - 1)
  })

  it.each([...COUNTRY_PACKS.map(({ code }) => code), 'xx', null])('has steps in %s', (pack) => {
    expect(codes(pack, 'support').length).toBeGreaterThan(3)
  })

  it('knows its own codes and no other', () => {
    expect(MISSING_STEP_CODES.every(isMissingStep)).toBe(true)
    expect(isMissingStep('omt-first-dose')).toBe(false)
  })
})
