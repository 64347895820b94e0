import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordOverdoseInput } from '@throughcare/domain/overdose-report/overdose-report-inputs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
const GATE = new Date('2026-03-25T09:00:00Z')
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ releasedAt: GATE, releaseDate: '2026-03-25' })
})
afterAll(() => scene.close())

const worker = () => scene.as(scene.people.harbourWorker)
const takenOver = () => scene.aHandoff(one, { status: 'accepted' })
const page = () => worker().overdosePlan.byEpisode({ episodeId: one.episodeId })
const told = (more: Partial<RecordOverdoseInput> = {}): RecordOverdoseInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: 0,
  happenedOn: '2026-03-26' as never,
  toldBy: 'person',
  naloxone: 'no',
  kitId: null,
  isReplaced: false,
  ambulance: 'no',
  alone: 'yes',
  ...more,
})
const contact = (reportId: string, more = {}) => ({
  episodeId: one.episodeId,
  reportId,
  requestId: randomUUID(),
  seenVersion: 0,
  channel: 'phone' as const,
  outcome: 'reached' as const,
  at: new Date('2026-03-26T09:00:00Z'),
  note: null,
  ...more,
})

/** Everything by which somebody could be moved: treatment, doses, handoffs, appointments, items, the case itself. */
async function standing(): Promise<unknown> {
  const tables = [
    ...[
      'medication_treatment',
      'dose',
      'planned_supply',
      'bridging_prescription',
      'cover_plan',
      'dose_alert',
      'handoff',
    ],
    ...[
      'appointment',
      'checklist_item',
      'case_fact',
      'outcome',
      'release_date_change',
      'naloxone_kit',
      'overdose_plan',
    ],
  ]
  const rows = await Promise.all(
    tables.map(async (table) => {
      const { rows: found } = await scene.owner.query(
        `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as all from ${table} t where t.episode_id = $1`,
        [one.episodeId],
      )
      return [table, found[0].all]
    }),
  )
  const { rows: episode } = await scene.owner.query('select * from custody_episode where id = $1', [one.episodeId])
  return [...rows, episode]
}

describe('a reported overdose', () => {
  it('makes a contact of the same day due, for whoever answers for the person now', async () => {
    await takenOver()
    const { accountableServiceId, contactDueAt, reportId } = await worker().overdoseReport.record(told())
    expect(accountableServiceId).toBe(scene.services.harbour)
    expect(contactDueAt).toBe('2026-03-27T00:00:00.000Z')
    expect((await page()).reports).toMatchObject([{ id: reportId, contactedAt: null, isContactLate: false }])
    await scene.setClock(new Date('2026-03-27T00:00:00Z'))
    try {
      expect((await page()).reports).toMatchObject([{ isContactLate: true }])
    } finally {
      await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    }
  })

  it('is the prison’s to follow up while nobody has taken the person over', async () => {
    const recorded = await scene.as(scene.people.northgateNurse).overdoseReport.record(told())
    expect(recorded.accountableServiceId).toBe(scene.services.northgate)
  })

  it('moves nobody down: no treatment, phase, handoff, appointment or item is changed by it', async () => {
    const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
    await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-26T08:00:00Z') })
    await takenOver()
    const before = await standing()
    await worker().overdoseReport.record(told({ alone: 'not-known', ambulance: 'yes' }))
    expect(await standing()).toEqual(before)
  })

  it('says of the person’s kit that it was used, and hands over another in its place', async () => {
    await takenOver()
    const kit = {
      episodeId: one.episodeId,
      requestId: randomUUID(),
      kitId: null,
      seenVersion: 0,
      holder: 'person' as const,
    }
    const { kitId } = await worker().naloxone.recordKit({
      ...kit,
      state: 'handed-over',
      handedAt: GATE,
      product: null,
      lot: null,
      expiresOn: null,
      trained: null,
    })
    expect((await page()).kits).toMatchObject([{ id: kitId }])
    await worker().overdoseReport.record(told({ naloxone: 'own-kit', kitId, isReplaced: true }))
    const { rows } = await scene.owner.query(
      'select state, used_outcome, replaces_id from naloxone_kit where episode_id = $1 order by state',
      [one.episodeId],
    )
    expect(rows).toEqual([
      { state: 'handed-over', used_outcome: null, replaces_id: kitId },
      { state: 'used', used_outcome: 'came-round', replaces_id: null },
    ])
    await expect(
      worker().overdoseReport.record(told({ seenVersion: 1, naloxone: 'own-kit', kitId })),
    ).rejects.toMatchObject({ cause: { details: { refusal: 'overdose-report.kit-not-in-hand' } } })
  })

  it('told twice is one: the same press, and two people who were told the same', async () => {
    await takenOver()
    const same = told()
    const [first, second] = await Promise.all([
      worker().overdoseReport.record(same),
      worker().overdoseReport.record(same),
    ])
    expect(first).toEqual(second)
    await expect(worker().overdoseReport.record(told())).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
    await worker().overdoseReport.record(told({ seenVersion: 1 }))
    expect((await page()).reports).toHaveLength(2)
  })

  it.each([
    ['of tomorrow', { happenedOn: '2026-03-27' }],
    ['of before the release', { happenedOn: '2026-03-24' }],
  ])('%s is a slip', async (_when, more) => {
    await takenOver()
    await expect(worker().overdoseReport.record(told(more as never))).rejects.toMatchObject({
      cause: { fields: [{ path: 'happenedOn', fault: 'overdose-report.happenedOn.not-since-release' }] },
    })
  })

  it('is of people who are out', async () => {
    one = await scene.aCase()
    await expect(scene.as(scene.people.northgateNurse).overdoseReport.record(told())).rejects.toMatchObject({
      cause: { details: { refusal: 'overdose-report.not-out' } },
    })
  })

  it.each(['havenWorker', 'riversideWorker', 'eastfieldNurse', 'northgateManager'] as const)(
    'is not for %s',
    async (who) => {
      await takenOver()
      await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
      const { reportId } = await worker().overdoseReport.record(told())
      const there = scene.as(scene.people[who])
      for (const ask of [
        () => there.overdosePlan.byEpisode({ episodeId: one.episodeId }),
        () => there.overdoseReport.record(told({ seenVersion: 1 })),
        () => there.overdoseReport.contact(contact(reportId)),
      ])
        await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    },
  )
})

