import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Harbour took housing, and has been asked for OMT. */
async function takenAndOffered() {
  const releasedAt = new Date('2026-03-26T07:00:00Z')
  const one = await scene.aCase({ releasedAt, items: [{ area: 'omt', code: 'omt-first-dose' }] })
  const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.aHandoff(one, { area: 'housing', status: 'accepted' })
  const offered = await scene.aHandoff(one, { area: 'omt', status: 'sent' })
  return { ...one, treatmentId, offered }
}

describe('a service that took one area and is offered another', () => {
  it('reads what it is offered and cannot write it', async () => {
    const harbour = scene.as(scene.people.harbourWorker)
    const { episodeId, treatmentId } = await takenAndOffered()

    const page = await harbour.carePlan.byEpisode({ episodeId })
    expect(page.part.categories).toEqual(expect.arrayContaining(['omt', 'naloxone', 'housing']))
    expect(page.part.writes).toEqual(['belongings', 'housing', 'identity', 'release'])
    expect(page.may).toMatchObject({ recordKit: false, readMedication: true })
    expect((await harbour.medication.byEpisode({ episodeId })).may.recordDose).toBe(false)

    const dose = harbour.medication.recordDose({
      episodeId,
      treatmentId,
      requestId: newId(),
      seenVersion: 0,
      kind: 'supervised',
      outcome: 'given',
      forDay: '2026-03-26',
      toDay: '2026-03-26',
      givenAt: null,
      parts: 1,
      product: null,
      reason: null,
    } as Parameters<typeof harbour.medication.recordDose>[0])
    expect(await refusalOf(dose)).toMatchObject({ code: 'not-allowed' })
    const { rows } = await scene.owner.query('select 1 from dose where episode_id = $1', [episodeId])
    expect(rows).toEqual([])
  })

  it('writes it once it has taken it', async () => {
    const { episodeId, offered } = await takenAndOffered()
    const harbour = scene.as(scene.people.harbourWorker)
    await harbour.handoff.accept({ handoffId: offered, seenVersion: 0, requestId: newId(), workerId: null })
    expect((await harbour.medication.byEpisode({ episodeId })).may.recordDose).toBe(true)
  })
})
