import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { EventKind } from '@throughcare/domain/custody-episode/custody-event-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const NOW = new Date('2026-03-26T08:30:00Z')
const RELEASED = new Date('2026-03-26T07:00:00Z')
const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)
const press = (one: StoryCase, kind: EventKind = 'died', at = NOW) => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  kind,
  at,
})
const answer = (one: StoryCase, eventId: string) => ({ episodeId: one.episodeId, eventId, requestId: randomUUID() })
const refusedWith = (refusal: string) => ({ cause: { details: { refusal: `custody-episode.${refusal}` } } })

/** Released this morning, dosed at Harbour, with one area there and one at Haven. */
async function outWithWork(): Promise<StoryCase> {
  const one = await scene.aCase({
    releaseDate: '2026-03-26',
    releasedAt: RELEASED,
    items: [{ area: 'omt', code: 'x' }],
  })
  await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted', worker: 'harbourWorker' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven' })
  return one
}

/** Where the case stands on lists of work, and where it is said that it stopped. */
async function seen({ episodeId }: StoryCase) {
  const has = (rows: readonly { episodeId: string }[]) => rows.some((row) => row.episodeId === episodeId)
  const inbox = await worker().handoff.inbox({ tab: 'acknowledged', page: 1 })
  const haven = await scene.as(scene.people.havenWorker).handoff.inbox({ tab: 'new', page: 1 })
  const sent = await nurse().handoff.sent({ tab: 'waiting', page: 1 })
  const board = await nurse().release.board({ window: 'out-last-48-hours' })
  const doses = await worker().doseList.today()
  return {
    work: [
      has(inbox.rows),
      has(haven.rows),
      has(sent.rows),
      has(board.persons),
      JSON.stringify(doses).includes(episodeId),
    ],
    stopped: [has(inbox.stopped), has(haven.stopped), has(sent.stopped)],
  }
}

