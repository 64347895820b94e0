import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../access/access-codes.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { isObjectionOverdue, objectionDueAt } from '../objection/objection-due.ts'
import type { Capacity } from './consent-codes.ts'
import { decideConsent } from './decide-consent.ts'
import { BASIS_GROUPS, basisGroupOf, LAWFUL_BASES, lawfulBasis } from './lawful-bases.ts'

const LONDON = getZone('Europe/London')
const OSLO = getZone('Europe/Oslo')
const NOW = new Date('2026-03-26T10:00:00Z')
const day = (text: string | null) => (text === null ? null : getPlainDate(text))

describe('F07: what is a consent, and from when to when', () => {
  it.each<[Capacity, string, string | null, string]>([
    ['can-decide', '2026-03-26', null, 'now .. withdrawn'],
    ['can-decide', '2026-03-20', '2026-03-26', 'now .. 2026-03-27T00:00:00.000Z'],
    // Its last day is the one on which the clock goes forward.
    ['can-decide', '2026-03-28', '2026-03-29', '2026-03-28T00:00:00.000Z .. 2026-03-29T23:00:00.000Z'],
    ['can-decide', '2026-03-01', '2026-03-25', 'is-over'],
    ['cannot-decide', '2026-03-26', null, 'cannot-decide'],
    ['not-looked-at', '2026-03-26', null, 'capacity-not-looked-at'],
    // Whether the person can decide comes before which days they meant.
    ['not-looked-at', '2026-03-01', '2026-03-25', 'capacity-not-looked-at'],
  ])('%s, %s to %s: %s', (capacity, fromOn, toOn, expected) => {
    const decided = decideConsent({ capacity, fromOn: getPlainDate(fromOn), toOn: day(toOn) }, LONDON, NOW)
    const said = decided.is
      ? `${decided.span.validFrom.getTime() === NOW.getTime() ? 'now' : decided.span.validFrom.toISOString()} .. ${decided.span.validUntil?.toISOString() ?? 'withdrawn'}`
      : decided.because
    expect(said).toBe(expected)
  })
})

describe('by when an objection is decided (rule CON-3)', () => {
  it.each([
    ['2026-03-26T10:00:00Z', LONDON, '2026-03-27T00:00:00.000Z'],
    ['2026-03-26T23:30:00Z', LONDON, '2026-03-27T00:00:00.000Z'],
    // In Oslo it is the 27th already.
    ['2026-03-26T23:30:00Z', OSLO, '2026-03-27T23:00:00.000Z'],
    // The day on which the clock goes forward has 23 hours.
    ['2026-03-29T08:00:00Z', OSLO, '2026-03-29T22:00:00.000Z'],
  ])('made at %s in %s: by %s', (recordedAt, zone, expected) => {
    const dueAt = objectionDueAt(new Date(recordedAt), zone)
    expect(dueAt.toISOString()).toBe(expected)
    expect(isObjectionOverdue({ dueAt, decision: null }, new Date(dueAt.getTime() - 1))).toBe(false)
    expect(isObjectionOverdue({ dueAt, decision: null }, dueAt)).toBe(true)
    expect(isObjectionOverdue({ dueAt, decision: 'not-upheld' }, dueAt)).toBe(false)
  })
})

describe('what the law of a country calls it (rule CON-4)', () => {
  it('says for every country and group how it is cited, that it is not confirmed and when it is looked at again, or nothing', () => {
    for (const [country, bases] of Object.entries(LAWFUL_BASES)) {
      expect(Object.keys(bases)).toEqual([...BASIS_GROUPS])
      for (const basis of Object.values(bases))
        if (basis !== null) {
          expect([country, basis.mark]).toEqual([country, 'K'])
          expect(basis.source.length).toBeGreaterThan(3)
          expect(basis.reviewBy).toMatch(/^\d{4}-\d\d-\d\d$/)
        }
    }
  })

  it.each([
    ['DE', 'hiv-hcv', 'release-from-secrecy'],
    ['NO', 'omt', 'taushetsplikt'],
    ['FR', 'health', 'secret-professionnel'],
    ['GB', 'release', 'common-law-duty'],
    ['GB', 'housing', null],
    ['DE', 'partner', null],
    ['CH', 'omt', null],
  ] as const)('%s, %s: %s', (country, category, law) => {
    expect(lawfulBasis(country, category)?.law ?? null).toBe(law)
  })

  it('belongs every kind of information to a group', () => {
    for (const category of CATEGORIES) expect(BASIS_GROUPS).toContain(basisGroupOf(category))
  })
})
