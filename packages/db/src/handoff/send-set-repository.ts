import type { Category } from '@throughcare/domain/access/access-codes'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffKind } from '@throughcare/domain/handoff/handoff-statuses'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'
import { recordHistory } from './handoff-repository.ts'

/** One area on its way to one service. */
export type HandoffToSend = {
  area: Area
  kind: HandoffKind
  receivingServiceId: string
  carries: readonly Category[]
  dueAt: Date
  /** The set of rules that set the deadline. Left out: our default. */
  deadlineRule?: { id: string; version: number }
  /** Since when somebody has been asked; left out, since now. */
  waitingSince?: Date
  /** 1, or one more than the handoff that it resends. */
  attempt: number
  previousId: string | null
  /** What the sender says to whoever gets it: the answer, where it had come back for information. */
  words?: string | null
  /** Opened by a time-out, to a service that agreed beforehand: it answers for it at once. */
  isFallback?: boolean
}

/**
 * Writes a send set: its handoffs and the first line of each one's history. All of them or none: where an area is on its way
 * already, nothing is written and null comes back. Two presses at the same moment meet in the index that allows one live
 * handoff per area.
 *
 * @returns the ids of the handoffs, in the order given
 */
export async function recordSendSet(
  deed: Deed,
  of: { episodeId: string; personId: string; requestId: string },
  handoffs: readonly HandoffToSend[],
): Promise<string[] | null> {
  const { tx, actor, now } = deed
  const sendSetId = newId()
  await tx.sendSet.createMany({
    data: [
      {
        id: sendSetId,
        episodeId: of.episodeId,
        sendingServiceId: actor.serviceId,
        sentAt: now,
        sentBy: actor.accountId,
      },
    ],
  })
  const rows = handoffs.map(({ words: _said, isFallback = false, deadlineRule, waitingSince, ...handoff }) => ({
    ...handoff,
    ...(deadlineRule ? { deadlineRuleId: deadlineRule.id, deadlineRuleVersion: deadlineRule.version } : {}),
    waitingSince: waitingSince ?? now,
    carries: [...handoff.carries],
    id: newId(),
    episodeId: of.episodeId,
    personId: of.personId,
    sendSetId,
    sendingServiceId: actor.serviceId,
    // Nobody has it until they say so, unless they said so beforehand.
    accountableServiceId: isFallback ? handoff.receivingServiceId : actor.serviceId,
    status: 'sent',
    sentAt: now,
  }))
  const { count } = await tx.handoff.createMany({ data: rows, skipDuplicates: true })
  if (count < rows.length) return null
  await recordHistory(
    deed,
    rows.map((row, index) => ({
      handoffId: row.id,
      handoff: { episodeId: of.episodeId, area: row.area },
      move: 'send',
      fromStatus: 'draft',
      to: 'sent',
      ...(handoffs[index]?.words ? { reason: handoffs[index].words } : {}),
      requestId: of.requestId,
    })),
  )
  return rows.map((row) => row.id)
}
