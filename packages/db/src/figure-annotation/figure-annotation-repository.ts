import type { FigureAnnotation } from '@throughcare/domain/figure-annotation/annotations-of-figure'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** An annotation of the actor's own service with who wrote it, and who withdrew it. */
export type StoredAnnotation = FigureAnnotation & {
  writtenAt: Date
  writtenBy: string | null
  withdrawnAt: Date | null
  withdrawnBy: string | null
}

/** Everything that was ever written on the charts of the actor's own service, in the order of writing. */
export function findFigureAnnotations({ tx, actor }: Deed): Promise<StoredAnnotation[]> {
  return tx.$queryRaw<StoredAnnotation[]>`
    select f.id, f.kind, f.indicator, f.month, f.name, f.note, f.percent, f.written_at as "writtenAt",
      writer.display_name as "writtenBy", w.withdrawn_at as "withdrawnAt", withdrawer.display_name as "withdrawnBy"
    from figure_annotation f
    left join account writer on writer.id = f.written_by
    left join figure_annotation_withdrawal w on w.annotation_id = f.id
    left join account withdrawer on withdrawer.id = w.withdrawn_by
    where f.service_id = ${actor.serviceId}::uuid
    order by f.written_at, f.id`
}

/** @returns the id of what was written */
export async function recordFigureAnnotation(
  { tx, actor, now }: Deed,
  { kind, indicator, month, name, note, percent }: Omit<FigureAnnotation, 'id'>,
): Promise<string> {
  const id = newId()
  await tx.$executeRaw`
    insert into figure_annotation (id, service_id, kind, indicator, month, name, note, percent, written_at, written_by)
    values (${id}::uuid, ${actor.serviceId}::uuid, ${kind}, ${indicator}, ${month}, ${name}, ${note}, ${percent}::int,
      ${now}::timestamptz, ${actor.accountId}::uuid)`
  return id
}

/** @returns false when nothing was withdrawn: there is no such annotation of the actor's service, or it is withdrawn already */
export async function recordFigureAnnotationWithdrawal(
  { tx, actor, now }: Deed,
  annotationId: string,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into figure_annotation_withdrawal (annotation_id, service_id, withdrawn_at, withdrawn_by)
    select f.id, f.service_id, ${now}::timestamptz, ${actor.accountId}::uuid
    from figure_annotation f where f.id = ${annotationId}::uuid and f.service_id = ${actor.serviceId}::uuid
    on conflict (annotation_id) do nothing`
  return written === 1
}
