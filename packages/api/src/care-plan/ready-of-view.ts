import { type PlanReady, planReady } from '@throughcare/domain/care-plan/plan-ready'
import type { ItemCode } from '@throughcare/domain/checklist/rule-sets'
import type { CoverView } from '../cover-plan/cover-view.ts'
import type { CaseView } from './case-view.ts'

/**
 * Is the plan that a page shows ready? The one rule of the board, told what the case and its cover say. Null for a reader to
 * whom not everything is open, where there is no plan to speak of, and once the person is out: then nothing is got ready any more.
 *
 * @param cover null where no treatment is recorded
 */
export function readyOfView(
  { plan, items, standing, treatment, clock }: CaseView,
  cover: Pick<CoverView, 'readiness'> | null,
): PlanReady | null {
  const isInside = clock.kind === 'not-released' || clock.kind === 'not-confirmed-out'
  if (!standing?.ready || !isInside) return null
  return planReady({
    ...standing.ready,
    hasPlan: plan !== null,
    items: items.map(({ waitsFor, dueAt, dueOffsetMinutes, ...item }) => ({
      ...item,
      code: item.code as ItemCode,
      blockedBy: waitsFor,
      dueOffsetMinutes: dueOffsetMinutes ?? 0,
      dueAt: dueAt === null ? null : new Date(dueAt),
    })),
    cover: treatment === null ? null : (cover?.readiness ?? null),
  })
}
