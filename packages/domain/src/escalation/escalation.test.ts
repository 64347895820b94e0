import { describe, expect, it } from 'vitest'
import { nobodyThere } from './decide-at-press.ts'
import { decideTimeOut } from './decide-time-out.ts'
import { escalationTimes, isLate } from './escalation-times.ts'
import { isNearRelease } from './near-release.ts'

const at = (text: string) => new Date(`2026-${text}Z`)

describe('when the steps are (ESC-1, ESC-2)', () => {
  it.each([
    ['four hours', '03-26T09:00:00', '03-26T13:00:00', '03-26T11:00:00', '03-26T12:00:00'],
    ['over the clock change', '03-28T20:00:00', '03-29T04:00:00', '03-29T00:00:00', '03-29T02:00:00'],
    ['due at once', '03-26T09:00:00', '03-26T09:00:00', '03-26T09:00:00', '03-26T09:00:00'],
  ])('%s', (_name, sent, due, half, ring) => {
    expect(escalationTimes(at(sent), at(due))).toEqual({ halfAt: at(half), ringAt: at(ring) })
  })

  it('a minute is not late, a second more is', () => {
    expect(isLate(at('03-26T09:00:00'), at('03-26T09:01:00'))).toBe(false)
    expect(isLate(at('03-26T09:00:00'), at('03-26T09:01:01'))).toBe(true)
  })
})

describe('who answers when time is up (ESC-3)', () => {
  const handoff = { sendingServiceId: 'prison', asked: ['harbour'] }
  it.each([
    ['nobody agreed', handoff, null, { to: 'sender', because: 'no-agreement' }],
    ['agreed', handoff, { serviceId: 'riverside', canReceive: true }, { to: 'fallback', serviceId: 'riverside' }],
    ['the sender', handoff, { serviceId: 'prison', canReceive: true }, { to: 'sender', because: 'is-the-sender' }],
    ['itself', handoff, { serviceId: 'harbour', canReceive: true }, { to: 'sender', because: 'circle' }],
    [
      'back to whoever was silent',
      { ...handoff, asked: ['riverside', 'harbour'] },
      { serviceId: 'harbour', canReceive: true },
      { to: 'sender', because: 'circle' },
    ],
    ['another area', handoff, { serviceId: 'haven', canReceive: false }, { to: 'sender', because: 'cannot-receive' }],
  ] as const)('%s', (_name, of, agreement, decided) => {
    expect(decideTimeOut(of, agreement)).toEqual(decided)
  })
})

describe('F12: whether anybody can answer in time (ESC-5)', () => {
  const there = { kind: 'emergency', ring: 'open', hasWorkers: true, mailboxBounces: false } as const
  it.each([
    ['open', there, null],
    ['open again in time', { ...there, ring: 'opens-in-time' }, null],
    ['closed until too late', { ...there, ring: 'closed-until-too-late' }, 'closed'],
    ['closed, short notice', { ...there, kind: 'short-notice', ring: 'closed-until-too-late' }, 'closed'],
    ['closed, but planned', { ...there, kind: 'planned', ring: 'closed-until-too-late' }, null],
    ['hours nobody knows', { ...there, ring: 'hours-unknown' }, null],
    ['nobody signs in', { ...there, hasWorkers: false }, 'no-worker'],
    ['the mailbox bounces', { ...there, mailboxBounces: true }, 'mailbox-bounces'],
    ['nobody signs in and closed', { ...there, hasWorkers: false, ring: 'closed-until-too-late' }, 'no-worker'],
  ] as const)('%s', (_name, receiver, reason) => {
    expect(nobodyThere(receiver)).toBe(reason)
  })
})

describe('what is near a release (ESC-6)', () => {
  it.each([
    ['48 hours before', '03-26T09:00:00', null, '03-24T09:00:00', true],
    ['a second more', '03-26T09:00:00', null, '03-24T08:59:59', false],
    ['48 hours after', '03-20T09:00:00', '03-26T09:00:00', '03-28T09:00:00', true],
    ['long after', '03-26T09:00:00', '03-26T09:00:00', '03-28T09:00:01', false],
    ['no date', null, null, '03-26T09:00:00', false],
  ])('%s', (_name, expected, released, now, near) => {
    const release = { expectedAt: expected && at(expected), releasedAt: released && at(released) } as never
    expect(isNearRelease(release, at(now))).toBe(near)
  })
})
