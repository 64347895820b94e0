import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { asActor } from '../as-actor.ts'
import { newId } from '../uuid.ts'
import { recordHistory } from './handoff-repository.ts'
import { findHandoffView } from './handoff-view.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const MOVES = [
  { move: 'acknowledge', fromStatus: 'sent', to: 'acknowledged' },
  { move: 'accept', fromStatus: 'acknowledged', to: 'accepted' },
  { move: 'start', fromStatus: 'accepted', to: 'in-progress' },
  { move: 'finish', fromStatus: 'in-progress', to: 'done' },
] as const

it('shows moves of one millisecond in the order in which they were made', async () => {
  const one = await scene.aCase()
  const { harbourWorker } = scene.people
  for (const area of ['omt', 'naloxone', 'health', 'housing', 'support'] as const) {
    const handoffId = await scene.aHandoff(one, { area, sentAt: new Date('2026-03-25T09:00:00Z') })
    await asActor(harbourWorker, (deed) =>
      recordHistory(
        deed,
        MOVES.map((move) => ({
          ...move,
          handoffId,
          handoff: { episodeId: one.episodeId, area },
          requestId: newId(),
        })),
      ),
    )
    const { found } = await findHandoffView(harbourWorker, handoffId, 'handoff.by-id')
    const told = found?.moves.map(({ move }) => move).filter((move) => move !== 'send')
    expect(told).toEqual(MOVES.map(({ move }) => move))
  }
})
