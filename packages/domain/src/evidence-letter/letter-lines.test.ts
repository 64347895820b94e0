import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import type { LetterKind } from './letter-codes.ts'
import { type LetterGround, letterFacts, letterText } from './letter-facts.ts'

const day = getPlainDate
const TODAY = day('2026-03-26')
const NIGHT = { place: 'Haven Housing', by: 'Haven Housing', on: '2026-03-20T08:00:00Z' }
const GROUND: LetterGround = {
  name: 'Ana Costa',
  born: day('1984-04-28'),
  stays: [{ prison: 'HMP Northgate', from: day('2025-11-03'), to: null }],
  admittedOn: day('2025-11-03'),
  releaseDate: day('2026-04-02'),
  releasedOn: null,
  treatments: [],
  lastDose: { day: day('2026-03-25'), by: 'HMP Northgate', on: '2026-03-25T08:00:00Z' },
  firstNight: NIGHT,
  answers: { id: { value: 'ordered', by: 'HMP Northgate', on: '2026-03-20T08:00:00Z' } },
}
const WHO = ['name Ana Costa', 'born 1984-04-28']
const CUSTODY = ['admitted 2025-11-03', 'prison HMP Northgate', 'release-expected 2026-04-02']
const lines = (kind: LetterKind, ground: LetterGround = GROUND) =>
  letterFacts(kind, ground, TODAY).map(({ fact, value, by, on }) =>
    [fact, value ?? '?', by, on].filter((each) => each !== null).join(' '),
  )

describe('the lines of a letter, with whose entry each is', () => {
  it.each<[LetterKind, string[]]>([
    ['custody-and-release', [...WHO, ...CUSTODY]],
    ['residence', [...WHO, ...CUSTODY, 'first-night Haven Housing Haven Housing 2026-03-20T08:00:00Z']],
    [
      'benefits',
      [
        ...WHO,
        ...CUSTODY,
        'has-id ordered HMP Northgate 2026-03-20T08:00:00Z',
        'has-health-cover ?',
        'last-health-insurer ?',
        'has-bank-account ?',
        'benefit-before ?',
      ],
    ],
    [
      'omt-history',
      [...WHO, 'medicine ?', 'treatment-started ?', 'last-dose 2026-03-25 HMP Northgate 2026-03-25T08:00:00Z'],
    ],
  ])('%s', (kind, expected) => expect(lines(kind)).toEqual(expected))

  it('say that nobody knows where the first night is', () => {
    expect(lines('residence', { ...GROUND, firstNight: null }).at(-1)).toBe('first-night ?')
    expect(lines('omt-history', { ...GROUND, lastDose: null }).at(-1)).toBe('last-dose ?')
  })

  it('stand one below the other in what its hash is of', () => {
    const text = letterText({
      episodeId: 'episode',
      kind: 'residence',
      serviceId: 'haven',
      asOf: '2026-03-26',
      facts: [
        { fact: 'name', value: 'Ana\nCosta', by: null, on: null },
        { fact: 'first-night', value: 'Haven', by: 'Haven Housing', on: '2026-03-20' },
      ],
    })
    expect(text.split('\n')).toEqual([
      'letter residence of episode from haven as of 2026-03-26',
      '["name","Ana\\nCosta",null,null]',
      '["first-night","Haven","Haven Housing","2026-03-20"]',
    ])
  })
})
