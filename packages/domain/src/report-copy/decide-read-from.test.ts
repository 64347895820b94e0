import { describe, expect, it } from 'vitest'
import {
  type CopyState,
  decideReadFrom,
  FOLLOWS_WITHIN_SECONDS,
  OLDEST_SECONDS,
  type ReadFrom,
  wholeUntil,
} from './decide-read-from.ts'

const behind = (behindSeconds: number): CopyState => ({ kind: 'here', behindSeconds })

describe('H12: figures are read', () => {
  it.each<[string, CopyState, number | null, object]>([
    ['from the copy when it is level', behind(0), null, { from: 'copy', behindSeconds: 0 }],
    ['from a copy that lags thirty seconds', behind(30), null, { from: 'copy', behindSeconds: 30 }],
    ['from a copy exactly as old as may be', behind(OLDEST_SECONDS), null, { from: 'copy' }],
    ['from the database when it is older', behind(OLDEST_SECONDS + 1), null, { because: 'copy-behind' }],
    ['from the database where there is no copy', { kind: 'none' }, 1, { from: 'database', because: 'no-copy' }],
    ['from the database while the copy is away', { kind: 'away' }, null, { because: 'copy-away' }],
    ['from the database by who wrote after the copy', behind(30), 29, { because: 'own-writes', behindSeconds: 30 }],
    [
      'from the database while figures follow a deed',
      behind(30),
      30 + FOLLOWS_WITHIN_SECONDS,
      { because: 'own-writes' },
    ],
    ['from the copy once it has the deed and its figures', behind(30), 31 + FOLLOWS_WITHIN_SECONDS, { from: 'copy' }],
    ['from the database right after a deed, however level the copy', behind(0), 0, { because: 'own-writes' }],
  ])('%s', (_, copy, sinceOwnWrite, expected) => {
    expect(decideReadFrom(copy, sinceOwnWrite)).toMatchObject(expected)
  })

  it('from a copy as old as the site allows, or never', () => {
    expect(decideReadFrom(behind(30), null, 20)).toMatchObject({ because: 'copy-behind', behindSeconds: 30 })
    expect(decideReadFrom(behind(3_000), null, 3_600)).toMatchObject({ from: 'copy' })
  })
})

describe('H12: figures are whole', () => {
  const saidUntil = new Date('2026-04-03T10:00:30Z')
  it.each<[string, ReadFrom, string]>([
    ['until then, in the database', { from: 'database', because: 'no-copy' }, '2026-04-03T10:00:30.000Z'],
    [
      'in the database whatever the copy lacks',
      { from: 'database', because: 'copy-behind', behindSeconds: 900 },
      '2026-04-03T10:00:30.000Z',
    ],
    ['in a copy as long before as it is behind', { from: 'copy', behindSeconds: 30 }, '2026-04-03T10:00:00.000Z'],
  ])('%s', (_, readFrom, expected) => {
    expect(wholeUntil(saidUntil, readFrom).toISOString()).toBe(expected)
  })
})
