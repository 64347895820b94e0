import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { dose, treatedCase } from '../../testing/treated-case.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(() => scene.setClock(new Date('2026-03-26T09:00:00Z')))

const nurse = () => scene.as(scene.people.northgateNurse)
const _worker = () => scene.as(scene.people.harbourWorker)

describe('two people at one treatment', () => {
  it('shows the second one what the first one recorded', async () => {
    const one = await treatedCase(scene)
    await nurse().medication.recordDose(
      dose(one, { forDay: day('2026-03-26'), givenAt: new Date('2026-03-26T08:00:00Z') }),
    )
    const second = scene.as(scene.people.northgateSecondNurse)
    await expect(
      second.medication.recordDose(dose(one, { forDay: day('2026-03-26'), givenAt: new Date('2026-03-26T08:30:00Z') })),
    ).rejects.toMatchObject({
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: 0 },
          current: { version: 1, lastEntry: { kind: 'supervised', forDay: '2026-03-26' } },
          changedBy: 'Nora Lindqvist',
        },
      },
    })
  })

  it('has one effect for the same press twice', async () => {
    const one = await treatedCase(scene)
    const press = dose(one, { forDay: day('2026-03-26'), givenAt: new Date('2026-03-26T08:00:00Z') })
    expect(await nurse().medication.recordDose(press)).toEqual(await nurse().medication.recordDose(press))
    const { entries } = await nurse().medication.byEpisode({ episodeId: one.of.episodeId })
    expect(entries).toHaveLength(1)
  })
})
