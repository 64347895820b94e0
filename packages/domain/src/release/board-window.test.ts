import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { boardWindowsOf } from './board-window.ts'
import type { BoardFacts } from './release-window.ts'

const NOW = new Date('2026-03-26T09:00:00Z')
const INSIDE: BoardFacts = {
  releaseDate: null,
  certainty: 'expected',
  releasedAt: null,
  seenOutsideAt: null,
  legalStatus: 'sentenced',
  zone: getZone('Europe/London'),
}

describe('REL-2: on which lists of the board somebody stands', () => {
  it.each<[string, Partial<BoardFacts>, string[]]>([
    ['a date within 28 days', { releaseDate: getPlainDate('2026-04-02') }, ['next-28-days']],
    ['a date beyond them: on none', { releaseDate: getPlainDate('2026-06-01') }, []],
    ['no date', {}, ['no-date']],
    ['no date, and any day possible', { legalStatus: 'remand' }, ['could-leave-today']],
    ['today', { releaseDate: getPlainDate('2026-03-26') }, ['could-leave-today', 'next-28-days']],
    ['a date that passed without a word', { releaseDate: getPlainDate('2026-03-20') }, ['could-leave-today']],
    [
      'remand with a date within 28 days',
      { legalStatus: 'remand', releaseDate: getPlainDate('2026-04-02') },
      ['could-leave-today', 'next-28-days'],
    ],
    [
      'remand with a date that passed: once',
      { legalStatus: 'remand', releaseDate: getPlainDate('2026-03-20') },
      ['could-leave-today'],
    ],
  ])('%s', (_what, facts, lists) => {
    expect(boardWindowsOf({ ...INSIDE, ...facts }, NOW)).toEqual(lists)
  })
})
