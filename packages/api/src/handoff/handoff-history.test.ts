import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('U19: a history', () => {
  it('of a handoff says how many moves there were, and shows every one of them on some page', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const sam = scene.as(scene.people.harbourWorker).handoff
    await sam.accept({ handoffId, seenVersion: 0, workerId: null, requestId: newId() })
    const workers = [scene.people.harbourSecondWorker, scene.people.harbourWorker]
    for (let version = 1; version <= 22; version += 1)
      await scene.as(scene.people.harbourManager).handoff.assign({
        handoffs: [{ handoffId, seenVersion: version }],
        workerId: workers[(version - 1) % 2]?.accountId ?? '',
        requestId: newId(),
      })
    const pages = []
    for (const historyPage of [1, 2, 3, 4]) pages.push(await sam.byId({ handoffId, historyPage }))
    expect(pages.map(({ moves, history }) => [moves.length, history])).toEqual([
      [10, { total: 24, page: 1, pages: 3 }],
      [10, { total: 24, page: 2, pages: 3 }],
      [4, { total: 24, page: 3, pages: 3 }],
      [0, { total: 24, page: 4, pages: 3 }],
    ])
    expect(pages[2]?.moves.map(({ move }) => move).slice(0, 2)).toEqual(['send', 'accept'])
    expect(new Set(pages.flatMap(({ moves }) => moves.map(({ at, move }) => `${at} ${move}`))).size).toBe(24)
  })

  it('of an item does so too', async () => {
    const one = await scene.aCase()
    const itemId = await scene.anItem(one, { area: 'documents', code: 'documents-id' })
    const nurse = scene.as(scene.people.northgateNurse).checklist
    const workers = [scene.people.northgateSecondNurse.accountId, scene.people.northgateNurse.accountId]
    for (let version = 0; version < 45; version += 1)
      await nurse.assign({
        items: [{ itemId, seenVersion: version }],
        toAccountId: workers[version % 2] ?? null,
        requestId: newId(),
      })
    const pages = []
    for (const historyPage of [1, 2, 3]) pages.push(await nurse.byId({ itemId, historyPage }))
    expect(pages.map(({ history, historyPages }) => [history.length, historyPages.total, historyPages.pages])).toEqual([
      [20, 45, 3],
      [20, 45, 3],
      [5, 45, 3],
    ])
    expect(new Set(pages.flatMap(({ history }) => history.map(({ key }) => key))).size).toBe(45)
  })
})
