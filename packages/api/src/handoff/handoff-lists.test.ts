import { randomUUID } from 'node:crypto'
import { INBOX_TABS, type InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const press = (handoffId: string, seenVersion = 0) => ({ handoffId, seenVersion, requestId: randomUUID() })
const harbour = () => scene.as(scene.people.harbourWorker).handoff
const namesIn = async (tab: InboxTab) =>
  (await harbour().inbox({ tab, page: 1 })).rows.map(({ familyName }) => familyName)
const countsEqualLists = async () => {
  for (const tab of INBOX_TABS) {
    const { counts, rows } = await harbour().inbox({ tab, page: 1 })
    expect({ tab, rows: rows.length }).toEqual({ tab, rows: counts[tab] })
  }
  for (const tab of SENT_TABS) {
    const { counts, rows } = await scene.as(scene.people.northgateNurse).handoff.sent({ tab, page: 1 })
    expect({ tab, rows: rows.length }).toEqual({ tab, rows: counts[tab] })
  }
}

describe('the inbox', () => {
  it('is ordered by hours since release, then by the day of release, those without a date last', async () => {
    const at = (hours: number) => new Date(Date.parse('2026-03-26T09:00:00Z') - hours * 3_600_000)
    const cases = [
      ['Six', { releasedAt: at(6) }],
      ['NoDate', { releaseDate: null }],
      ['Tomorrow', { releaseDate: '2026-03-27' }],
      ['Fifty', { releasedAt: at(50) }],
      ['NextWeek', { releaseDate: '2026-04-02' }],
      ['Thirty', { releasedAt: at(30) }],
    ] as const
    for (const [familyName, options] of cases) await scene.aHandoff(await scene.aCase({ familyName, ...options }))
    expect(await namesIn('new')).toEqual(['Fifty', 'Thirty', 'Six', 'Tomorrow', 'NextWeek', 'NoDate'])
  })

  it('puts somebody who was seen outside among those who are out, with a lower bound and no release', async () => {
    const one = await scene.aCase({ familyName: 'Seen', releaseDate: '2026-03-26' })
    await scene.aHandoff(one)
    const seen = new Date('2026-03-26T07:00:00Z')
    await scene.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
       values ($1, $2, 'release', 'arrived', $3, $4, app.now(), $5)`,
      [randomUUID(), one.episodeId, seen, scene.services.harbour, scene.people.harbourWorker.accountId],
    )
    const { rows } = await harbour().inbox({ tab: 'new', page: 1 })
    expect(rows.map(({ familyName }) => familyName).slice(0, 4)).toEqual(['Fifty', 'Thirty', 'Six', 'Seen'])
    expect(rows.find(({ familyName }) => familyName === 'Seen')?.clock).toEqual({
      kind: 'out-no-later-than',
      at: seen.toISOString(),
      atLeastHours: 2,
    })
  })

  it('U9: moves rows from tab to tab with each press, and every count stays its list', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase({ familyName: 'Wanderer' }))
    await countsEqualLists()
    await harbour().acknowledge(press(handoffId))
    expect(await namesIn('new')).not.toContain('Wanderer')
    expect(await namesIn('acknowledged')).toContain('Wanderer')
    expect(await namesIn('unassigned')).toContain('Wanderer')
    expect(await namesIn('mine')).not.toContain('Wanderer')
    await countsEqualLists()
    await harbour().accept({ ...press(handoffId, 1), workerId: null })
    expect(await namesIn('unassigned')).not.toContain('Wanderer')
    expect(await namesIn('mine')).toContain('Wanderer')
    await countsEqualLists()
    await harbour().finish({ ...press(handoffId, 2), outcome: 'as-planned', words: null })
    for (const tab of INBOX_TABS) expect(await namesIn(tab)).not.toContain('Wanderer')
    await countsEqualLists()
  })

  it('calls overdue what nobody answered in time, as the clock goes on', async () => {
    const late = await scene.aCase({ familyName: 'Late' })
    await scene.aHandoff(late, { dueAt: new Date('2026-03-26T10:00:00Z') })
    expect(await namesIn('overdue')).not.toContain('Late')
    await scene.setClock(new Date('2026-03-26T10:00:01Z'))
    expect(await namesIn('overdue')).toContain('Late')
    const sent = await scene.as(scene.people.northgateNurse).handoff.sent({ tab: 'needs-action', page: 1 })
    expect(sent.rows.map(({ familyName }) => familyName)).toContain('Late')
    await countsEqualLists()
  })

  it('calls overdue what the service has and no worker took in time, as the clock goes on', async () => {
    const waits = await scene.aCase({ familyName: 'Waits' })
    const handoffId = await scene.aHandoff(waits)
    await harbour().acknowledge(press(handoffId, 0))
    const found = async () =>
      (await harbour().inbox({ tab: 'acknowledged', page: 1 })).rows.find(({ id }) => id === handoffId)
    const acceptBy = new Date((await found())?.acceptDueAt ?? Number.NaN)
    await scene.setClock(new Date(acceptBy.getTime() - 1000))
    expect(await found()).toMatchObject({ isOverdue: false })
    await scene.setClock(acceptBy)
    expect(await found()).toMatchObject({ isOverdue: true })
    expect(await namesIn('overdue')).toContain('Waits')
    await countsEqualLists()
  })

  it('goes on past one page without losing or repeating a row', async () => {
    for (let index = 0; index < 30; index += 1) await scene.aHandoff(await scene.aCase({ familyName: `Many ${index}` }))
    const first = await harbour().inbox({ tab: 'new', page: 1 })
    const rest = await harbour().inbox({ tab: 'new', page: 2 })
    expect(first.rows).toHaveLength(25)
    const ids = [...first.rows, ...rest.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(first.counts.new)
    expect(first.pages).toBe(2)
    expect((await harbour().inbox({ tab: 'new', page: 9 })).rows).toEqual([])
  })

  it('writes one audit entry that names every case on the page', async () => {
    const { rows } = await harbour().inbox({ tab: 'new', page: 1 })
    const { rows: entries } = await scene.owner.query<{ episode_ids: string[]; person_ids: string[] }>(
      `select episode_ids, person_ids from audit_entry where action = 'handoff.inbox' order by at desc limit 1`,
    )
    expect([...new Set(entries[0]?.episode_ids)].sort()).toEqual(
      [...new Set(rows.map(({ episodeId }) => episodeId))].sort(),
    )
    expect([...new Set(entries[0]?.person_ids)].sort()).toEqual(
      [...new Set(rows.map(({ personId }) => personId))].sort(),
    )
  })

  it('is not for those who see no case, nor for the prison', async () => {
    for (const who of [scene.people.administrator, scene.people.regionManager, scene.people.northgateNurse])
      await expect(scene.as(who).handoff.inbox({ tab: 'new', page: 1 })).rejects.toMatchObject({
        message: 'not-allowed',
      })
    await expect(scene.as(null).handoff.inbox({ tab: 'new', page: 1 })).rejects.toMatchObject({
      message: 'not-signed-in',
    })
  })
})

describe('what was sent', () => {
  it('stands by case with a state per area, under every tab that one of them gives a reason for', async () => {
    const one = await scene.aCase({ familyName: 'Both' })
    await scene.aHandoff(one, { area: 'omt', status: 'accepted' })
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'rejected' })
    const sent = async (tab: (typeof SENT_TABS)[number]) =>
      (await scene.as(scene.people.northgateNurse).handoff.sent({ tab, page: 1 })).rows.find(
        ({ familyName }) => familyName === 'Both',
      )
    expect((await sent('needs-action'))?.handoffs.map(({ area, status }) => [area, status]).sort()).toEqual([
      ['housing', 'rejected'],
      ['omt', 'accepted'],
    ])
    expect(await sent('taken')).toBeDefined()
    expect(await sent('ended')).toBeUndefined()
  })

  it('is of the own prison only', async () => {
    const sent = await scene.as(scene.people.eastfieldNurse).handoff.sent({ tab: 'taken', page: 1 })
    expect(Object.values(sent.counts)).toEqual([0, 0, 0, 0, 0])
  })
})
