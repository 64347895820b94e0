import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { ARRIVAL_ASKS_PER_HOUR } from '@throughcare/domain/arrival-request/arrival-answer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { sweepArrivalRequests } from './sweep-arrival-requests.ts'

let scene: Scene
let one: StoryCase
const RELEASED = new Date('2026-03-26T07:00:00Z')
const BORN = '1984-04-28' as never

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ familyName: 'Keane', givenNames: 'Aoife', releaseDate: '2026-03-26', releasedAt: RELEASED })
})
afterEach(async () => {
  await scene.setClock(STORY_STARTS)
  await scene.owner.query('delete from arrival_request')
})
afterAll(() => scene.close())

const desk = () => scene.as(scene.people.harbourWorker)
const prison = () => scene.as(scene.people.northgateNurse)
const asking = (more: object = {}) => ({
  requestId: randomUUID(),
  familyName: 'Keane',
  givenNames: 'Aoife',
  dateOfBirth: BORN,
  prisonServiceIds: [scene.services.northgate],
  areas: ['omt' as const, 'naloxone' as const],
  ...more,
})
const toUs = async (who = prison()) => {
  const { asks } = await who.arrivalRequest.list({ openedId: null })
  const [first] = asks
  if (!first) throw new Error('nobody was asked')
  return first
}
const asked = async (more: object = {}) => {
  await desk().arrivalRequest.ask(asking(more))
  return toUs()
}
const found = (ask: { id: string; version: number }, more: object = {}) => ({
  arrivalRequestId: ask.id,
  requestId: randomUUID(),
  seenVersion: ask.version,
  answer: 'found' as const,
  episodeId: one.episodeId,
  areas: ['omt' as const, 'naloxone' as const],
  ...more,
})
const nobody = (ask: { id: string; version: number }) => ({
  arrivalRequestId: ask.id,
  requestId: randomUUID(),
  seenVersion: ask.version,
  answer: 'nobody' as const,
})
const rows = async (sql: string, ...values: unknown[]) => (await scene.owner.query(sql, values)).rows

