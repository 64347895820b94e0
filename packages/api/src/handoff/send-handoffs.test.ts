import { randomUUID } from 'node:crypto'
import type { CastService } from '@throughcare/db/testing/cast'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { Area } from '@throughcare/domain/checklist/areas'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import type { AppError } from '../app-error.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.setClock(STORY_STARTS))
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const setOf = (episodeId: string, to: Partial<Record<Area, CastService>>, seenVersion = 0) => ({
  episodeId,
  requestId: randomUUID(),
  seenVersion,
  handoffs: Object.entries(to).map(([area, service]) => ({
    area: area as Area,
    receivingServiceId: scene.services[service],
  })),
})
const refusalOf = async (pressed: Promise<unknown>): Promise<AppError> => {
  const error = await pressed.then(
    () => null,
    (thrown: { cause: unknown }) => thrown.cause,
  )
  if (!error) throw new Error('it was not refused')
  return error as AppError
}
const handoffsOf = async (episodeId: string) => {
  const { rows } = await scene.owner.query<{
    area: string
    status: string
    service: string
    set: string
    carries: string[]
  }>(
    `select h.area, h.status, s.name as service, h.send_set_id as set, h.carries from handoff h
     join service s on s.id = h.accountable_service_id where h.episode_id = $1 order by h.area`,
    [episodeId],
  )
  return rows
}

describe('sending a set', () => {
  it('hands over area by area in one transaction; the prison answers for each until somebody has it', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const press = setOf(one.episodeId, {
      omt: 'harbour',
      naloxone: 'riverside',
      housing: 'haven',
      benefits: 'benefits',
    })
    const answers = await Promise.all([nurse().handoff.send(press), nurse().handoff.send(press)])
    expect(answers[0]).toEqual(answers[1])
    const stored = await handoffsOf(one.episodeId)
    expect(stored.map(({ area, status, service }) => [area, status, service])).toEqual([
      ['benefits', 'sent', 'HMP Northgate'],
      ['housing', 'sent', 'HMP Northgate'],
      ['naloxone', 'sent', 'HMP Northgate'],
      ['omt', 'sent', 'HMP Northgate'],
    ])
    expect(new Set(stored.map(({ set }) => set)).size).toBe(1)
    expect(Object.fromEntries(stored.map(({ area, carries }) => [area, carries]))).toEqual({
      omt: ['identity', 'release', 'omt', 'naloxone', 'health'],
      naloxone: ['identity', 'release', 'naloxone'],
      housing: ['identity', 'release', 'housing', 'belongings'],
      benefits: ['identity', 'release', 'benefits', 'documents', 'work'],
    })
  })

  it('sends all or nothing: one service that cannot receive its area names the line', async () => {
    const one = await scene.aCase()
    const refusal = await refusalOf(nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour', housing: 'harbour' })))
    expect(refusal.fields).toEqual([
      { path: 'handoffs.1.receivingServiceId', fault: 'handoff.receivingServiceId.cannot-receive' },
    ])
    expect(await handoffsOf(one.episodeId)).toEqual([])
  })

  it('pressed by two nurses at once goes out once; the second reads who sent it', async () => {
    const one = await scene.aCase()
    const nurses = [scene.people.northgateNurse, scene.people.northgateSecondNurse]
    const results = await Promise.allSettled(
      nurses.map((who) => scene.as(who).handoff.send(setOf(one.episodeId, { omt: 'harbour' }))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((each) => each.status === 'rejected')
    const refusal = (lost as PromiseRejectedResult).reason.cause as AppError
    expect(refusal.code).toBe('changed-meanwhile')
    expect(refusal.details).toMatchObject({
      seen: { area: 'omt', status: 'not-sent' },
      current: { area: 'omt', status: 'sent' },
      changedBy: expect.stringMatching(/^(Nora Lindqvist|Ben Achterberg)$/),
    })
    expect(await handoffsOf(one.episodeId)).toHaveLength(1)
  })

  it('of a plan that changed since is refused with both versions', async () => {
    const one = await scene.aCase()
    await scene.owner.query('update care_plan set version = 4 where episode_id = $1', [one.episodeId])
    const refusal = await refusalOf(nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' }, 3)))
    expect(refusal).toMatchObject({
      code: 'changed-meanwhile',
      details: { seen: { version: 3 }, current: { version: 4 } },
    })
  })

  it('waits for the plan', async () => {
    const one = await scene.aCase()
    await scene.owner.query('update care_plan set closed_at = app.now() where episode_id = $1', [one.episodeId])
    const refusal = await refusalOf(nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' })))
    expect(refusal.details).toEqual({ refusal: 'handoff.no-plan' })
  })
})

describe('who is offered', () => {
  it('are the services that can receive the area, each with its own deadline', async () => {
    const one = await scene.aCase({
      items: [
        { area: 'omt', code: 'dose' },
        { area: 'work', code: 'job-centre' },
      ],
    })
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    expect(receivers.planVersion).toBe(0)
    expect(receivers.kind).toBe('planned')
    const offered = Object.fromEntries(
      receivers.areas.map(({ area, offers }) => [area, offers.map(({ name }) => name)]),
    )
    expect(offered).toEqual({
      omt: ['Harbour Recovery', 'Riverside Recovery'],
      naloxone: ['Harbour Recovery', 'Riverside Recovery'],
      housing: ['Haven Housing'],
      benefits: ['City Benefits Office'],
      partner: ['Harbour Recovery', 'Riverside Recovery'],
      work: ['City Benefits Office'],
    })
    expect(receivers.areas.map(({ area, state }) => [area, state])).toEqual([
      ['omt', 'not-sent'],
      ['naloxone', 'not-needed'],
      ['housing', 'not-needed'],
      ['benefits', 'not-needed'],
      ['partner', 'not-needed'],
      ['work', 'not-sent'],
    ])
  })

  it('are none in another country, and the empty list says why', async () => {
    const one = await scene.aCase()
    await scene.owner.query(`update custody_episode set release_country = 'NO' where id = $1`, [one.episodeId])
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    const omt = receivers.areas.find(({ area }) => area === 'omt')
    expect(omt?.offers).toEqual([])
    expect(omt?.nobodyBecause).toContainEqual({ because: 'other-country', services: 2 })
  })

  it('are none where nobody is there to answer', async () => {
    const one = await scene.aCase()
    await scene.owner.query(`update membership set until = app.now() where service_id = $1`, [scene.services.haven])
    await scene.owner.query(`update service set duty_contact_phone = null where id = $1`, [scene.services.haven])
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    await scene.owner.query(`update membership set until = null where service_id = $1`, [scene.services.haven])
    await scene.owner.query(`update service set duty_contact_phone = '+44 20 7946 0999' where id = $1`, [
      scene.services.haven,
    ])
    const housing = receivers.areas.find(({ area }) => area === 'housing')
    expect(housing?.nobodyBecause).toContainEqual({ because: 'nobody-there', services: 1 })
  })

  it('show what stands for an area in place of offers to send it', async () => {
    const one = await scene.aCase()
    const handoffId = await scene.aHandoff(one, { status: 'rejected' })
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    const omt = receivers.areas.find(({ area }) => area === 'omt')
    expect(omt).toMatchObject({ state: 'rejected', standing: { id: handoffId, rejectedReason: 'no-capacity' } })
  })
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
    const { handoffs } = await nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' }))
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
    const { handoffs } = await nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' }))
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
    const { handoffs } = await nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' }))
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
