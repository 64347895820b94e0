import type { CastPerson } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContinuityScene, openContinuityScene } from '../../testing/continuity-scene.ts'
import { followFigures } from './follow-figures.ts'

let scene: ContinuityScene
beforeAll(async () => {
  scene = await openContinuityScene()
  await followFigures()
})
afterAll(() => scene.close())

const ALL = { breakdown: null, group: null } as const
const flowOf = (who: CastPerson, input: Parameters<ReturnType<typeof scene.as>['continuity']['flow']>[0] = ALL) =>
  scene.as(scene.people[who]).continuity.flow(input)

describe('where people are lost', () => {
  it('step by step for a region: 38 released, and how many of them came so far', async () => {
    const { scope, released, all, deaths } = await flowOf('regionManager')
    expect([scope, released]).toEqual(['region', 38])
    const told = Object.fromEntries(all.map(({ step, met, counted }) => [step, [met, counted]]))
    // 12 were handed to both, 7 to housing, 6 long ago to Harbour, and one whom it rejected; 21 had a dose; nobody was said to arrive.
    expect(told).toMatchObject({ 'handed-over': [26, 38], acknowledged: [25, 38], arrived: [0, 38], dosed: [21, 38] })
    // Not twelve whole months yet: nothing is said of deaths over less, and nothing at all to anybody but a region.
    expect([deaths, (await flowOf('northgateManager')).deaths]).toEqual([[], null])
  })

  it('by prison, with nothing that tells how one to four of them counted', async () => {
    const { groups } = await flowOf('regionManager', { breakdown: 'prison', group: null })
    expect(groups.map(({ released }) => released).toSorted()).toEqual([11, 27])
    const counts = groups.flatMap(({ steps }) => steps.flatMap(({ met, counted }) => [met, counted]))
    expect(counts.filter((count) => typeof count === 'number' && count > 0 && count < 5)).toEqual([])
  })

  it('a housing service is told of no step that would tell of treatment', async () => {
    const { steps, breakdowns } = await flowOf('havenWorker')
    expect(steps).toEqual(['planned', 'ready', 'handed-over', 'acknowledged', 'arrived'])
    expect(breakdowns).not.toContain('medicine')
  })
})

describe('from the flow to its people', () => {
  const casesOf = (who: CastPerson, of: object) =>
    scene.as(scene.people[who]).continuity.cases({
      indicator: 'flow-acknowledged',
      outcome: 'met',
      from: null,
      to: null,
      prisonId: null,
      page: 1,
      ...of,
    })

  it.each(['northgateManager', 'harbourManager'] as const)(
    'those whom %s lost since the step before are those who had come as far as that one and were not seen at this',
    async (who) => {
      const { all } = await flowOf(who)
      let listed = 0
      for (const { step, lost } of all) {
        const indicator = `flow-${step}`
        const counted = await casesOf(who, { indicator, isLost: true })
        const lists = await Promise.all(
          ['not-met', 'unknown'].map(async (outcome) => (await casesOf(who, { indicator, outcome })).cases),
        )
        const came = lists.flat().filter(({ detail }) => detail === 'after-step')
        expect([step, counted.lost, idsOf(counted.cases)]).toEqual([step, lost, idsOf(came)])
        if (typeof lost === 'number') expect([step, counted.open + Number(counted.closed)]).toEqual([step, lost])
        listed += counted.open
      }
      expect(listed).toBeGreaterThan(0)
    },
  )

  it('one prison by itself opens those who left it, and one service those who were sent there, by its name', async () => {
    const all = (await casesOf('harbourManager', {})).cases.filter(({ prisonName }) => prisonName === 'HMP Northgate')
    const ofPrison = { breakdown: 'prison', group: scene.services.northgate }
    const counted = await casesOf('harbourManager', ofPrison)
    expect([counted.placeName, idsOf(counted.cases), counted.lost]).toEqual(['HMP Northgate', idsOf(all), null])
    expect(all.length).toBeGreaterThan(0)
    const ofService = { breakdown: 'service', group: scene.services.harbour }
    const [sent, left] = [await casesOf('northgateManager', ofService), await casesOf('northgateManager', {})]
    expect([sent.placeName, sent.open > 0, sent.open <= left.open]).toEqual(['Harbour Recovery', true, true])
  })

  const idsOf = (cases: readonly { episodeId: string }[]) => cases.map(({ episodeId }) => episodeId).toSorted()
})

