import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { RecordSupplyInput } from '@throughcare/domain/health-supply/supply-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const day = getPlainDate
const nurse = () => scene.as(scene.people.northgateNurse)
const said = (episodeId: string, more: Partial<RecordSupplyInput> = {}): RecordSupplyInput => ({
  episodeId,
  requestId: newId(),
  supplyId: null,
  seenVersion: 0,
  kind: 'hiv',
  medicine: 'Zephyrvir',
  supplyDays: 10,
  countedOn: day('2026-03-26'),
  continues: null,
  appointmentOn: null,
  courseEndsOn: null,
  lastTakenOn: null,
  state: 'under-way',
  ...more,
})

describe('medicine in hand', () => {
  it('is told while there is too little of it, and counted again as a new version', async () => {
    const { episodeId } = await scene.aCase({ releaseDate: '2026-04-02' })
    const { id } = await nurse().healthSupply.record(said(episodeId))
    const told = async () => (await nurse().healthSupply.byEpisode({ episodeId })).supplies
    expect(await told()).toMatchObject([
      { id, lastsUntil: '2026-04-04', alerts: ['under-30-days', 'no-appointment', 'nobody-continues'] },
    ])
    await nurse().healthSupply.record(
      said(episodeId, {
        supplyId: id,
        seenVersion: 1,
        supplyDays: 60,
        continues: 'Clinic at Quay Street',
        appointmentOn: day('2026-04-10'),
      }),
    )
    expect(await told()).toMatchObject([{ version: 2, alerts: [] }])
    await expect(nurse().healthSupply.record(said(episodeId, { supplyId: id, seenVersion: 1 }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
  })

  it('keeps its kind, so that nobody reads it who could not before', async () => {
    const { episodeId } = await scene.aCase()
    const { id } = await nurse().healthSupply.record(said(episodeId))
    const moved = said(episodeId, { supplyId: id, seenVersion: 1, kind: 'other' })
    await expect(nurse().healthSupply.record(moved)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })

  it('of HIV and hepatitis is for nobody to whom health was handed, and not for managers; nothing tells that it is there', async () => {
    const one = await scene.aCase()
    const { episodeId } = one
    const { id } = await nurse().healthSupply.record(said(episodeId))
    await nurse().healthSupply.record(said(episodeId, { kind: 'psychiatric', medicine: 'Calmol' }))
    await scene.aHandoff(one, { area: 'health', to: 'harbour', status: 'accepted' })
    const worker = scene.as(scene.people.harbourWorker)
    const view = await worker.healthSupply.byEpisode({ episodeId })
    expect(view.supplies.map(({ kind }) => kind)).toEqual(['psychiatric'])
    expect(view.records).toEqual(['psychiatric', 'other'])
    await expect(worker.healthSupply.record(said(episodeId))).rejects.toMatchObject({ cause: { code: 'not-found' } })
    await expect(worker.healthSupply.record(said(episodeId, { supplyId: id, seenVersion: 1 }))).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
    const manager = scene.as(scene.people.northgateManager)
    await expect(manager.healthSupply.byEpisode({ episodeId })).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
    for (const who of ['harbourWorker', 'northgateManager'] as const) {
      const plan = await scene.as(scene.people[who]).carePlan.byEpisode({ episodeId })
      expect(JSON.stringify(plan)).not.toMatch(/Zephyrvir|hiv-hcv/)
    }
  })

  it('the two answers of the plan about it are as closed', async () => {
    const one = await scene.aCase()
    const { episodeId } = one
    const answer = { episodeId, requestId: newId(), seenVersion: null, state: 'known', value: 'yes' } as const
    await nurse().carePlan.recordFact({ ...answer, code: 'hiv-treatment' })
    await scene.aHandoff(one, { area: 'health', to: 'harbour', status: 'accepted' })
    const facts = async (who: 'northgateNurse' | 'harbourWorker') => {
      const { facts: all } = await scene.as(scene.people[who]).carePlan.byEpisode({ episodeId })
      return all.filter(({ code, state }) => code === 'hiv-treatment' && state !== null).length
    }
    expect(await facts('northgateNurse')).toBe(1)
    expect(await facts('harbourWorker')).toBe(0)
  })
})
