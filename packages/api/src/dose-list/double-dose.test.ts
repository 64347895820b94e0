import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dosedCase, givenPress } from '../../testing/dosed-case.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, refusal, type TreatedCase } from '../../testing/treated-case.ts'

// Thursday 26 March 2026, 09:00 in London. The person went out on Tuesday and is dosed by Harbour Recovery.
const TODAY = day('2026-03-26')

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)
const pharmacist = () => scene.as(scene.people.millLaneWorker)

describe('two doses by two services on one day (rule DOSE-6)', () => {
  /** Harbour gives, and Mill Lane records one that it gave before it had read that. */
  async function doubled(): Promise<TreatedCase> {
    const one = await dosedCase(scene, { pharmacy: true })
    await worker().doseList.give(givenPress(one))
    const answer = await pharmacist().medication.recordDose(
      dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:55:00Z'), seenVersion: 1 }),
    )
    expect(answer.doubleDose).toEqual({
      days: [TODAY],
      services: [{ name: 'Harbour Recovery', phone: '+44 20 7946 0000' }],
    })
    return one
  }

  it('tells whoever recorded the second one whom to ring; both entries stay and the day is covered once', async () => {
    const one = await doubled()
    const view = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(view.entries.filter((entry) => entry.forDay === TODAY)).toHaveLength(2)
    expect(view.doubleDoses).toMatchObject([{ day: TODAY }])
    expect(view.daysWithout).toMatchObject({ days: 0, today: 'covered' })
  })

  it('stands before both services until somebody records that they rang, and then says who', async () => {
    const one = await doubled()
    const callOf = async (caller = worker()) => (await caller.doseList.calls({ episodeId: one.of.episodeId })).calls[0]
    for (const caller of [worker(), pharmacist(), nurse()])
      expect(await callOf(caller)).toMatchObject({
        day: TODAY,
        made: null,
        services: [{ name: 'Harbour Recovery' }, { name: 'Mill Lane Pharmacy' }],
      })
    const callId = (await callOf())?.id as string
    await worker().doseList.recordCall({ episodeId: one.of.episodeId, callId, requestId: newId() })
    expect(await callOf(pharmacist())).toMatchObject({ made: { by: 'Sam Osei', service: 'Harbour Recovery' } })
    await expect(
      pharmacist().doseList.recordCall({ episodeId: one.of.episodeId, callId, requestId: newId() }),
    ).rejects.toMatchObject({ cause: { code: 'changed-meanwhile', details: { changedBy: 'Sam Osei' } } })
  })

  it('is raised once, however often the day is looked at, and again for another day', async () => {
    const one = await doubled()
    await pharmacist().medication.recordDose(
      dose(one, { kind: 'take-home', outcome: 'issued', forDay: TODAY, toDay: day('2026-03-27'), seenVersion: 2 }),
    )
    const { rows } = await scene.owner.query('select day::text from double_dose_call where episode_id = $1', [
      one.of.episodeId,
    ])
    expect(rows).toEqual([{ day: '2026-03-26' }])
  })

  it('stops the quick press of the service that had not dosed', async () => {
    const one = await dosedCase(scene, { pharmacy: true })
    await pharmacist().medication.recordDose(dose(one, { forDay: TODAY, givenAt: new Date('2026-03-26T08:55:00Z') }))
    const { rows } = await worker().doseList.today()
    expect(rows.find((row) => row.episodeId === one.of.episodeId)).toMatchObject({
      quickBlock: 'other-service',
      entries: [{ serviceName: 'Mill Lane Pharmacy', servicePhone: '+44 20 7946 0000', isOurs: false }],
    })
    await expect(worker().doseList.give(givenPress(one, 1))).rejects.toMatchObject(refusal('dose-list.other-service'))
  })
})
