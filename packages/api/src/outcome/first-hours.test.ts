import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => scene.setClock(STORY_STARTS))
afterAll(() => scene.close())

const RELEASED = new Date('2026-03-26T08:00:00Z')
const now = () => new Date('2026-03-26T08:59:00Z')
const harbour = () => scene.as(scene.people.harbourWorker)
const nurse = () => scene.as(scene.people.northgateNurse)
const out = (items: { area: string; code: string }[] = []) =>
  scene.aCase({ releaseDate: '2026-03-26', releasedAt: RELEASED, items })
const stepsOf = async (of: StoryCase, who = harbour()) =>
  Object.fromEntries(
    (await who.outcome.firstHours({ episodeId: of.episodeId })).steps.map(({ step, state }) => [step, state]),
  )
const statusOf = async (episodeId: string, code: string) => {
  const { rows } = await scene.owner.query<{ status: string }>(
    'select status from checklist_item where episode_id = $1 and code = $2',
    [episodeId, code],
  )
  return rows[0]?.status
}
const called = (episodeId: string, outcome: 'reached' | 'no-answer', note: string | null = null) => ({
  episodeId,
  requestId: randomUUID(),
  channel: 'phone' as const,
  outcome,
  at: now(),
  note,
})

describe('the first 48 hours', () => {
  it('go through the five steps, each press finishing what it fulfils, seen by both sides', async () => {
    const one = await out([
      { area: 'support', code: 'support-first-contact' },
      { area: 'housing', code: 'housing-first-night-known' },
      { area: 'omt', code: 'omt-book-first-dose' },
    ])
    const treatmentId = await scene.aTreatment(one)
    await scene.owner.query(`update service set receives = array_append(receives, 'housing') where id = $1`, [
      scene.services.harbour,
    ])
    for (const area of ['omt', 'support', 'housing']) await scene.aHandoff(one, { area })
    const { episodeId } = one
    expect(await stepsOf(one)).toEqual({
      acknowledge: 'waiting',
      reach: 'to-do',
      'first-dose': 'to-do',
      'first-night': 'to-do',
      'next-appointment': 'to-do',
    })
    const inbox = await harbour().handoff.inbox({ tab: 'new', page: 1 })
    for (const row of inbox.rows.filter((each) => each.episodeId === episodeId))
      await harbour().handoff.accept({
        handoffId: row.id,
        seenVersion: row.version,
        requestId: randomUUID(),
        workerId: null,
      })
    await harbour().contact.record(called(episodeId, 'no-answer'))
    expect((await stepsOf(one)).reach).toBe('tried')
    expect(await statusOf(episodeId, 'support-first-contact')).toBe('open')
    await harbour().contact.record(called(episodeId, 'reached', 'comes at two'))
    await harbour().medication.recordDose({
      episodeId,
      treatmentId,
      requestId: randomUUID(),
      seenVersion: 0,
      kind: 'supervised',
      outcome: 'given',
      forDay: '2026-03-26' as never,
      toDay: '2026-03-26' as never,
      parts: 1,
      givenAt: now(),
      product: null,
      reason: null,
    })
    await harbour().housing.recordFirstNight({ episodeId, requestId: randomUUID(), firstNight: 'confirmed-bed' })
    await harbour().appointment.book({
      episodeId,
      requestId: randomUUID(),
      area: 'omt',
      serviceId: scene.services.harbour,
      at: new Date('2026-03-27T10:00:00Z'),
      place: null,
    })
    const done = {
      acknowledge: 'done',
      reach: 'done',
      'first-dose': 'done',
      'first-night': 'done',
      'next-appointment': 'done',
    }
    expect(await stepsOf(one)).toEqual(done)
    expect(await stepsOf(one, nurse())).toEqual(done)
    for (const code of ['support-first-contact', 'housing-first-night-known', 'omt-book-first-dose'])
      expect([code, await statusOf(episodeId, code)]).toEqual([code, 'done'])
    const seen = await nurse().outcome.firstHours({ episodeId })
    expect(seen.dose?.first).toMatchObject({ serviceName: 'Harbour Recovery', kind: 'supervised' })
    expect(seen.contacts.map(({ outcome, note }) => [outcome, note])).toEqual([
      ['reached', null],
      ['no-answer', null],
    ])
    expect((await harbour().outcome.firstHours({ episodeId })).contacts[0]?.note).toBe('comes at two')
  })

  it('last 48:00:00 from the gate, on both sides of the change of clocks', async () => {
    const gate = new Date('2026-03-28T12:00:00Z')
    const one = await scene.aCase({ releaseDate: '2026-03-28', releasedAt: gate })
    await scene.aHandoff(one)
    const clockAt = async (at: string) => {
      await scene.setClock(new Date(at))
      return (await harbour().outcome.firstHours({ episodeId: one.episodeId })).clock
    }
    expect(await clockAt('2026-03-30T11:59:58Z')).toMatchObject({
      kind: 'out',
      hours: 47,
      isInFirstHours: true,
      firstHoursEndAt: '2026-03-30T12:00:00.000Z',
    })
    expect(await clockAt('2026-03-30T12:00:01Z')).toMatchObject({ kind: 'out', hours: 48, isInFirstHours: false })
  })

  it('are unknown, and never 0, when nobody confirmed the release by noon; arrival proves the rest', async () => {
    const one = await scene.aCase({ releaseDate: '2026-03-26' })
    await scene.aHandoff(one, { status: 'accepted' })
    const { episodeId } = one
    const clock = async (who = harbour()) => (await who.outcome.firstHours({ episodeId })).clock
    expect(await clock()).toMatchObject({ kind: 'not-released', daysToRelease: 0 })
    await scene.setClock(new Date('2026-03-26T12:00:01Z'))
    expect(await clock()).toEqual({
      kind: 'not-confirmed-out',
      releaseDate: '2026-03-26',
      since: '2026-03-26T12:00:00.000Z',
    })
    expect((await clock(nurse())).kind).toBe('not-confirmed-out')
    const at = new Date('2026-03-26T11:30:00Z')
    await harbour().outcome.record({ episodeId, requestId: randomUUID(), kind: 'arrived', at })
    expect(await clock(nurse())).toEqual({ kind: 'out-no-later-than', at: at.toISOString(), atLeastHours: 0 })
  })
})
