import { getZone, plainDateIn } from '../../src/calendar/zone.ts'
import { breakdownsOf } from '../../src/continuity/breakdowns.ts'
import type { ContinuityFacts } from '../../src/continuity/continuity-facts.ts'
import { curveTotal } from '../../src/continuity/curve/curve-of-totals.ts'
import type { FigureTotal } from '../../src/continuity/figure-tables.ts'
import { COUPLE_MEASURE, FLOW_STEPS, flowMeasure, RELEASED_MEASURE } from '../../src/continuity/flow/flow-steps.ts'
import type { Indicator } from '../../src/continuity/indicators.ts'
import { marksOf } from '../../src/continuity/marks.ts'
import type { FigureInput, FigureScope } from '../../src/continuity/show-figures.ts'
import { chain, releaseFacts } from '../continuity-releases.ts'
import { type CurvesOfScope, curvesOf } from './curve-country.ts'

/** The indicators that are attacked: of releases and of handoffs, with and without people beside them. */
export const ATTACKED_INDICATORS: readonly Indicator[] = [
  'dose-within-48-hours',
  'treatment-within-21-days',
  'acknowledged-before-release',
  'first-night-bed',
]

const ATTACKED: ReadonlySet<string> = new Set([
  ...ATTACKED_INDICATORS,
  ...FLOW_STEPS.map(flowMeasure),
  RELEASED_MEASURE,
  COUPLE_MEASURE,
])

type Person = { prison: string; services: string[]; month: string; facts: ContinuityFacts; isOpen: boolean }

/** A made-up country: what each scope counts, and which of it its own people can open one by one. */
export type FigureCountry = {
  people: number
  months: string[]
  inputOf: (scope: FigureScope, id: string) => FigureInput
  /** What the curves of the scope are drawn from, and which of their counts are counts of the figures. */
  curvesOf: (scope: FigureScope, id: string) => CurvesOfScope
  prisons: string[]
  services: string[]
}

const NOW = new Date('2026-11-15T12:00:00Z')
const HOUR = 3_600_000

/** How many people: from too few for any group, through all depths of what the pages tell. */
export const SIZES: readonly number[] = [25, 60, 140, 310, 420, 700, 1_100]

