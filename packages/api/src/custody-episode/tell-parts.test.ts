import { randomUUID } from 'node:crypto'
import { asActor } from '@throughcare/db/as-actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
const RELEASED = new Date('2026-03-25T07:00:00Z')

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ familyName: 'Keane', releaseDate: '2026-03-25', releasedAt: RELEASED })
  await scene.aHandoff(one, { area: 'omt', status: 'accepted' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven' })
  await scene.aHandoff(one, { area: 'benefits', to: 'benefits', status: 'rejected' })
})
afterAll(() => scene.close())

const worker = () => scene.as(scene.people.harbourWorker)
const told = async (kind: string) => {
  const { rows } = await scene.owner.query(
    `select s.name, n.urgency, exists (select 1 from notice_withdrawal w where w.notice_id = n.id) as withdrawn
     from notice n join service s on s.id = n.service_id where n.episode_id = $1 and n.kind = $2 order by s.name`,
    [one.episodeId, kind],
  )
  return rows
}
const died = () =>
  worker().custodyEpisode.recordEvent({
    ...{ episodeId: one.episodeId, requestId: randomUUID(), kind: 'died' },
    at: new Date('2026-03-26T08:00:00Z'),
  })

describe('whoever has something open is told', () => {
  it('of a death, once each, also where whoever pressed may not know of them; taken back, it is withdrawn', async () => {
    const { eventId } = await died()
    const all = ['HMP Northgate', 'Harbour Recovery', 'Haven Housing']
    expect(await told('case-stopped')).toEqual(all.map((name) => ({ name, urgency: 'emergency', withdrawn: false })))
    await scene.as(scene.people.northgateNurse).custodyEpisode.answerEvent({
      ...{ episodeId: one.episodeId, eventId, requestId: randomUUID(), answer: 'taken-back' },
      ...{ reason: 'wrong-person', words: null },
    } as never)
    expect(await told('case-stopped')).toEqual(all.map((name) => ({ name, urgency: 'emergency', withdrawn: true })))
  })

  it('that the person is back inside, whichever prison has them, and not the prison that says so', async () => {
    await scene.as(scene.people.eastfieldNurse).release.takeIn({
      requestId: randomUUID(),
      ...{ prisonNumber: one.number, familyName: 'Keane', dateOfBirth: '1984-04-28' as never },
      ...{ legalStatus: 'recalled', backOn: '2026-03-26' as never },
    })
    expect((await told('back-inside')).map(({ name }) => name)).toEqual([
      'HMP Northgate',
      'Harbour Recovery',
      'Haven Housing',
    ])
  })

  it('by the word of whoever recorded it, and by nobody else’s', async () => {
    await died()
    for (const actor of [scene.people.riversideWorker, scene.people.havenWorker, scene.people.northgateNurse])
      await asActor(actor, async ({ tx }) => {
        for (const kind of ['case-stopped', 'back-inside', 'handoff-sent'])
          expect(await tx.$queryRaw`select * from app.tell_parts(${one.episodeId}::uuid, ${kind})`).toEqual([])
      })
    // A second time nobody is told again.
    await asActor(scene.people.harbourWorker, async ({ tx }) => {
      expect(await tx.$queryRaw`select * from app.tell_parts(${one.episodeId}::uuid, 'case-stopped')`).toEqual([])
    })
    expect((await told('case-stopped')).filter(({ withdrawn }) => withdrawn)).toEqual([])
  })
})
