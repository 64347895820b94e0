import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { accountableService } from '@throughcare/domain/handoff/accountable'
import { decideMove, foldMoves, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import { HANDOFF_STATUSES, type HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoffInStatus } from '../../testing/handoff-in-status.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

type Press = { handoffId: string; seenVersion: number; requestId: string }
const REASON = { reason: 'other', words: 'said in a test' } as const
const PROCEDURES = {
  acknowledge: (actor: Actor, press: Press) => scene.as(actor).handoff.acknowledge(press),
  accept: (actor: Actor, press: Press) => scene.as(actor).handoff.accept({ ...press, workerId: null }),
  reject: (actor: Actor, press: Press) => scene.as(actor).handoff.reject({ ...press, ...REASON }),
  start: (actor: Actor, press: Press) => scene.as(actor).handoff.start(press),
  finish: (actor: Actor, press: Press) =>
    scene.as(actor).handoff.finish({ ...press, outcome: 'other', words: REASON.words }),
  return: (actor: Actor, press: Press) => scene.as(actor).handoff.return({ ...press, words: REASON.words }),
  revoke: (actor: Actor, press: Press) => scene.as(actor).handoff.revoke({ ...press, ...REASON }),
  close: (actor: Actor, press: Press) => scene.as(actor).handoff.close({ ...press, ...REASON }),
} as const satisfies Partial<Record<HandoffMove, unknown>>
type Pressed = keyof typeof PROCEDURES

const SIDES = ['sending', 'receiving'] as const
const CELLS = HANDOFF_STATUSES.flatMap((status) =>
  SIDES.flatMap((side) => (Object.keys(PROCEDURES) as Pressed[]).map((move) => [status, side, move] as const)),
)

/** What the table of moves says of this cell. A draft does not exist yet for whom it is meant. */
function expected(status: HandoffStatus, side: (typeof SIDES)[number], move: Pressed): string {
  const decision = decideMove(status, move, side, 'said in a test')
  const mayEver = (side === 'sending') === (move === 'revoke' || move === 'close')
  if (mayEver && side === 'receiving' && status === 'draft') return 'not-found'
  if (decision.ok) return decision.to
  if (decision.refusal === 'handoff.wrong-side') return 'not-allowed'
  return 'refused'
}

describe('each move, from each status, by each side', () => {
  it.each(CELLS)('%s, %s side, %s', async (status, side, move) => {
    const { handoffId, version } = await handoffInStatus(scene, status)
    const actor = side === 'sending' ? scene.people.northgateNurse : scene.people.harbourWorker
    const press = { handoffId, seenVersion: version, requestId: randomUUID() }
    const outcome = await PROCEDURES[move](actor, press).then(
      (moved) => moved.status,
      (error: { message: string }) => error.message,
    )
    expect(outcome).toBe(expected(status, side, move))

    const { rows } = await scene.owner.query<{
      status: HandoffStatus
      version: number
      sending_service_id: string
      receiving_service_id: string
      accountable_service_id: string
      moves: HandoffMove[]
    }>(
      `select h.status, h.version, h.sending_service_id, h.receiving_service_id, h.accountable_service_id,
         array(select m.move from handoff_move m where m.handoff_id = h.id order by m.at, m.id) as moves
       from handoff h where h.id = $1`,
      [handoffId],
    )
    const [stored] = rows
    if (!stored) throw new Error('the handoff is gone')
    const moved = decideMove(status, move, side, 'said in a test').ok
    expect(stored.status).toBe(moved ? outcome : status)
    expect(stored.version).toBe(moved ? version + 1 : version)
    expect(foldMoves(stored.moves)).toBe(stored.status)
    expect(stored.accountable_service_id).toBe(
      accountableService({
        status: stored.status,
        sendingServiceId: stored.sending_service_id,
        receivingServiceId: stored.receiving_service_id,
        isFallbackSuccessor: false,
      }),
    )
  })

  it('covers the whole table', () => {
    expect(CELLS).toHaveLength(HANDOFF_STATUSES.length * SIDES.length * Object.keys(PROCEDURES).length)
  })
})
