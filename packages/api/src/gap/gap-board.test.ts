import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { followGaps } from './follow-gaps.ts'
import type { GapBoard } from './gap-board.ts'

let scene: Scene
let easter: StoryCase[]
let remand: StoryCase

beforeAll(async () => {
  scene = await openScene()
  for (const [day, name] of [
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
  ])
    await scene.owner.query(`insert into public_holiday (country, region, day, name) values ('GB', '', $1, $2)`, [
      day,
      name,
    ])
  easter = [await treated('Adler'), await treated('Berg'), await treated('Coy')]
  remand = await treated('Dorn', { legalStatus: 'remand', releaseDate: null })
  await scene.aCase({ familyName: 'Ende' })
})
afterAll(() => scene.close())

async function treated(familyName: string, options: Parameters<Scene['aCase']>[0] = {}): Promise<StoryCase> {
  const one = await scene.aCase({ familyName, ...options })
  await scene.aTreatment(one, { dosing: 'millLane' })
  await scene.owner.query(
    `update medication_treatment set regime_confirmed_on = '2026-03-26', regime_confirmed_by = $2 where episode_id = $1`,
    [one.episodeId, scene.people.northgateNurse.accountId],
  )
  return one
}

const nurse = () => scene.as(scene.people.northgateNurse)
const board = (input: Parameters<ReturnType<typeof nurse>['gap']['board']>[0] = {}): Promise<GapBoard> =>
  nurse().gap.board(input)
const namesOf = ({ persons }: GapBoard) => persons.map((person) => person.familyName)