describe('somebody at the desk without papers', () => {
  it('is found: handoff, acknowledgement and arrival in one, and whoever asked is accountable', async () => {
    const item = await scene.anItem(one, { area: 'omt', code: 'omt-book-first-dose' })
    const ask = await asked()
    const { asks } = await prison().arrivalRequest.list({ openedId: ask.id })
    expect(asks[0]?.candidates).toMatchObject([
      { personId: one.personId, episodeId: one.episodeId, likeness: 'same-name-and-birth' },
    ])
    const answer = await prison().arrivalRequest.answer(found(ask))
    expect(answer.status).toBe('found')
    expect(answer.handoffIds).toHaveLength(2)

    const [mine] = (await desk().arrivalRequest.list({ openedId: null })).asks
    expect(mine).toMatchObject({ status: 'found', handoffs: [{ area: 'naloxone' }, { area: 'omt' }] })
    for (const handoffId of answer.handoffIds) {
      const handoff = await desk().handoff.byId({ handoffId })
      expect(handoff).toMatchObject({
        status: 'acknowledged',
        relation: 'accepted',
        accountableName: 'Harbour Recovery',
        acknowledgedBy: 'Sam Osei',
        kind: 'emergency',
      })
      expect(handoff.moves.map(({ move, by, service }) => [move, by, service])).toEqual([
        ['send', 'Nora Lindqvist', 'HMP Northgate'],
        ['acknowledge', 'Sam Osei', 'Harbour Recovery'],
      ])
    }
    expect(await rows('select accountable_service_id as at from checklist_item where id = $1', item)).toEqual([
      { at: scene.services.harbour },
    ])
    // Nobody has it by name yet: the clock goes on, as after any acknowledgement.
    expect(
      await rows(
        'select count(*)::int as n from handoff where episode_id = $1 and next_step_at = accept_due_at',
        one.episodeId,
      ),
    ).toEqual([{ n: 2 }])
    const hours = await desk().outcome.firstHours({ episodeId: one.episodeId })
    expect(hours.arrival).toMatchObject({ kind: 'arrived', serviceName: 'Harbour Recovery', by: 'Sam Osei' })
  })

  it('U12: the ask and the answer are both in the trail, the ask naming nobody, the answer with its case', async () => {
    const ask = await asked()
    const answer = await prison().arrivalRequest.answer(found(ask))
    await desk().handoff.byId({ handoffId: answer.handoffIds[0] ?? '' })
    const trail = await rows(
      `select action, service_id, episode_ids from audit_entry
       where action in ('arrival-request.ask', 'arrival-request.answer', 'handoff.by-id') order by at desc, id desc limit 3`,
    )
    expect(trail.toReversed()).toEqual([
      { action: 'arrival-request.ask', service_id: scene.services.harbour, episode_ids: [] },
      { action: 'arrival-request.answer', service_id: scene.services.northgate, episode_ids: [one.episodeId] },
      { action: 'handoff.by-id', service_id: scene.services.harbour, episode_ids: [one.episodeId] },
    ])
  })

  it('U14: nobody learns anything by asking: known, unknown and dead look alike, and no part begins', async () => {
    const dead = await scene.aCase({
      familyName: 'Stone',
      givenNames: 'Ed',
      releasedAt: RELEASED,
      releaseDate: '2026-03-26',
    })
    await prison().custodyEpisode.recordEvent({
      ...{ episodeId: dead.episodeId, requestId: randomUUID(), kind: 'died' },
      at: new Date('2026-03-26T08:00:00Z'),
    })
    const before = await rows('select count(*) from case_part')
    const answers: unknown[] = []
    for (const [familyName, givenNames] of [
      ['Keane', 'Aoife'],
      ['Nobody', 'Atall'],
      ['Stone', 'Ed'],
    ]) {
      const answer = await desk().arrivalRequest.ask(asking({ familyName, givenNames }))
      const [mine] = (await desk().arrivalRequest.list({ openedId: null })).asks
      await desk().arrivalRequest.list({ openedId: mine?.id ?? null })
      if (!mine) throw new Error('the ask is not listed')
      // Who was asked for, and when, is the asker's own; everything else is the answer.
      const { id, askId, familyName: _, givenNames: __, askedAt, dueAt, ...shown } = mine
      answers.push({ told: Object.keys(answer), minutes: (Date.parse(dueAt) - Date.parse(askedAt)) / 60_000, shown })
      await prison().arrivalRequest.answer(nobody(mine))
      const [told] = (await desk().arrivalRequest.list({ openedId: null })).asks
      answers.push({ status: told?.status, candidates: told?.candidates, handoffs: told?.handoffs })
    }
    expect(answers.slice(0, 2)).toEqual(answers.slice(2, 4))
    expect(answers.slice(0, 2)).toEqual(answers.slice(4, 6))
    expect(await rows('select count(*) from case_part')).toEqual(before)
  })

  it('the same press twice is one answer; two desks at once are one answer, and the second reads that', async () => {
    const ask = await asked()
    const press = found(ask)
    const [first, second] = await Promise.all([
      prison().arrivalRequest.answer(press),
      prison().arrivalRequest.answer(press),
    ])
    expect(second).toEqual(first)
    await expect(scene.as(scene.people.northgateSecondNurse).arrivalRequest.answer(nobody(ask))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { status: 'found' } } },
    })
    expect(await rows(`select count(*)::int as n from outcome where episode_id = $1`, one.episodeId)).toEqual([
      { n: 1 },
    ])
  })

  it('of several prisons asked, the one that knows them settles the others; none reads another’s', async () => {
    const ask = await asked({ prisonServiceIds: [scene.services.northgate, scene.services.eastfield] })
    const eastfield = scene.as(scene.people.eastfieldNurse)
    const theirs = await toUs(eastfield)
    expect(theirs.id).not.toBe(ask.id)
    await expect(eastfield.arrivalRequest.answer(nobody(ask))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await prison().arrivalRequest.answer(found(ask))
    expect((await toUs(eastfield)).status).toBe('settled')
    await expect(eastfield.arrivalRequest.answer(nobody(theirs))).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('a case of another prison is no answer, nor an area that was not asked for', async () => {
    const ask = await asked()
    const other = await scene.aCase({ prison: 'eastfield', familyName: 'Keane', givenNames: 'Aoife' })
    await expect(prison().arrivalRequest.answer(found(ask, { episodeId: other.episodeId }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(prison().arrivalRequest.answer(found(ask, { areas: ['health'] }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'areas', fault: 'arrival-request.areas.not-asked' }] },
    })
    expect((await toUs()).status).toBe('asked')
  })

  it('an area that another service has is told to the prison, and nothing is written', async () => {
    await scene.aHandoff(one, { area: 'omt', to: 'riverside', status: 'accepted' })
    const ask = await asked()
    await expect(prison().arrivalRequest.answer(found(ask))).rejects.toMatchObject({
      cause: { details: { refusal: 'arrival-request.area-taken', area: 'omt', serviceName: 'Riverside Recovery' } },
    })
    await prison().arrivalRequest.answer(found(ask, { areas: ['naloxone'] }))
  })

  it('what was sent to whoever asks, and lies there unseen, is acknowledged', async () => {
    const waiting = await scene.aHandoff(one, { area: 'omt' })
    const answer = await prison().arrivalRequest.answer(found(await asked()))
    expect(answer.handoffIds).toContain(waiting)
    expect(await desk().handoff.byId({ handoffId: waiting })).toMatchObject({ status: 'acknowledged' })
    await expect(prison().arrivalRequest.answer(found(await asked()))).rejects.toMatchObject({
      cause: { details: { refusal: 'arrival-request.theirs-already' } },
    })
  })

  it('unanswered for 30 minutes the managers of both are told, once', async () => {
    await asked()
    expect(await sweepArrivalRequests()).toBe(0)
    await scene.setClock(new Date('2026-03-26T09:31:00Z'))
    expect((await toUs()).isLate).toBe(true)
    expect(await sweepArrivalRequests()).toBe(1)
    expect(await sweepArrivalRequests()).toBe(0)
    expect(
      await rows(
        `select service_id from notice where kind = 'arrival-late' and audience = 'managers' order by service_id`,
      ),
    ).toEqual([scene.services.northgate, scene.services.harbour].toSorted().map((service_id) => ({ service_id })))
  })

  it('whoever guesses is stopped', async () => {
    const guesser = scene.as(scene.people.harbourSecondWorker)
    for (let guess = 0; guess < ARRIVAL_ASKS_PER_HOUR; guess += 1)
      await guesser.arrivalRequest.ask(asking({ familyName: `Guess${guess}` }))
    await expect(guesser.arrivalRequest.ask(asking())).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it.each([
    ['a place that is no prison', () => ({ prisonServiceIds: [scene.services.haven] }), 'prisonServiceIds.0'],
    ['an area that the service does not take', () => ({ areas: ['housing'] }), 'areas'],
    ['the partner area, which would tell whether there is one', () => ({ areas: ['partner'] }), 'areas'],
    ['a birthday ahead', () => ({ dateOfBirth: '2026-03-27' }), 'dateOfBirth'],
  ])('is not asked for with %s', async (_name, more, path) => {
    await expect(desk().arrivalRequest.ask(asking(more()))).rejects.toMatchObject({
      cause: { fields: [{ path }] },
    })
  })
})
