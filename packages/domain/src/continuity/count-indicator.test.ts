import { describe, expect, it } from 'vitest'
import { chain, GATE, hoursOut, releaseFacts } from '../../testing/continuity-releases.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import { countIndicator } from './count-indicator.ts'
import { INDICATORS, type Indicator } from './indicators.ts'

/** Long after everything is over. */
const later = new Date('2026-09-01T08:00:00Z')
const given = (hours: number, way: 'supervised' | 'take-home' | 'depot' = 'supervised') => ({
  givenAt: hoursOut(hours),
  way,
})
const timeless = { givenAt: null, way: 'supervised' } as const
const second = 1 / 3600

/** "met supervised": how a release counts, in short. */
function count(indicator: Indicator, facts: Partial<ContinuityFacts>, now = later): string[] {
  return countIndicator(indicator, releaseFacts(facts), now).map(({ outcome, detail }) => `${outcome} ${detail}`)
}

describe('dose within 48 hours (rule FIG-1)', () => {
  it.each<[string, Partial<ContinuityFacts>, string]>([
    ['supervised after three hours', { dosesOutside: [given(3)] }, 'met supervised'],
    ['a bag after three hours', { dosesOutside: [given(3, 'take-home')] }, 'met take-home'],
    ['a depot after three hours', { dosesOutside: [given(3, 'depot')] }, 'met depot'],
    ['the first of two', { dosesOutside: [given(30), given(3, 'depot')] }, 'met depot'],
    ['at 48:00:00', { dosesOutside: [given(48)] }, 'met supervised'],
    ['at 48:00:01', { dosesOutside: [given(48 + second)] }, 'not-met later'],
    ['at the gate', { dosesOutside: [given(0)] }, 'met supervised'],
    ['before the gate is no first dose outside', { dosesOutside: [given(-1)] }, 'unknown nothing-recorded'],
    ['nothing recorded', {}, 'unknown nothing-recorded'],
    ['a dose without a time', { dosesOutside: [timeless] }, 'unknown time-not-recorded'],
    ['one without a time, one too late', { dosesOutside: [timeless, given(60)] }, 'unknown time-not-recorded'],
    ['one without a time, one in time', { dosesOutside: [timeless, given(20)] }, 'met supervised'],
    ['take-home that lasts', { coverAtRelease: { lastsUntil: hoursOut(48), way: 'take-home' } }, 'met take-home'],
    ['a depot in its window', { coverAtRelease: { lastsUntil: hoursOut(200), way: 'depot' } }, 'met depot'],
    ['by schedule', { coverAtRelease: { lastsUntil: hoursOut(62), way: 'by-schedule' } }, 'met by-schedule'],
    [
      'cover that ends a second before',
      { coverAtRelease: { lastsUntil: hoursOut(48 - second), way: 'take-home' } },
      'unknown nothing-recorded',
    ],
    [
      'cover too short, dose too late',
      { coverAtRelease: { lastsUntil: hoursOut(30), way: 'take-home' }, dosesOutside: [given(60)] },
      'not-met later',
    ],
    ['not on treatment', { isOnTreatment: false, dosesOutside: [given(3)] }, 'left-out not-on-treatment'],
    ['treatment not known', { isOnTreatment: null }, 'left-out treatment-not-known'],
    ['died within 48 hours, dosed before', { diedAt: hoursOut(20), dosesOutside: [given(3)] }, 'left-out died'],
    ['died at 48 hours', { diedAt: hoursOut(48) }, 'unknown nothing-recorded'],
    ['back in custody within 48 hours', { backInCustodyAt: hoursOut(47) }, 'left-out back-in-custody'],
    ['back in custody at 48 hours', { backInCustodyAt: hoursOut(48) }, 'unknown nothing-recorded'],
    ['back in custody after', { backInCustodyAt: hoursOut(49) }, 'unknown nothing-recorded'],
  ])('%s', (_, facts, expected) => {
    expect(count('dose-within-48-hours', facts)).toEqual([expected])
  })

  it('until 48 hours are over silence is unknown all the same, and says that there is time', () => {
    expect(count('dose-within-48-hours', {}, hoursOut(48))).toEqual(['unknown still-within-time'])
    expect(count('dose-within-48-hours', {}, hoursOut(48 + second))).toEqual(['unknown nothing-recorded'])
  })
})

describe('treatment within 21 days (rule FIG-2)', () => {
  const started = (on: string) => ({ treatmentStartedOn: getPlainDate(on) })

  it.each<[string, Partial<ContinuityFacts>, string]>([
    ['on the day itself', started('2026-04-02'), 'met started-in-time'],
    ['on day 21', started('2026-04-23'), 'met started-in-time'],
    ['on day 22', started('2026-04-24'), 'not-met later'],
    ['nothing recorded', {}, 'unknown nothing-recorded'],
    ['declined', { hasDeclinedTreatment: true }, 'not-met declined'],
    ['declined, then started', { hasDeclinedTreatment: true, ...started('2026-04-10') }, 'met started-in-time'],
    ['died on day 20', { diedAt: hoursOut(20 * 24) }, 'not-met died'],
    ['died after, nothing recorded', { diedAt: hoursOut(30 * 24) }, 'unknown nothing-recorded'],
    ['back in custody on day 3', { backInCustodyAt: hoursOut(72) }, 'not-met back-in-custody'],
    ['started, then back', { backInCustodyAt: hoursOut(72), ...started('2026-04-03') }, 'met started-in-time'],
    ['never handed off', { isHandedOff: false, ...started('2026-04-03') }, 'left-out never-handed-off'],
    ['no need', { hasTreatmentNeed: false }, 'left-out no-need'],
    ['need not known', { hasTreatmentNeed: null }, 'left-out need-not-known'],
  ])('%s', (_, facts, expected) => {
    expect(count('treatment-within-21-days', facts)).toEqual([expected])
  })

  it('day 21 is a day in the prison calendar, and until it is over there is time', () => {
    expect(count('treatment-within-21-days', {}, new Date('2026-04-23T21:59:00Z'))).toEqual([
      'unknown still-within-time',
    ])
    expect(count('treatment-within-21-days', {}, new Date('2026-04-23T22:01:00Z'))).toEqual([
      'unknown nothing-recorded',
    ])
  })
})