describe('the contact of the same day', () => {
  it('stays due after a try that reached nobody, and ends once the person was reached', async () => {
    await takenOver()
    const { reportId } = await worker().overdoseReport.record(told())
    expect(await worker().overdoseReport.contact(contact(reportId, { outcome: 'no-answer' }))).toMatchObject({
      isDue: true,
    })
    await expect(worker().overdoseReport.contact(contact(reportId))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
    expect(await worker().overdoseReport.contact(contact(reportId, { seenVersion: 1 }))).toMatchObject({ isDue: false })
    expect((await page()).reports).toMatchObject([{ contactOutcome: 'reached', contactedBy: 'Sam Osei' }])
    const { rows } = await scene.owner.query(
      'select outcome from contact_attempt where episode_id = $1 order by recorded_at, id',
      [one.episodeId],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['no-answer', 'reached'])
  })
})

describe('the overdose plan', () => {
  const plan = (more = {}) => ({
    episodeId: one.episodeId,
    requestId: randomUUID(),
    seenVersion: null,
    answer: 'made' as const,
    seenAlone: true,
    offeredOn: '2026-03-26' as never,
    notAlone: 'My sister stays the first night',
    goSlow: 'A quarter of what I took before',
    naloxoneWith: 'My sister',
    whoCalls: null,
    ...more,
  })

  it('is of one person, offered, made or declined with its day; what went before stays', async () => {
    await takenOver()
    const empty = { notAlone: null, goSlow: null, naloxoneWith: null, whoCalls: null }
    await worker().overdosePlan.record(plan({ answer: 'declined', ...empty }))
    const same = plan({ seenVersion: 1 })
    const [first, second] = await Promise.all([worker().overdosePlan.record(same), worker().overdosePlan.record(same)])
    expect(first).toEqual(second)
    expect(await page()).toMatchObject({
      standing: { version: 2, answer: 'made', naloxoneWith: 'My sister' },
      earlier: [{ answer: 'declined', offeredOn: '2026-03-26' }],
    })
    await expect(worker().overdosePlan.record(plan({ seenVersion: 1 }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { version: 2 } } },
    })
    await expect(worker().overdosePlan.record(plan({ seenVersion: 2, offeredOn: '2026-03-27' }))).rejects.toMatchObject(
      { cause: { fields: [{ fault: 'overdose-plan.offeredOn.in-the-future' }] } },
    )
  })

  it.each(['made', 'declined', 'offered'] as const)('%s: the item of the plan follows', async (answer) => {
    await scene.owner.query(`update care_plan set rule_set = 'checklist-2026-11-2' where id = $1`, [one.planId])
    const parts = answer === 'made' ? {} : { notAlone: null, goSlow: null, naloxoneWith: null }
    const nurse = scene.as(scene.people.northgateNurse)
    await nurse.overdosePlan.record({ ...plan(parts), answer })
    const { items } = await nurse.carePlan.byEpisode({ episodeId: one.episodeId })
    const item = items.find(({ code }) => code === 'naloxone-overdose-plan')
    expect(item?.status).toBe(answer === 'offered' ? 'open' : 'done')
  })
})
