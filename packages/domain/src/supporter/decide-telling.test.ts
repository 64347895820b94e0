import { describe, expect, it } from 'vitest'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import { decideTelling, endsSoon, type SupporterConsent } from './decide-telling.ts'

const at = { now: new Date('2026-03-26T09:00:00Z'), today: day('2026-03-26') }
const ANA = { consent: 'yes', mayBeTold: ['my-appointments', 'that-i-am-out'] } as const
const said = (change: Partial<SupporterConsent> = {}): SupporterConsent => ({
  consentId: 'one',
  state: 'given',
  from: '2026-03-01T00:00:00.000Z',
  until: '2026-05-04T00:00:00.000Z',
  toOn: day('2026-05-03'),
  saidAt: '2026-03-01T10:00:00.000Z',
  ...change,
})

describe('what a supporter may be told (rule CON-5)', () => {
  it('is what is ticked, in one order, until the last day of the consent', () => {
    expect(decideTelling(ANA, [said()], at)).toEqual({
      what: ['that-i-am-out', 'my-appointments'],
      toOn: '2026-05-03',
      endsSoon: false,
    })
    expect(decideTelling(ANA, [said({ until: null, toOn: null })], at)).toMatchObject({ toOn: null, endsSoon: false })
  })

  it.each([
    ['no consent', ANA, []],
    ['refused', ANA, [said({ state: 'refused' })]],
    ['withdrawn', ANA, [said({ state: 'withdrawn' })]],
    ['expired', ANA, [said({ until: '2026-03-26T00:00:00.000Z' })]],
    ['not begun', ANA, [said({ from: '2026-03-27T00:00:00.000Z' })]],
    ['refused since', ANA, [said(), said({ consentId: 'two', state: 'refused', saidAt: '2026-03-20T10:00:00.000Z' })]],
    ['whom the person does not want rung', { ...ANA, consent: 'no' } as const, [said()]],
    ['whom nobody asked about', { ...ANA, consent: 'not-asked' } as const, [said()]],
    ['of whom nothing is ticked', { ...ANA, mayBeTold: [] }, [said()]],
  ])('is nothing: %s', (_why, supporter, consents) => {
    expect(decideTelling(supporter, consents, at)).toBeNull()
  })

  it('is told again after a refusal by a consent given since; of two the one that holds longer counts', () => {
    const refused = said({ consentId: 'two', state: 'refused', saidAt: '2026-02-20T10:00:00.000Z' })
    const longer = said({ consentId: 'three', until: null, toOn: null })
    expect(decideTelling(ANA, [refused, said()], at)).toMatchObject({ toOn: '2026-05-03' })
    expect(decideTelling(ANA, [said(), longer], at)).toMatchObject({ toOn: null })
    expect(decideTelling(ANA, [longer, said()], at)).toMatchObject({ toOn: null })
  })

  it.each([
    ['2026-03-26', true],
    ['2026-04-08', true],
    ['2026-04-09', false],
  ])('ends soon with the last day %s: %s', (toOn, soon) => {
    expect(endsSoon(day(toOn), at.today)).toBe(soon)
    expect(endsSoon(null, at.today)).toBe(false)
  })
})
