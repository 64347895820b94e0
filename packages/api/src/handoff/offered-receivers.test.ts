import { newId } from '@throughcare/db/uuid'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('U10: who is offered', () => {
  it('is whoever can receive the area, and nobody else is taken at the press', async () => {
    const one = await scene.aCase({ items: AREAS.map((area) => ({ area, code: `story-${area}` })) })
    const nurse = scene.as(scene.people.northgateNurse).handoff
    const { areas, planVersion } = await nurse.receivers({ episodeId: one.episodeId })
    expect(areas.map(({ area }) => area)).toEqual([...AREAS])
    let refused = 0
    for (const { area, offers, nobodyBecause } of areas) {
      const offered = offers.map(({ serviceId }) => serviceId)
      expect(nobodyBecause.length > 0).toBe(offered.length === 0)
      for (const receivingServiceId of Object.values(scene.services).filter((id) => !offered.includes(id))) {
        await expect(
          nurse.send({
            episodeId: one.episodeId,
            requestId: newId(),
            seenVersion: planVersion ?? 0,
            handoffs: [{ area, receivingServiceId }],
          }),
        ).rejects.toMatchObject({
          cause: { fields: [{ fault: 'handoff.receivingServiceId.cannot-receive' }] },
        })
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(50)
  })

  it('says why when it is nobody: every service of the installation stands in the reasons', async () => {
    await scene.owner.query(`update service set receives = '{}' where id = $1`, [scene.services.haven])
    const one = await scene.aCase({ items: [{ area: 'housing', code: 'story-bed' }] })
    const { areas } = await scene.as(scene.people.northgateNurse).handoff.receivers({ episodeId: one.episodeId })
    const housing = areas.find(({ area }) => area === 'housing')
    expect(housing?.offers).toEqual([])
    expect(housing?.nobodyBecause.map(({ because }) => because)).toContain('does-not-take-area')
    const { rows } = await scene.owner.query<{ services: number }>('select count(*)::int as services from service')
    expect(housing?.nobodyBecause.reduce((sum, { services }) => sum + services, 0)).toBe(rows[0]?.services)
  })
})
