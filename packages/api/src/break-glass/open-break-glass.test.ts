import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { OpenBreakGlassInput } from '@throughcare/domain/break-glass/break-glass-inputs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { closeLive, followLive } from '../live/follow-live.ts'
import { sweepBreakGlass } from './sweep-break-glass.ts'

let scene: Scene
let one: StoryCase
let turn = 0
beforeAll(async () => {
  scene = await openScene()
  for (const who of ['northgateManager', 'regionManager'] as const)
    await scene.owner.query(`update membership set grants = '{privacy-officer}' where id = $1`, [
      scene.people[who].membershipId,
    ])
})
afterAll(async () => {
  await closeLive()
  await scene.close()
})
beforeEach(async () => {
  turn += 1
  await scene.setClock(new Date('2026-03-26T09:00:00Z'))
  // A press of one test counts against no other.
  await scene.owner.query(`update break_glass set at = at - interval '1 day', until = until - interval '1 day'`)
  one = await scene.aCase({ familyName: `Larkin${turn}`, givenNames: 'Jo Marie', dateOfBirth: '1979-01-31' })
})

const as = (who: keyof Scene['people']) => scene.as(scene.people[who])
const officer = (who: 'northgateManager' | 'regionManager' = 'regionManager'): Actor => ({
  ...scene.people[who],
  grants: ['privacy-officer'],
})
const said = (more: Partial<OpenBreakGlassInput> = {}): OpenBreakGlassInput => ({
  requestId: randomUUID(),
  familyName: `Larkin${turn}`,
  givenNames: 'Jo',
  dateOfBirth: '1979-01-31' as never,
  reason: 'life-at-risk',
  basis: 'vital-interests',
  because: 'lies in our doorway and breathes slowly',
  ...more,
})
const press = (more: Partial<OpenBreakGlassInput> = {}) => as('riversideWorker').breakGlass.open(said(more))
const read = (who: keyof Scene['people'] = 'riversideWorker') =>
  as(who).carePlan.byEpisode({ episodeId: one.episodeId })
const notFound = { message: 'not-found' }

