import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findFigureAnnotations,
  type StoredAnnotation,
} from '@throughcare/db/figure-annotation/figure-annotation-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { indicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** What is written on a chart, as it crosses to a page. */
export type ShownAnnotation = Omit<StoredAnnotation, 'writtenAt' | 'withdrawnAt'> & {
  /** ISO 8601. */
  writtenAt: string
  withdrawnAt: string | null
}

/** `today`: in the service's calendar; a month after it cannot be written on. */
export type FigureAnnotations = { annotations: ShownAnnotation[]; mayWrite: boolean; today: PlainDate }

/** Everything written on the charts of the own service, the withdrawn too; about figures that its kind does not see, nothing. */
export function listFigureAnnotations(actor: Actor): Promise<FigureAnnotations> {
  return asActor(actor, async (deed) => {
    const kind = actor.serviceKind as ServiceKind
    const indicators = indicatorsOf(kind)
    const stored = await findFigureAnnotations(deed)
    await recordAudit(deed, { action: 'figure-annotation.list' })
    return {
      annotations: stored
        .filter(({ indicator }) => indicator === null || indicators.includes(indicator))
        .map((each) => ({
          ...each,
          writtenAt: each.writtenAt.toISOString(),
          withdrawnAt: each.withdrawnAt?.toISOString() ?? null,
        })),
      today: plainDateIn(deed.now, getZone(actor.serviceTimeZone)),
      mayWrite: mayEver(actor.role, kind, 'figure-annotation.add'),
    }
  })
}
