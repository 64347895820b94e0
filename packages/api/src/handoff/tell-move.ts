import { type Deed, soon } from '@throughcare/db/as-actor'
import type { Handoff } from '@throughcare/db/handoff/handoff-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import type { HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffKind } from '@throughcare/domain/handoff/handoff-statuses'
import type { NoticeKind } from '@throughcare/domain/notice/notice-kinds'

/** What the other end is told of a move. What is not here is told by whoever causes it, or changes nothing for the other end. */
const TOLD = {
  acknowledge: 'handoff-acknowledged',
  accept: 'handoff-accepted',
  reject: 'handoff-rejected',
  return: 'handoff-returned',
  revoke: 'handoff-revoked',
} as const satisfies Partial<Record<HandoffMove, NoticeKind>>

/** Tells the other end of a move, in its transaction. A draft that is taken back was nobody's to know of. */
export function tellMove(deed: Deed, move: HandoffMove, before: Handoff): void {
  const kind = move in TOLD ? TOLD[move as keyof typeof TOLD] : null
  if (kind === null || before.status === 'draft') return
  const told = recordNotice(deed, {
    kind,
    serviceId: move === 'revoke' ? before.receivingServiceId : before.sendingServiceId,
    audience: 'workers',
    episodeId: before.episodeId,
    handoffId: before.id,
    urgency: urgencyOf(before.kind),
    dedupeKey: `handoff:${before.id}:${before.version + 1}`,
  })
  soon(deed, told)
}

/** Tells the services to which a set went, in its transaction. */
export async function tellSent(
  deed: Deed,
  episodeId: string,
  sent: readonly { handoffId: string; receivingServiceId: string; kind: HandoffKind }[],
): Promise<void> {
  for (const { handoffId, receivingServiceId, kind } of sent)
    await recordNotice(deed, {
      kind: 'handoff-sent',
      serviceId: receivingServiceId,
      audience: 'workers',
      episodeId,
      handoffId,
      urgency: urgencyOf(kind),
      dedupeKey: `handoff:${handoffId}:0`,
    })
}

/** What is sent as an emergency is answered as one. */
function urgencyOf(kind: HandoffKind): 'emergency' | 'ordinary' {
  return kind === 'emergency' ? 'emergency' : 'ordinary'
}
