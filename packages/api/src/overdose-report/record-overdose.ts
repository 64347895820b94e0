import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPlanBases, type PlanBasis } from '@throughcare/db/care-plan/plan-basis-repository'
import { findKits, type Kit, recordKitChange, recordNewKit } from '@throughcare/db/naloxone/kit-repository'
import { findOverdoses, recordOverdoseTold } from '@throughcare/db/overdose-report/overdose-report-repository'
import { endOfDay, plainDateIn } from '@throughcare/domain/calendar/zone'
import { contactDueAt } from '@throughcare/domain/overdose-report/contact-due'
import type { RecordOverdoseInput } from '@throughcare/domain/overdose-report/overdose-report-inputs'
import { AppError, invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan } from '../care-plan/grow-plan.ts'
import { getRelease, isStillInside } from '../outcome/get-release.ts'
import { perform } from '../perform.ts'

export type OverdoseRecorded = { reportId: string; accountableServiceId: string; contactDueAt: string }

/**
 * An overdose after release that the person came round from. It makes one thing due: a contact the same day, for whoever
 * answers for the person's naloxone now. The kit that was used is said of the kit. Nobody is moved by it: treatment, phase,
 * handoffs and appointments stay as they are (rule OD-3).
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when more was reported than the page showed |
 *   `invalid-input` for a day outside the time since release | `refused` with `overdose-report.not-out`
 */
export function recordOverdose(actor: Actor, input: RecordOverdoseInput): Promise<OverdoseRecorded> {
  return perform(actor, 'overdose-report.record', input, async (deed) => {
    const { episodeId, requestId, seenVersion, isReplaced, ...told } = input
    const part = await getPart(deed, episodeId, 'overdose-report.record', 'naloxone')
    const { clock } = await getRelease(deed, episodeId)
    if (isStillInside(clock)) throw refused('overdose-report.not-out')
    const [basis] = await findPlanBases(deed, [episodeId])
    if (!basis) throw new AppError('not-found')
    const today = plainDateIn(deed.now, basis.zone)
    const releasedOn = basis.releasedAt && plainDateIn(basis.releasedAt, basis.zone)
    if (told.happenedOn && (told.happenedOn > today || (releasedOn && told.happenedOn < releasedOn)))
      throw invalidField('happenedOn', 'overdose-report.happenedOn.not-since-release')
    const reports = await findOverdoses(deed, episodeId)
    if (reports.length > seenVersion) throw reportedMeanwhile(reports, seenVersion)

    const dueAt = contactDueAt(deed.now, basis.zone)
    const accountableServiceId = answersFor(basis)
    const reportId = await recordOverdoseTold(deed, episodeId, told, { accountableServiceId, dueAt })
    if (told.naloxone === 'own-kit') await sayOfKit(deed, basis, input)
    await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'overdose-report.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(told),
      requestId,
    })
    return { reportId, accountableServiceId, contactDueAt: dueAt.toISOString() }
  })
}

/** Whoever took over naloxone, or the treatment with it; the prison where nobody has. */
function answersFor({ accountable, prisonServiceId }: PlanBasis): string {
  const of = (area: string) => accountable.find((each) => each.area === area)?.serviceId
  return of('naloxone') ?? of('omt') ?? prisonServiceId
}

/** The kit that was used is a used kit from then on, and the one in its place is handed over now. */
async function sayOfKit(deed: Deed<Actor>, basis: PlanBasis, input: RecordOverdoseInput): Promise<void> {
  const { episodeId, kitId, happenedOn, isReplaced } = input
  const kit = kitId === null ? null : (await findKits(deed, episodeId)).find(({ id }) => id === kitId)
  if (kit === undefined) throw new AppError('not-found')
  if (kit) {
    if (kit.holder !== 'person' || (kit.state !== 'handed-over' && kit.state !== 'at-home'))
      throw refused('overdose-report.kit-not-in-hand')
    const goneAt = usedAt(happenedOn && endOfDay(happenedOn, basis.zone), kit, deed.now)
    const used = { ...kit, state: 'used', goneAt, dosesUsed: null, usedOutcome: 'came-round' } as const
    const seen = { episodeId, kitId: kit.id, version: kit.version, wasLeft: false }
    if (!(await recordKitChange(deed, seen, used))) throw new AppError('changed-meanwhile')
  }
  if (isReplaced)
    await recordNewKit(deed, episodeId, {
      holder: 'person',
      state: 'handed-over',
      handedAt: deed.now,
      product: null,
      lot: null,
      expiresOn: null,
      goneAt: null,
      dosesUsed: null,
      usedOutcome: null,
      replacesId: kit?.id ?? null,
      trained: null,
      trainedOn: null,
    })
}

/** At the end of the day that was told, not after now and not before it was handed over. */
function usedAt(endOfToldDay: Date | null, { handedAt }: Kit, now: Date): Date {
  const at = endOfToldDay && endOfToldDay < now ? endOfToldDay : now
  return handedAt && handedAt > at ? handedAt : at
}

function reportedMeanwhile(reports: Awaited<ReturnType<typeof findOverdoses>>, seenVersion: number): AppError {
  const [last] = reports
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: last ? { happenedOn: last.happenedOn, toldBy: last.toldBy, version: reports.length } : null,
      changedBy: last?.recordedBy ?? null,
      changedAt: last?.recordedAt ?? null,
    },
  })
}
