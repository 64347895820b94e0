import { describe, expect, it } from 'vitest'
import { AWAY_MISSING, type AwayMissing, type AwayToAsk, awayMissing } from './away-readiness.ts'
import { AWAY_STATES, AWAY_TOGETHER } from './record-treatment-away-input.ts'

const AWAY: AwayToAsk = {
  state: 'offered',
  together: 'alone',
  admissionOn: '2026-04-02',
  afterHome: 'Flat in Mill Lane',
  afterActivity: 'Joinery course',
}

describe('what a referral away lacks (CIR-4)', () => {
  it.each<[string, Partial<AwayToAsk>, AwayMissing[]]>([
    ['nothing', {}, []],
    ['a home afterwards', { afterHome: null }, ['after-home']],
    ['something to do afterwards', { afterActivity: null }, ['after-activity']],
    ['a day', { admissionOn: null }, ['admission-day']],
    ['all', { admissionOn: null, afterHome: null, afterActivity: null }, [...AWAY_MISSING]],
    ['admitted, the day not known', { state: 'admitted', admissionOn: null }, []],
    ['admitted without a home afterwards', { state: 'admitted', afterHome: null }, ['after-home']],
    ['over', { state: 'finished', afterHome: null }, []],
    ['not taken', { state: 'not-taken', afterHome: null }, []],
  ])('%s', (_what, more, missing) => {
    expect(awayMissing({ ...AWAY, ...more })).toEqual(missing)
  })

  it('two who go together are asked for the same as one, and parting them is never among it', () => {
    for (const state of AWAY_STATES)
      for (const together of AWAY_TOGETHER)
        expect(awayMissing({ ...AWAY, state, together, afterHome: null })).toEqual(
          awayMissing({ ...AWAY, state, afterHome: null }),
        )
    expect(AWAY_MISSING.filter((what) => /alone|separat|part|single|first/.test(what))).toEqual([])
  })
})
