import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { GATE, tellRelease } from '../../testing/told-release.ts'
import { followFigures } from './follow-figures.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  const times = async (count: number, name: string, { after, at = GATE }: { after: number | null; at?: Date }) => {
    for (let number = 0; number < count; number += 1)
      await tellRelease(scene, {
        name: `${name} ${number}`,
        releasedAt: at,
        handoffs: [{ moves: [['send', -30], ...(after === null ? [] : [['acknowledge', -30 + after] as const])] }],
      })
  }
  const january = new Date('2026-01-15T10:00:00Z')
  await times(14, 'Soon', { after: 1.5, at: january })
  await times(6, 'Later', { after: 20, at: january })
  await times(12, 'March', { after: 3 })
  await times(10, 'Silent', { after: null })
  await times(3, 'Few', { after: 5, at: new Date('2026-02-12T10:00:00Z') })
  await scene.setClock(new Date('2026-04-20T09:00:00Z'))
  await followFigures()
})
afterAll(() => scene.close())

const asked = { from: null, to: null, indicator: 'hours-to-acknowledge' } as const
const lengths = (who: 'northgateManager' | 'regionManager' | 'harbourManager' = 'northgateManager') =>
  scene.as(scene.people[who]).continuity.lengths(asked)

describe('I7, hours to acknowledge (rule FIG-14)', () => {
  it.each(['northgateManager', 'regionManager'] as const)('over the whole period, to %s', async (who) => {
    // 45: 14 within 2 hours, 12 within 4, 3 within 8 told with the 6 within 24, 10 who still wait.
    const { whole } = await lengths(who)
    expect(whole).toEqual({
      indicator: 'hours-to-acknowledge',
      state: 'shown',
      median: 4,
      interval: { after: 2, by: 24 },
      p90: 'open',
      about: 45,
      open: 10,
    })
    const page = await scene.as(scene.people[who]).continuity.report({ from: null, to: null, prisonId: null })
    expect(page.lengths.find(({ indicator }) => indicator === 'hours-to-acknowledge')).toEqual(whole)
  })

  it('month by month: estimated within its step, and a month of three is told to nobody', async () => {
    const { byMonth, months } = await lengths()
    expect(months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(byMonth).toEqual([
      // Half of 20 is 10 of the 15 within 2 hours, in fives.
      { month: '2026-01', state: 'shown', estimate: (10 / 15) * 2, about: 20, open: 0 },
      { month: '2026-02', state: 'few' },
      // Of 20 in fives, 10 within 4 hours: half of them at its very end.
      { month: '2026-03', state: 'shown', estimate: 4, about: 20, open: 10 },
      { month: '2026-04', state: 'no-cases' },
    ])
  })

  it('the months asked for are looked at, and all of them are told', async () => {
    const { continuity } = scene.as(scene.people.northgateManager)
    const part = await continuity.lengths({ ...asked, from: '2026-03', to: '2026-03' })
    expect(part.selection).toEqual({ from: '2026-03', to: '2026-03', prisonId: null })
    expect(part.byMonth).toHaveLength(4)
  })
})

describe('I13, days without medicine against HIV or hepatitis C (rule FIG-17)', () => {
  it.each(['northgateManager', 'regionManager', 'harbourManager'] as const)(
    'is closed to managers: %s',
    async (who) => {
      const { continuity } = scene.as(scene.people[who])
      const refusal = await refusalOf(continuity.lengths({ ...asked, indicator: 'hiv-hcv-supply-gap' }))
      expect(refusal).toMatchObject({ code: 'not-allowed' })
      const { lengths } = await continuity.report({ from: null, to: null, prisonId: null })
      expect(lengths.map(({ indicator }) => indicator)).toEqual(['hours-to-acknowledge'])
    },
  )

  it('is told to whoever may read the category', async () => {
    const { continuity } = scene.as(scene.people.northgateNurse)
    const { whole } = await continuity.lengths({ ...asked, indicator: 'hiv-hcv-supply-gap' })
    expect(whole.state).toBe('no-cases')
  })
})

describe('months that come down to too few', () => {
  it('are refused, and the privacy officer of the service reads who tried', async () => {
    const { northgateManager: manager } = scene.people
    const { continuity } = scene.as(manager)
    const report = (month: string | null) => continuity.report({ from: month, to: month, prisonId: null })
    expect((await report(null)).isRefused).toBe(false)
    const prison = { from: null, to: null, prisonId: scene.services.northgate }
    expect((await scene.as(scene.people.regionManager).continuity.report(prison)).isRefused).toBe(false)
    expect((await report('2026-02')).isRefused).toBe(true)
    await continuity.report({ from: '2026-02', to: '2026-02', prisonId: null })

    await scene.owner.query(`update membership set grants = '{privacy-officer}' where id = $1`, [manager.membershipId])
    const officer = scene.as({ ...manager, grants: ['privacy-officer'] })
    const { refused } = await officer.continuity.flow({ breakdown: null, group: null })
    expect(refused?.map(({ name, breakdown, value, onThatDay }) => [name, breakdown, value, onThatDay])).toEqual([
      [manager.displayName, 'months', '2026-02', 2],
      [manager.displayName, 'months', '2026-02', 1],
    ])
  })
})
