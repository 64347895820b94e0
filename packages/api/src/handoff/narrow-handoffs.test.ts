import { AREAS } from '@throughcare/domain/checklist/areas'
import { LIST_ORDERS, OUT_FILTERS, SENT_STATUSES } from '@throughcare/domain/handoff/handoff-filters'
import { HANDOFF_KINDS } from '@throughcare/domain/handoff/handoff-statuses'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

const hoursAgo = (hours: number) => new Date(Date.parse('2026-03-26T09:00:00Z') - hours * 3_600_000)

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  const fresh = await scene.aCase({ familyName: 'Fresh', releasedAt: hoursAgo(6) })
  await scene.aHandoff(fresh, { area: 'omt', sentAt: hoursAgo(3) })
  await scene.aHandoff(fresh, { area: 'naloxone', status: 'accepted', worker: 'harbourSecondWorker' })
  const edge = await scene.aCase({ familyName: 'Edge', releasedAt: hoursAgo(47.9) })
  await scene.aHandoff(edge, { area: 'omt', dueAt: hoursAgo(1), sentAt: hoursAgo(9) })
  const over = await scene.aCase({ familyName: 'Over', releasedAt: hoursAgo(50) })
  await scene.aHandoff(over, { area: 'omt', status: 'accepted', sentAt: hoursAgo(60) })
  const inside = await scene.aCase({ familyName: 'Inside', releaseDate: '2026-04-02', prison: 'eastfield' })
  await scene.aHandoff(inside, { area: 'health', from: 'eastfield', sentAt: hoursAgo(90) })
  const housed = await scene.aCase({ familyName: 'Housed', releaseDate: '2026-04-01' })
  await scene.aHandoff(housed, { area: 'housing', to: 'haven', status: 'rejected', sentAt: hoursAgo(20) })
  await scene.aHandoff(housed, { area: 'omt', sentAt: hoursAgo(1) })
})
afterAll(() => scene.close())

const inbox = (query: object) =>
  scene.as(scene.people.harbourWorker).handoff.inbox({ tab: 'new', page: 1, ...query } as never)
const sent = (query: object) =>
  scene.as(scene.people.northgateNurse).handoff.sent({ tab: 'waiting', page: 1, ...query } as never)
const names = (found: { rows: { familyName: string }[] }) => found.rows.map(({ familyName }) => familyName)

describe('narrowing the inbox', () => {
  it.each([
    ['an area', { area: 'health' }, ['Inside']],
    ['an area of which nothing is open', { area: 'benefits' }, []],
    ['a kind', { kind: 'emergency' }, []],
    ['whoever is out, or with a service', { out: 'released' }, ['Edge', 'Fresh']],
    ['the first 48 hours, almost over', { out: 'first-48-hours' }, ['Edge', 'Fresh']],
    ['what nobody answered in time', { overdue: true }, ['Edge']],
    ['the oldest first', { order: 'oldest-first' }, ['Inside', 'Edge', 'Fresh', 'Housed']],
    ['by hours since release', {}, ['Edge', 'Fresh', 'Housed', 'Inside']],
    ['out, over 48 hours: those we have', { tab: 'acknowledged', out: 'released' }, ['Over', 'Fresh']],
    ['in the first 48 hours: those we have', { tab: 'acknowledged', out: 'first-48-hours' }, ['Fresh']],
  ])('%s', async (_what, query, expected) => {
    expect(names(await inbox(query))).toEqual(expected)
  })

  it('by who sent it, and by whose it is', async () => {
    const all = await inbox({})
    expect(all.senders.map(({ name }) => name)).toEqual(['HMP Eastfield', 'HMP Northgate'])
    expect(names(await inbox({ serviceId: scene.services.eastfield }))).toEqual(['Inside'])
    expect(names(await inbox({ tab: 'acknowledged', workerId: scene.people.harbourSecondWorker.accountId }))).toEqual([
      'Fresh',
    ])
  })

  it('is past 48 hours no more among the first', async () => {
    await scene.setClock(new Date('2026-03-26T09:06:01Z'))
    expect(names(await inbox({ out: 'first-48-hours' }))).toEqual(['Fresh'])
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
  })

  it('is refused for a code that there is not, and for another service than one by id', async () => {
    for (const query of [{ area: 'dosing' }, { out: 'yes' }, { serviceId: 'HMP Northgate' }, { text: 'Fresh' }])
      await expect(inbox(query)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('narrowing what was sent', () => {
  it.each([
    ['by state', { tab: 'needs-action', status: 'rejected' }, ['Housed']],
    ['by state, where none of it stands so', { tab: 'taken', status: 'rejected' }, []],
    ['by area', { area: 'omt' }, ['Edge', 'Fresh', 'Housed']],
    ['overdue', { overdue: true }, ['Edge']],
    ['the oldest first, by the first that was sent', { order: 'oldest-first' }, ['Housed', 'Edge', 'Fresh']],
    ['out', { out: 'released' }, ['Edge', 'Fresh']],
    ['in the first 48 hours', { tab: 'taken', out: 'first-48-hours' }, ['Fresh']],
  ])('%s', async (_what, query, expected) => {
    expect(names(await sent(query))).toEqual(expected)
  })

  it('by to whom it went; the card shows every area of the case all the same', async () => {
    const found = await sent({ tab: 'needs-action', serviceId: scene.services.haven })
    expect(found.receivers.map(({ name }) => name)).toEqual(['Harbour Recovery', 'Haven Housing'])
    expect(found.rows.map(({ handoffs }) => handoffs.map(({ area }) => area))).toEqual([['housing', 'omt']])
  })
})

describe('U20: a narrowed count', () => {
  it('is exactly its rows, for every filter of both lists', async () => {
    const filters: object[] = [
      ...AREAS.map((area) => ({ area })),
      ...HANDOFF_KINDS.map((kind) => ({ kind })),
      ...OUT_FILTERS.map((out) => ({ out })),
      ...LIST_ORDERS.map((order) => ({ order })),
      { overdue: true },
    ]
    for (const query of [...filters, { workerId: scene.people.harbourSecondWorker.accountId }])
      for (const tab of INBOX_TABS) {
        const { counts, rows } = await inbox({ ...query, tab })
        expect({ query, tab, rows: rows.length }).toEqual({ query, tab, rows: counts[tab] })
      }
    for (const query of [...filters, ...SENT_STATUSES.map((status) => ({ status }))])
      for (const tab of SENT_TABS) {
        const { counts, rows } = await sent({ ...query, tab })
        expect({ query, tab, rows: rows.length }).toEqual({ query, tab, rows: counts[tab] })
      }
  })
})
