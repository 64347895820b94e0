import { describe, expect, it } from 'vitest'
import { hoursOut, releaseFacts } from '../../testing/continuity-releases.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import { countIndicator } from './count-indicator.ts'
import { indicatorChangesAt } from './indicator-marks.ts'
import type { Indicator } from './indicators.ts'
import { marksOf } from './marks.ts'

/** The gate opened on Thursday 2 April in Oslo. */
const day = (text: string) => getPlainDate(`2026-${text}`)
const AFTER_A_MONTH = hoursOut(40 * 24)
const supervised = { givenAt: hoursOut(3), way: 'supervised' as const }

type Case = [why: string, facts: Partial<ContinuityFacts>, expected: string, now?: Date]

function describeFigure(indicator: Indicator, cases: readonly Case[]) {
  describe(indicator, () => {
    it.each(cases)('%s', (_why, facts, expected, now = AFTER_A_MONTH) => {
      const [count] = countIndicator(indicator, releaseFacts(facts), now)
      expect(`${count?.outcome} ${count?.detail}`).toBe(expected)
    })
  })
}

const covered = (...spans: [string, string][]) => spans.map(([from, to]) => ({ from: day(from), to: day(to) }))

describeFigure('no-gap-of-three-days', [
  ['every day', { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-22']) }, 'met no-gap'],
  [
    'two days without',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-10'], ['04-13', '04-22']) },
    'met no-gap',
  ],
  [
    'three days without',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-10'], ['04-14', '04-22']) },
    'not-met gap-of-three-days',
  ],
  [
    'the last two of the 21 days',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-20']) },
    'met no-gap',
  ],
  [
    'three days that are not over',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-03']) },
    'unknown still-within-time',
    hoursOut(96),
  ],
  [
    'the third of them is over',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-03']) },
    'not-met gap-of-three-days',
    hoursOut(120),
  ],
  ['nothing recorded', {}, 'unknown nothing-recorded'],
  [
    'back inside before any gap',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-04']), backInCustodyAt: hoursOut(72) },
    'left-out back-in-custody',
  ],
  [
    'a gap, and back inside after it',
    { dosesOutside: [supervised], coveredDays: covered(['04-02', '04-04']), backInCustodyAt: hoursOut(10 * 24) },
    'not-met gap-of-three-days',
  ],
  ['not treated', { isOnTreatment: false }, 'left-out not-on-treatment'],
])

describeFigure('c20-treatment-within-3-weeks', [
  ['on day 21', { treatmentStartedOn: day('04-23') }, 'met started-in-time'],
  ['on day 22', { treatmentStartedOn: day('04-24') }, 'not-met not-started'],
  ['died, which England does not take out', { diedAt: hoursOut(30) }, 'not-met not-started'],
  ['not referred', { isHandedOff: false }, 'left-out never-handed-off'],
  ['wanted treatment and was in none', { isOnTreatment: false, hasTreatmentNeed: true }, 'left-out not-on-treatment'],
  ['seventeen', { ageAtRelease: 17 }, 'left-out under-age'],
  ['the 21 days are not over', {}, 'unknown still-within-time', hoursOut(48)],
])

describeFigure('supporter-kit-within-7-days', [
  ['on day 7', { hasSupporter: true, supporterKit: { handedAt: hoursOut(7 * 24) } }, 'met supporter-has-kit'],
  ['on day 8', { hasSupporter: true, supporterKit: { handedAt: hoursOut(8 * 24) } }, 'not-met later'],
  ['declined', { hasSupporter: true, supporterKit: 'declined' }, 'not-met declined'],
  ['nothing recorded', { hasSupporter: true }, 'unknown nothing-recorded'],
  ['nobody to be rung', {}, 'left-out no-supporter'],
])

describeFigure('benefits-claimed-by-day-3', [
  ['before release', { claim: { state: 'done', at: hoursOut(-90) } }, 'met claimed-in-time'],
  ['on day 3', { claim: { state: 'done', at: hoursOut(72) } }, 'met claimed-in-time'],
  ['on day 4', { claim: { state: 'done', at: hoursOut(96) } }, 'not-met later'],
  ['without a time', { claim: { state: 'done', at: null } }, 'unknown time-not-recorded'],
  ['declined', { claim: { state: 'declined', at: null } }, 'not-met declined'],
  ['open', { claim: { state: 'open', at: null } }, 'unknown nothing-recorded'],
  ['not needed', { claim: { state: 'not-needed', at: null } }, 'left-out nothing-to-claim'],
])

describeFigure('pack-at-unplanned-release', [
  ['whole', { releaseKind: 'unplanned', hadWholePack: true }, 'met pack-whole'],
  ['not whole', { releaseKind: 'unplanned', hadWholePack: false }, 'not-met pack-not-whole'],
  ['nobody could say', { releaseKind: 'unplanned' }, 'unknown nothing-recorded'],
  ['planned', { hadWholePack: true }, 'left-out planned'],
])

describeFigure('own-words-asked', [
  ['a strategy', { ownWords: 'strategy' }, 'met strategy'],
  ['chose to say none', { ownWords: 'chose-not-to' }, 'met chose-not-to'],
  ['said something else', { ownWords: 'other' }, 'not-met no-strategy'],
  ['not asked', {}, 'unknown nothing-recorded'],
  ['no plan', { isPlanned: false }, 'left-out no-plan'],
])

describeFigure('both-partners-in-treatment', [
  ['both by day 30', { couple: { startsOn: day('05-02'), otherStartsOn: day('03-01') } }, 'met both-started'],
  ['one of them later', { couple: { startsOn: day('05-03'), otherStartsOn: day('03-01') } }, 'not-met later'],
  [
    'both planned by day 30, and one of them still to come',
    { couple: { startsOn: day('05-02'), otherStartsOn: day('03-01') } },
    'unknown still-within-time',
    hoursOut(29 * 24),
  ],
  [
    'on that very day',
    { couple: { startsOn: day('05-01'), otherStartsOn: day('03-01') } },
    'met both-started',
    hoursOut(29 * 24),
  ],
  [
    'planned for later, while there is time to begin sooner',
    { couple: { startsOn: day('05-20'), otherStartsOn: day('03-01') } },
    'unknown still-within-time',
    hoursOut(10 * 24),
  ],
  ['one not known', { couple: { startsOn: null, otherStartsOn: day('03-01') } }, 'unknown nothing-recorded'],
  ['no link is shown', {}, 'left-out no-couple'],
])

describeFigure('overdose-recall-at-12-months', [
  ['due', {}, 'unknown nothing-recorded', hoursOut(396 * 24)],
  ['within the thirty days', {}, 'left-out not-due-yet', hoursOut(395 * 24)],
])

describe('hours until a handoff is acknowledged', () => {
  it('silence does not shorten them, and what was taken back unanswered is not counted', () => {
    const sent = {
      area: 'omt' as const,
      sentAt: hoursOut(-50),
      acknowledgedBy: null,
      acknowledgedAt: null,
      isRevoked: false,
    }
    const { marks } = marksOf(
      releaseFacts({
        handoffs: [
          { ...sent, acknowledgedAt: hoursOut(-49.9), acknowledgedBy: 'receiver' },
          sent,
          { ...sent, isRevoked: true },
          { ...sent, area: 'partner', acknowledgedAt: hoursOut(30), acknowledgedBy: 'receiver' },
        ],
      }),
      AFTER_A_MONTH,
    )
    const told = marks.flatMap(({ measure, outcome, detail, category }) =>
      measure === 'hours-to-acknowledge' ? [[outcome, detail, category].join(' ')] : [],
    )
    expect(told).toEqual(['known 0.25 release', 'open more release', 'left-out revoked release', 'known 96 partner'])
  })
})

describe('marks', () => {
  it('of what is closed to a scope are not there', () => {
    const { marks } = marksOf(releaseFacts({ open: ['release', 'housing'] }), AFTER_A_MONTH)
    expect(new Set(marks.map(({ category }) => category))).toEqual(new Set(['release', 'housing']))
  })

  it('that time alone changes change at no other instant', () => {
    const facts = releaseFacts({
      dosesOutside: [supervised],
      coveredDays: covered(['04-02', '04-04']),
      claim: { state: 'open', at: null },
    })
    let now = hoursOut(0)
    for (;;) {
      const { marks, changesAt } = marksOf(facts, now)
      if (changesAt === null) break
      expect(changesAt.getTime()).toBeGreaterThan(now.getTime())
      expect(marksOf(facts, new Date(changesAt.getTime() - 1)).marks).toEqual(marks)
      now = changesAt
    }
    expect(marksOf(facts, new Date(now.getTime() + 3_000 * 24 * 3_600_000)).marks).toEqual(marksOf(facts, now).marks)
    expect(indicatorChangesAt(facts, now)).toBeNull()
  })
})
