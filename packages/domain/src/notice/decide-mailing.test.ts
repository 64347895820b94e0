import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '../calendar/opening-hours.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { ClockTime, getZone } from '../calendar/zone.ts'
import { afterQuiet, decideMailing, UNDO_MS } from './decide-mailing.ts'
import { NEVER_MAILED, NOTICE_KINDS, NOTICE_RULES } from './notice-kinds.ts'
import {
  DEFAULT_NOTICE_SETTINGS,
  defaultWay,
  KINDS_TO_CHOOSE,
  NOTICE_WAYS,
  type NoticeSettings,
  wayOf,
  waysOf,
} from './notice-settings.ts'

const ZONE = getZone('Europe/London')
const HOURS: OpeningHours = {
  zone: ZONE,
  weekly: {
    open: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`${day}`, [range('09:00', '17:00')]])),
    dosing: null,
  },
  closures: [{ from: getPlainDate('2026-04-07'), to: getPlainDate('2026-04-07') }],
  holidays: [],
  confirmedDays: [],
}
function range(from: string, to: string) {
  return { from: ClockTime.parse(from), to: ClockTime.parse(to) }
}
const AT = { zone: ZONE, hours: HOURS }
const NOBODY = { hasColleague: false, hasDutyMailbox: false }
const EVERYBODY = { hasColleague: true, hasDutyMailbox: true }
const settings = (more: Partial<NoticeSettings> = {}): NoticeSettings => ({ ...DEFAULT_NOTICE_SETTINGS, ...more })
const happened = (at: string, more: object = {}) => ({
  kind: 'handoff-sent' as const,
  urgency: 'ordinary' as const,
  causedAt: new Date(at),
  ...more,
})
const soon = (at: string) => new Date(Date.parse(at) + UNDO_MS)

describe('U18: which ways there are', () => {
  it.each(NOTICE_KINDS)(
    '%s: what is safety-critical is not muted or put off, and goes at once before anybody chose',
    (kind) => {
      const { isSafetyCritical } = NOTICE_RULES[kind]
      const ways = waysOf(kind)
      if (NEVER_MAILED.includes(kind)) return expect(ways).toEqual([])
      expect(ways).toContain(defaultWay(kind))
      expect(ways.includes('muted')).toBe(!isSafetyCritical)
      expect(ways.includes('once-a-day')).toBe(!isSafetyCritical)
      expect(ways.includes('colleague') && ways.includes('duty')).toBe(isSafetyCritical)
      expect(defaultWay(kind)).toBe(isSafetyCritical ? 'at-once' : 'once-a-day')
    },
  )

  it('a stored way that is not allowed is the default', () => {
    for (const kind of KINDS_TO_CHOOSE)
      for (const way of NOTICE_WAYS)
        expect(wayOf(kind, { ways: { [kind]: way } })).toBe(waysOf(kind).includes(way) ? way : defaultWay(kind))
  })
})

