import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { newId } from '../uuid.ts'
import { findHandoffView } from './handoff-view.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const MOVES = [
  { move: 'acknowledge', from_status: 'sent', to_status: 'acknowledged' },
  { move: 'accept', from_status: 'acknowledged', to_status: 'accepted' },
  { move: 'start', from_status: 'accepted', to_status: 'in-progress' },
  { move: 'finish', from_status: 'in-progress', to_status: 'done' },
] as const

it('shows moves of one millisecond in the order in which they were made', async () => {
  const one = await scene.aCase()
  const { harbourWorker } = scene.people
  for (const area of ['omt', 'naloxone', 'health', 'housing', 'support'] as const) {
    const handoffId = await scene.aHandoff(one, { area, sentAt: new Date('2026-03-25T09:00:00Z') })
    // As the owner: the guard of moves lets nobody else write four of them at once.
    await scene.owner.query(
      `insert into handoff_move (id, handoff_id, episode_id, area, move, from_status, to_status, by_account, by_service_id, at, request_id)
       select m.id, $2, $3, $4, m.move, m.from_status, m.to_status, $5, $6, app.now(), gen_random_uuid()
       from jsonb_to_recordset($1::jsonb) m (id uuid, move text, from_status text, to_status text)`,
      [
        JSON.stringify(MOVES.map((move) => ({ id: newId(), ...move }))),
        handoffId,
        one.episodeId,
        area,
        harbourWorker.accountId,
        harbourWorker.serviceId,
      ],
    )
    const { found } = await findHandoffView(harbourWorker, handoffId, 'handoff.by-id')
    const told = found?.moves.map(({ move }) => move).filter((move) => move !== 'send')
    expect(told).toEqual(MOVES.map(({ move }) => move))
  }
})
