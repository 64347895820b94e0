import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { growPlan } from './grow-plan.ts'
import { makePlan } from './make-plan.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const THING = newId()
const AWAY = newId()

describe('what tables tell the plan', () => {
  it.each<[string, Partial<Record<FactCode, string>>, string, string, readonly unknown[], string, string]>([
    [
      'things in store are listed',
      { 'belongings-in-store': 'yes' },
      'belongings (id, version, inventory, state)',
      `($3, 1, 'two bags', 'in-store')`,
      [THING],
      'belongings-inventory',
      'done',
    ],
    [
      'none of the things is in store any more',
      { 'belongings-in-store': 'yes' },
      'belongings (id, version, inventory, state)',
      `($3, 1, 'two bags', 'in-store'), ($3, 2, 'two bags', 'collected')`,
      [THING],
      'belongings-collect',
      'done',
    ],
    [
      'one of the things still is',
      { 'belongings-in-store': 'yes' },
      'belongings (id, version, inventory, state)',
      `($3, 1, 'two bags', 'collected'), ($4, 1, 'a bicycle', 'in-store')`,
      [THING, AWAY],
      'belongings-collect',
      'open',
    ],
    [
      'the place of the first night is confirmed',
      { bed: 'none' },
      'housing_place (version, span, kind, confirmed, confirmed_by, people_using, lockable)',
      `(1, 'first-night', 'hostel', 'confirmed', 'the desk', 'no', 'yes')`,
      [],
      'housing-first-night',
      'done',
    ],
    [
      'it is only asked for',
      { bed: 'none' },
      'housing_place (version, span, kind, confirmed, people_using, lockable)',
      `(1, 'first-night', 'hostel', 'asked', 'no', 'yes')`,
      [],
      'housing-first-night',
      'open',
    ],
    [
      'the letter to the landlord is written',
      { 'keeps-tenancy': 'yes' },
      'kept_date (id, version, area, kind, letter_sent_on, state)',
      `($3, 1, 'housing', 'tenancy', '2026-03-20', 'running')`,
      [THING],
      'housing-keep-my-home',
      'done',
    ],
    [
      'treatment away with home and activity afterwards',
      {},
      'treatment_away (id, version, place, state, admission_on, together, after_home, after_activity)',
      `($3, 1, 'Lakeside', 'offered', '2026-04-02', 'alone', 'her flat', 'the workshop')`,
      [AWAY],
      'health-after-treatment-away',
      'done',
    ],
    [
      'treatment away without anything afterwards',
      {},
      'treatment_away (id, version, place, state, admission_on, together)',
      `($3, 1, 'Lakeside', 'offered', '2026-04-02', 'alone')`,
      [AWAY],
      'health-after-treatment-away',
      'open',
    ],
  ])('%s', async (_name, answers, table, rows, ids, code, status) => {
    const one = await scene.aCase()
    await scene.owner.query('delete from care_plan where id = $1', [one.planId])
    const nurse = scene.people.northgateNurse
    await asActor(nurse, (deed) => makePlan(deed, one.episodeId))
    for (const [fact, value] of Object.entries(answers))
      await scene.as(nurse).carePlan.recordFact({
        episodeId: one.episodeId,
        requestId: newId(),
        seenVersion: null,
        code: fact as FactCode,
        state: 'known',
        value,
      })
    const columns = table.replace(')', ', episode_id, recorded_at, recorded_by)')
    const values = rows.replaceAll(/\)(?=,|$)/g, ', $1, app.now(), $2)')
    await scene.owner.query(`insert into ${columns} values ${values}`, [one.episodeId, nurse.accountId, ...ids])
    await asActor(nurse, (deed) => growPlan(deed, one.episodeId, null))
    const { items } = await scene.as(nurse).carePlan.byEpisode({ episodeId: one.episodeId })
    expect(items.find((item) => item.code === code)?.status).toBe(status)
  })
})
