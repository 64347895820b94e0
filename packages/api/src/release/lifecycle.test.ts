import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { EventKind } from '@throughcare/domain/custody-episode/custody-event-codes'
import { LIFECYCLE, type LifecycleEvent } from '@throughcare/domain/release/lifecycle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const press = (one: StoryCase) => ({ episodeId: one.episodeId, requestId: randomUUID(), seenVersion: 0 })
const moveTo = (releaseDate: string) => (one: StoryCase) =>
  nurse().release.changeDate({ ...press(one), releaseDate, certainty: 'confirmed', reason: null } as never)
const NOW = new Date('2026-03-26T09:00:00Z')

const befalls = (kind: EventKind) => (one: StoryCase) =>
  nurse().custodyEpisode.recordEvent({ episodeId: one.episodeId, requestId: randomUUID(), kind, at: NOW })

/** How each event is pressed. A recall begins another episode: recall-person.test.ts compares it with its row. */
const PRESSES: Record<Exclude<LifecycleEvent, 'recalled'>, (one: StoryCase) => Promise<unknown>> = {
  'moved-earlier': moveTo('2026-03-27'),
  'moved-later': moveTo('2026-04-20'),
  cancelled: (one) => nurse().release.cancel({ ...press(one), reason: 'longer-sentence', words: null }),
  transferred: (one) => nurse().release.transfer({ ...press(one), toPrisonId: scene.services.eastfield }),
  'released-from-court': (one) =>
    nurse().release.record({ ...press(one), releasedAt: NOW, learnedAt: NOW, kind: 'unplanned' }),
  hospital: befalls('hospital'),
  deported: befalls('deported'),
  died: befalls('died'),
}

type Seen = {
  ended: boolean
  releasedAt: Date | null
  plans: number
  closedPlans: number
  items: { owner_side: string; status: string; due_at: Date | null }[]
  sent: { status: string; due_at: Date; kind: string }[]
}

/** A case with a dated item, one handoff that nobody answered and one area that nobody was asked for. */
async function aRelease(): Promise<StoryCase> {
  const one = await scene.aCase({ releaseDate: '2026-04-02', items: [{ area: 'housing', code: 'story-housing' }] })
  await scene.owner.query(
    `update checklist_item set due_offset_minutes = -1440, due_at = '2026-04-01T08:00:00Z', owner_side = 'prison' where episode_id = $1`,
    [one.episodeId],
  )
  await scene.aHandoff(one, { area: 'omt', dueAt: new Date('2026-03-27T16:00:00Z') })
  return one
}

async function look({ episodeId }: StoryCase): Promise<Seen> {
  const { rows } = await scene.owner.query(
    `select e.ended_on is not null as ended, e.released_at as "releasedAt",
       (select count(*)::int from care_plan c where c.episode_id = e.id) as plans,
       (select count(*)::int from care_plan c where c.episode_id = e.id and c.closed_at is not null) as "closedPlans"
     from custody_episode e where e.id = $1`,
    [episodeId],
  )
  const { rows: items } = await scene.owner.query(
    'select owner_side, status, due_at from checklist_item where episode_id = $1',
    [episodeId],
  )
  const { rows: sent } = await scene.owner.query(
    'select status, due_at, kind from handoff where episode_id = $1 order by area',
    [episodeId],
  )
  return { ...rows[0], items, sent }
}

describe('F01, F02: what a press does follows from its row of the table', () => {
  it.each(Object.entries(PRESSES) as [LifecycleEvent, (one: StoryCase) => Promise<unknown>][])(
    '%s',
    async (event, pressIt) => {
      const row: (typeof LIFECYCLE)[LifecycleEvent] = LIFECYCLE[event]
      const one = await aRelease()
      const before = await look(one)
      await pressIt(one)
      const after = await look(one)

      expect(after.ended).toBe(row.episode === 'ends')
      expect(after.releasedAt !== null).toBe(row.clock === 'starts')
      // Nothing is lost: the plan, its items and what was sent are all there.
      expect(after.plans).toBe(before.plans)
      expect(after.closedPlans).toBe(row.plan === 'closes' ? 1 : 0)
      expect(after.items).toHaveLength(before.items.length)
      expect(after.items.every(({ status }) => status === 'open')).toBe(true)
      expect(after.sent.length).toBeGreaterThanOrEqual(before.sent.length)

      const due = after.items[0]?.due_at ?? null
      const dueBefore = before.items[0]?.due_at ?? null
      if (row.items === 'lose-due-time') expect(due).toBeNull()
      if (row.items === 'stay' || row.items === 'stop') expect(due?.getTime()).toBe(dueBefore?.getTime())
      if (row.items === 'follow-the-date') expect(due?.getTime()).not.toBe(dueBefore?.getTime())
      if (row.items === 'urgent-outside') {
        expect(after.items[0]?.owner_side).toBe('community')
        expect(due?.getTime()).toBeLessThanOrEqual(NOW.getTime())
      } else expect(after.items[0]?.owner_side).toBe('prison')

      const omt = after.sent.find(({ kind }) => kind === 'planned')
      const tightened = (omt?.due_at.getTime() ?? 0) < Date.parse('2026-03-27T16:00:00Z')
      expect(omt?.status).toBe('sent')
      expect(tightened).toBe(row.handoffs === 'tighten' || row.handoffs === 'emergency')
      expect(after.sent.some(({ kind }) => kind === 'emergency')).toBe(row.handoffs === 'emergency')
    },
  )
})

describe('a date that is withdrawn', () => {
  it('says why in the history, once, and does not make a sentenced person one who could leave today', async () => {
    const one = await aRelease()
    const same = { ...press(one), reason: 'other', words: 'the tribunal has adjourned' } as const
    const [first, second] = await Promise.all([nurse().release.cancel(same), nurse().release.cancel(same)])
    expect(first).toEqual(second)
    const { rows } = await scene.owner.query(
      `select release_date, release_certainty, reason from release_date_change where episode_id = $1 order by changed_at desc, id desc limit 1`,
      [one.episodeId],
    )
    expect(rows).toEqual([
      { release_date: null, release_certainty: 'expected', reason: 'other: the tribunal has adjourned' },
    ])
    const today = await nurse().release.board({ window: 'could-leave-today' })
    expect(today.persons.map(({ episodeId }) => episodeId)).not.toContain(one.episodeId)
    // Nobody loses sight of them: they wait for another date on a list whose count is the list.
    const waiting = await nurse().release.board({ window: 'no-date' })
    expect(waiting.persons.map(({ episodeId }) => episodeId)).toContain(one.episodeId)
    expect(waiting.counts['no-date']).toBe(waiting.persons.length)
  })

  it('is refused without a date, after a release, and from an older page', async () => {
    const dateless = await scene.aCase({ releaseDate: null })
    const refusedFor = (one: StoryCase, seenVersion = 0) =>
      nurse().release.cancel({ ...press(one), seenVersion, reason: 'new-charge', words: null })
    await expect(refusedFor(dateless)).rejects.toMatchObject({ cause: { details: { refusal: 'release.no-date' } } })
    const out = await scene.aCase({ releasedAt: new Date('2026-03-26T08:00:00Z') })
    await expect(refusedFor(out)).rejects.toMatchObject({
      cause: { details: { refusal: 'release.already-recorded' } },
    })
    await expect(refusedFor(await scene.aCase(), 3)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    const one = await aRelease()
    await expect(
      scene.as(scene.people[who]).release.cancel({ ...press(one), reason: 'new-charge', words: null }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
  })
})
