import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findFigureAnnotations,
  recordFigureAnnotationWithdrawal,
} from '@throughcare/db/figure-annotation/figure-annotation-repository'
import type { WithdrawFigureAnnotationInput } from '@throughcare/domain/figure-annotation/figure-annotation-input'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * Takes an annotation of the own service off the charts. That it was there stays.
 *
 * @throws AppError `not-found` · `changed-meanwhile` when somebody has withdrawn it already
 */
export function withdrawFigureAnnotation(
  actor: Actor,
  input: WithdrawFigureAnnotationInput,
): Promise<{ withdrawn: true }> {
  return perform(actor, 'figure-annotation.withdraw', input, async (deed) => {
    const { annotationId, requestId } = input
    if (!(await recordFigureAnnotationWithdrawal(deed, annotationId))) {
      const there = (await findFigureAnnotations(deed)).find(({ id }) => id === annotationId)
      if (!there) throw new AppError('not-found')
      throw new AppError('changed-meanwhile', {
        details: { changedBy: there.withdrawnBy, changedAt: there.withdrawnAt?.toISOString() ?? null },
      })
    }
    await recordAudit(deed, { action: 'figure-annotation.withdraw', requestId })
    return { withdrawn: true }
  })
}
