import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
let turn = 0
beforeEach(async () => {
  turn += 1
  one = await scene.aCase({ familyName: `Vesper${turn}`, givenNames: 'Ana', number: `V${turn}77` })
})

const people = () => scene.people
const as = (who: keyof Scene['people']) => scene.as(scene.people[who])
const admit = ({ accountId, serviceId }: Actor) => ({ accountId, serviceId })
const set = (who: keyof Scene['people'], ...circle: Actor[]) =>
  as(who).restriction.set({
    episodeId: one.episodeId,
    requestId: randomUUID(),
    reason: 'threatened',
    reviewOn: '2026-06-01' as never,
    circle: circle.map(admit),
  })
const view = (who: keyof Scene['people']) =>
  as(who).restriction.byEpisode({ episodeId: one.episodeId, alsoServiceId: null })
const change = async (who: keyof Scene['people'], admitted: Actor[], removed: Actor[] = []) => {
  const { restriction } = await view(who)
  const gone = removed.map(({ accountId }) => restriction?.circle.find((member) => member.accountId === accountId))
  return as(who).restriction.changeCircle({
    episodeId: one.episodeId,
    requestId: randomUUID(),
    seenVersion: restriction?.version ?? 0,
    reviewOn: '2026-06-01' as never,
    admitted: admitted.map(admit),
    removedIds: gone.flatMap((member) => member?.memberId ?? []),
  })
}
const grant = async ({ membershipId, ...actor }: Actor): Promise<Actor> => {
  await scene.owner.query(`update membership set grants = '{privacy-officer}' where id = $1`, [membershipId])
  return { ...actor, membershipId, grants: ['privacy-officer'] }
}
const inCircle = async (): Promise<string[]> =>
  (await view('northgateNurse')).restriction?.circle.map(({ name }) => name) ?? []

describe('who restricts a record, and who may then open it', () => {
  it('a clinician of the prison does; colleagues, the manager and other services find nothing from then on', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await set('northgateNurse')
    expect(await inCircle()).toEqual(['Nora Lindqvist', 'Rita Fonseca'])
    for (const who of ['northgateSecondNurse', 'northgateManager', 'harbourWorker'] as const)
      await expect(as(who).carePlan.byEpisode({ episodeId: one.episodeId })).rejects.toMatchObject({
        message: 'not-found',
      })
    expect((await as('northgateNurse').carePlan.byEpisode({ episodeId: one.episodeId })).episode.id).toBe(one.episodeId)
    await expect(set('northgateNurse')).rejects.toMatchObject({ cause: { details: { refusal: 'restriction.stands' } } })
  })

  it('a manager does with the grant of a privacy officer only, and a caseworker not at all', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await expect(set('harbourManager')).rejects.toMatchObject({ message: 'not-allowed' })
    await expect(set('harbourWorker')).rejects.toMatchObject({ message: 'not-allowed' })
    const officer = await grant(people().northgateManager)
    await scene.as(officer).restriction.set({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      reason: 'works-here',
      reviewOn: '2026-06-01' as never,
      circle: [admit(people().northgateNurse)],
    })
    expect(await inCircle()).toEqual(['Grace Adeyemi', 'Nora Lindqvist', 'Rita Fonseca'])
    await scene.owner.query(`update membership set grants = '{}' where id = $1`, [officer.membershipId])
  })

  it('a service that would be left with nobody keeps whoever is last; a manager in the circle admits who does the work', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await set('northgateNurse')
    await expect(change('northgateNurse', [], [people().harbourManager])).rejects.toMatchObject({
      cause: { details: { refusal: 'restriction.nobody-left' } },
    })
    await change('harbourManager', [people().harbourWorker], [people().harbourManager])
    expect(await inCircle()).toEqual(['Nora Lindqvist', 'Sam Osei'])
    // By a worker nobody is admitted, and of another service nobody under this one's hat.
    await expect(change('harbourWorker', [people().harbourSecondWorker])).rejects.toMatchObject({
      message: 'not-allowed',
    })
    const { restriction } = await view('northgateNurse')
    const stranger = { accountId: people().riversideWorker.accountId, serviceId: scene.services.harbour }
    await expect(
      as('northgateNurse').restriction.changeCircle({
        episodeId: one.episodeId,
        requestId: randomUUID(),
        seenVersion: restriction?.version ?? 0,
        reviewOn: '2026-06-01' as never,
        admitted: [stranger],
        removedIds: [],
      }),
    ).rejects.toMatchObject({ cause: { fields: [{ path: 'circle', fault: 'restriction.circle.not-of-service' }] } })
  })

  it('a stale page changes nothing, the same press twice is one, and a day of review lies ahead', async () => {
    const press = { requestId: randomUUID(), episodeId: one.episodeId, reason: 'public-figure' as const, circle: [] }
    const twice = await Promise.all([
      as('northgateNurse').restriction.set({ ...press, reviewOn: '2026-06-01' as never }),
      as('northgateNurse').restriction.set({ ...press, reviewOn: '2026-06-01' as never }),
    ])
    expect(twice).toEqual([{ version: 0 }, { version: 0 }])
    await change('northgateNurse', [people().northgateSecondNurse])
    await expect(
      as('northgateNurse').restriction.lift({
        episodeId: one.episodeId,
        requestId: randomUUID(),
        seenVersion: 0,
        because: 'over',
      }),
    ).rejects.toMatchObject({ message: 'changed-meanwhile' })
    one = await scene.aCase()
    for (const [reviewOn, fault] of [
      ['2026-03-26', 'not-ahead'],
      ['2027-03-26', 'too-far'],
    ])
      await expect(
        as('northgateNurse').restriction.set({
          ...press,
          requestId: randomUUID(),
          episodeId: one.episodeId,
          reviewOn: reviewOn as never,
        }),
      ).rejects.toMatchObject({ cause: { fields: [{ path: 'reviewOn', fault: `restriction.reviewOn.${fault}` }] } })
  })

  it('lifted, everybody with a part finds it again; not while somebody else bears the number', async () => {
    await set('northgateNurse')
    const add = aNewPerson({ prisonNumber: one.number, person: { familyName: `Other${turn}` } })
    const added = await as('northgateSecondNurse').person.add(add)
    expect(added.episodeId).toBeDefined()
    const lift = () =>
      as('northgateNurse').restriction.lift({
        episodeId: one.episodeId,
        requestId: randomUUID(),
        seenVersion: 0,
        because: 'over',
      })
    await expect(lift()).rejects.toMatchObject({ cause: { details: { refusal: 'restriction.number-taken' } } })
    await scene.owner.query(`update person_identifier set value = 'X' || value where person_id <> $1 and value = $2`, [
      one.personId,
      one.number,
    ])
    await lift()
    expect((await as('northgateSecondNurse').carePlan.byEpisode({ episodeId: one.episodeId })).episode.id).toBe(
      one.episodeId,
    )
  })
})
