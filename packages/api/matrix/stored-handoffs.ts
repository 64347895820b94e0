import { newId } from '@throughcare/db/uuid'
import type { Area } from '@throughcare/domain/checklist/areas'
import { ACCOUNTABLE_SIDE } from '@throughcare/domain/handoff/accountable'
import { HANDOFF_MOVES, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { CaseToStore, StoredCase } from './case-to-store.ts'
import { type Owner, put } from './put.ts'

/** sent: waits for an answer · accepted: somebody there has it · done · rejected: the sender has it back. */
export type StoredStatus = 'sent' | 'accepted' | 'done' | 'rejected'

export type HandoffToStore = { area: Area; from: string; to: string; status: StoredStatus }
export type StoredHandoff = { id: string; area: Area; status: StoredStatus; version: number }

const SENT = '2026-03-25T08:30:00Z'
const ANSWERED = '2026-03-25T09:00:00Z'
const DUE = '2026-03-26T16:00:00Z'

/** Writes the handoffs of a case with the first line of their history. */
export async function handoffRows(owner: Owner, of: CaseToStore, one: StoredCase): Promise<void> {
  const sets = of.handoffs.map(() => newId())
  await put(
    owner,
    'send_set',
    of.handoffs.map(({ from }, index) => ({
      id: sets[index],
      episode_id: one.episodeId,
      sending_service_id: from,
      sent_at: SENT,
      sent_by: of.by,
    })),
  )
  await put(
    owner,
    'handoff',
    of.handoffs.map(({ area, from, to, status }, index) => {
      const isTaken = status === 'accepted' || status === 'done'
      return {
        id: one.handoffs[index]?.id,
        episode_id: one.episodeId,
        person_id: one.personId,
        send_set_id: sets[index],
        area,
        kind: 'planned',
        sending_service_id: from,
        receiving_service_id: to,
        accountable_service_id: ACCOUNTABLE_SIDE[status] === 'sending' ? from : to,
        status,
        carries: [],
        due_at: DUE,
        sent_at: SENT,
        acknowledged_at: isTaken ? ANSWERED : null,
        acknowledged_by: isTaken ? of.by : null,
        accepted_at: isTaken ? ANSWERED : null,
        worker_id: isTaken ? of.by : null,
        rejected_reason: status === 'rejected' ? 'no-capacity' : null,
        outcome: status === 'done' ? 'as-planned' : null,
        attempt: 1,
        version: 1,
      }
    }),
  )
  await owner.query(`update handoff set carries = app.categories_of_area(area) where episode_id = $1`, [one.episodeId])
  await put(
    owner,
    'handoff_move',
    of.handoffs.flatMap((handoff, index) => historyOf(handoff, of.by, { ...one, id: one.handoffs[index]?.id ?? '' })),
  )
  await storeSteps(owner, of, one)
}

/** One step of each handoff, as the worker wrote it down. */
async function storeSteps(owner: Owner, of: CaseToStore, one: StoredCase): Promise<void> {
  await put(
    owner,
    'escalation',
    of.handoffs.map(({ area, from, to }, index) => ({
      id: newId(),
      handoff_id: one.handoffs[index]?.id,
      episode_id: one.episodeId,
      area,
      step: 'half-time',
      planned_at: ANSWERED,
      at: ANSWERED,
      by_account: of.by,
      by_service_id: from,
      told_service_ids: [to],
    })),
  )
}

/** The moves that lead to each status. */
const WAY_TO = {
  sent: ['send'],
  accepted: ['send', 'accept'],
  done: ['send', 'accept', 'finish'],
  rejected: ['send', 'reject'],
} as const satisfies Record<StoredStatus, readonly HandoffMove[]>

function historyOf({ area, from, to, status }: HandoffToStore, by: string, of: { id: string; episodeId: string }) {
  const moves: readonly HandoffMove[] = WAY_TO[status]
  return moves.map((move, step) => ({
    id: newId(),
    handoff_id: of.id,
    episode_id: of.episodeId,
    area,
    move,
    from_status: moves[step - 1] ? HANDOFF_MOVES[moves[step - 1] ?? 'send'].to : 'draft',
    to_status: HANDOFF_MOVES[move].to,
    by_account: by,
    by_service_id: step === 0 ? from : to,
    at: `2026-03-25T08:3${step}:00Z`,
    reason: move === 'reject' ? 'no-capacity' : null,
    request_id: newId(),
  }))
}
