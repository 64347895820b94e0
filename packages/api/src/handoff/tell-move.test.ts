import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoffInStatus } from '../../testing/handoff-in-status.ts'
import { aPress } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const told = async (handoffId: string) => {
  const { rows } = await scene.owner.query<{ kind: string; service: string; audience: string; urgency: string }>(
    `select n.kind, s.name as service, n.audience, n.urgency from notice n join service s on s.id = n.service_id
     where n.handoff_id = $1 order by n.caused_at, n.id`,
    [handoffId],
  )
  return rows.map(({ kind, service, audience, urgency }) => `${kind} → ${service}, ${audience}, ${urgency}`)
}
const harbour = () => scene.as(scene.people.harbourWorker).handoff
const nurse = () => scene.as(scene.people.northgateNurse).handoff

describe('the other end is told of a move, once', () => {
  it.each([
    ['sent', 'handoff-acknowledged → HMP Northgate', (id: string) => harbour().acknowledge(aPress(id, 1))],
    [
      'acknowledged',
      'handoff-accepted → HMP Northgate',
      (id: string) => harbour().accept({ ...aPress(id, 2), workerId: null }),
    ],
    [
      'sent',
      'handoff-rejected → HMP Northgate',
      (id: string) => harbour().reject({ ...aPress(id, 1), reason: 'no-capacity', words: null }),
    ],
    [
      'sent',
      'handoff-returned → HMP Northgate',
      (id: string) => harbour().return({ ...aPress(id, 1), words: 'Which pharmacy?' }),
    ],
    [
      'accepted',
      'handoff-revoked → Harbour Recovery',
      (id: string) => nurse().revoke({ ...aPress(id, 2), reason: 'release-changed', words: null }),
    ],
  ] as const)('from %s: %s', async (status, expected, press) => {
    const { handoffId } = await handoffInStatus(scene, status)
    await press(handoffId)
    expect(await told(handoffId)).toEqual([`${expected}, workers, ordinary`])
  })

  it('and each service of a set that it was sent, however often the press arrives', async () => {
    const one = await scene.aCase()
    const set = {
      episodeId: one.episodeId,
      requestId: randomUUID(),
      seenVersion: 0,
      handoffs: [
        { area: 'omt' as const, receivingServiceId: scene.services.harbour },
        { area: 'housing' as const, receivingServiceId: scene.services.haven },
      ],
    }
    const answers = await Promise.all([nurse().send(set), nurse().send(set)])
    const [omt, housing] = answers[0].handoffs.map(({ handoffId }) => handoffId)
    expect(await told(omt as string)).toEqual(['handoff-sent → Harbour Recovery, workers, ordinary'])
    expect(await told(housing as string)).toEqual(['handoff-sent → Haven Housing, workers, ordinary'])
  })

  it('nobody of a move that was refused', async () => {
    const { handoffId } = await handoffInStatus(scene, 'done')
    await expect(harbour().acknowledge(aPress(handoffId, 3))).rejects.toThrow()
    expect(await told(handoffId)).toEqual([])
  })
})
