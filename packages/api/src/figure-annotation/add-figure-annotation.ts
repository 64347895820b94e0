import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordFigureAnnotation } from '@throughcare/db/figure-annotation/figure-annotation-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { AddFigureAnnotationInput } from '@throughcare/domain/figure-annotation/figure-annotation-input'
import { invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

/**
 * Writes on the charts of the own service: something that happened in a month, limits that begin anew with it, or a target.
 *
 * @throws AppError `invalid-input` for a month that has not begun
 */
export function addFigureAnnotation(actor: Actor, input: AddFigureAnnotationInput): Promise<{ annotationId: string }> {
  return perform(actor, 'figure-annotation.add', input, async (deed) => {
    const { requestId, ...annotation } = input
    const thisMonth = plainDateIn(deed.now, getZone(actor.serviceTimeZone)).slice(0, 7)
    if (annotation.month > thisMonth) throw invalidField('month', 'figure-annotation.month.not-yet')
    const annotationId = await recordFigureAnnotation(deed, annotation)
    await recordAudit(deed, { action: 'figure-annotation.add', fields: Object.keys(annotation), requestId })
    return { annotationId }
  })
}