/** The same seed makes the same country. Few prisons, one of them large, so that one can be told by taking others away. */
export function makeCountry(seed: number, sizes: readonly number[] = SIZES): FigureCountry {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[], skew = 1): T => from[Math.floor(random() ** skew * from.length)] as T
  const people = pick(sizes)
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].slice(-pick([2, 3, 4, 6]))
  const prisons = ['p1', 'p2', 'p3', 'p4'].slice(0, pick([2, 3, 4]))
  const services = ['s1', 's2', 's3'].slice(0, pick([1, 2, 3]))
  const everybody = Array.from({ length: people }, (): Person => {
    const month = pick(months)
    const releasedAt = new Date(`${month}-${String(1 + Math.floor(random() * 14)).padStart(2, '0')}T08:00:00Z`)
    const sentAt = new Date(releasedAt.getTime() - pick([10, 30, 72]) * HOUR)
    const handoffs = Array.from({ length: pick([1, 1, 0, 2], 1.5) }, (_, index) =>
      chain({
        area: index === 0 ? 'omt' : 'housing',
        sentAt,
        acknowledgedAt: random() < 0.7 ? new Date(sentAt.getTime() + pick([2, 20, 90]) * HOUR) : null,
        acknowledgedBy: 'receiver',
      }),
    )
    const isTreated = random() < 0.75
    return {
      prison: pick(prisons, 1.8),
      services: random() < 0.85 ? [pick(services, 1.5)] : [],
      month,
      isOpen: month >= '2026-10' && random() < 0.8,
      facts: releaseFacts({
        releasedAt,
        releasedOn: plainDateIn(releasedAt, getZone('Europe/Oslo')),
        isPlanned: random() < 0.8,
        wasReady: pick([true, true, false, null], 1.5),
        isOnTreatment: isTreated,
        hasTreatmentNeed: isTreated || random() < 0.2,
        isHandedOff: handoffs.length > 0,
        handoffs,
        dosesOutside:
          random() < 0.6
            ? [{ givenAt: new Date(releasedAt.getTime() + pick([5, 20, 70]) * HOUR), way: 'supervised' }]
            : [],
        treatmentStartedOn: random() < 0.5 ? plainDateIn(releasedAt, getZone('Europe/Oslo')) : null,
        arrivedAt: random() < 0.6 ? releasedAt : null,
        firstContactAt: random() < 0.7 ? new Date(releasedAt.getTime() + pick([1, 5, 20, 30, 70, 200]) * HOUR) : null,
        diedAt: random() < 0.02 ? new Date(releasedAt.getTime() + 30 * HOUR) : null,
        backInCustodyAt: random() < 0.05 ? new Date(releasedAt.getTime() + 40 * HOUR) : null,
        firstNight: pick(['confirmed-bed', 'confirmed-bed', 'street', null] as const, 1.3),
        legalStatus: pick(['sentenced', 'remand', 'recalled'] as const, 2),
        releaseKind: pick(['planned', 'short-notice', 'unplanned'] as const, 2),
        sex: pick(['male', 'female'] as const, 3),
        ageAtRelease: 18 + Math.floor(random() * 50),
        language: pick(['nb', 'en', 'pl', 'so'], 3),
        isCoupleRefused: random() < 0.04,
        medicine: isTreated ? pick(['methadone', 'buprenorphine-sublingual'] as const, 2) : null,
      }),
    }
  })
  const marked = everybody.map((person) => {
    const { marks } = marksOf(person.facts, NOW)
    return {
      person,
      marks: marks.filter(({ measure }) => ATTACKED.has(measure)),
      curves: marks.flatMap((mark) => curveTotal(mark, 1) ?? []),
      groups: breakdownsOf(person.facts),
    }
  })
  const isIn = (scope: FigureScope, id: string, person: Person) =>
    scope === 'region' || (scope === 'prison' ? person.prison === id : person.services.includes(id))
  const counted = (scope: FigureScope, id: string, isOwn: boolean) => {
    const totals = new Map<string, FigureTotal>()
    for (const { person, marks, groups } of marked) {
      if (!isIn(scope, id, person)) continue
      if (isOwn && !person.isOpen) continue
      const rows = [
        { breakdown: 'all', value: 'all', month: null },
        { breakdown: 'all', value: 'all', month: person.month },
        ...(scope === 'prison' ? [] : [{ breakdown: 'prison', value: person.prison, month: null }]),
        ...(scope === 'service' ? [] : person.services.map((value) => ({ breakdown: 'service', value, month: null }))),
        ...groups.map((group) => ({ ...group, month: null })),
      ]
      for (const row of rows) {
        const where = `${row.breakdown} ${row.value} ${row.month}`
        for (const { measure, outcome, detail } of marks) {
          const key = `${where} ${measure} ${outcome} ${detail}`
          const before = totals.get(key)
          if (before) before.count += 1
          else totals.set(key, { measure, outcome, detail, ...row, count: 1 })
        }
      }
    }
    return [...totals.values()]
  }
  return {
    people,
    months,
    prisons,
    services,
    curvesOf: (scope, id) =>
      curvesOf(
        marked.flatMap(({ person, marks, curves, groups }) =>
          isIn(scope, id, person)
            ? [
                {
                  isOwn: person.isOpen && scope !== 'region',
                  curves,
                  met: marks.flatMap(({ measure, outcome }) => (outcome === 'met' ? measure : [])),
                  groups: [
                    { breakdown: 'all', value: 'all' },
                    ...(scope === 'prison' ? [] : [{ breakdown: 'prison', value: person.prison }]),
                    ...groups,
                  ],
                },
              ]
            : [],
        ),
      ),
    inputOf: (scope, id) => ({
      scope,
      months,
      indicators: ATTACKED_INDICATORS,
      steps: FLOW_STEPS,
      tellsCouples: scope !== 'service',
      totals: counted(scope, id, false),
      own: scope === 'region' ? [] : counted(scope, id, true),
    }),
  }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
