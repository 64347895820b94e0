import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findReplays, recordProgress } from '@throughcare/db/simulation/simulation-repository'
import type { CastPerson } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { SimulatedRule } from '@throughcare/domain/simulation/simulation-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { tellRelease } from '../../testing/told-release.ts'
import { runSimulation } from './run-simulation.ts'

/**
 * Out on Friday 27 March 2026 at ten, planned, on daily methadone of Mill Lane, which doses from Monday to Friday, and expected
 * there on Monday: 28 and 29 March, 4 and 5 April are without cover. Twelve were handed to Harbour, which acknowledged late.
 */
let scene: Scene
const NOW = new Date('2026-05-04T09:00:00Z')
const EVERY_RULE: SimulatedRule[] = [
  'thursday-instead-of-friday',
  'acknowledged-within-4-hours',
  'depot-before-release',
  'open-on-sunday',
]
const toHarbour = {
  moves: [
    ['send', -96],
    ['acknowledge', -24],
  ],
} as const

beforeAll(async () => {
  scene = await openScene()
  const tell = async (name: string, told: object, expectedOn: string | null) => {
    const { episodeId } = await tellRelease(scene, { name, treatment: { dosing: 'millLane' }, ...told })
    if (expectedOn !== null)
      await scene.owner.query(
        `insert into appointment (id, episode_id, area, service_id, at, recorded_at, recorded_by)
         values ($1, $2, 'omt', $3, $4, app.now(), $5)`,
        [newId(), episodeId, scene.services.millLane, `${expectedOn}T10:00:00Z`, scene.people.northgateNurse.accountId],
      )
  }
  for (let number = 0; number < 12; number += 1)
    await tell(`Wolthers ${number}`, { handoffs: [toHarbour] }, '2026-03-30')
  for (let number = 0; number < 5; number += 1)
    await tell(`Nowhere ${number}`, { treatment: {}, answers: { dose: 'on-omt' } }, null)
  await tell('Eastwick', { prison: 'eastfield' }, '2026-03-30')
  await scene.setClock(NOW)
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who]).simulation
async function replay(who: CastPerson, rules: SimulatedRule[] = EVERY_RULE, sundayServiceId: string | null = null) {
  const asked = { requestId: newId(), from: '2026-03', to: '2026-03', rules, sundayServiceId }
  const { simulationId } = await as(who).start(asked)
  await runSimulation({ serviceId: scene.people[who].serviceId, simulationId })
  const { chosen } = await as(who).list({ simulationId })
  if (!chosen) throw new Error('the run is not there')
  return chosen
}

describe('a run', () => {
  it('answers by hand-counted days: twelve people, two weekends, and what each rule would have changed', async () => {
    const { state, progress, result } = await replay('northgateManager')
    expect([state, progress]).toEqual(['done', 100])
    expect(result).toMatchObject({
      // The months around hold nobody else who can be replayed.
      period: { to: '2026-05' },
      total: 17,
      replayed: 12,
      asItWas: { uncoveredDays: 48, within48: 0 },
    })
    expect(result?.notReplayed.find(({ reason }) => reason === 'no-dosing-point')?.count).toBe(5)
    const told = result?.scenarios.map(({ rules, state: how, difference, within48Difference }) => [
      rules.length === 1 ? rules[0] : 'together',
      how,
      difference?.value ?? null,
      within48Difference?.value ?? null,
    ])
    expect(told).toEqual([
      ['thursday-instead-of-friday', 'told', 0, 1],
      ['acknowledged-within-4-hours', 'told', 0, 0],
      ['depot-before-release', 'nobody-reached', null, null],
      ['open-on-sunday', 'told', -12, 0],
      ['together', 'told', -24, 1],
    ])
    // All twelve are alike: however they are drawn, the difference is the same.
    expect(result?.scenarios.at(-1)?.difference).toEqual({ value: -24, lower: -24, upper: -24 })
  })

  it('comes out the same when it is done again: the seed is stored', async () => {
    const first = await replay('northgateManager', ['open-on-sunday'])
    await scene.owner.query(
      `update simulation set state = 'waiting', progress = 0, result = null, ended_at = null where id = $1`,
      [first.id],
    )
    await runSimulation({ serviceId: scene.people.northgateManager.serviceId, simulationId: first.id })
    const again = await as('northgateManager').list({ simulationId: first.id })
    expect(again.chosen?.result).toEqual(first.result)
    expect(first.seed).toBeGreaterThanOrEqual(0)
  })

  it('is refused for fewer than ten releases, and for a dosing point with fewer than ten', async () => {
    // A week after the release nobody's days are over.
    await scene.setClock(new Date('2026-04-05T09:00:00Z'))
    expect(await replay('northgateManager')).toMatchObject({
      state: 'refused',
      refusal: 'too-few-releases',
      result: null,
    })
    await scene.setClock(NOW)
    expect(await replay('northgateManager', ['open-on-sunday'], scene.services.harbour)).toMatchObject({
      state: 'refused',
      refusal: 'too-few-at-dosing-point',
    })
  })

  it('of a community service has those that were handed to it, and of a region all', async () => {
    const [harbour, region] = [await replay('harbourManager'), await replay('regionManager')]
    expect([harbour.result?.total, harbour.result?.replayed]).toEqual([12, 12])
    expect([region.result?.total, region.result?.replayed]).toEqual([18, 13])
  })

  it('names no case, no person and no id of one in what is kept, nor in what it is worked out from', async () => {
    const kept = await scene.owner.query('select to_jsonb(s) as row from simulation s')
    const facts = await asActor(systemActor(scene.services.northgate), (deed) =>
      findReplays(deed, getPlainDate('2026-03-01'), getPlainDate('2026-03-31')),
    )
    expect(facts).toHaveLength(17)
    const { rows } = await scene.owner.query<{ id: string }>(
      'select id from custody_episode union select id from person',
    )
    const told = JSON.stringify([kept.rows, facts])
    for (const said of ['Wolthers', 'Nowhere', 'Eastwick', ...rows.map(({ id }) => id)])
      expect(told).not.toContain(said)
  })

  it('is worked out from nothing that anybody but the worker can read', async () => {
    for (const who of ['northgateManager', 'northgateNurse', 'regionManager', 'administrator'] as const) {
      const rows = await asActor(
        scene.people[who],
        ({ tx }) => tx.$queryRaw<unknown[]>`select * from app.simulation_facts('2026-01-01', '2026-12-31')`,
      )
      expect(rows).toEqual([])
    }
  })
})

