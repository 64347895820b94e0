import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('whom somebody can agree to share with, or object to', () => {
  it('is every service that can take a person over, and none that sees nobody', async () => {
    const one = await scene.aCase()
    const nurse = scene.as(scene.people.northgateNurse)
    const { services } = await nurse.consent.byEpisode({ episodeId: one.episodeId })
    const names = services.map(({ name }) => name)
    expect(names).toContain('Harbour Recovery')
    for (const name of ['HMP Northgate', 'North Region', 'Throughcare Administration'])
      expect(names).not.toContain(name)
  })

  it.each(['northgate', 'region', 'administration'] as const)('%s is refused at the field', async (recipient) => {
    const { episodeId } = await scene.aCase()
    const nurse = scene.as(scene.people.northgateNurse)
    const serviceIds = [scene.services[recipient]]
    const named = { episodeId, serviceIds, categories: ['hiv-hcv' as const] }
    const refusedAs = (fault: string) => ({ cause: { code: 'invalid-input', fields: [{ path: 'serviceIds', fault }] } })
    await expect(
      nurse.consent.record({
        ...named,
        requestId: newId(),
        answer: 'given',
        purpose: 'treatment-goes-on',
        kinds: [],
        supporterIds: [],
        fromOn: '2026-03-26',
        toOn: null,
        language: 'en',
        explained: 'spoken',
        capacity: 'can-decide',
        witness: null,
        ownWords: null,
        signature: 'L. Moreau',
      }),
    ).rejects.toMatchObject(refusedAs('consent.serviceIds.invalid'))
    await expect(
      nurse.consent.override({
        ...named,
        requestId: newId(),
        overrideId: null,
        seenVersion: null,
        legalBasis: 'vital-interest',
        reason: 'found unconscious',
        hours: 4,
      }),
    ).rejects.toMatchObject(refusedAs('consent.serviceIds.invalid'))
    await expect(
      nurse.objection.record({
        ...named,
        categories: ['health'],
        requestId: newId(),
        kinds: [],
        ownWords: null,
      }),
    ).rejects.toMatchObject(refusedAs('objection.serviceIds.invalid'))
  })
})
