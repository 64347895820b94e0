import { newId } from '@throughcare/db/uuid'
import { getZone } from '@throughcare/domain/calendar/zone'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { ITEM_LISTS, listBounds, listOf } from '@throughcare/domain/checklist/item-lists'
import { ITEM_WORKERS, MY_LIST_PAGE, type MyListInput } from '@throughcare/domain/checklist/my-list-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

/** Thursday 26 March 2026, nine o'clock in London. */
const NOW = new Date('2026-03-26T09:00:00Z')
const DUES = ['2026-03-20T09:00:00Z', '2026-03-26T23:59:00Z', '2026-03-27T00:00:00Z', '2026-04-05T09:00:00Z'] as const
const AT_NORTHGATE = 40

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.setClock(NOW)
  for (let index = 0; index < AT_NORTHGATE; index += 1) {
    const one = await scene.aCase({ familyName: `Marsh${index}` })
    for (const [place, dueAt] of [...DUES, null].entries())
      await scene.anItem(one, {
        area: AREAS[(index + place) % AREAS.length] as string,
        code: `story-${place}`,
        ...(dueAt && { dueAt: new Date(dueAt) }),
      })
    // The second waits for the first; the fourth for one that is done already.
    await scene.owner.query(
      `update checklist_item set blocked_by = '{story-0}' where episode_id = $1 and code = 'story-1'`,
      [one.episodeId],
    )
    if (index % 3 === 0) {
      await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
      await scene.owner.query(
        `update checklist_item set accountable_service_id = $2 where episode_id = $1 and area = 'housing'`,
        [one.episodeId, scene.services.haven],
      )
    }
    if (index % 4 === 0)
      await scene.owner.query(
        `update checklist_item set assigned_to = $2, due_override_at = '2026-03-26T15:00:00Z' where episode_id = $1 and code = 'story-3'`,
        [one.episodeId, scene.people.northgateNurse.accountId],
      )
  }
  const theirs = await scene.aCase({ prison: 'eastfield', familyName: 'Elsewhere' })
  await scene.anItem(theirs, { area: 'omt', code: 'story-0', dueAt: NOW })
})
afterAll(() => scene.close())

type Who = 'northgateNurse' | 'northgateManager' | 'havenWorker' | 'eastfieldNurse' | 'riversideWorker'
const page = (who: Who, input: Partial<MyListInput> = {}) => scene.as(scene.people[who]).checklist.myList(input)

async function everyLine(who: Who, input: Partial<MyListInput>) {
  const first = await page(who, input)
  const rest = await Promise.all(
    Array.from({ length: first.pages - 1 }, (_, index) => page(who, { ...input, page: index + 2 })),
  )
  return [first, ...rest].flatMap(({ items }) => items)
}