describe('couples who were turned away', () => {
  it('are told to managers of regions and prisons as a count that is not small, and to nobody else', async () => {
    const told = () =>
      Promise.all(['regionManager', 'northgateManager', 'northgateNurse', 'harbourManager'].map(refusedOf))
    const refusedOf = async (who: string) => (await flowOf(who as CastPerson)).couplesRefused?.all ?? null
    // Of its 27 Northgate may open 21: what is left of a count is not told it.
    expect(await told()).toEqual([0, 'hidden', null, null])
    const { rows } = await scene.owner.query<{ id: string }>(
      `select e.id from custody_episode e where e.released_at is not null and not exists (select 1 from restriction r where r.person_id = e.person_id)
       and exists (select 1 from custody_stay s where s.episode_id = e.id and s.prison_service_id = $1) order by e.id limit 6`,
      [scene.services.northgate],
    )
    const refuse = async (cases: readonly { id: string }[]) => {
      for (const { id } of cases)
        await scene.owner.query(
          `insert into barrier (id, episode_id, version, area, code, level, recorded_at, recorded_by)
           values (gen_random_uuid(), $1, 1, 'partner', 'no-couples', 'service', app.now(), $2)`,
          [id, scene.people.northgateNurse.accountId],
        )
      await followFigures()
    }
    await refuse(rows.slice(0, 3))
    expect(await told()).toEqual(['hidden', 'hidden', null, null])
    await refuse(rows.slice(3))
    expect((await told())[0]).toBe(6)
  })
})

describe('areas', () => {
  it('are told apart by their names', async () => {
    const { breakdowns, places } = await flowOf('regionManager', { breakdown: 'area', group: null })
    const { rows } = await scene.owner.query<{ id: string; name: string }>(
      'select distinct a.id, a.name from area a join service s on s.area_id = a.id join custody_stay c on c.prison_service_id = s.id order by a.name',
    )
    expect(breakdowns.includes('area')).toBe(rows.length > 1)
    if (rows.length > 1) expect(places).toEqual(expect.arrayContaining(rows))
  })
})

describe('a filter that comes down to too few', () => {
  it('is refused, and the privacy officer of the service reads who tried, what, and how often', async () => {
    const narrow = { breakdown: 'weekday', group: 'friday' } as const
    const before = await flowOf('regionManager', { ...narrow, group: 'nowhere' })
    expect([before.narrowed, before.refused]).toEqual([{ state: 'too-few', value: 'nowhere' }, null])
    await flowOf('regionManager', { ...narrow, group: 'elsewhere' })

    const { membershipId, displayName } = scene.people.regionManager
    await scene.owner.query(`update membership set grants = '{privacy-officer}' where id = $1`, [membershipId])
    const officer = { ...scene.people.regionManager, grants: ['privacy-officer' as const] }
    const { refused } = await scene.as(officer).continuity.flow(ALL)
    expect(refused?.map(({ name, breakdown, value, onThatDay }) => [name, breakdown, value, onThatDay])).toEqual([
      [displayName, 'weekday', 'elsewhere', 2],
      [displayName, 'weekday', 'nowhere', 1],
    ])
    // What another service tried is not theirs to read.
    await flowOf('northgateManager', { breakdown: 'weekday', group: 'nowhere' })
    expect((await scene.as(officer).continuity.flow(ALL)).refused).toHaveLength(2)
  })
})
