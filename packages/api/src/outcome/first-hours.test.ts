import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { DID_NOT_ARRIVE_REASONS } from '@throughcare/domain/outcome/outcome-codes'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import type { AppError } from '../app-error.ts'

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
const refusalOf = async (pressed: Promise<unknown>): Promise<AppError> => {
  const error = await pressed.then(
    () => null,
    (thrown: { cause: unknown }) => thrown.cause,
  )
  if (!error) throw new Error('it was not refused')
  return error as AppError
}
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

describe('"did not arrive"', () => {
  it('keeps the handoff open and is with the prison at once', async () => {
    const one = await out()
    const handoffId = await scene.aHandoff(one, { status: 'accepted' })
    await harbour().outcome.record({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      kind: 'did-not-arrive',
      reason: 'we-were-closed',
      at: now(),
    })
    expect((await harbour().handoff.byId({ handoffId })).status).toBe('accepted')
    const sent = await nurse().handoff.sent({ tab: 'did-not-arrive', page: 1 })
    expect(sent.rows.map(({ episodeId }) => episodeId)).toEqual([one.episodeId])
    const seen = await nurse().outcome.firstHours({ episodeId: one.episodeId })
    expect(seen.arrival).toMatchObject({
      kind: 'did-not-arrive',
      reason: 'we-were-closed',
      serviceName: 'Harbour Recovery',
    })
    expect(seen.steps.find(({ step }) => step === 'reach')?.state).toBe('to-do')
    await harbour().outcome.record({ episodeId: one.episodeId, requestId: randomUUID(), kind: 'arrived', at: now() })
    expect((await nurse().handoff.sent({ tab: 'did-not-arrive', page: 1 })).counts['did-not-arrive']).toBe(0)
  })

  it('tells its reason to nobody of probation or of the prison’s social work', async () => {
    const one = await out()
    await scene.aHandoff(one, { status: 'accepted' })
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    await harbour().outcome.record({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      kind: 'did-not-arrive',
      reason: 'chose-not-to',
      at: now(),
    })
    const haven = scene.as(scene.people.havenWorker)
    const reasonSeen = async () => (await haven.outcome.firstHours({ episodeId: one.episodeId })).arrival
    expect(await reasonSeen()).toMatchObject({ kind: 'did-not-arrive', reason: 'chose-not-to' })
    for (const kind of ['probation', 'prison-social-work']) {
      await scene.owner.query('update service set kind = $2 where id = $1', [scene.services.haven, kind])
      expect(await reasonSeen()).toMatchObject({ kind: 'did-not-arrive', reason: null })
    }
    await scene.owner.query(`update service set kind = 'housing' where id = $1`, [scene.services.haven])
  })

  it('means nothing of somebody who is not expected out yet', async () => {
    const one = await scene.aCase({ releaseDate: '2026-03-27' })
    await scene.aHandoff(one, { status: 'accepted' })
    const pressed = { episodeId: one.episodeId, requestId: randomUUID(), kind: 'did-not-arrive', at: now() } as const
    expect((await refusalOf(harbour().outcome.record({ ...pressed, reason: 'ill' }))).details).toEqual({
      refusal: 'outcome.not-out-yet',
    })
  })

  it.each(DID_NOT_ARRIVE_REASONS)('takes the reason %s', async (reason) => {
    const one = await out()
    await scene.aHandoff(one, { status: 'accepted' })
    const recorded = await harbour().outcome.record({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      kind: 'did-not-arrive',
      reason,
      at: now(),
    })
    expect(recorded.outcomeId).toBeTruthy()
  })
})

