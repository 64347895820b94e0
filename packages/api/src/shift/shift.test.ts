import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ClockTime } from '@throughcare/domain/calendar/zone'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let handoffId: string
let housing: string
let episodeId: string
beforeAll(async () => {
  scene = await openScene()
  const one = await scene.aCase({
    familyName: 'Nowak',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T07:30:00Z'),
  })
  episodeId = one.episodeId
  const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
  handoffId = await scene.aHandoff(one)
  housing = await scene.aHandoff(one, { area: 'housing', to: 'haven' })
  await scene.setClock(new Date('2026-03-26T10:00:00Z'))
  await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-26T09:30:00Z'), at: 'harbour' })
})
afterAll(() => scene.close())

const as = (who: keyof Scene['people']) => scene.as(scene.people[who])
const since = (time: string, day = '2026-03-26') => ({ day: getPlainDate(day), time: time as ClockTime })
const told = async (who: keyof Scene['people'], from = '09:30') =>
  (await as(who).shift.digest(since(from))).cases.map(({ familyName, entries }) => [
    familyName,
    ...entries.map(({ kind, code, by }) => [kind, code, by].join(' ')),
  ])

describe('U28: the digest of a shift', () => {
  it('is made of what people pressed, and nobody types it', async () => {
    const { acknowledge, accept } = as('harbourWorker').handoff
    await acknowledge({ handoffId, seenVersion: 0, requestId: newId() })
    await accept({ handoffId, seenVersion: 1, workerId: null, requestId: newId() })
    await as('harbourWorker').contact.record({
      episodeId,
      channel: 'phone',
      outcome: 'reached',
      at: new Date('2026-03-26T09:55:00Z'),
      note: 'back at his mother’s',
      requestId: newId(),
    } as never)
    const digest = await as('harbourSecondWorker').shift.digest(since('09:30'))
    expect(digest.counts).toMatchObject({ handoff: 2, contact: 1 })
    expect(JSON.stringify(digest)).not.toContain('mother')
    expect((await told('harbourManager'))[0]).toEqual([
      'Nowak',
      'contact reached Sam Osei',
      'handoff accepted Sam Osei',
      'handoff acknowledged Sam Osei',
      'dose given Sam Osei',
    ])
    const atNorthgate = (await told('northgateNurse'))[0]
    expect(atNorthgate).toEqual(['Nowak', 'handoff accepted Sam Osei', 'handoff acknowledged Sam Osei'])
  })

  it('tells nobody of what is closed to their service, nor of another service’s shift', async () => {
    const housed = JSON.stringify((await as('havenWorker').shift.digest(since('00:00'))).cases)
    expect(housed).toContain('Nowak')
    expect(housed).not.toMatch(/omt|dose|contact|methadone/)
    for (const who of ['riversideWorker', 'eastfieldNurse', 'benefitsWorker'] as const)
      expect(await told(who, '00:00')).toEqual([])
    for (const who of ['administrator', 'regionManager'] as const)
      await expect(as(who).shift.digest({})).rejects.toMatchObject({ message: 'not-allowed' })
  })

  it('keeps the envelope of what the shift did not take, without whom it was about', async () => {
    await as('havenWorker').handoff.reject({
      handoffId: housing,
      seenVersion: 0,
      reason: 'no-capacity',
      words: null,
      requestId: newId(),
    })
    expect(await told('havenWorker', '09:30')).toEqual([[null, 'handoff rejected Karl Nyberg']])
  })

  it('begins when it is said to, eight hours ago when nobody says, and never too long ago', async () => {
    expect(await told('harbourWorker', '23:00')).toEqual([])
    expect((await as('harbourWorker').shift.digest({})).since).toMatch(/^2026-03-26T02:0/)
    const { since: first, days } = await as('harbourWorker').shift.digest(since('07:00', '2026-01-01'))
    expect([first, days]).toEqual([
      '2026-03-23T00:00:00.000Z',
      ['2026-03-26', '2026-03-25', '2026-03-24', '2026-03-23'],
    ])
  })

  it('names in the trail every case that it told of', async () => {
    await as('harbourWorker').shift.digest(since('09:30'))
    const { rows } = await scene.owner.query<{ episode_ids: string[] }>(
      `select episode_ids from audit_entry where action = 'shift.digest' order by at desc, id desc limit 1`,
    )
    expect(rows[0]?.episode_ids).toEqual([episodeId])
  })
})
