import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ChangeReleaseDateInput } from '@throughcare/domain/release/change-release-date-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ releaseDate: '2026-04-10', certainty: 'expected' })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)

function move(to: string | null, more: Partial<ChangeReleaseDateInput> = {}): ChangeReleaseDateInput {
  return {
    episodeId: one.episodeId,
    requestId: randomUUID(),
    seenVersion: 0,
    releaseDate: to === null ? null : getPlainDate(to),
    certainty: 'expected',
    reason: null,
    ...more,
  }
}

async function stored() {
  const { rows } = await scene.owner.query(
    `select e.release_date::text, e.release_certainty, e.version, (select count(*)::int from release_date_change d
       where d.episode_id = e.id) as changes from custody_episode e where e.id = $1`,
    [one.episodeId],
  )
  return rows[0]
}

/** By code, in milliseconds. */
async function dueTimes(episodeId: string): Promise<{ items: number[]; handoffs: Record<string, number> }> {
  const items = await scene.owner.query<{ due_at: Date }>(
    'select due_at from checklist_item where episode_id = $1 and due_at is not null order by code',
    [episodeId],
  )
  const handoffs = await scene.owner.query<{ id: string; due_at: Date }>(
    'select id, due_at from handoff where episode_id = $1',
    [episodeId],
  )
  return {
    items: items.rows.map((row) => row.due_at.getTime()),
    handoffs: Object.fromEntries(handoffs.rows.map((row) => [row.id, row.due_at.getTime()])),
  }
}

describe('moving a release date', () => {
  it('writes the date and its history, and says what it means', async () => {
    const moved = await nurse().release.changeDate(move('2026-03-27', { reason: 'early release scheme' }))
    expect(moved).toEqual({ version: 1, effects: ['leaves-sooner', 'leaves-within-48-hours'], daysMoved: -14 })
    expect(await stored()).toEqual({
      release_date: '2026-03-27',
      release_certainty: 'expected',
      version: 1,
      changes: 2,
    })
  })

  it('moves what hangs on the date: due times follow, deadlines only tighten', async () => {
    const { episodeId } = await nurse().person.add(aNewPerson({ episode: { releaseDate: '2026-04-16' } }))
    one = { ...one, episodeId }
    const { rows } = await scene.owner.query<{ person_id: string }>(
      'select person_id from custody_episode where id = $1',
      [episodeId],
    )
    const due = new Date('2026-04-14T15:00:00Z')
    const handoff = await scene.aHandoff({ ...one, personId: rows[0]?.person_id ?? '' }, { dueAt: due })
    const before = await dueTimes(episodeId)
    await nurse().release.changeDate(move('2026-04-09', { certainty: 'confirmed' }))
    const sooner = await dueTimes(episodeId)
    expect(sooner.items.every((at, index) => at <= (before.items[index] ?? 0))).toBe(true)
    expect(sooner.items).not.toEqual(before.items)
    expect(sooner.handoffs[handoff]).toBeLessThan(due.getTime())

    await nurse().release.changeDate(move('2026-04-16', { seenVersion: 1, certainty: 'confirmed' }))
    const later = await dueTimes(episodeId)
    expect(later.items).toEqual(before.items)
    expect(later.handoffs).toEqual(sooner.handoffs)
  })

  it('the same press again is one move', async () => {
    const press = move('2026-04-11')
    const [first, second] = await Promise.all([nurse().release.changeDate(press), nurse().release.changeDate(press)])
    expect(first).toEqual(second)
    expect((await stored()).changes).toBe(2)
  })

  it('the same date again writes nothing', async () => {
    expect(await nurse().release.changeDate(move('2026-04-10'))).toEqual({ version: 0, effects: [], daysMoved: null })
    expect((await stored()).changes).toBe(1)
  })

  it('a stale page is refused with both versions, who and when', async () => {
    await scene.as(scene.people.northgateSecondNurse).release.changeDate(move('2026-04-12'))
    await expect(nurse().release.changeDate(move('2026-04-13'))).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: 0 },
          current: { version: 1, releaseDate: '2026-04-12', certainty: 'expected' },
          changedBy: 'Ben Achterberg',
          changedAt: expect.stringMatching(/^2026-03-26T09:0/),
        },
      },
    })
    expect((await stored()).release_date).toBe('2026-04-12')
  })

  it.each([
    ['before admission', '2025-11-02', {}, 'release.before-admission'],
    ['confirmed without a date', null, { certainty: 'confirmed' }, undefined],
    ['in a hundred years', '2126-03-27', {}, undefined],
  ] as const)('%s is refused', async (_, to, more, refusal) => {
    const error = await nurse()
      .release.changeDate(move(to, more))
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject(refusal ? { cause: { details: { refusal } } } : { code: 'BAD_REQUEST' })
    expect((await stored()).version).toBe(0)
  })

  it('after the release there is nothing to move', async () => {
    one = await scene.aCase({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:00:00Z') })
    await expect(nurse().release.changeDate(move('2026-04-11'))).rejects.toMatchObject({
      cause: { details: { refusal: 'release.already-recorded' } },
    })
  })

  it.each(['eastfieldNurse'] as const)('for %s the case is not there, like a case that never was', async (who) => {
    for (const episodeId of [one.episodeId, randomUUID()])
      await expect(
        scene.as(scene.people[who]).release.changeDate(move('2026-04-11', { episodeId })),
      ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
  })

  it.each(['harbourWorker', 'northgateManager', 'administrator'] as const)('%s may not', async (who) => {
    await scene.aHandoff(one, { to: 'harbour', status: 'accepted' })
    await expect(scene.as(scene.people[who]).release.changeDate(move('2026-04-11'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
