import { randomUUID } from 'node:crypto'
import { newId } from '@throughcare/db/uuid'
import { DID_NOT_ARRIVE_REASONS } from '@throughcare/domain/outcome/outcome-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const RELEASED = new Date('2026-03-26T08:00:00Z')
const now = () => new Date('2026-03-26T08:59:00Z')
const harbour = () => scene.as(scene.people.harbourWorker)
const nurse = () => scene.as(scene.people.northgateNurse)
const out = () => scene.aCase({ releaseDate: '2026-03-26', releasedAt: RELEASED })
const called = (episodeId: string, outcome: 'reached' | 'no-answer') => ({
  episodeId,
  requestId: randomUUID(),
  channel: 'phone' as const,
  outcome,
  at: now(),
  note: null,
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
    const { steps } = await haven.outcome.firstHours({ episodeId: one.episodeId })
    expect(steps.find(({ step }) => step === 'first-night')?.state).toBe('street')
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