describe('F02: somebody died after release', () => {
  it('leaves every list of work at once, and each service with something open reads one stop notice', async () => {
    const one = await outWithWork()
    expect(await seen(one)).toEqual({ work: [true, true, true, true, true], stopped: [false, false, false] })
    await worker().custodyEpisode.recordEvent(press(one))
    expect(await seen(one)).toEqual({ work: [false, false, false, false, false], stopped: [true, true, true] })
    const { rows } = await scene.owner.query(
      `select g.is_over, (select count(*)::int from dose_alert a where a.episode_id = g.episode_id and a.ended_at is null) as alerts,
         (select jsonb_agg(h.status order by h.area) from handoff h where h.episode_id = g.episode_id) as handoffs,
         (select e.ended_because from custody_episode e where e.id = g.episode_id) as ended
       from cover_gap g where g.episode_id = $1`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ is_over: true, alerts: 0, handoffs: ['sent', 'accepted'], ended: 'released' }])
    const view = await nurse().carePlan.byEpisode({ episodeId: one.episodeId })
    expect(view).toMatchObject({ plan: null, mustNotMiss: [], stoppedBy: { kind: 'died', answers: [] } })
    expect(view.may).toMatchObject({ send: false, recordFact: false, changeDate: false })
  })

  it('nothing is sent any more: no handoff, no appointment, no move of a date', async () => {
    const one = await outWithWork()
    await nurse().custodyEpisode.recordEvent(press(one))
    const { episodeId } = one
    const booked = {
      episodeId,
      requestId: randomUUID(),
      area: 'omt',
      serviceId: scene.services.harbour,
      place: null,
    } as const
    await expect(worker().appointment.book({ ...booked, at: new Date('2026-03-27T10:00:00Z') })).rejects.toMatchObject(
      refusedWith('stopped'),
    )
    const sent = { episodeId, requestId: randomUUID(), seenVersion: 0 }
    await expect(
      nurse().handoff.send({ ...sent, handoffs: [{ area: 'support', receivingServiceId: scene.services.harbour }] }),
    ).rejects.toMatchObject(refusedWith('stopped'))
    await expect(nurse().release.recall({ ...sent, backOn: '2026-03-26' as never })).rejects.toMatchObject(
      refusedWith('stopped'),
    )
  })

  it('is confirmed by a second person, once, and never by the first', async () => {
    const one = await outWithWork()
    const { eventId } = await worker().custodyEpisode.recordEvent(press(one))
    const confirm = (who = nurse()) => who.custodyEpisode.answerEvent({ ...answer(one, eventId), answer: 'confirmed' })
    await expect(confirm(worker())).rejects.toMatchObject(refusedWith('same-person'))
    await confirm()
    await expect(confirm()).rejects.toMatchObject(refusedWith('already-confirmed'))
    const { stopped } = await worker().handoff.inbox({ tab: 'new', page: 1 })
    expect(stopped.find(({ episodeId }) => episodeId === one.episodeId)).toMatchObject({ isConfirmed: true })
  })

  it('is taken back: everything stands as before, the outcome counts nowhere, and both entries stay', async () => {
    const one = await outWithWork()
    const before = await seen(one)
    const { eventId } = await worker().custodyEpisode.recordEvent(press(one))
    await nurse().custodyEpisode.answerEvent({
      ...answer(one, eventId),
      answer: 'taken-back',
      reason: 'wrong-person',
      words: null,
    })
    expect(await seen(one)).toEqual(before)
    const view = await nurse().carePlan.byEpisode({ episodeId: one.episodeId })
    expect(view).toMatchObject({ plan: { id: one.planId }, stoppedBy: null })
    expect(view.events).toMatchObject([
      { kind: 'died', answers: [{ answer: 'taken-back', reason: 'wrong-person', serviceName: 'HMP Northgate' }] },
    ])
    const hours = await worker().outcome.firstHours({ episodeId: one.episodeId })
    expect(hours.outcomes).toEqual([])
    const { rows } = await scene.owner.query(
      `select g.is_over, (select count(*)::int from outcome o where o.episode_id = g.episode_id) as kept,
         (select count(*)::int from dose_alert a where a.episode_id = g.episode_id and a.ended_at is null) as alerts
       from cover_gap g where g.episode_id = $1`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ is_over: false, kept: 1, alerts: 1 }])
    const again = await nurse().custodyEpisode.recordEvent(press(one))
    expect(again.eventId).not.toBe(eventId)
  })

  it('a service that only has work there does not take back what another recorded', async () => {
    const one = await outWithWork()
    const { eventId } = await nurse().custodyEpisode.recordEvent(press(one))
    await expect(
      worker().custodyEpisode.answerEvent({
        ...answer(one, eventId),
        answer: 'taken-back',
        reason: 'not-so',
        words: null,
      }),
    ).rejects.toMatchObject(refusedWith('not-yours-to-take-back'))
  })

  it('ends the alerts about doses, also when a service tells it that never sees a dose', async () => {
    const one = await scene.aCase({ releaseDate: '2026-03-24', releasedAt: new Date('2026-03-24T07:00:00Z') })
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
    await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-24T06:30:00Z'), at: 'northgate' })
    // A word about the case makes the alert: nobody has given a dose since.
    await worker().outcome.record({ episodeId: one.episodeId, requestId: randomUUID(), kind: 'arrived', at: NOW })
    const open = async () =>
      (await scene.owner.query('select ended_because from dose_alert where episode_id = $1', [one.episodeId])).rows
    expect(await open()).toEqual([{ ended_because: null }])
    await scene.as(scene.people.havenWorker).custodyEpisode.recordEvent(press(one))
    expect(await open()).toEqual([{ ended_because: 'died' }])
  })

  it('the same press twice is one death, and a second press by somebody else is refused', async () => {
    const one = await outWithWork()
    const same = press(one)
    const [first, second] = await Promise.all([
      worker().custodyEpisode.recordEvent(same),
      worker().custodyEpisode.recordEvent(same),
    ])
    expect(first).toEqual(second)
    await expect(nurse().custodyEpisode.recordEvent(press(one))).rejects.toMatchObject(refusedWith('already-recorded'))
  })
})

