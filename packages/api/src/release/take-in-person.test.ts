import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { WRONG_NAMINGS_PER_HOUR } from '@throughcare/domain/release/take-in-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
const RELEASED = new Date('2026-03-24T07:00:00Z')
const BORN = '1984-04-28' as never

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ familyName: 'Keane', releaseDate: '2026-03-24', releasedAt: RELEASED })
  await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'accepted' })
  const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-23T09:00:00Z'), at: 'northgate' })
  await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-25T09:00:00Z'), at: 'harbour' })
  await scene.owner.query(
    `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
     values ($1, 'bed', 'housing', 'known', '"temporary"', app.now(), $2)`,
    [one.episodeId, scene.people.northgateNurse.accountId],
  )
})
afterAll(() => scene.close())

const eastfield = () => scene.as(scene.people.eastfieldNurse)
const naming = (more: object = {}) => ({
  requestId: randomUUID(),
  prisonNumber: one.number,
  familyName: 'KEÁNE',
  dateOfBirth: BORN,
  legalStatus: 'recalled' as const,
  backOn: '2026-03-26' as never,
  ...more,
})

describe('back inside, in another prison than the one that let the person go', () => {
  it('is one person with a new episode, the old answers and the last dose outside; everybody who has the old case reads it', async () => {
    const { episodeId } = await eastfield().release.takeIn(naming())
    const view = await eastfield().carePlan.byEpisode({ episodeId })
    expect(view).toMatchObject({
      part: { relation: 'own' },
      person: { id: one.personId, number: one.number },
      prison: { name: 'HMP Eastfield' },
      plan: expect.objectContaining({ version: 0 }),
      lastOutside: {
        medicine: 'methadone',
        kind: 'supervised',
        forDay: '2026-03-25',
        serviceName: 'Harbour Recovery',
        recordedBy: expect.any(String),
      },
    })
    expect(view.facts.find(({ code }) => code === 'bed')).toMatchObject({ state: 'known', value: 'temporary' })
    expect(JSON.stringify(view)).not.toContain(one.episodeId)
    const hours = await scene.as(scene.people.harbourWorker).outcome.firstHours({ episodeId: one.episodeId })
    expect(hours.outcomes).toMatchObject([{ kind: 'back-in-custody', serviceName: 'HMP Eastfield' }])
    const northgate = await scene.as(scene.people.northgateNurse).outcome.firstHours({ episodeId: one.episodeId })
    expect(northgate.outcomes).toMatchObject([{ kind: 'back-in-custody' }])
    // The one prison has the new case and nothing of the old one; the other the old one and nothing of the new one.
    await expect(eastfield().carePlan.byEpisode({ episodeId: one.episodeId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(scene.as(scene.people.northgateNurse).carePlan.byEpisode({ episodeId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('the same press twice is one episode, and a second press finds nobody any more', async () => {
    const same = naming()
    const [first, second] = await Promise.all([eastfield().release.takeIn(same), eastfield().release.takeIn(same)])
    expect(first).toEqual(second)
    await expect(eastfield().release.takeIn(naming())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each<[string, () => object | Promise<object>]>([
    ['another number', () => ({ prisonNumber: 'X1' })],
    ['another name', () => ({ familyName: 'Hansen' })],
    ['another birthday', () => ({ dateOfBirth: '1984-04-29' })],
    ['a day before the release', () => ({ backOn: '2026-03-23' })],
    [
      'somebody whom a prison still holds',
      async () => ({ prisonNumber: (await scene.aCase({ familyName: 'Keane' })).number }),
    ],
    [
      'somebody who died',
      async () => {
        await scene.as(scene.people.northgateNurse).custodyEpisode.recordEvent({
          ...{ episodeId: one.episodeId, requestId: randomUUID(), kind: 'died' },
          at: new Date('2026-03-25T09:00:00Z'),
        })
        return {}
      },
    ],
  ])('with %s the answer is one and the same', async (_name, more) => {
    const refusal = await eastfield()
      .release.takeIn(naming(await more()))
      .catch(({ code, cause }) => ({ code, details: cause.details, fields: cause.fields }))
    expect(refusal).toEqual({ code: 'NOT_FOUND', details: {}, fields: [] })
  })

  it('whoever guesses is stopped, with the right name as well', async () => {
    const guesser = scene.as(scene.people.northgateSecondNurse)
    for (let guess = 0; guess < WRONG_NAMINGS_PER_HOUR; guess += 1)
      await expect(guesser.release.takeIn(naming({ prisonNumber: `X${guess}` }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    await expect(guesser.release.takeIn(naming())).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('not tomorrow', async () => {
    await expect(eastfield().release.takeIn(naming({ backOn: '2026-03-27' }))).rejects.toMatchObject({
      cause: { fields: [{ path: 'backOn', fault: 'release.backOn.in-the-future' }] },
    })
  })

  it.each(['harbourWorker', 'northgateManager', 'administrator'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).release.takeIn(naming())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