describe('naloxone at the gate (rule FIG-3)', () => {
  it.each<[string, Partial<ContinuityFacts>, string]>([
    ['in hand', { naloxone: 'in-hand' }, 'met in-hand'],
    ['declined', { naloxone: 'declined' }, 'not-met declined'],
    ['left in prison', { naloxone: 'left-in-prison' }, 'not-met left-in-prison'],
    ['still said to be in the property', { naloxone: 'in-property' }, 'not-met left-in-prison'],
    ['brought after', { naloxone: 'handed-after-release' }, 'not-met handed-after-release'],
    ['nothing recorded', { naloxone: 'none' }, 'unknown nothing-recorded'],
    ['no opioid need', { hasOpioidNeed: false, naloxone: 'in-hand' }, 'left-out no-need'],
    ['need not known', { hasOpioidNeed: null }, 'left-out need-not-known'],
  ])('%s', (_, facts, expected) => {
    expect(count('naloxone-at-the-gate', facts)).toEqual([expected])
  })
})

describe('acknowledged before release (rule FIG-4)', () => {
  const acknowledged = { acknowledgedAt: hoursOut(-20), acknowledgedBy: 'receiver' } as const

  it.each<[string, Partial<ContinuityFacts>, string[]]>([
    ['by the receiver', { handoffs: [chain(acknowledged)] }, ['met by-receiver']],
    ['by the fallback', { handoffs: [chain({ ...acknowledged, acknowledgedBy: 'fallback' })] }, ['met by-fallback']],
    [
      'sent exactly 24 hours before',
      { handoffs: [chain({ ...acknowledged, sentAt: hoursOut(-24) })] },
      ['met by-receiver'],
    ],
    [
      'sent a second too late',
      { handoffs: [chain({ ...acknowledged, sentAt: hoursOut(-24 + second) })] },
      ['left-out sent-late'],
    ],
    [
      'a second before the gate',
      { handoffs: [chain({ ...acknowledged, acknowledgedAt: hoursOut(-second) })] },
      ['met by-receiver'],
    ],
    [
      'at the gate',
      { handoffs: [chain({ ...acknowledged, acknowledgedAt: GATE })] },
      ['not-met acknowledged-after-release'],
    ],
    ['never', { handoffs: [chain()] }, ['not-met not-acknowledged']],
    ['acknowledged, then revoked', { handoffs: [chain({ ...acknowledged, isRevoked: true })] }, ['not-met revoked']],
    ['never sent', { handoffs: [] }, ['left-out never-sent']],
    ['a draft', { handoffs: [chain({ sentAt: null })] }, ['left-out never-sent']],
    ['unplanned', { releaseKind: 'unplanned', handoffs: [chain(acknowledged)] }, ['left-out unplanned']],
    ['short notice', { releaseKind: 'short-notice', handoffs: [] }, ['left-out short-notice']],
    [
      'one count for each chain',
      { handoffs: [chain(acknowledged), chain(), chain({ sentAt: null })] },
      ['met by-receiver', 'not-met not-acknowledged', 'left-out never-sent'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(count('acknowledged-before-release', facts)).toEqual(expected)
  })
})

describe('first-night bed (rule FIG-5)', () => {
  it.each<[string, Partial<ContinuityFacts>, string]>([
    ['a confirmed bed', { firstNight: 'confirmed-bed' }, 'met confirmed-bed'],
    ['another address', { firstNight: 'other-address' }, 'not-met other-address'],
    ['a known street is no bed', { firstNight: 'street' }, 'not-met street'],
    ['recorded as unknown', { firstNight: 'unknown' }, 'unknown nothing-recorded'],
    ['nothing recorded', {}, 'unknown nothing-recorded'],
  ])('%s', (_, facts, expected) => {
    expect(count('first-night-bed', facts)).toEqual([expected])
  })

  it('until the first night is over nobody needs to know', () => {
    expect(count('first-night-bed', {}, hoursOut(23))).toEqual(['unknown still-within-time'])
    expect(count('first-night-bed', {}, hoursOut(24))).toEqual(['unknown nothing-recorded'])
  })
})

describe('a release about which nothing is recorded', () => {
  it.each(INDICATORS.map((indicator) => [indicator]))('never counts as met: %s', (indicator) => {
    for (const now of [GATE, hoursOut(10), hoursOut(100), later])
      expect(countIndicator(indicator, releaseFacts(), now).map(({ outcome }) => outcome)).not.toContain('met')
  })
})
