import { SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import { newId } from '@throughcare/db/uuid'
import { ACCOUNTABLE_SIDE } from '@throughcare/domain/handoff/accountable'
import type { HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import { HANDOFF_MOVES } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { Scene } from './scene.ts'

/** The shortest way to each status: the moves that a handoff there has made. */
const WAY_TO = {
  draft: [],
  sent: ['send'],
  acknowledged: ['send', 'acknowledge'],
  accepted: ['send', 'accept'],
  'in-progress': ['send', 'accept', 'start'],
  done: ['send', 'accept', 'finish'],
  rejected: ['send', 'reject'],
  revoked: ['send', 'revoke'],
  'timed-out': ['send', 'time-out'],
  returned: ['send', 'return'],
  closed: ['send', 'reject', 'close'],
} as const satisfies Record<HandoffStatus, readonly HandoffMove[]>

/** Puts a case with one OMT handoff of Northgate to Harbour into this status, with the history that leads there. */
export async function handoffInStatus(
  scene: Scene,
  status: HandoffStatus,
): Promise<{ handoffId: string; episodeId: string; version: number }> {
  const { episodeId, personId } = await scene.aCase({ items: [{ area: 'omt', code: 'dose-tomorrow' }] })
  const from = scene.services.northgate
  const to = scene.services.harbour
  const worker = scene.people.harbourWorker.accountId
  const nurse = scene.people.northgateNurse.accountId
  const moves: readonly HandoffMove[] = WAY_TO[status]
  const setId = newId()
  const handoffId = newId()
  const seen = moves.some((move) => move === 'acknowledge' || move === 'accept')
  const taken = moves.includes('accept')
  await scene.owner.query(
    `insert into send_set (id, episode_id, sending_service_id, sent_at, sent_by) values ($1, $2, $3, app.now(), $4)`,
    [setId, episodeId, from, nurse],
  )
  await scene.owner.query(
    `insert into handoff (id, episode_id, person_id, send_set_id, area, kind, sending_service_id, receiving_service_id,
       accountable_service_id, status, carries, due_at, sent_at, acknowledged_at, acknowledged_by, accepted_at, worker_id,
       rejected_reason, version, outcome)
     values ($1, $2, $3, $4, 'omt', 'planned', $5, $6, $7, $8, app.categories_of_area('omt'), app.now() + interval '1 day',
       app.now(), case when $9 then app.now() end, case when $9 then $10::uuid end, case when $11 then app.now() end,
       case when $11 then $10::uuid end, $12, $13, case when $8 = 'done' then 'as-planned' end)`,
    [
      handoffId,
      episodeId,
      personId,
      setId,
      from,
      to,
      ACCOUNTABLE_SIDE[status] === 'sending' ? from : to,
      status,
      seen,
      worker,
      taken,
      moves.includes('reject') ? 'no-capacity' : null,
      moves.length,
    ],
  )
  let at: HandoffStatus = 'draft'
  for (const [step, move] of moves.entries()) {
    const { to: next, by, needsReason } = HANDOFF_MOVES[move]
    const byReceiver = by === 'receiving'
    const account = by === 'system' ? SYSTEM_ACCOUNT_ID : byReceiver ? worker : nurse
    await scene.owner.query(
      `insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, reason, request_id)
       values ($1, $2, $3, 'omt', $4, $5, $6, $7, $8, app.now() - interval '1 hour' + $11 * interval '1 minute', $9, $10)`,
      [
        newId(),
        handoffId,
        episodeId,
        move,
        at,
        next,
        account,
        byReceiver ? to : from,
        needsReason ? 'no-capacity' : null,
        newId(),
        step,
      ],
    )
    at = next
  }
  return { handoffId, episodeId, version: moves.length }
}