describe('somebody who is inside', () => {
  it('died: custody ends on that day, and taking it back opens it again where it was', async () => {
    const one = await scene.aCase()
    const { eventId } = await nurse().custodyEpisode.recordEvent(press(one))
    const episode = async () =>
      (
        await scene.owner.query(
          `select ended_on::text, ended_because, version, (select p.relation from case_part p
             where p.episode_id = e.id and p.service_id = $2) as part from custody_episode e where id = $1`,
          [one.episodeId, scene.services.northgate],
        )
      ).rows[0]
    expect(await episode()).toEqual({ ended_on: '2026-03-26', ended_because: 'died', version: 1, part: 'closing' })
    await nurse().custodyEpisode.answerEvent({
      ...answer(one, eventId),
      answer: 'taken-back',
      reason: 'not-so',
      words: null,
    })
    expect(await episode()).toEqual({ ended_on: null, ended_because: null, version: 2, part: 'own' })
  })

  it('died, as another service tells: work stops, and the prison’s confirmation ends custody', async () => {
    const one = await scene.aCase()
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
    const { eventId } = await worker().custodyEpisode.recordEvent(press(one))
    const ended = async () =>
      (await scene.owner.query('select ended_because from custody_episode where id = $1', [one.episodeId])).rows
    expect(await ended()).toEqual([{ ended_because: null }])
    await expect(
      nurse().release.record({
        ...{ episodeId: one.episodeId, requestId: randomUUID(), seenVersion: 0, kind: 'unplanned' },
        ...{ releasedAt: NOW, learnedAt: NOW },
      }),
    ).rejects.toMatchObject(refusedWith('stopped'))
    await nurse().custodyEpisode.answerEvent({ ...answer(one, eventId), answer: 'confirmed' })
    expect(await ended()).toEqual([{ ended_because: 'died' }])
  })

  it('lies in hospital: nothing ends, everybody with a part reads it, and it is over when it is over', async () => {
    const one = await scene.aCase()
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
    const { eventId } = await nurse().custodyEpisode.recordEvent(press(one, 'hospital'))
    const reads = async () => (await worker().carePlan.byEpisode({ episodeId: one.episodeId })).inHospital?.kind ?? null
    expect(await reads()).toBe('hospital')
    await expect(
      worker().custodyEpisode.answerEvent({ ...answer(one, eventId), answer: 'over' }),
    ).rejects.toMatchObject(refusedWith('not-this-answer'))
    await nurse().custodyEpisode.answerEvent({ ...answer(one, eventId), answer: 'over' })
    expect(await reads()).toBeNull()
    await expect(worker().custodyEpisode.recordEvent(press(one, 'hospital'))).rejects.toMatchObject(
      refusedWith('not-inside'),
    )
  })

  it.each([
    ['2026-03-26T09:30:00Z', 'in-the-future'],
    ['2025-11-02T12:00:00Z', 'before-admission'],
  ])('not at %s', async (at, refusal) => {
    const one = await scene.aCase()
    await expect(nurse().custodyEpisode.recordEvent(press(one, 'died', new Date(at)))).rejects.toMatchObject(
      refusedWith(refusal),
    )
  })
})

describe('who may say it', () => {
  it.each(['eastfieldNurse', 'riversideWorker', 'northgateManager', 'administrator'] as const)(
    'not %s',
    async (who) => {
      const one = await outWithWork()
      await expect(scene.as(scene.people[who]).custodyEpisode.recordEvent(press(one))).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      })
    },
  )

  it('nobody who is only asked, and no event of another case', async () => {
    const one = await outWithWork()
    await expect(scene.as(scene.people.havenWorker).custodyEpisode.recordEvent(press(one))).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
    const other = await outWithWork()
    const { eventId } = await nurse().custodyEpisode.recordEvent(press(other))
    await expect(
      nurse().custodyEpisode.answerEvent({ ...answer(one, eventId), answer: 'confirmed' }),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})
