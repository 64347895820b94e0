import type { CastPerson } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { followGaps } from '../gap/follow-gaps.ts'
import { appRouter } from '../root.ts'
import { createCallerFactory } from '../trpc.ts'
import { readScreen } from './read-screen.ts'
import type { NowBoard } from './show-board.ts'

/** The morning of the story is Thursday 26 March 2026, 09:00 in London. */
const TODAY = new Date('2026-03-26T07:30:00Z')
const YESTERDAY = new Date('2026-03-25T10:00:00Z')
const LONG_AGO = new Date('2026-03-20T10:00:00Z')

let scene: Scene
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret of this test and of nothing else'
  scene = await openScene()
  const out = async (familyName: string, releasedAt: Date) => {
    const one = await scene.aCase({ familyName, releaseDate: '2026-03-26', releasedAt })
    await scene.aTreatment(one, { dosing: 'millLane' })
    await scene.aHandoff(one, { area: 'omt' })
    return one
  }
  await out('Adler', TODAY)
  await out('Berg', YESTERDAY)
  await out('Coy', LONG_AGO)
  await scene.aCase({ familyName: 'Dorn' })
  await followGaps()
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who])
const countsOf = ({ counts }: Pick<NowBoard, 'counts'>) =>
  Object.fromEntries(counts.map(({ list, count }) => [list, count]))

describe('the board of a team room', () => {
  it.each<CastPerson>(['northgateNurse', 'harbourWorker', 'harbourManager'])(
    'counts for %s exactly the rows of each list, and names nobody',
    async (who) => {
      const board = await as(who).nowBoard.show({})
      for (const { list, count } of board.counts) {
        if (count === null) continue
        const opened = await as(who).nowBoard.show({ list })
        expect([list, opened.rows.length]).toEqual([list, count])
        expect(JSON.stringify(opened)).not.toMatch(/Adler|Berg|Coy|Dorn/)
      }
    },
  )

  it('counts whom the lists of every day show', async () => {
    const nurse = countsOf(await as('northgateNurse').nowBoard.show({}))
    const releases = await as('northgateNurse').release.board({})
    const gaps = await as('northgateNurse').gap.board({})
    expect(nurse).toMatchObject({ 'released-today': 1, 'first-48-hours': 2, unacknowledged: 3 })
    expect(nurse['first-48-hours']).toBe(releases.counts['out-last-48-hours'])
    const tomorrow = gaps.persons.filter(
      ({ from, to, cause }) =>
        cause === 'not-worked-out' || (String(from) <= '2026-03-27' && '2026-03-27' <= String(to)),
    )
    expect(nurse['uncovered-tomorrow']).toBe(tomorrow.length)
    expect(tomorrow.length).toBeGreaterThan(0)

    const worker = countsOf(await as('harbourWorker').nowBoard.show({}))
    const inbox = await as('harbourWorker').handoff.inbox({ tab: 'new', page: 1 })
    expect(worker.unacknowledged).toBe(inbox.counts.new)
    expect(worker['first-48-hours']).toBe(2)
  })

  it('has no number of doses for whoever may not open the gap board', async () => {
    expect(countsOf(await as('harbourManager').nowBoard.show({}))['uncovered-tomorrow']).toBeNull()
    expect((await as('harbourManager').nowBoard.show({ list: 'uncovered-tomorrow' })).list).toBe('released-today')
    expect(await as('harbourManager').nowBoard.names({ list: 'uncovered-tomorrow' })).toEqual([])
  })

  it('shows names to whoever has just proved who they are, and the trail holds whom', async () => {
    const names = await as('harbourWorker').nowBoard.names({ list: 'first-48-hours' })
    expect(names.map(({ familyName }) => familyName).toSorted()).toEqual(['Adler', 'Berg'])
    const { rows } = await scene.owner.query(
      `select cardinality(person_ids) as persons from audit_entry where action = 'now-board.names' and account_id = $1 order by at desc limit 1`,
      [scene.people.harbourWorker.accountId],
    )
    expect(rows).toEqual([{ persons: 2 }])
  })
})

