import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { tellSharing } from '@throughcare/db/consent/consent-repository'
import { findObjection, recordObjectionDecided } from '@throughcare/db/objection/objection-repository'
import type { DecideObjectionInput } from '@throughcare/domain/objection/objection-inputs'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type ObjectionDecided = { objectionId: string; version: number }

/**
 * A clinician decides on an objection, after the person was told what would be lost. Upheld, what it names stops travelling in the
 * same transaction; not upheld, nothing changes.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when somebody has decided
 */
export function decideObjection(actor: Actor, input: DecideObjectionInput): Promise<ObjectionDecided> {
  return perform(actor, 'objection.decide', input, async (deed) => {
    const { objectionId, requestId, seenVersion, decision, reason } = input
    const found = await findObjection(deed, objectionId)
    if (!found) throw new AppError('not-found')
    const part = await getPart(deed, found.episodeId, 'objection.decide', 'health')
    if (!(await recordObjectionDecided(deed, { objectionId, version: seenVersion }, { decision, reason })))
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: { version: found.version, decision: found.decision },
          changedBy: found.decidedBy,
          changedAt: found.decidedAt,
        },
      })
    await tellSharing(deed, found.episodeId, 'objection-decided', `objection:${objectionId}:${seenVersion + 1}`)
    if (decision === 'upheld')
      await tellSharing(deed, found.episodeId, 'sharing-changed', `objection:${objectionId}:${seenVersion + 1}`)
    await recordAudit(deed, {
      action: 'objection.decide',
      episodeIds: [found.episodeId],
      personIds: [part.personId],
      fields: [`decision:${decision}`],
      requestId,
    })
    return { objectionId, version: seenVersion + 1 }
  })
}