describe('A18: a look in an emergency', () => {
  it.each([
    ['reason', { reason: '' as never }],
    ['basis', { basis: '' as never }],
    ['because', { because: '' }],
    ['because', { because: 'help' }],
    ['familyName', { familyName: '' }],
    ['dateOfBirth', { dateOfBirth: '' as never }],
  ])('without its %s opens nothing and is written nowhere', async (_field, more) => {
    await expect(press(more)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(read()).rejects.toMatchObject(notFound)
    const { rows } = await scene.owner.query(`select 1 from break_glass where at = app.now() or because = 'help'`)
    expect(rows).toEqual([])
  })

  it('opens the case for 60 minutes, to read, to whoever pressed and to none of their colleagues', async () => {
    const second = { ...scene.people.harbourSecondWorker }
    const opened = await as('harbourWorker').breakGlass.open(said())
    expect(opened).toEqual({
      opened: { episodeId: one.episodeId, until: expect.stringMatching(/^2026-03-26T10:00:0/) },
      reviewDueAt: '2026-03-27T17:00:00.000Z',
    })
    const seen = await read('harbourWorker')
    expect(seen.part).toMatchObject({ relation: 'break-glass', writes: [] })
    expect(
      Object.entries(seen.may)
        .filter(([, may]) => may === true)
        .map(([what]) => what),
    ).toEqual(['readMedication'])
    await expect(scene.as(second).carePlan.byEpisode({ episodeId: one.episodeId })).rejects.toMatchObject(notFound)
    await expect(
      as('harbourWorker').contact.record({
        episodeId: one.episodeId,
        requestId: randomUUID(),
        channel: 'phone',
        outcome: 'reached',
      } as never),
    ).rejects.toThrow()
    await scene.setClock(new Date('2026-03-26T09:59:00Z'))
    expect((await read('harbourWorker')).episode.id).toBe(one.episodeId)
    await scene.setClock(new Date('2026-03-26T10:00:30Z'))
    await expect(read('harbourWorker')).rejects.toMatchObject(notFound)
    expect((await as('harbourWorker').person.search({ text: `larkin${turn}`, limit: 10 })).persons).toEqual([])
  })

  it('ends for each by themselves, on a stream that stays open as well; an hour later the envelope is the service’s again', async () => {
    await scene.aHandoff(one, { to: 'harbour', status: 'rejected' })
    await as('harbourWorker').breakGlass.open(said())
    await scene.setClock(new Date('2026-03-26T09:40:00Z'))
    await as('harbourSecondWorker').breakGlass.open(said())
    const control = new AbortController()
    const { rows } = await scene.owner.query<{ id: string }>('select coalesce(max(id), 0) as id from live_event')
    const events = followLive(scene.people.harbourWorker, { lastEventId: String(rows[0]?.id) }, control.signal)
    await scene.setClock(new Date('2026-03-26T10:05:00Z'))
    await expect(read('harbourWorker')).rejects.toMatchObject(notFound)
    expect((await read('harbourSecondWorker')).episode.id).toBe(one.episodeId)
    await sweepBreakGlass()
    await scene.owner.query(`update custody_episode set version = version + 1 where id = $1`, [one.episodeId])
    await scene.owner.query(`insert into live_event (topic, service_ids) values ('arrival', array[$1::uuid])`, [
      scene.services.harbour,
    ])
    const about: unknown[] = []
    for await (const event of events) {
      if (event.topic === 'arrival') break
      if (event.episodeId === one.episodeId && event.topic === 'release') about.push(event)
    }
    expect(about).toEqual([])
    control.abort()
    await scene.setClock(new Date('2026-03-26T10:45:00Z'))
    await sweepBreakGlass()
    const { rows: parts } = await scene.owner.query(
      `select relation, circle from case_part where episode_id = $1 and service_id = $2`,
      [one.episodeId, scene.services.harbour],
    )
    expect(parts).toEqual([{ relation: 'ended', circle: null }])
  })

  it('says the same, and writes the same, of nobody, of several and of a restricted record; the circle is told and rings back', async () => {
    await as('northgateNurse').restriction.set({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      reason: 'threatened',
      reviewOn: '2026-06-01' as never,
      circle: [],
    })
    for (const givenNames of ['Twin', 'Twin'])
      await scene.aCase({ familyName: `Larkin${turn}`, givenNames, dateOfBirth: '1979-01-31' })
    const answers = [await press(), await press({ givenNames: 'Nobody' }), await press({ givenNames: 'Twin' })]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.opened).toBeNull()
    const { rows } = await scene.owner.query<{ episode_id: string | null; person_id: string | null }>(
      `select episode_id, person_id from break_glass where account_id = $1 and at >= app.now() - interval '1 minute'`,
      [scene.people.riversideWorker.accountId],
    )
    expect(rows).toEqual([1, 2, 3].map(() => ({ episode_id: null, person_id: null })))
    const { rows: told } = await scene.owner.query(
      `select account_id, episode_id from notice where kind = 'break-glass-asked' order by caused_at desc limit 5`,
    )
    expect(told).toEqual([{ account_id: scene.people.northgateNurse.accountId, episode_id: one.episodeId }])
  })

  it('ends when the record is restricted, is refused to roles and kinds that treat nobody, and to whoever presses too often', async () => {
    await press()
    expect((await read()).episode.id).toBe(one.episodeId)
    await as('northgateNurse').restriction.set({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      reason: 'threatened',
      reviewOn: '2026-06-01' as never,
      circle: [],
    })
    await expect(read()).rejects.toMatchObject(notFound)
    for (const who of ['havenWorker', 'harbourManager', 'administrator'] as const)
      await expect(as(who).breakGlass.open(said())).rejects.toMatchObject({ message: 'not-allowed' })
    for (let more = 0; more < 4; more += 1) await press({ givenNames: 'Nobody' })
    await expect(press({ givenNames: 'Nobody' })).rejects.toMatchObject({ message: 'too-many-attempts' })
  })
})