describe('a screen on a wall', () => {
  const press = (last: string) => `019a0000-0000-7000-8000-0000000000${last}`
  const putUp = (last: string) => as('harbourWorker').nowBoard.putUp({ requestId: press(last), place: 'Team room' })

  it('counts what the service’s own board counts, and holds nothing else', async () => {
    const put = await putUp('01')
    expect(await putUp('01')).toEqual(put)
    const board = await as('harbourWorker').nowBoard.show({})
    expect(board.screens).toMatchObject([
      { screenId: put.screenId, place: 'Team room', putUpBy: scene.people.harbourWorker.displayName },
    ])
    const wall = await readScreen(put.key)
    expect(wall).toMatchObject({ serviceName: 'Harbour Recovery', timeZone: 'Europe/London', counts: board.counts })
    expect(JSON.stringify(wall)).not.toMatch(/Adler|episode|person/)
    const { rows } = await scene.owner.query(`select answer::text as answer from request where id = $1`, [press('01')])
    expect(rows[0]?.answer).not.toContain(put.key.split('.')[1])
  })

  it('changes when something changed, and many screens count once', async () => {
    const { key } = await putUp('02')
    const at = 5_000_000
    const first = await readScreen(key, at)
    const one = await scene.aCase({ familyName: 'Ende', releaseDate: '2026-03-26', releasedAt: TODAY })
    await scene.aHandoff(one, { area: 'omt' })
    expect(await readScreen(key, at + 500)).toEqual(first)
    const after = countsOf((await readScreen(key, at + 1_000)) as never)
    expect(after.unacknowledged).toBe(Number(countsOf(first as never).unacknowledged) + 1)
  })

  it('goes dark when it is taken off by anybody of the service, and by nobody else', async () => {
    const { key, screenId } = await putUp('03')
    expect(await refusalOf(as('northgateNurse').nowBoard.takeDown({ requestId: press('04'), screenId }))).toMatchObject(
      { code: 'not-found' },
    )
    expect(await readScreen(key)).not.toBeNull()
    await as('harbourManager').nowBoard.takeDown({ requestId: press('05'), screenId })
    expect(await readScreen(key)).toBeNull()
    expect(await refusalOf(as('harbourManager').nowBoard.takeDown({ requestId: press('06'), screenId }))).toMatchObject(
      { code: 'not-found' },
    )
  })

  it('goes dark when its hours are over, and when whoever put it up leaves the service', async () => {
    const { key } = await putUp('07')
    await scene.setClock(new Date('2026-03-26T23:05:00Z'))
    expect(await readScreen(key)).toBeNull()
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    expect(await readScreen(key)).not.toBeNull()
    await scene.owner.query(`update membership set until = app.now() where id = $1`, [
      scene.people.harbourWorker.membershipId,
    ])
    expect(await readScreen(key)).toBeNull()
    await scene.owner.query(`update membership set until = null where id = $1`, [
      scene.people.harbourWorker.membershipId,
    ])
  })

  it.each(['', 'x', '019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000001.AAAA'])(
    'shows nothing to the key %j',
    async (key) => {
      expect(await readScreen(key)).toBeNull()
    },
  )

  it('and its names are for whoever has just proved who they are', async () => {
    const { accountId, displayName, locale, sidHash } = scene.people.harbourWorker
    const signedIn = {
      sessionId: press('08'),
      accountId,
      displayName,
      locale,
      sidHash,
      provedLately: false,
      hat: scene.people.harbourWorker,
    }
    const caller = createCallerFactory(appRouter)({ traceId: 'test', signedIn })
    expect(await refusalOf(caller.nowBoard.names({}))).toMatchObject({ code: 'step-up-needed' })
    expect(await refusalOf(caller.nowBoard.putUp({ requestId: press('09'), place: 'Hall' }))).toMatchObject({
      code: 'step-up-needed',
    })
    expect((await caller.nowBoard.show({})).counts.length).toBe(4)
  })
})
