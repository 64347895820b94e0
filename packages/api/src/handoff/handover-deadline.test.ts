import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.setClock(STORY_STARTS))
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const toHarbour = (episodeId: string) => ({
  episodeId,
  requestId: randomUUID(),
  seenVersion: 0,
  handoffs: [{ area: 'omt' as const, receivingServiceId: scene.services.harbour }],
})

/** Clocks are UTC; London is an hour ahead from 29 March on. Everybody is open Monday to Friday 09:00 to 17:00. */
const DEADLINES: {
  name: string
  now: string
  releaseDate: string | null
  releasedAt?: string
  holidays?: string[]
  dueAt: string
  kind: string
  because: string
  ring: { kind: string; ringNow: boolean; at?: string | null; minutesLeft?: number | null }
}[] = [
  {
    name: 'a week ahead: the close of the second open day',
    now: '2026-03-26T09:00:00Z',
    releaseDate: '2026-04-14',
    dueAt: '2026-03-30T16:00:00.000Z',
    kind: 'planned',
    because: 'kind',
    ring: { kind: 'open', ringNow: false, at: '2026-03-26T17:00:00.000Z' },
  },
  {
    name: 'on Friday evening for Tuesday: Monday before nine is closed, so Friday, and nobody is there any more',
    now: '2026-03-27T17:30:00Z',
    releaseDate: '2026-03-31',
    dueAt: '2026-03-31T06:00:00.000Z',
    kind: 'planned',
    because: 'two-hours-before-release',
    ring: { kind: 'opens-in-time', ringNow: false, at: '2026-03-30T08:00:00.000Z' },
  },
  {
    name: 'on Friday evening for Monday at nine: closed until too late',
    now: '2026-03-27T17:30:00Z',
    releaseDate: '2026-03-30',
    dueAt: '2026-03-30T06:00:00.000Z',
    kind: 'planned',
    because: 'two-hours-before-release',
    ring: { kind: 'closed-until-too-late', ringNow: true, at: '2026-03-30T08:00:00.000Z' },
  },
  {
    name: 'at 16:41 on Friday for Monday: closes in 18 minutes, ring now',
    now: '2026-03-27T16:41:30Z',
    releaseDate: '2026-03-30',
    dueAt: '2026-03-27T17:00:00.000Z',
    kind: 'planned',
    because: 'last-open-hour',
    ring: { kind: 'last-open-time', ringNow: true, at: '2026-03-27T17:00:00.000Z', minutesLeft: 18 },
  },
  {
    name: 'before Easter for the Tuesday after: Good Friday and Easter Monday are treated as closed',
    now: '2026-04-01T10:00:00Z',
    releaseDate: '2026-04-07',
    holidays: ['2026-04-03', '2026-04-06'],
    dueAt: '2026-04-02T16:00:00.000Z',
    kind: 'planned',
    because: 'last-open-hour',
    ring: { kind: 'open', ringNow: false, at: '2026-04-01T16:00:00.000Z' },
  },
  {
    name: 'the day before: short notice, two hours before the gate',
    now: '2026-04-01T13:59:30Z',
    releaseDate: '2026-04-02',
    dueAt: '2026-04-01T21:59:30.000Z',
    kind: 'short-notice',
    because: 'kind',
    ring: { kind: 'last-open-time', ringNow: false, at: '2026-04-01T16:00:00.000Z', minutesLeft: 120 },
  },
  {
    name: 'released an hour ago: an emergency, four hours around the clock',
    now: '2026-03-26T20:00:00Z',
    releaseDate: '2026-03-26',
    releasedAt: '2026-03-26T19:00:00Z',
    dueAt: '2026-03-27T00:00:00.000Z',
    kind: 'emergency',
    because: 'kind',
    ring: { kind: 'closed-until-too-late', ringNow: true, at: '2026-03-27T09:00:00.000Z' },
  },
  {
    name: 'no date at all: the kind alone',
    now: '2026-03-26T09:00:00Z',
    releaseDate: null,
    dueAt: '2026-03-30T16:00:00.000Z',
    kind: 'planned',
    because: 'kind',
    ring: { kind: 'open', ringNow: false },
  },
]

describe('by when it must be answered, on the clock', () => {
  it.each(DEADLINES)('$name', async ({ now, releaseDate, releasedAt, holidays = [], dueAt, kind, because, ring }) => {
    for (const day of holidays)
      await scene.owner.query(
        `insert into public_holiday (country, region, day, name) values ('GB', '', $1, 'Easter') on conflict do nothing`,
        [day],
      )
    const one = await scene.aCase({
      releaseDate,
      ...(releasedAt ? { releasedAt: new Date(releasedAt) } : {}),
    })
    await scene.setClock(new Date(now))
    const [offer] = (await nurse().handoff.receivers({ episodeId: one.episodeId })).areas[0]?.offers ?? []
    const { handoffs } = await nurse().handoff.send(toHarbour(one.episodeId))
    await scene.owner.query(`delete from public_holiday`)
    expect(handoffs[0]).toMatchObject({ dueAt: expect.any(String), kind, because, ring })
    // The clock of the scene runs on: seconds may lie between setting it and pressing.
    expect(handoffs[0]?.dueAt.slice(0, 16)).toBe(dueAt.slice(0, 16))
    expect(offer?.dueAt.slice(0, 16)).toBe(dueAt.slice(0, 16))
  })
})

describe('when release comes nearer', () => {
  const stored = async (handoffId: string) => {
    const { rows } = await scene.owner.query<{ due_at: Date; version: number }>(
      'select due_at, version from handoff where id = $1',
      [handoffId],
    )
    return { dueAt: rows[0]?.due_at.toISOString().slice(0, 16), version: rows[0]?.version }
  }

  it('the deadline of what nobody has acknowledged tightens, and is never lengthened again', async () => {
    const one = await scene.aCase({ releaseDate: '2026-04-14' })
    const { handoffs } = await nurse().handoff.send(toHarbour(one.episodeId))
    const handoffId = handoffs[0]?.handoffId as string
    expect(await stored(handoffId)).toEqual({ dueAt: '2026-03-30T16:00', version: 0 })
    const change = { episodeId: one.episodeId, certainty: 'confirmed' as const, reason: null }
    await nurse().release.changeDate({
      ...change,
      requestId: randomUUID(),
      seenVersion: 0,
      releaseDate: '2026-03-30' as never,
    })
    expect(await stored(handoffId)).toEqual({ dueAt: '2026-03-27T17:00', version: 0 })
    await nurse().release.changeDate({
      ...change,
      requestId: randomUUID(),
      seenVersion: 1,
      releaseDate: '2026-04-20' as never,
    })
    expect(await stored(handoffId)).toEqual({ dueAt: '2026-03-27T17:00', version: 0 })
  })

  it('and at release there are four hours left at most', async () => {
    const one = await scene.aCase({ releaseDate: '2026-04-14' })
    const { handoffs } = await nurse().handoff.send(toHarbour(one.episodeId))
    const at = new Date('2026-03-26T08:30:00Z')
    await nurse().release.record({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      seenVersion: 0,
      releasedAt: at,
      learnedAt: at,
      kind: 'unplanned',
    })
    expect((await stored(handoffs[0]?.handoffId as string)).dueAt).toBe('2026-03-26T13:00')
  })
})