describe('who sees and records what', () => {
  it('a housing service finds no step about a dose, and records the night', async () => {
    const one = await out()
    await scene.aTreatment(one)
    await scene.aHandoff(one, { area: 'omt', status: 'accepted' })
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const haven = scene.as(scene.people.havenWorker)
    const seen = await haven.outcome.firstHours({ episodeId: one.episodeId })
    expect(seen.steps.map(({ step }) => step)).toEqual(['acknowledge', 'reach', 'first-night', 'next-appointment'])
    expect(seen.dose).toBeNull()
    expect(seen.may).toMatchObject({ recordFirstNight: true, recordDose: false, bookFor: ['housing', 'belongings'] })
    expect(JSON.stringify(seen)).not.toMatch(/omt|Harbour|methadone/)
    await haven.housing.recordFirstNight({ episodeId: one.episodeId, requestId: randomUUID(), firstNight: 'street' })
    expect((await stepsOf(one, haven))['first-night']).toBe('street')
    const harbourSees = await harbour().outcome.firstHours({ episodeId: one.episodeId })
    expect(harbourSees.firstNight).toBeUndefined()
    expect(JSON.stringify(harbourSees)).not.toContain('street')
  })

  it('whoever is only asked reads and records nothing; an outsider finds nothing', async () => {
    const one = await out()
    await scene.aHandoff(one)
    const press = called(one.episodeId, 'reached')
    expect((await refusalOf(harbour().contact.record(press))).code).toBe('not-allowed')
    expect((await harbour().outcome.firstHours({ episodeId: one.episodeId })).may).toEqual({
      recordContact: false,
      recordOutcome: false,
      recordMissing: false,
      recordFirstNight: false,
      recordDose: false,
      bookFor: [],
    })
    const riverside = scene.as(scene.people.riversideWorker)
    const tries = (episodeId: string) => [
      riverside.outcome.firstHours({ episodeId }),
      riverside.contact.record({ ...press, requestId: randomUUID(), episodeId }),
      riverside.outcome.record({ episodeId, requestId: randomUUID(), kind: 'arrived', at: now() }),
      riverside.housing.recordFirstNight({ episodeId, requestId: randomUUID(), firstNight: 'unknown' }),
      riverside.appointment.book({
        episodeId,
        requestId: randomUUID(),
        area: 'omt',
        serviceId: scene.services.riverside,
        at: new Date('2026-03-27T10:00:00Z'),
        place: null,
      }),
    ]
    const codes = async (id: string) =>
      (await Promise.all(tries(id).map(refusalOf))).map(({ code, details }) => [code, details])
    expect(await codes(one.episodeId)).toEqual(await codes(newId()))
    expect((await codes(one.episodeId)).every(([code]) => code === 'not-found')).toBe(true)
  })

  it('the same press twice is one entry', async () => {
    const one = await out()
    await scene.aHandoff(one, { status: 'accepted' })
    const press = called(one.episodeId, 'no-answer')
    const [first, second] = await Promise.all([harbour().contact.record(press), harbour().contact.record(press)])
    expect(first).toEqual(second)
    expect((await harbour().outcome.firstHours({ episodeId: one.episodeId })).contacts).toHaveLength(1)
  })

  it.each([
    [
      'a call that is still to come',
      () => harbour().contact.record({ ...called(caseId, 'reached'), at: new Date('2026-03-26T09:30:00Z') }),
      'contact.at.in-the-future',
    ],
    [
      'an appointment that has passed',
      () => book({ at: new Date('2026-03-26T08:00:00Z') }),
      'appointment.at.in-the-past',
    ],
    ['a service that there is not', () => book({ serviceId: newId() }), 'appointment.serviceId.unknown'],
  ])('refuses %s, and names the field', async (_name, pressed, fault) => {
    const one = await out()
    caseId = one.episodeId
    await scene.aHandoff(one, { status: 'accepted' })
    expect((await refusalOf(pressed())).fields).toEqual([{ path: fault.split('.')[1], fault }])
  })

  it('does not book one appointment twice', async () => {
    const one = await out()
    caseId = one.episodeId
    await scene.aHandoff(one, { status: 'accepted' })
    await book({})
    expect((await refusalOf(book({}))).details).toEqual({ refusal: 'appointment.already-booked' })
  })
})

let caseId = ''
const book = (change: { at?: Date; serviceId?: string }) =>
  harbour().appointment.book({
    episodeId: caseId,
    requestId: randomUUID(),
    area: 'omt',
    serviceId: scene.services.harbour,
    at: new Date('2026-03-27T10:00:00Z'),
    place: null,
    ...change,
  })
