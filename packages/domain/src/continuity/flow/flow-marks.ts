import type { ContinuityFacts } from '../continuity-facts.ts'
import type { CountOutcome } from '../count-codes.ts'
import { countIndicator } from '../count-indicator.ts'
import type { Mark } from '../marks.ts'
import {
  CATEGORY_OF_STEP,
  COUPLE_MEASURE,
  DEATHS_MEASURE,
  FLOW_STEPS,
  type FlowDetail,
  type FlowStep,
  flowMeasure,
  RELEASED_MEASURE,
} from './flow-steps.ts'

/**
 * What one release adds to the flow (rule FIG-30): how it counted at each step, and whether the step before was reached. And
 * once that there was a release, of which all these are parts.
 *
 * - Planned: a plan was made before release. Ready: it was ready when the release was recorded; nobody asked is unknown.
 * - Handed over: some area was sent to a service and not taken back. Acknowledged: every one of them was, at any time.
 *   Handoffs about a partner are not looked at: nobody reads from a flow that there is one.
 * - Arrived: came to a service that was asked for. Nothing recorded is unknown, and not met.
 * - Dosed and in treatment: as in I1 and I3, with the same people left out.
 *
 * Who died or was back in custody before it could be known is left out of arriving, as of the others, never told apart. A death
 * is counted once by itself, for the one figure that a region has of them (rule FIG-31). So is whoever was turned away because a
 * programme takes no couples, of prisons and regions (domain research H2).
 */
export function flowMarks(facts: ContinuityFacts, now: Date): Mark[] {
  const marks: Mark[] = [{ measure: RELEASED_MEASURE, outcome: 'counted', detail: 'release', category: 'release' }]
  let before: CountOutcome = 'met'
  for (const step of FLOW_STEPS) {
    const outcome = countStep(step, facts, now)
    const detail: FlowDetail = before === 'met' ? 'after-step' : 'without-step'
    marks.push({ measure: flowMeasure(step), outcome, detail, category: CATEGORY_OF_STEP[step] })
    before = outcome
  }
  if (facts.diedAt !== null)
    marks.push({ measure: DEATHS_MEASURE, outcome: 'counted', detail: 'since-release', category: 'release' })
  // Told to managers, as barriers are: a count of programmes that refuse, and never a case.
  if (facts.isCoupleRefused !== null)
    marks.push({
      measure: COUPLE_MEASURE,
      ...(facts.isCoupleRefused
        ? { outcome: 'met', detail: 'refused' }
        : { outcome: 'not-met', detail: 'not-refused' }),
      category: 'release',
    })
  return marks
}

/** When time alone next changes one of them: never but when it changes I1 or I3, which tell the time of that. */
export function flowChangesAt(_facts: ContinuityFacts, _now: Date): Date | null {
  return null
}

function countStep(step: FlowStep, facts: ContinuityFacts, now: Date): CountOutcome {
  switch (step) {
    case 'planned':
      return facts.isPlanned ? 'met' : 'not-met'
    case 'ready':
      return facts.wasReady === null ? 'unknown' : facts.wasReady ? 'met' : 'not-met'
    case 'handed-over':
      return standing(facts).length > 0 ? 'met' : 'not-met'
    case 'acknowledged': {
      const sent = standing(facts)
      return sent.length > 0 && sent.every(({ acknowledgedAt }) => acknowledgedAt !== null) ? 'met' : 'not-met'
    }
    case 'arrived':
      if (facts.arrivedAt !== null) return 'met'
      return facts.diedAt !== null || facts.backInCustodyAt !== null ? 'left-out' : 'unknown'
    case 'dosed':
      return countIndicator('dose-within-48-hours', facts, now)[0]?.outcome ?? 'left-out'
    case 'in-treatment':
      return countIndicator('treatment-within-21-days', facts, now)[0]?.outcome ?? 'left-out'
  }
}

function standing({ handoffs }: ContinuityFacts): ContinuityFacts['handoffs'] {
  return handoffs.filter(({ area, sentAt, isRevoked }) => area !== 'partner' && sentAt !== null && !isRevoked)
}
