import { type Actor, type SystemActor, systemActor } from '@throughcare/db/actor'
import { asActor, type Tx } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { accountableService } from '@throughcare/domain/handoff/accountable'
import {
  decideMove,
  HANDOFF_MOVE_CODES,
  HANDOFF_MOVES,
  type HandoffMove,
} from '@throughcare/domain/handoff/handoff-moves'
import {
  HANDOFF_SIDES,
  HANDOFF_STATUSES,
  type HandoffSide,
  type HandoffStatus,
} from '@throughcare/domain/handoff/handoff-statuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoffInStatus } from '../../testing/handoff-in-status.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** What the domain says, as the rows of `app.handoff_rules`. */
const DOMAIN_RULES = HANDOFF_STATUSES.flatMap((status) =>
  HANDOFF_MOVE_CODES.flatMap((move) =>
    HANDOFF_SIDES.flatMap((side) => {
      const decision = decideMove(status, move, side, 'said')
      const needsReason = HANDOFF_MOVES[move].needsReason
      return decision.ok ? [{ move, from_status: status, to_status: decision.to, side, needs_reason: needsReason }] : []
    }),
  ),
)
const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted()

class Undone extends Error {}

/**
 * Does PostgreSQL take this move, written past the application: the handoff as it would stand, and its line of history? Nothing
 * is kept. The two statements are the ones that the repository sends.
 */
async function doesDatabaseTake(
  by: Actor | SystemActor,
  handoff: { id: string; episodeId: string; status: HandoffStatus },
  move: HandoffMove,
  reason: string | null,
): Promise<boolean> {
  const { to } = HANDOFF_MOVES[move]
  return asActor(by, async ({ tx, actor, now }) => {
    const count = await moveRow(tx, handoff, to, actor.accountId, now)
    if (count === 0) throw new Undone('no row')
    await tx.handoffMove.createMany({
      data: [
        {
          id: newId(),
          handoffId: handoff.id,
          episodeId: handoff.episodeId,
          area: 'omt',
          move,
          fromStatus: handoff.status,
          toStatus: to,
          byAccount: actor.accountId,
          byServiceId: actor.serviceId,
          at: now,
          reason,
          requestId: newId(),
        },
      ],
    })
    throw new Undone('taken')
  }).catch((error: Error) => error instanceof Undone && error.message === 'taken')
}

/** As a mover would write it who cared for no rule: with everything filled in that the new status asks for. */
async function moveRow(
  tx: Tx,
  handoff: { id: string },
  to: HandoffStatus,
  account: string,
  now: Date,
): Promise<number> {
  const ends = { sendingServiceId: scene.services.northgate, receivingServiceId: scene.services.harbour }
  const { count } = await tx.handoff.updateMany({
    where: { id: handoff.id },
    data: {
      status: to,
      version: { increment: 1 },
      accountableServiceId: accountableService({ ...ends, status: to, isFallbackSuccessor: false }),
      acknowledgedAt: now,
      acknowledgedBy: account,
      acceptedAt: now,
      workerId: account,
      rejectedReason: 'no-capacity',
      outcome: to === 'done' ? 'as-planned' : null,
    },
  })
  return count
}

const ACTOR_OF: Record<HandoffSide, () => Actor | SystemActor> = {
  sending: () => scene.people.northgateNurse,
  receiving: () => scene.people.harbourWorker,
  system: () => systemActor(scene.services.northgate),
}

