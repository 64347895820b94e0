import { describe, expect, it } from 'vitest'
import { chain, hoursOut, releaseFacts } from '../../../testing/continuity-releases.ts'
import { BREAKDOWNS, breakdownsOf } from '../breakdowns.ts'
import type { ContinuityFacts } from '../continuity-facts.ts'
import { flowMarks } from './flow-marks.ts'
import { COUPLE_MEASURE, DEATHS_MEASURE, FLOW_STEPS, flowMeasure, RELEASED_MEASURE } from './flow-steps.ts'

const LATER = hoursOut(24 * 60)

/** How each step counted: `met`, and `met!` where the step before was not reached. */
function flowOf(facts: Partial<ContinuityFacts>, now: Date = LATER): string[] {
  const marks = flowMarks(releaseFacts(facts), now)
  return FLOW_STEPS.map((step) => {
    const mark = marks.find(({ measure }) => measure === flowMeasure(step))
    return `${mark?.outcome}${mark?.detail === 'without-step' ? '!' : ''}`
  })
}

const acknowledged = chain({ acknowledgedAt: hoursOut(-20), acknowledgedBy: 'receiver' })
const dosed = [{ givenAt: hoursOut(20), way: 'supervised' as const }]
const ALL_THE_WAY = {
  isPlanned: true,
  wasReady: true,
  handoffs: [acknowledged],
  arrivedAt: hoursOut(19),
  dosesOutside: dosed,
  treatmentStartedOn: releaseFacts().releasedOn,
}

describe('where people are lost (rule FIG-30)', () => {
  it.each<[string, Partial<ContinuityFacts>, string[]]>([
    ['all the way', ALL_THE_WAY, ['met', 'met', 'met', 'met', 'met', 'met', 'met']],
    [
      'never planned, and came all the same',
      { ...ALL_THE_WAY, isPlanned: false, wasReady: false },
      ['not-met', 'not-met!', 'met!', 'met', 'met', 'met', 'met'],
    ],
    [
      'nobody asked whether the plan was ready',
      { ...ALL_THE_WAY, wasReady: null },
      ['met', 'unknown', 'met!', 'met', 'met', 'met', 'met'],
    ],
    [
      'one of two areas is not acknowledged',
      { ...ALL_THE_WAY, handoffs: [acknowledged, chain({ area: 'housing' })] },
      ['met', 'met', 'met', 'not-met', 'met!', 'met', 'met'],
    ],
    [
      'what was taken back is no handoff',
      { ...ALL_THE_WAY, handoffs: [chain({ isRevoked: true })] },
      ['met', 'met', 'not-met', 'not-met!', 'met!', 'met', 'met'],
    ],
    [
      'a draft is none either',
      { ...ALL_THE_WAY, handoffs: [chain({ sentAt: null })] },
      ['met', 'met', 'not-met', 'not-met!', 'met!', 'met', 'met'],
    ],
    [
      'nothing is recorded after the gate: unknown, never not',
      { isPlanned: true, wasReady: true, handoffs: [acknowledged] },
      ['met', 'met', 'met', 'met', 'unknown', 'unknown!', 'unknown!'],
    ],
    [
      'not on treatment: dosing is not asked of them',
      { ...ALL_THE_WAY, isOnTreatment: false, hasTreatmentNeed: false },
      ['met', 'met', 'met', 'met', 'met', 'left-out', 'left-out!'],
    ],
    [
      'back in custody before anybody saw them',
      { isPlanned: true, wasReady: true, handoffs: [acknowledged], backInCustodyAt: hoursOut(30) },
      ['met', 'met', 'met', 'met', 'left-out', 'left-out!', 'not-met!'],
    ],
  ])('%s', (_, facts, flow) => {
    expect(flowOf(facts)).toEqual(flow)
  })

  it('a handoff about a partner changes nothing', () => {
    const partner = chain({ area: 'partner' })
    expect(flowOf({ ...ALL_THE_WAY, handoffs: [acknowledged, partner] })).toEqual(flowOf(ALL_THE_WAY))
    expect(flowOf({ handoffs: [partner] })).toEqual(flowOf({ handoffs: [] }))
  })

  it('counts every release once, and a death once', () => {
    const count = (facts: Partial<ContinuityFacts>, measure: string) =>
      flowMarks(releaseFacts(facts), LATER).filter((mark) => mark.measure === measure).length
    expect([count({}, RELEASED_MEASURE), count({}, DEATHS_MEASURE)]).toEqual([1, 0])
    expect([count({ diedAt: hoursOut(9) }, RELEASED_MEASURE), count({ diedAt: hoursOut(9) }, DEATHS_MEASURE)]).toEqual([
      1, 1,
    ])
  })

  it.each([
    [true, ['met refused']],
    [false, ['not-met not-refused']],
    [null, []],
  ])('a couple that a programme refused, %s: %j', (isCoupleRefused, told) => {
    const marks = flowMarks(releaseFacts({ isCoupleRefused }), LATER).filter(
      ({ measure }) => measure === COUPLE_MEASURE,
    )
    expect(marks.map(({ outcome, detail }) => `${outcome} ${detail}`)).toEqual(told)
  })

  it('tells of doses and treatment only to those who may read of them', () => {
    const closed = flowMarks(releaseFacts(), LATER).filter(({ category }) => category === 'omt')
    expect(closed.map(({ measure }) => measure)).toEqual(['flow-dosed', 'flow-in-treatment'])
  })
})

describe('the groups of a release', () => {
  it.each<[string, Partial<ContinuityFacts>, string, string]>([
    ['Thursday', {}, 'weekday', 'other-day'],
    ['Friday in the prison, Thursday in London', { releasedOn: addDay() }, 'weekday', 'friday'],
    ['24', { ageAtRelease: 24 }, 'age-band', 'under-25'],
    ['25', { ageAtRelease: 25 }, 'age-band', '25-to-34'],
    ['55', { ageAtRelease: 55 }, 'age-band', '55-and-over'],
    ['of no known age', { ageAtRelease: null }, 'age-band', 'not-known'],
    ['without a language', { language: null }, 'language', 'not-known'],
    ['on nothing, or closed to the service', { medicine: null }, 'medicine', 'not-known'],
    ['remand', { legalStatus: 'remand' }, 'legal-status', 'remand'],
    ['unplanned', { releaseKind: 'unplanned' }, 'release-kind', 'unplanned'],
  ])('%s', (_, facts, breakdown, value) => {
    expect(breakdownsOf(releaseFacts(facts))).toContainEqual({ breakdown, value })
  })

  it('one of each breakdown, always', () => {
    expect(breakdownsOf(releaseFacts()).map(({ breakdown }) => breakdown)).toEqual([...BREAKDOWNS])
  })
})

function addDay() {
  return releaseFacts({ releasedAt: hoursOut(24) }).releasedOn
}
