import { expect, it } from 'vitest'
import { readStatedRelease } from './stated-release.ts'

const LONDON = 'Europe/London'

it.each([
  // day,         time,    which,    when
  ['2026-03-26', '09:15', null, { ok: true, releasedAt: new Date('2026-03-26T09:15:00Z') }],
  ['2026-03-26', '9.15', null, { ok: true, releasedAt: new Date('2026-03-26T09:15:00Z') }],
  ['2026-03-30', '09:15', null, { ok: true, releasedAt: new Date('2026-03-30T08:15:00Z') }],
  ['2026-03-29', '01:30', null, { ok: false, fault: 'impossible' }],
  ['2026-10-25', '01:30', null, { ok: false, fault: 'twice' }],
  ['2026-10-25', '01:30', 'earlier', { ok: true, releasedAt: new Date('2026-10-25T00:30:00Z') }],
  ['2026-10-25', '01:30', 'later', { ok: true, releasedAt: new Date('2026-10-25T01:30:00Z') }],
  ['2027-02-29', '09:15', null, { ok: false, fault: 'impossible' }],
  ['2026-03-26', '25:00', null, { ok: false, fault: 'impossible' }],
  ['2026-03-26', '', null, { ok: false, fault: 'missing' }],
  [null, '09:15', null, { ok: false, fault: 'missing' }],
] as const)('%s %s (%s)', (releasedOn, time, which, read) => {
  expect(readStatedRelease({ releasedOn, time, which }, LONDON)).toEqual(read)
})