describe('the gap board', () => {
  it('shows whose cover nobody has worked out yet: unknown is not fine, and nobody is lost', async () => {
    const { groups, persons, outOfDate } = await board()
    expect(groups).toMatchObject([{ cause: 'not-worked-out', persons: 4, step: null }])
    expect(persons.every((person) => !person.isFresh && person.days === null)).toBe(true)
    expect(outOfDate).toBe(4)
    const { rows } = await scene.owner.query(
      `select 1 from pgboss.job where name = 'follow-gaps' and state = 'created'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('groups by cause: Mill Lane is shut on Good Friday, three people, one call', async () => {
    expect(await followGaps()).toBe(4)
    const found = await board()
    expect(found).toMatchObject({ outOfDate: 0, total: 3, counts: { 'next-days': 3, 'could-leave-today': 1 } })
    expect(found.groups).toEqual([
      {
        cause: 'holiday-not-confirmed',
        place: { id: scene.services.millLane, name: 'Mill Lane Pharmacy', phone: '+44 20 7946 0000' },
        day: '2026-04-03',
        holiday: 'Good Friday',
        reason: null,
        persons: 3,
        step: 'ring-place',
      },
    ])
    expect(namesOf(found)).toEqual(['Adler', 'Berg', 'Coy'])
    expect(found.persons[0]).toMatchObject({ from: '2026-04-03', days: 6, isFresh: true, plan: null })
    // Counted once, under the first day; the other causes stand with the person.
    expect(found.persons[0]?.causes.map(({ cause, day }) => `${cause} ${day}`)).toEqual([
      'holiday-not-confirmed 2026-04-03',
      'weekly-hours 2026-04-04',
      'holiday-not-confirmed 2026-04-06',
      'no-appointment 2026-04-07',
    ])
    expect(found.persons[0]?.dosingPlace).toBe('Mill Lane Pharmacy')
  })

  it('says why a place is closed, as the closure was recorded', async () => {
    const closureId = newId()
    await scene.owner.query(
      `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, '2026-04-03', '2026-04-03', 'staff training')`,
      [closureId, scene.services.millLane],
    )
    await followGaps()
    const found = await board()
    expect(found.groups).toMatchObject([{ cause: 'closure', day: '2026-04-03', reason: 'staff training', persons: 3 }])
    const page = await nurse().medication.byEpisode({ episodeId: easter[0]?.episodeId as string })
    expect(page.strip.find(({ day }) => day === '2026-04-03')).toMatchObject({
      state: 'closed',
      reason: 'staff training',
    })
    await scene.owner.query(
      `insert into service_closure_removal (closure_id, service_id, removed_at, removed_by) values ($1, $2, app.now(), $3)`,
      [closureId, scene.services.millLane, scene.people.millLaneWorker.accountId],
    )
    await followGaps()
  })

  it('stands remand apart, as if they left today', async () => {
    const found = await board({ part: 'could-leave-today' })
    expect(namesOf(found)).toEqual(['Dorn'])
    expect(found.persons[0]).toMatchObject({ episodeId: remand.episodeId, from: '2026-03-27' })
  })

  it('opens with each count exactly its people', async () => {
    for (const part of ['next-days', 'could-leave-today'] as const) {
      const whole = await board({ part })
      expect(whole.groups.reduce((sum, group) => sum + group.persons, 0)).toBe(whole.counts[part])
      for (const { cause, place, day, persons } of whole.groups) {
        const opened = await board({ part, cause, serviceId: place?.id ?? null, day })
        expect(opened.total).toBe(persons)
        expect(opened.persons.every((person) => person.cause === cause && person.causeDay === day)).toBe(true)
      }
    }
    expect((await board({ cause: 'no-appointment' })).persons).toEqual([])
  })

  it('follows a write in the transaction that makes it', async () => {
    const [one] = easter as [StoryCase]
    await nurse().release.changeDate({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: 0,
      releaseDate: '2026-06-04',
      certainty: 'confirmed',
      reason: null,
    })
    const found = await board()
    expect(namesOf(found)).toEqual(['Berg', 'Coy'])
    expect(found.outOfDate).toBe(0)
  })

  it('says so when a place changed its hours, and is right again after the worker', async () => {
    const { millLane } = scene.services
    await scene.owner.query(
      `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, '2026-04-02', '2026-04-07', 'works')`,
      [newId(), millLane],
    )
    const before = await board()
    expect(before.outOfDate).toBe(4)
    expect(before.persons.map((person) => person.isFresh)).toEqual([false, false])
    await followGaps()
    const after = await board()
    expect(after).toMatchObject({
      outOfDate: 0,
      groups: [{ cause: 'closure', day: '2026-04-03', step: 'arrange-supply' }],
    })
  })

  it('is never fresh on the next day, and says from when it is', async () => {
    await scene.setClock(new Date('2026-03-27T00:00:01Z'))
    const { outOfDate, persons } = await board()
    expect(outOfDate).toBe(4)
    expect(persons[0]).toMatchObject({ isFresh: false, workedOutAt: expect.stringMatching(/^2026-03-26T09:0/) })
    await followGaps()
    expect(await board()).toMatchObject({ outOfDate: 0 })
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    await scene.owner.query('update cover_gap set stale_at = app.now()')
    await followGaps()
  })

  it('what a deed could not work out stays out of date: a service that may not read the treatment', async () => {
    const [, two] = easter as [StoryCase, StoryCase]
    await scene.aHandoff(two, { area: 'housing', to: 'haven', status: 'accepted' })
    await scene.owner.query('begin')
    await scene.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
      values ($1, $2, 'release', 'did-not-arrive', app.now(), $3, app.now(), $4)`,
      [newId(), two.episodeId, scene.services.haven, scene.people.havenWorker.accountId],
    )
    await scene.owner.query('commit')
    expect((await board()).outOfDate).toBe(1)
    await followGaps()
  })

  it('shows a community service whom it was handed, and nobody else', async () => {
    const [, two] = easter as [StoryCase, StoryCase]
    expect((await scene.as(scene.people.harbourWorker).gap.board({})).persons).toEqual([])
    await scene.aHandoff(two, { area: 'omt', to: 'harbour', status: 'accepted' })
    const theirs = await scene.as(scene.people.harbourWorker).gap.board({})
    expect(namesOf(theirs)).toEqual(['Berg'])
    expect((await scene.as(scene.people.riversideWorker).gap.board({})).persons).toEqual([])
    expect((await scene.as(scene.people.eastfieldNurse).gap.board({})).persons).toEqual([])
  })

  it.each(['havenWorker', 'northgateManager', 'administrator'] as const)('is not for %s', async (who) => {
    expect(await refusalOf(scene.as(scene.people[who]).gap.board({}))).toMatchObject({ code: 'not-allowed' })
  })

  it('keeps who left with the prison until somebody took the treatment over, and never shows who died', async () => {
    const out = await treated('Falk', { releasedAt: new Date('2026-03-20T09:00:00Z'), releaseDate: '2026-03-20' })
    await followGaps()
    expect(namesOf(await board())).toContain('Falk')
    await scene.aHandoff(out, { area: 'omt', to: 'harbour', status: 'accepted' })
    expect(namesOf(await board())).not.toContain('Falk')
    expect(namesOf(await scene.as(scene.people.harbourWorker).gap.board({}))).toContain('Falk')
    await scene.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
       values ($1, $2, 'release', 'died', app.now(), $3, app.now(), $4)`,
      [newId(), out.episodeId, scene.services.harbour, scene.people.harbourWorker.accountId],
    )
    expect(namesOf(await scene.as(scene.people.harbourWorker).gap.board({}))).not.toContain('Falk')
  })

  it('says which days rest on an appointment alone: of those with a gap, and of those without one', async () => {
    const book = (of: StoryCase, at: string) =>
      scene.owner.query(
        `insert into appointment (id, episode_id, area, service_id, at, status, recorded_at, recorded_by)
         values ($1, $2, 'omt', $3, $4, 'booked', app.now(), $5)`,
        [newId(), of.episodeId, scene.services.millLane, at, scene.people.northgateNurse.accountId],
      )
    const over = await treated('Gram')
    await book(over, '2026-04-08T09:00:00Z')
    const calm = await treated('Holt', { releaseDate: '2026-04-07' })
    await book(calm, '2026-04-08T09:00:00Z')
    await scene.owner.query(
      `insert into planned_supply (id, episode_id, version, from_day, to_day, recorded_at, recorded_by)
       values ($1, $2, 1, '2026-04-07', '2026-04-07', app.now(), $3)`,
      [newId(), calm.episodeId, scene.people.northgateNurse.accountId],
    )
    await followGaps()
    const { persons, resting, restingTotal } = await board()
    expect(persons.find(({ episodeId }) => episodeId === over.episodeId)?.rests).toEqual({
      from: '2026-04-08',
      to: '2026-04-08',
      unsaid: 'both',
    })
    expect(restingTotal).toBe(resting.length)
    expect(resting.find(({ episodeId }) => episodeId === calm.episodeId)).toMatchObject({
      familyName: 'Holt',
      rests: { from: '2026-04-08', unsaid: 'both' },
    })
    expect(persons.map(({ episodeId }) => episodeId)).not.toContain(calm.episodeId)
    await scene.owner.query(
      `insert into reachability (id, episode_id, version, state, recorded_at, recorded_by) values ($1, $2, 1, 'yes', app.now(), $3)`,
      [newId(), calm.episodeId, scene.people.northgateNurse.accountId],
    )
    await followGaps()
    expect((await board()).resting.map(({ rests }) => rests.unsaid)).toEqual(['prescription'])
  })

  it('writes down whose rows were shown', async () => {
    await board()
    const { rows } = await scene.owner.query<{ episode_ids: string[] }>(
      `select episode_ids from audit_entry where action = 'gap.board' and account_id = $1 order by at desc limit 1`,
      [scene.people.northgateNurse.accountId],
    )
    expect(rows[0]?.episode_ids.length).toBeGreaterThan(0)
  })
})
