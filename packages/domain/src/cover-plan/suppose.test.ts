import { describe, expect, it } from 'vitest'
import { easter, everyDay, released } from '../../testing/medication-easter.ts'
import { day } from '../../testing/medication-histories.ts'
import { doseStrip } from '../medication/dose-strip.ts'
import type { CoverInput } from '../medication/planned-cover.ts'
import { gapAfterRelease } from './gap-after-release.ts'
import { type Supposition, suppose } from './suppose.ts'

const AS_RECORDED: Supposition = {
  releaseOn: null,
  dosing: null,
  firstAppointment: null,
  supply: null,
  medicine: null,
  depotOn: null,
}
const TODAY = day('2026-03-12')
const RELEASE = day('2026-04-02')
const NEXT_WEEKEND = { from: day('2026-04-11'), to: day('2026-04-12'), days: 2 }

function gapIf(supposition: Partial<Supposition>, input: CoverInput = easter()) {
  const supposed = suppose(input, RELEASE, { ...AS_RECORDED, ...supposition })
  return supposed.ok ? gapAfterRelease(doseStrip(supposed.input), TODAY) : supposed.refusal
}

// Release on Maundy Thursday 2 April 2026, everything shut to Easter Monday, first appointment on Tuesday 7 April.
describe('what is supposed for a moment', () => {
  it.each<[string, Partial<Supposition>, ReturnType<typeof gapIf>]>([
    ['nothing: the Easter gap', {}, { from: day('2026-04-03'), to: day('2026-04-06'), days: 4 }],
    [
      'supply in the hand to Saturday',
      { supply: { from: day('2026-04-03'), to: day('2026-04-04') } },
      { from: day('2026-04-05'), to: day('2026-04-06'), days: 2 },
    ],
    // The place doses nobody at weekends: the next gap comes to light when Easter is closed.
    ['supply in the hand to Monday', { supply: { from: day('2026-04-03'), to: day('2026-04-06') } }, NEXT_WEEKEND],
    [
      'a release a week earlier, an appointment the day after',
      { releaseOn: day('2026-03-26'), firstAppointment: day('2026-03-27') },
      { from: day('2026-03-28'), to: day('2026-03-29'), days: 2 },
    ],
    [
      'a dosing point that is open every day, from Friday on',
      { dosing: { serviceId: 'other', place: everyDay }, firstAppointment: day('2026-04-03') },
      null,
    ],
    [
      'a monthly depot three days before the release',
      { medicine: 'buprenorphine-monthly-depot', depotOn: day('2026-03-30') },
      null,
    ],
    ['a depot without a day for it', { medicine: 'buprenorphine-weekly-depot' }, 'cover-plan.depot-day-missing'],
    [
      'an injection of what is none',
      { medicine: 'levomethadone', depotOn: day('2026-03-30') },
      'cover-plan.depot-day-not-of-medicine',
    ],
    [
      'a depot taken home',
      {
        medicine: 'buprenorphine-weekly-depot',
        depotOn: day('2026-03-30'),
        supply: { from: day('2026-04-03'), to: day('2026-04-04') },
      },
      'cover-plan.not-taken-home',
    ],
  ])('%s', (_, supposition, expected) => {
    expect(gapIf(supposition)).toEqual(expected)
  })

  it('leaves a release that has happened where it is', () => {
    expect(gapIf({ releaseOn: day('2026-04-01') }, easter({ history: released([]) }))).toBe('cover-plan.already-out')
  })

  it('needs a treatment, or one that is supposed', () => {
    const { history } = easter()
    const untreated = easter({ history: { ...history, treatments: [] } })
    expect(gapIf({}, untreated)).toBe('cover-plan.no-treatment')
    expect(gapIf({ medicine: 'buprenorphine-monthly-depot', depotOn: day('2026-03-30') }, untreated)).toBe(null)
  })

  it('changes nothing of what it was given', () => {
    const input = easter()
    gapIf({ medicine: 'buprenorphine-monthly-depot', depotOn: day('2026-03-30'), releaseOn: day('2026-04-01') }, input)
    expect(input.history).toEqual(easter().history)
  })
})