describe('A18: is told, reviewed by somebody else, and passed on when nobody does', () => {
  const waiting = (actor: Actor) => scene.as(actor).breakGlass.reviews({ which: 'waiting' })
  const mine = async (actor: Actor) =>
    (await waiting(actor)).looks.filter(({ because }) => because.includes(`no. ${turn}`))
  const look = () => press({ because: `lies in our doorway, no. ${turn}` })

  it('to the privacy officers of the service and of its area, and to nobody else; of whom is not told', async () => {
    await look()
    const { rows } = await scene.owner.query<{ account_id: string; episode_id: string | null }>(
      `select n.account_id, n.episode_id from notice n join break_glass b on b.id::text = n.dedupe_key
       where n.kind = 'break-glass-opened' and b.because like $1`,
      [`%no. ${turn}`],
    )
    expect(rows).toEqual([{ account_id: scene.people.regionManager.accountId, episode_id: null }])
    const [shown] = await mine(officer())
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${one.personId}|${one.episodeId}|Larkin${turn}`))
    expect(shown).toMatchObject({ by: 'Tom Vance', serviceName: 'Riverside Recovery', isLate: false, isOwn: false })
    expect(await mine(officer('northgateManager'))).toEqual([])
    expect(await mine(scene.people.harbourManager)).toEqual([])
  })

  it('reviewed once for good, after a follow-up once more, and never by whoever looked', async () => {
    await look()
    const [shown] = await mine(officer())
    const review = (actor: Actor, outcome: 'justified' | 'needs-follow-up') =>
      scene
        .as(actor)
        .breakGlass.review({ breakGlassId: shown?.breakGlassId ?? '', requestId: randomUUID(), outcome, note: 'asked' })
    await expect(review(officer('northgateManager'), 'justified')).rejects.toMatchObject(notFound)
    // The one who looked wears another hat, with the grant, in the authority of the area.
    const hat = newId()
    await scene.owner.query(
      `insert into membership (id, account_id, service_id, role, grants) values ($1, $2, $3, 'manager', '{privacy-officer}')`,
      [hat, scene.people.riversideWorker.accountId, scene.services.region],
    )
    await scene.owner.query(`update session set membership_id = $1 where account_id = $2`, [
      hat,
      scene.people.riversideWorker.accountId,
    ])
    const self: Actor = {
      ...officer(),
      ...{
        accountId: scene.people.riversideWorker.accountId,
        membershipId: hat,
        sidHash: scene.people.riversideWorker.sidHash,
      },
    }
    await expect(review(self, 'justified')).rejects.toMatchObject({
      cause: { details: { refusal: 'break-glass.own-look' } },
    })
    await scene.owner.query(`update session set membership_id = $1 where account_id = $2`, [
      scene.people.riversideWorker.membershipId,
      scene.people.riversideWorker.accountId,
    ])
    await review(officer(), 'needs-follow-up')
    expect(await mine(officer())).toHaveLength(1)
    await review(officer(), 'justified')
    expect(await mine(officer())).toEqual([])
    await expect(review(officer(), 'justified')).rejects.toMatchObject({ message: 'changed-meanwhile' })
  })

  it('not reviewed by the end of the next working day: the area’s managers are told once, and may review it without the grant', async () => {
    await scene.owner.query(`update membership set grants = '{}' where id = $1`, [
      scene.people.regionManager.membershipId,
    ])
    await look()
    expect(await mine(scene.people.regionManager)).toEqual([])
    await scene.setClock(new Date('2026-03-27T16:59:00Z'))
    await sweepBreakGlass()
    expect(await mine(scene.people.regionManager)).toEqual([])
    await scene.setClock(new Date('2026-03-27T17:00:01Z'))
    await sweepBreakGlass()
    await sweepBreakGlass()
    const { rows } = await scene.owner.query(
      `select n.service_id, n.audience from notice n join break_glass b on b.id::text = n.dedupe_key
       where n.kind = 'break-glass-unreviewed' and b.because like $1`,
      [`%no. ${turn}`],
    )
    expect(rows).toEqual([{ service_id: scene.services.region, audience: 'managers' }])
    expect(await mine(scene.people.regionManager)).toMatchObject([{ isLate: true, isEscalated: true }])
  })
})
