import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { tellRelease } from '../../testing/told-release.ts'
import { followFigures } from '../continuity/follow-figures.ts'

/** The Monday after: the release week is the one of Friday 27 March, the morning two days before the clocks change. */
const MONDAY = new Date('2026-03-30T07:00:00Z')
const WEEK = getPlainDate('2026-03-23')

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  for (const at of [1, 20, 47, 48])
    await tellRelease(scene, { name: `Dosed ${at}`, treatment: {}, doses: [{ at, day: '2026-03-28' }] })
  await tellRelease(scene, { name: 'Late', treatment: {}, doses: [{ at: 49, day: '2026-03-29' }] })
  await tellRelease(scene, { name: 'Silent', treatment: {} })
  await tellRelease(scene, { name: 'None', answers: { dose: 'no-need' } })
  await tellRelease(scene, { name: 'Elsewhere', prison: 'eastfield', treatment: {} })
  await tellRelease(scene, { name: 'Before', treatment: {}, releasedAt: new Date('2026-03-18T09:00:00Z') })
  await scene.setClock(MONDAY)
  await followFigures()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse).release

describe('what became of last week’s releases', () => {
  it('last week 6 on treatment: dosed 4, not 1, unknown 1, and beside them who is not on treatment', async () => {
    const found = await nurse().whatBecame({})
    expect([found.week, found.lastDay, found.closed]).toEqual([WEEK, '2026-03-29', 0])
    expect(found.counts).toEqual({ met: 4, 'not-met': 1, unknown: 1, 'left-out': 1 })
    expect(found.all).toBe(7)
    expect((await nurse().whatBecame({ week: getPlainDate('2026-03-16') })).counts).toEqual({
      met: 0,
      'not-met': 0,
      unknown: 1,
      'left-out': 0,
    })
  })

  it('U20: each number opens exactly its rows, and says of each how it counted', async () => {
    const { counts } = await nurse().whatBecame({ week: WEEK })
    for (const outcome of COUNT_OUTCOMES) {
      const { rows } = await nurse().whatBecame({ week: WEEK, outcome })
      expect({ outcome, rows: rows.length }).toEqual({ outcome, rows: counts[outcome] })
    }
    const [late] = (await nurse().whatBecame({ week: WEEK, outcome: 'not-met' })).rows
    expect(late).toMatchObject({ familyName: 'Late', detail: 'later', outcome: 'not-met' })
  })

  it('counts as the figure does, for every prison that reads it', async () => {
    for (const who of ['northgateNurse', 'eastfieldNurse'] as const) {
      const caller = scene.as(scene.people[who])
      const { counts } = await caller.release.whatBecame({ week: WEEK })
      for (const outcome of COUNT_OUTCOMES) {
        const { cases, open } = await caller.continuity.cases({
          indicator: 'dose-within-48-hours',
          outcome,
          from: null,
          to: null,
          prisonId: null,
          page: 1,
        })
        const ofWeek = cases.filter(({ releasedOn }) => releasedOn >= WEEK && releasedOn <= '2026-03-29')
        expect({ who, outcome, open, cases: ofWeek.length }).toEqual({ who, outcome, open, cases: counts[outcome] })
      }
    }
  })

  it('ends with the thirty days in which a case stays open to the prison, and says how many it does not show', async () => {
    await scene.setClock(new Date('2026-04-27T07:00:00Z'))
    const found = await nurse().whatBecame({ week: WEEK })
    expect([found.all, found.closed, found.rows]).toEqual([0, 7, []])
    expect((await nurse().whatBecame({ week: getPlainDate('2024-01-01') })).week).toBe('2026-04-20')
    await scene.setClock(MONDAY)
  })

  it('is for the prison’s own staff', async () => {
    for (const who of ['northgateManager', 'harbourWorker', 'administrator', 'regionManager'] as const)
      await expect(scene.as(scene.people[who]).release.whatBecame({})).rejects.toMatchObject({ message: 'not-allowed' })
  })
})