describe('F14: PostgreSQL and the domain decide by the same table', () => {
  it('the table in SQL is the table of moves, row for row', async () => {
    const { rows } = await scene.owner.query('select * from app.handoff_rules()')
    expect(inOrder(rows)).toEqual(inOrder(DOMAIN_RULES))
  })

  it('of every status, move and side PostgreSQL takes what the domain allows, and refuses the rest', async () => {
    const cells = { taken: 0, refused: 0 }
    for (const status of HANDOFF_STATUSES) {
      const { handoffId, episodeId } = await handoffInStatus(scene, status)
      const handoff = { id: handoffId, episodeId, status }
      for (const move of HANDOFF_MOVE_CODES)
        for (const side of HANDOFF_SIDES) {
          const allowed = decideMove(status, move, side, 'said').ok
          const taken = await doesDatabaseTake(ACTOR_OF[side](), handoff, move, 'said')
          expect([status, move, side, taken]).toEqual([status, move, side, allowed])
          cells[taken ? 'taken' : 'refused'] += 1
        }
    }
    expect(cells.taken + cells.refused).toBe(HANDOFF_STATUSES.length * HANDOFF_MOVE_CODES.length * HANDOFF_SIDES.length)
    expect(cells.taken).toBe(DOMAIN_RULES.length)
  })

  it.each([null, '', '  '])('U8: a move that needs a reason is refused with %j', async (reason) => {
    for (const [status, move] of [
      ['sent', 'reject'],
      ['sent', 'return'],
      ['sent', 'revoke'],
      ['accepted', 'revoke'],
      ['rejected', 'close'],
      ['accepted', 'unassign'],
    ] as const) {
      const { handoffId, episodeId } = await handoffInStatus(scene, status)
      const by = ACTOR_OF[HANDOFF_MOVES[move].by]()
      const handoff = { id: handoffId, episodeId, status }
      expect([move, await doesDatabaseTake(by, handoff, move, reason)]).toEqual([move, false])
      expect([move, await doesDatabaseTake(by, handoff, move, 'said')]).toEqual([move, true])
    }
  })
})

describe('past the application', () => {
  const harbour = () => scene.people.harbourWorker

  it('a handoff moved without a line of history is not kept', async () => {
    const { handoffId } = await handoffInStatus(scene, 'sent')
    const moved = asActor(harbour(), async ({ tx, actor, now }) => {
      await moveRow(tx, { id: handoffId }, 'acknowledged', actor.accountId, now)
    })
    await expect(moved).rejects.toThrow(/history of a handoff says something else/)
    const { rows } = await scene.owner.query('select status from handoff where id = $1', [handoffId])
    expect(rows).toEqual([{ status: 'sent' }])
  })

  it('a line of history without its move is not kept either', async () => {
    const { handoffId, episodeId } = await handoffInStatus(scene, 'sent')
    const written = asActor(harbour(), async ({ tx, actor, now }) => {
      await tx.$executeRaw`insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account,
          by_service_id, at, request_id)
        values (${newId()}::uuid, ${handoffId}::uuid, ${episodeId}::uuid, 'omt', 'acknowledge', 'sent', 'acknowledged',
          ${actor.accountId}::uuid, ${actor.serviceId}::uuid, ${now}::timestamptz, ${newId()}::uuid)`
    })
    await expect(written).rejects.toThrow(/history of a handoff says something else/)
  })

  it.each<[HandoffStatus, string]>(
    HANDOFF_STATUSES.flatMap((status) =>
      (['northgate', 'harbour', 'riverside'] as const)
        .filter((service) => !mayAnswer(status).includes(service))
        .map((service): [HandoffStatus, string] => [status, service]),
    ),
  )('I-1: a handoff that is %s cannot be %s’s to answer for', async (status, service) => {
    const { handoffId } = await handoffInStatus(scene, status)
    const written = scene.owner.query(`update handoff set accountable_service_id = $2 where id = $1`, [
      handoffId,
      scene.services[service as 'harbour'],
    ])
    await expect(written).rejects.toThrow(/handoff_accountable_fits_status/)
    await expect(
      scene.owner.query('update handoff set accountable_service_id = null where id = $1', [handoffId]),
    ).rejects.toThrow(/not-null/)
  })

  function mayAnswer(status: HandoffStatus): string[] {
    const ends = { sendingServiceId: 'northgate', receivingServiceId: 'harbour', isFallbackSuccessor: false }
    return [accountableService({ ...ends, status })]
  }
})
