import { newId } from '@throughcare/db/uuid'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import { DEPOT_RULE_SET } from '@throughcare/domain/medication/medicine-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareFigures, READ_AT, releasedHistories } from '../../testing/figure-and-strip.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { type ToldRelease, tellRelease } from '../../testing/told-release.ts'
import { followFigures } from './follow-figures.ts'

/** The figure and the strip of one person come from one truth: the same days, by the rules approved where they are dosed. */
let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const WIDER = Object.fromEntries(
  Object.entries(DEPOT_RULE_SET.products).map(([medicine, rule]) => [
    medicine,
    { ...rule, windowEndsDay: rule.windowEndsDay + 3, reviewFromDay: rule.reviewFromDay + 5 },
  ]),
)

/** Windows that somebody approved, for a country or for a service. */
function approve(reach: { country: string } | { serviceId: string }) {
  const { people, owner } = scene
  return owner.query(
    `insert into rule_set_version (id, kind, country, service_id, version, body, own_words, source, review_by, state, proposed_at,
       proposed_by, approved_at, approved_by)
     values ($1, 'depot-windows', $2, $3, 1, $4, 'as the clinic wrote it', 'the clinic', '2027-05-31', 'approved', '2020-01-01', $5,
       '2020-01-02', $6)`,
    [
      newId(),
      'country' in reach ? reach.country : null,
      'serviceId' in reach ? reach.serviceId : null,
      JSON.stringify({ products: WIDER }),
      people.administrator.accountId,
      people.northgateManager.accountId,
    ],
  )
}

describe('the dashboard agrees with the strip (rules FIG-1, FIG-2)', () => {
  it('for any history, by the windows approved for its country', async () => {
    await approve({ country: 'ZZ' })
    await scene.setClock(READ_AT)
    const { disagreements, mix } = await compareFigures(scene.owner, releasedHistories(300), {
      ...DEPOT_RULE_SET,
      products: WIDER,
    })
    expect(disagreements).toEqual([])
    expect(mix.all).toBe(300)
    for (const kind of ['byDoseOutside', 'byCover', 'notMet', 'depots', 'startedInTime', 'neverStarted'] as const)
      expect(mix[kind], kind).toBeGreaterThanOrEqual(15)
  })

  it.each<[string, Pick<ToldRelease, 'treatment' | 'doses'>, string, string]>([
    [
      'a weekly depot ten days old where a service approved twelve',
      {
        treatment: { medicine: 'buprenorphine-weekly-depot', rhythm: 'depot', dosing: 'harbour' },
        doses: [{ at: -240, day: '2026-03-17', kind: 'depot', by: 'northgate' }],
      },
      'met depot',
      'covered covered covered',
    ],
    [
      'the same where nobody approved anything',
      {
        treatment: { medicine: 'buprenorphine-weekly-depot', rhythm: 'depot', dosing: 'millLane' },
        doses: [{ at: -240, day: '2026-03-17', kind: 'depot', by: 'northgate' }],
      },
      'unknown nothing-recorded',
      'uncovered uncovered uncovered',
    ],
    [
      'carried home for two days, and the second entered in error',
      {
        treatment: { dosing: 'harbour' },
        doses: [
          { at: -2, day: '2026-03-27', by: 'northgate' },
          { at: -1, day: '2026-03-28', toDay: '2026-03-29', kind: 'take-home', by: 'northgate' },
          {
            at: null,
            day: '2026-03-28',
            toDay: '2026-03-29',
            kind: 'take-home',
            outcome: 'entered-in-error',
            by: 'northgate',
            corrects: 1,
          },
        ],
      },
      'unknown nothing-recorded',
      'covered closed closed',
    ],
    [
      'the only dose outside entered in error',
      {
        treatment: { dosing: 'harbour' },
        doses: [
          { at: -2, day: '2026-03-27', by: 'northgate' },
          { at: 30, day: '2026-03-28' },
          { at: null, day: '2026-03-28', outcome: 'entered-in-error', corrects: 1 },
        ],
      },
      'unknown nothing-recorded',
      'covered closed closed',
    ],
    [
      'doses without their time cover their days, and prove no dose within 48 hours',
      {
        treatment: { dosing: 'harbour' },
        doses: [
          { at: -2, day: '2026-03-27', by: 'northgate' },
          { at: null, day: '2026-03-28' },
          { at: null, day: '2026-03-29' },
        ],
      },
      'unknown time-not-recorded',
      'covered covered covered',
    ],
  ])('%s', async (name, told, counts, strip) => {
    if (name.includes('approved twelve')) await approve({ serviceId: scene.services.harbour })
    const { episodeId } = await tellRelease(scene, { name, ...told })
    await scene.setClock(new Date('2026-04-20T09:00:00Z'))
    await followFigures()
    const nurse = scene.as(scene.people.northgateNurse)
    const counted: string[] = []
    for (const outcome of COUNT_OUTCOMES) {
      const asked = {
        indicator: 'dose-within-48-hours',
        outcome,
        from: null,
        to: null,
        prisonId: null,
        page: 1,
      } as const
      const { cases } = await nurse.continuity.cases(asked)
      counted.push(...cases.filter((each) => each.familyName === name).map(({ detail }) => `${outcome} ${detail}`))
    }
    const page = await nurse.medication.byEpisode({ episodeId })
    expect(counted).toEqual([counts])
    expect(
      page.strip
        .filter(({ fromRelease }) => fromRelease >= 0 && fromRelease <= 2)
        .map(({ state }) => state)
        .join(' '),
    ).toBe(strip)
  })

  it('days are the dosing point’s, in whichever zone it is', async () => {
    const { owner, services } = scene
    // Friday 10:00 at the gate is midnight there: the 48 hours end with that Saturday, and Sunday need not be covered.
    await owner.query(`update service set time_zone = 'Pacific/Honolulu' where id = $1`, [services.eastfield])
    const { episodeId } = await tellRelease(scene, {
      name: 'far away',
      treatment: { dosing: 'eastfield' },
      doses: [
        { at: -2, day: '2026-03-27', by: 'northgate' },
        { at: -1, day: '2026-03-28', kind: 'take-home', by: 'northgate' },
      ],
    })
    await scene.setClock(new Date('2026-04-20T09:00:00Z'))
    await followFigures()
    const { rows } = await owner.query(
      `select covered_to::text as to, way, zone from app.cover_at_release(array[$1::uuid], app.now())`,
      [episodeId],
    )
    expect(rows).toEqual([{ to: '2026-03-28', way: 'take-home', zone: 'Pacific/Honolulu' }])
    const nurse = scene.as(scene.people.northgateNurse)
    const { cases } = await nurse.continuity.cases({
      indicator: 'dose-within-48-hours',
      outcome: 'met',
      from: null,
      to: null,
      prisonId: null,
      page: 1,
    })
    expect(cases.map(({ familyName }) => familyName)).toContain('far away')
  })
})