describe('a run that is under way', () => {
  it('is the only one of its service, moves on, and stops where somebody cancels it', async () => {
    const asked = { requestId: newId(), from: '2026-03', to: '2026-03', rules: EVERY_RULE, sundayServiceId: null }
    const { simulationId } = await as('northgateManager').start(asked)
    expect(await as('northgateManager').start(asked)).toEqual({ simulationId })
    expect(await refusalOf(as('northgateManager').start({ ...asked, requestId: newId() }))).toMatchObject({
      details: { refusal: 'simulation.under-way' },
    })
    const stop = { requestId: newId(), simulationId }
    expect(await refusalOf(as('harbourManager').cancel(stop))).toMatchObject({ code: 'not-found' })
    const cancelled = await as('northgateManager').cancel(stop)
    expect(await as('northgateManager').cancel(stop)).toEqual(cancelled)
    expect(await refusalOf(as('northgateManager').cancel({ ...stop, requestId: newId() }))).toMatchObject({
      details: { refusal: 'simulation.over' },
    })
    // Past the use cases as well: nobody writes an answer but the worker, and nobody but its own service stops a run.
    const byHand = (who: CastPerson, sql: string) =>
      asActor(scene.people[who], ({ tx }) => tx.$executeRawUnsafe(`${sql} where state = 'waiting'`))
    await scene.owner.query(`update simulation set state = 'waiting', ended_at = null, ended_by = null where id = $1`, [
      simulationId,
    ])
    await expect(
      byHand('northgateManager', `update simulation set state = 'done', ended_at = app.now(), result = '{}'`),
    ).rejects.toThrow(/row-level security/)
    for (const who of ['northgateNurse', 'harbourManager', 'administrator'] as const)
      expect(await byHand(who, `update simulation set state = 'cancelled', ended_at = app.now()`)).toBe(0)
    await as('northgateManager').cancel({ ...stop, requestId: newId() })
    const actor = systemActor(scene.services.northgate)
    expect(await asActor(actor, (deed) => recordProgress(deed, simulationId, 30))).toBe(false)
    await runSimulation({ serviceId: scene.services.northgate, simulationId })
    const { chosen } = await as('northgateManager').list({ simulationId })
    expect([chosen?.state, chosen?.progress, chosen?.result]).toEqual(['cancelled', 0, null])
    const { rows } = await scene.owner.query(
      `select data from pgboss.job where name = 'run-simulation' and data ->> 'simulationId' = $1`,
      [simulationId],
    )
    expect(rows).toEqual([{ data: { serviceId: scene.services.northgate, simulationId } }])
  })

  it('is nobody else’s: another service reads no run, and a nurse of the same none either', async () => {
    const { chosen } = await as('northgateManager').list({ simulationId: null })
    expect((await as('harbourManager').list({ simulationId: chosen?.id ?? newId() })).chosen).toBeNull()
    expect(await refusalOf(as('northgateNurse').list({ simulationId: null }))).toMatchObject({ code: 'not-allowed' })
    for (const who of ['northgateNurse', 'riversideWorker', 'administrator'] as const)
      expect(await asActor(scene.people[who], ({ tx }) => tx.$queryRaw<unknown[]>`select 1 from simulation`)).toEqual(
        [],
      )
  })
})