describe('to whom a notice goes by e-mail, and when', () => {
  const NOON = '2026-04-01T11:00:00Z'
  it.each([
    // ways, what is there, to, why
    [{}, EVERYBODY, 'self', 'nothing was chosen'],
    [{ 'handoff-sent': 'colleague' }, EVERYBODY, 'colleague', 'a colleague is there'],
    [{ 'handoff-sent': 'colleague' }, NOBODY, 'self', 'the colleague has gone'],
    [{ 'handoff-sent': 'duty' }, EVERYBODY, 'duty', 'there is a duty mailbox'],
    [{ 'handoff-sent': 'duty' }, NOBODY, 'self', 'there is none'],
    [{ 'handoff-sent': 'muted' }, EVERYBODY, 'self', 'it cannot be muted'],
  ] as const)('%o, %o: to %s, because %s', (ways, there, to, _because) => {
    expect(decideMailing(happened(NOON), settings({ ways }), there, AT)).toEqual({ to, at: soon(NOON) })
  })

  it('to nobody: muted, or never by e-mail', () => {
    const muted = settings({ ways: { 'handoff-accepted': 'muted' } })
    expect(decideMailing(happened(NOON, { kind: 'handoff-accepted' }), muted, EVERYBODY, AT)).toBeNull()
    expect(
      decideMailing(happened(NOON, { kind: 'case-stopped', urgency: 'emergency' }), settings(), EVERYBODY, AT),
    ).toBeNull()
  })

  it.each([
    // happened, urgency, leaves
    ['2026-04-01T18:59:00Z', 'ordinary', '2026-04-01T18:59:10Z', 'a minute before the quiet hours'],
    ['2026-04-01T19:00:00Z', 'ordinary', '2026-04-02T06:00:00Z', 'as they begin, at 20:00 there'],
    ['2026-04-02T05:59:30Z', 'ordinary', '2026-04-02T06:00:00Z', 'just before they end'],
    ['2026-04-02T05:59:55Z', 'ordinary', '2026-04-02T06:00:05Z', 'the undo runs past their end'],
    ['2026-04-01T23:30:00Z', 'emergency', '2026-04-01T23:30:10Z', 'an emergency knows none'],
    ['2026-03-28T22:00:00Z', 'ordinary', '2026-03-29T06:00:00Z', 'the clocks go forward that night'],
    ['2026-10-24T22:00:00Z', 'ordinary', '2026-10-25T07:00:00Z', 'the clocks go back that night'],
  ] as const)('F16: quiet hours, %s %s: leaves %s (%s)', (at, urgency, leaves, _why) => {
    expect(decideMailing(happened(at, { urgency }), settings(), NOBODY, AT)?.at).toEqual(new Date(leaves))
  })

  it('without quiet hours, and to whoever is on duty, it leaves in the night', () => {
    const night = '2026-04-01T23:30:00Z'
    expect(decideMailing(happened(night), settings({ quiet: null }), NOBODY, AT)?.at).toEqual(soon(night))
    const duty = settings({ ways: { 'handoff-sent': 'duty' } })
    expect(decideMailing(happened(night), duty, EVERYBODY, AT)?.at).toEqual(soon(night))
  })

  it.each([
    ['2026-04-01T07:59:00Z', HOURS, '2026-04-01T08:00:00Z', 'the same morning'],
    ['2026-04-01T08:00:00Z', HOURS, '2026-04-02T08:00:00Z', 'it has opened already'],
    ['2026-04-03T12:00:00Z', HOURS, '2026-04-06T08:00:00Z', 'over a weekend'],
    ['2026-04-06T12:00:00Z', HOURS, '2026-04-08T08:00:00Z', 'over a closure'],
    ['2026-04-06T12:00:00Z', null, '2026-04-07T12:00:10Z', 'nobody knows the hours: a day later'],
  ] as const)('once a day, %s: leaves %s, because %s', (at, hours, leaves, _why) => {
    const told = decideMailing(happened(at, { kind: 'handoff-accepted' }), settings(), NOBODY, { zone: ZONE, hours })
    expect(told).toEqual({ to: 'self', at: new Date(leaves) })
  })

  it('an emergency is not put off to the one e-mail of the day', () => {
    const told = happened('2026-04-03T22:00:00Z', { kind: 'handoff-half-time', urgency: 'emergency' })
    expect(decideMailing(told, settings(), NOBODY, AT)?.at).toEqual(soon('2026-04-03T22:00:00Z'))
  })
})

describe('quiet hours within a day', () => {
  const lunch = range('12:00', '13:00')
  it.each([
    ['2026-04-01T10:59:00Z', '2026-04-01T10:59:00Z'],
    ['2026-04-01T11:00:00Z', '2026-04-01T12:00:00Z'],
    ['2026-04-01T11:59:59Z', '2026-04-01T12:00:00Z'],
    ['2026-04-01T12:00:00Z', '2026-04-01T12:00:00Z'],
  ])('%s becomes %s', (at, until) => {
    expect(afterQuiet(new Date(at), lunch, ZONE)).toEqual(new Date(until))
  })
})