describe('the list of whoever works on items', () => {
  it.each(['northgateNurse', 'northgateManager', 'havenWorker', 'eastfieldNurse', 'riversideWorker'] as const)(
    'counts for %s what each list holds, under every filter, by the words of the rule',
    async (who) => {
      const actor = scene.people[who]
      const bounds = listBounds(NOW, getZone(actor.serviceTimeZone))
      for (const area of [null, 'housing'] as const)
        for (const worker of ITEM_WORKERS) {
          const { counts } = await page(who, { area, worker })
          for (const list of ITEM_LISTS) {
            const lines = await everyLine(who, { list, area, worker })
            expect(lines).toHaveLength(counts[list])
            expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
            for (const { status, waitsFor, dueAt, accountableServiceId, ...line } of lines) {
              const isOurs = accountableServiceId === actor.serviceId
              const listed = { status, isOurs, isBlocked: waitsFor.length > 0, dueAt: dueAt ? new Date(dueAt) : null }
              expect(listOf(listed, bounds)).toBe(list)
              expect(area === null || line.area === area).toBe(true)
              expect(worker !== 'mine' || line.assignedTo === actor.accountId).toBe(true)
              expect(worker !== 'unassigned' || line.assignedTo === null).toBe(true)
            }
          }
        }
    },
  )

  it('adds up to all that is open, page by page', async () => {
    const { counts, pages, items } = await page('northgateNurse')
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(AT_NORTHGATE * (DUES.length + 1))
    expect(counts.blocked).toBeGreaterThan(0)
    expect(counts.others).toBeGreaterThan(0)
    expect(items).toHaveLength(Math.min(MY_LIST_PAGE, counts.today))
    expect(pages).toBe(Math.ceil(counts.today / MY_LIST_PAGE))
  })

  it('shows nobody what another service works on, and a manager nothing about a partner', async () => {
    expect(await everyLine('eastfieldNurse', {})).toHaveLength(1)
    expect((await page('riversideWorker')).counts).toEqual({
      today: 0,
      'this-week': 0,
      later: 0,
      blocked: 0,
      others: 0,
    })
    const seen = await Promise.all(ITEM_LISTS.map((list) => everyLine('northgateManager', { list })))
    expect(seen.flat().some(({ area }) => area === 'partner')).toBe(false)
    expect((await everyLine('havenWorker', { list: 'today' })).every(({ area }) => area === 'housing')).toBe(true)
  })

  it('names every case of the page in the trail', async () => {
    const { items } = await page('northgateNurse')
    const { rows } = await scene.owner.query<{ episode_ids: string[] }>(
      `select episode_ids from audit_entry where action = 'checklist.my-list' and account_id = $1 order by at desc limit 1`,
      [scene.people.northgateNurse.accountId],
    )
    expect(rows[0]?.episode_ids.toSorted()).toEqual([...new Set(items.map(({ episodeId }) => episodeId))].toSorted())
  })

  it('is for nobody who sees no cases', async () => {
    await expect(scene.as(scene.people.administrator).checklist.myList({})).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
  })

  it('calls nobody’s what stands in the name of somebody who works here no more', async () => {
    const before = await page('northgateNurse', { worker: 'unassigned' })
    const { accountId } = scene.people.northgateNurse
    const gone = scene.people.harbourWorker.accountId
    await scene.owner.query('update checklist_item set assigned_to = $2 where assigned_to = $1', [accountId, gone])
    const after = await page('northgateNurse', { worker: 'unassigned' })
    const sum = (counts: typeof after.counts) => Object.values(counts).reduce((all, count) => all + count, 0)
    expect(sum(after.counts) - sum(before.counts)).toBe(AT_NORTHGATE / 4)
    const lines = await everyLine('northgateNurse', { list: 'today', worker: 'unassigned' })
    expect(lines.some(({ assigneeLeft, assignee }) => assigneeLeft && assignee === 'Sam Osei')).toBe(true)
  })

  it('takes somebody who was taken out of the country off every list at once, and says so above them', async () => {
    const gone = await scene.aCase({
      familyName: 'Gone',
      releaseDate: '2026-03-25',
      releasedAt: new Date('2026-03-25T09:00:00Z'),
    })
    await scene.aHandoff(gone, { area: 'housing', to: 'riverside', status: 'accepted', worker: 'riversideWorker' })
    const item = await scene.anItem(gone, { area: 'housing', code: 'story-0', dueAt: NOW })
    await scene.owner.query('update checklist_item set accountable_service_id = $2 where id = $1', [
      item,
      scene.services.riverside,
    ])
    expect((await page('riversideWorker')).counts.today).toBe(1)
    await scene.owner.query(
      `insert into custody_event (id, episode_id, kind, at, ended_episode, recorded_at, service_id, recorded_by)
       values ($1, $2, 'deported', app.now(), false, app.now(), $3, $4)`,
      [newId(), gone.episodeId, scene.services.riverside, scene.people.riversideWorker.accountId],
    )
    const after = await page('riversideWorker')
    expect(after.counts.today).toBe(0)
    expect(after.stopped).toMatchObject([{ kind: 'deported', familyName: 'Gone' }])
  })
})
