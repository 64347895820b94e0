import { asActor } from '@throughcare/db/as-actor'
import type { CaseOptions, StoryCase } from '@throughcare/db/testing/story'
import { ITEM_CODES } from '@throughcare/domain/checklist/rule-sets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { makePlan, makePlans } from './make-plan.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** A case as the add-a-person page leaves it: no plan yet. */
async function caseWithoutPlan(options: CaseOptions = {}): Promise<StoryCase> {
  const one = await scene.aCase(options)
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  return one
}

async function fact(of: StoryCase, code: string, category: string, value: string): Promise<void> {
  await scene.owner.query(
    `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
     values ($1, $2, $3, 'known', to_jsonb($4::text), app.now(), $5)`,
    [of.episodeId, code, category, value, scene.people.northgateNurse.accountId],
  )
}

async function itemsOf(of: StoryCase): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await scene.owner.query('select * from checklist_item where episode_id = $1', [of.episodeId])
  return new Map(rows.map((row) => [row.code, row]))
}

describe('a plan follows the facts', () => {
  type Described = {
    title: string
    options?: CaseOptions
    facts?: [string, string, string][]
    treatment?: { medicine: string; rhythm: string }
    has: string[]
    hasNot: string[]
  }
  const DESCRIBED: Described[] = [
    {
      title: 'nothing known: the questions stand on the plan',
      has: ['omt-ask', 'housing-ask', 'naloxone-put-kit-in-property', 'documents-id'],
      hasNot: ['omt-first-dose', 'housing-refer-early', 'work-keep-my-job'],
    },
    {
      title: 'on daily medicine, no address',
      facts: [['has-address', 'housing', 'no']],
      treatment: { medicine: 'methadone', rhythm: 'daily' },
      has: ['omt-first-dose', 'omt-cover-until-first-dose', 'housing-refer-early', 'housing-first-night'],
      hasNot: ['omt-ask', 'omt-book-next-injection', 'housing-ask'],
    },
    {
      title: 'on a depot, with a flat and a job',
      facts: [
        ['bed', 'housing', 'own-address'],
        ['keeps-tenancy', 'housing', 'yes'],
        ['has-job', 'work', 'yes'],
      ],
      treatment: { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' },
      has: ['omt-book-next-injection', 'housing-keep-my-home', 'work-keep-my-job'],
      hasNot: ['omt-first-dose', 'housing-refer-early', 'housing-first-week'],
    },
    {
      title: 'wants treatment, has children, no opioid question asked',
      facts: [
        ['dose', 'omt', 'wants-omt'],
        ['pregnant', 'health', 'yes'],
      ],
      has: ['omt-request-assessment', 'omt-start-treatment', 'health-pregnancy-care', 'naloxone-train'],
      hasNot: ['omt-ask', 'omt-confirm-regime'],
    },
    {
      title: 'no opioid need',
      facts: [
        ['dose', 'omt', 'not-on-omt'],
        ['opioid-need', 'naloxone', 'no'],
      ],
      has: ['health-letter'],
      hasNot: ['naloxone-train', 'naloxone-hand-over-kit', 'omt-ask'],
    },
  ]

  it.each(DESCRIBED)('$title', async ({ options, facts = [], treatment, has, hasNot }) => {
    const one = await caseWithoutPlan(options)
    for (const [code, category, value] of facts) await fact(one, code, category, value)
    if (treatment) await scene.aTreatment(one, treatment)

    const made = await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))

    expect(made).toBe(true)
    const items = await itemsOf(one)
    expect([...items.keys()]).toEqual(expect.arrayContaining(has))
    for (const code of hasNot) expect(items.has(code), code).toBe(false)
    for (const code of items.keys()) expect(ITEM_CODES).toContain(code)
  })
})

describe('what every item has from the start', () => {
  it('has one accountable service, a due time on the wall clock of the prison, and a first line of history', async () => {
    const one = await caseWithoutPlan({ releaseDate: '2026-04-02' })
    await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
    const items = await itemsOf(one)

    for (const item of items.values()) expect(item.accountable_service_id).toBe(scene.services.northgate)
    // The clocks go forward on 29 March: nine o'clock on the wall before it and after it.
    expect(items.get('naloxone-train')?.due_at).toEqual(new Date('2026-03-19T09:00:00Z'))
    expect(items.get('health-letter')?.due_at).toEqual(new Date('2026-03-31T08:00:00Z'))
    const { rows } = await scene.owner.query(
      'select count(*)::int as lines, count(distinct item_id)::int as items from checklist_item_change where episode_id = $1 and from_status is null',
      [one.episodeId],
    )
    expect(rows[0]).toEqual({ lines: items.size, items: items.size })
  })

  it('gives remand people the standing pack from the day of the plan, and nothing a date that they have not', async () => {
    const one = await caseWithoutPlan({ releaseDate: null, legalStatus: 'remand' })
    await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
    const items = await itemsOf(one)
    const { rows } = await scene.owner.query('select made_at from care_plan where episode_id = $1', [one.episodeId])
    expect(items.get('naloxone-train')?.due_at).toEqual(new Date(rows[0].made_at.getTime() + 24 * 3_600_000))
    expect(items.get('naloxone-hand-over-kit')?.due_at).toBeNull()
  })

  it('counts an item that a fact has finished as done, under the name of the rules', async () => {
    const one = await caseWithoutPlan()
    await fact(one, 'id', 'documents', 'has-id')
    await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
    const item = (await itemsOf(one)).get('documents-id')
    expect(item).toMatchObject({ status: 'done', status_by: '00000000-0000-7000-8000-000000000001' })
  })
})

describe('batches', () => {
  it('makes all of them at once, leaves out what has a plan and what is not ours, and does nothing the second time', async () => {
    const ours = await Promise.all([caseWithoutPlan(), caseWithoutPlan(), caseWithoutPlan()])
    const planned = await scene.aCase()
    const elsewhere = await caseWithoutPlan({ prison: 'eastfield' })
    const ids = [...ours, planned, elsewhere].map((one) => one.episodeId)

    expect(await asActor(scene.people.northgateNurse, (deed) => makePlans(deed, ids))).toBe(3)
    expect(await asActor(scene.people.northgateNurse, (deed) => makePlans(deed, ids))).toBe(0)
    expect((await itemsOf(elsewhere)).size).toBe(0)
  })
})
