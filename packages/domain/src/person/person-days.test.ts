import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import type { Certainty } from '../release/release-codes.ts'
import { mayLeaveMessage } from './contact-safety.ts'
import { personDayRefusals } from './decide-person-days.ts'

const TODAY = getPlainDate('2026-11-21')

describe('D06: the days of a person and their custody, today being 21 November 2026', () => {
  it.each<[string | null, string, string | null, Certainty, string[]]>([
    ['1985-03-12', '2026-11-01', '2027-01-31', 'confirmed', []],
    [null, '2026-11-21', null, 'could-be-any-day', []],
    ['1985-03-12', '2026-11-01', '2026-11-10', 'expected', []],
    [
      '2026-11-22',
      '2026-11-01',
      '2027-01-31',
      'confirmed',
      ['person.dateOfBirth.in-future', 'custody-episode.admittedOn.before-date-of-birth'],
    ],
    ['1906-11-20', '2026-11-01', '2027-01-31', 'confirmed', ['person.dateOfBirth.too-long-ago']],
    ['1985-03-12', '2026-11-22', '2027-01-31', 'confirmed', ['custody-episode.admittedOn.in-future']],
    ['1985-03-12', '2026-11-01', null, 'confirmed', ['custody-episode.releaseDate.missing']],
    ['1985-03-12', '2026-11-01', null, 'expected', ['custody-episode.releaseDate.missing']],
    ['1985-03-12', '2026-11-01', '2026-10-31', 'could-be-any-day', ['custody-episode.releaseDate.before-admitted-on']],
    ['1985-03-12', '2026-11-01', '2199-01-01', 'expected', ['custody-episode.releaseDate.too-far']],
  ])('born %s, admitted %s, out %s (%s)', (born, admitted, out, releaseCertainty, messages) => {
    const refusals = personDayRefusals(
      { dateOfBirth: born === null ? null : getPlainDate(born) },
      { admittedOn: getPlainDate(admitted), releaseDate: out === null ? null : getPlainDate(out), releaseCertainty },
      TODAY,
    )
    expect(refusals.map((refusal) => refusal.message)).toEqual(messages)
  })

  it('asks about birth alone when nothing else is corrected', () => {
    expect(personDayRefusals({ dateOfBirth: getPlainDate('2031-05-04') }, null, TODAY)).toEqual([
      { path: ['person', 'dateOfBirth'], message: 'person.dateOfBirth.in-future' },
    ])
    expect(personDayRefusals({ dateOfBirth: null }, null, TODAY)).toEqual([])
  })
})

describe('a message on the machine', () => {
  it.each([
    [true, 'phone', true],
    [true, 'none', false],
    [true, null, true],
    [false, 'phone', false],
    [null, 'phone', false],
  ] as const)('asked %s, by %s: %s', (voicemail, channel, may) => {
    expect(mayLeaveMessage({ voicemail, channel })).toBe(may)
  })
})
