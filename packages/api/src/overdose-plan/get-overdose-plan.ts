import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findFact } from '@throughcare/db/care-plan/fact-repository'
import { findKits, type Kit } from '@throughcare/db/naloxone/kit-repository'
import { findOverdosePlans, type StoredOverdosePlan } from '@throughcare/db/overdose-plan/overdose-plan-repository'
import { findOverdoses, type StoredOverdose } from '@throughcare/db/overdose-report/overdose-report-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { OverdosePlanOfCaseInput } from '@throughcare/domain/overdose-plan/record-overdose-plan-input'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import { getRelease, isStillInside } from '../outcome/get-release.ts'

/** A report, and whether its contact is late now. */
export type OverdoseView = StoredOverdose & { isContactLate: boolean }

export type OverdosePlanView = {
  episodeId: string
  /** Null: it was never offered. */
  standing: StoredOverdosePlan | null
  earlier: StoredOverdosePlan[]
  reports: OverdoseView[]
  /** Kits in the person's own hand or home, which a report may say were used. */
  kits: Pick<Kit, 'id' | 'product' | 'expiresOn'>[]
  /** What was said of an opioid need. The plan is offered unless it is no. */
  opioidNeed: string | null
  isOut: boolean
  /** The day that it is at the prison, with which the forms begin. */
  today: PlainDate
  now: string
  may: { record: boolean; report: boolean; contact: boolean }
}

/**
 * The overdose plan of one person, and what was reported after release.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getOverdosePlan(actor: Actor, { episodeId }: OverdosePlanOfCaseInput): Promise<OverdosePlanView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'overdose-plan.by-episode', 'naloxone')
    const { clock, release } = await getRelease(deed, episodeId)
    const [standing, ...earlier] = await findOverdosePlans(deed, episodeId)
    const reports = await findOverdoses(deed, episodeId)
    const kits = await findKits(deed, episodeId)
    const need = await findFact(deed, episodeId, 'opioid-need')
    const isOut = !isStillInside(clock)
    await recordAudit(deed, {
      action: 'overdose-plan.by-episode',
      episodeIds: [episodeId],
      personIds: [part.personId],
    })
    return {
      episodeId,
      standing: standing ?? null,
      earlier,
      reports: reports.map((report) => ({
        ...report,
        isContactLate: report.contactedAt === null && new Date(report.contactDueAt) <= deed.now,
      })),
      kits: kits
        .filter(({ holder, state }) => holder === 'person' && (state === 'handed-over' || state === 'at-home'))
        .map(({ id, product, expiresOn }) => ({ id, product, expiresOn })),
      opioidNeed: need?.state === 'known' ? need.value : null,
      isOut,
      today: plainDateIn(deed.now, getZone(release.prisonTimeZone)),
      now: deed.now.toISOString(),
      may: {
        record: mayOn(actor, 'overdose-plan.record', part),
        report: isOut && mayOn(actor, 'overdose-report.record', part),
        contact: mayOn(actor, 'overdose-report.contact', part),
      },
    }
  })
}
