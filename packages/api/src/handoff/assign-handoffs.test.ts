import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const manager = () => scene.as(scene.people.harbourManager)
const lea = () => scene.people.harbourSecondWorker.accountId
const line = (handoffId: string, seenVersion = 0) => ({ handoffId, seenVersion })
const handoffs = async (status?: 'sent' | 'acknowledged' | 'accepted' | 'rejected') =>
  scene.aHandoff(await scene.aCase({ familyName: `Bulk${newId().slice(-6)}` }), status ? { status } : {})
const standing = async (ids: string[]) => {
  const { rows } = await scene.owner.query<{ id: string; status: string; worker_id: string | null; version: number }>(
    'select id, status, worker_id, version from handoff where id = any ($1)',
    [ids],
  )
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    return [row?.status, row?.worker_id === lea() ? 'Lea' : row?.worker_id === null ? null : 'other', row?.version]
  })
}

describe('several handoffs in one worker’s name', () => {
  it('are looked at first, then done line by line; what cannot be done is told and the rest is done', async () => {
    const [fresh, known, taken, over] = [
      await handoffs(),
      await handoffs('acknowledged'),
      await handoffs('accepted'),
      await handoffs('rejected'),
    ]
    const asked = { handoffs: [line(fresh), line(known), line(taken), line(over), line(newId())], workerId: lea() }
    const before = await standing([fresh, known, taken, over])
    const looked = await manager().handoff.preview(asked)
    const refusals = [null, null, null, 'not-allowed', 'not-found']
    expect(looked.lines.map(({ refusal }) => refusal)).toEqual(refusals)
    expect(await standing([fresh, known, taken, over])).toEqual(before)

    const { lines } = await manager().handoff.assign({ ...asked, requestId: newId() })
    expect(lines.map(({ refusal }) => refusal)).toEqual(refusals)
    expect(await standing([fresh, known, taken])).toEqual([
      ['accepted', 'Lea', 1],
      ['accepted', 'Lea', 1],
      ['accepted', 'Lea', 1],
    ])
    const { rows } = await scene.owner.query<{ move: string; by: string }>(
      `select m.move, a.display_name as by from handoff_move m join account a on a.id = m.by_account
       where m.handoff_id = any ($1) and m.move <> 'send' order by m.move`,
      [[fresh, known, taken]],
    )
    expect(rows.map(({ move, by }) => [move, by])).toEqual([
      ['accept', 'Rita Fonseca'],
      ['accept', 'Rita Fonseca'],
      ['reassign', 'Rita Fonseca'],
    ])
  })

  it('says of a line on which somebody was faster who and when, and is done once however often it is pressed', async () => {
    const [one, other] = [await handoffs(), await handoffs()]
    await scene.as(scene.people.harbourWorker).handoff.acknowledge({ ...line(one), requestId: newId() })
    const press = { handoffs: [line(one), line(other)], workerId: lea(), requestId: newId() }
    const answers = [await manager().handoff.assign(press), await manager().handoff.assign(press)]
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.lines).toEqual([
      {
        handoffId: one,
        refusal: 'changed-meanwhile',
        changedBy: 'Sam Osei',
        changedAt: expect.stringContaining('2026'),
      },
      { handoffId: other, refusal: null, changedBy: null, changedAt: null },
    ])
    expect(await standing([one, other])).toEqual([
      ['acknowledged', null, 1],
      ['accepted', 'Lea', 1],
    ])
    const again = await manager().handoff.preview({ handoffs: [line(other, 1)], workerId: lea() })
    expect(again.lines.map(({ refusal }) => refusal)).toEqual(['already-so'])
  })

  it('is nobody’s of another service, and in nobody’s name who does not work on cases here', async () => {
    const one = await handoffs()
    const asked = { handoffs: [line(one)], workerId: lea() }
    for (const who of ['riversideWorker', 'northgateNurse'] as const)
      await expect(scene.as(scene.people[who]).handoff.assign({ ...asked, requestId: newId() })).rejects.toMatchObject({
        message: expect.stringMatching(/not-(found|allowed)/),
      })
    for (const who of ['harbourManager', 'riversideWorker', 'northgateNurse'] as const)
      await expect(
        manager().handoff.assign({ ...asked, workerId: scene.people[who].accountId, requestId: newId() }),
      ).rejects.toMatchObject({ cause: { code: 'invalid-input' } })
    expect(await standing([one])).toEqual([['sent', null, 0]])
  })
})
