import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const entriesOf = async (requestId: string) =>
  (
    await scene.owner.query(
      `select action, outcome, asked_id, episode_ids, person_ids, fields from audit_entry where request_id = $1`,
      [requestId],
    )
  ).rows

describe('a refusal that shows how a case stands leaves an entry', () => {
  it('for a stale page, which shows both versions: the case, the person and the names of what was shown', async () => {
    const one = await scene.aCase()
    const itemId = await scene.anItem(one, { area: 'housing', code: 'housing-bed' })
    const nurse = scene.as(scene.people.northgateNurse)
    const press = (requestId: string) =>
      nurse.checklist.setStatus({ itemId, requestId, seenVersion: 0, status: 'done', reason: null })
    await press(newId())

    const stale = newId()
    expect(await refusalOf(press(stale))).toMatchObject({ code: 'changed-meanwhile' })
    expect(await entriesOf(stale)).toEqual([
      {
        action: 'checklist.set-status',
        outcome: 'refused',
        asked_id: itemId,
        episode_ids: [one.episodeId],
        person_ids: [one.personId],
        fields: ['version', 'status', 'reason'],
      },
    ])
  })

  it('for a rule that tells how the case stands', async () => {
    const one = await scene.aCase()
    await scene.aHandoff(one, { area: 'housing', status: 'accepted' })
    const told = newId()
    const refusal = await refusalOf(
      scene.as(scene.people.harbourWorker).housing.recordFirstNight({
        episodeId: one.episodeId,
        requestId: told,
        firstNight: 'confirmed-bed',
      }),
    )
    expect(refusal.details).toMatchObject({ refusal: 'housing.not-out-yet' })
    expect(await entriesOf(told)).toMatchObject([
      { outcome: 'refused', episode_ids: [one.episodeId], person_ids: [one.personId], fields: [] },
    ])
  })

  it('for likely duplicates that somebody is shown: the persons by id', async () => {
    const one = await scene.aCase({ familyName: 'Okafor', givenNames: 'Adaeze', dateOfBirth: '1990-02-01' })
    const input = aNewPerson({
      person: { familyName: 'Okafor', givenNames: 'Adaeze', dateOfBirth: '1990-02-01' },
    })
    const refusal = await refusalOf(scene.as(scene.people.northgateNurse).person.add(input))
    expect(refusal.details).toMatchObject({ refusal: 'person.possible-duplicate' })
    expect(await entriesOf(input.requestId)).toMatchObject([
      { action: 'person.add', outcome: 'refused', person_ids: [one.personId], fields: ['candidates'] },
    ])
  })
})
