import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { sweepBreakGlass } from '../break-glass/sweep-break-glass.ts'
import { closeLive, followLive } from '../live/follow-live.ts'
import { tellNotice } from '../notice/tell-notice.ts'

let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => {
  await closeLive()
  await scene.close()
})
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

describe('A17: a restricted record moves on, and nobody is left without', () => {
  const sendTo = async (serviceId: string) => {
    const { rows } = await scene.owner.query<{ version: number }>(
      `select version from care_plan where episode_id = $1`,
      [one.episodeId],
    )
    return as('northgateNurse').handoff.send({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      seenVersion: rows[0]?.version ?? 0,
      handoffs: [{ area: 'omt', receivingServiceId: serviceId }],
    })
  }

  it('a handoff asks whom to admit, and then goes', async () => {
    await set('northgateNurse')
    await expect(sendTo(scene.services.harbour)).rejects.toMatchObject({
      cause: { details: { refusal: 'restriction.nobody-admitted', serviceName: 'Harbour Recovery' } },
    })
    const { candidates } = await as('northgateNurse').restriction.byEpisode({
      episodeId: one.episodeId,
      alsoServiceId: scene.services.harbour,
    })
    expect(candidates.map(({ name }) => name)).toContain('Sam Osei')
    await change('northgateNurse', [people().harbourWorker])
    await sendTo(scene.services.harbour)
    const inbox = async (who: keyof Scene['people']) =>
      JSON.stringify(await as(who).handoff.inbox({ tab: 'new', page: 1 } as never))
    expect(await inbox('harbourWorker')).toContain(one.episodeId)
    expect(await inbox('harbourSecondWorker')).not.toContain(one.episodeId)
  })

  it('what is told of it reaches the circle alone, and so do live events', async () => {
    await scene.aHandoff(one, { status: 'accepted' })
    await set('northgateNurse', people().harbourWorker)
    const control = new AbortController()
    const { rows: last } = await scene.owner.query<{ id: string }>('select coalesce(max(id), 0) as id from live_event')
    const follow = (who: keyof Scene['people']) =>
      followLive(people()[who], { lastEventId: String(last[0]?.id) }, control.signal)
    const [inside, outside] = [follow('harbourWorker'), follow('harbourSecondWorker')]
    const noticeId = newId()
    await scene.owner.query(
      `insert into notice (id, kind, service_id, audience, episode_id, urgency, dedupe_key, caused_at, caused_by)
       values ($1, 'handoff-question', $2, 'workers', $3, 'ordinary', gen_random_uuid()::text, app.now(), $4)`,
      [noticeId, scene.services.harbour, one.episodeId, people().northgateNurse.accountId],
    )
    await tellNotice({ noticeId, serviceId: scene.services.harbour })
    const { rows: told } = await scene.owner.query<{ account_id: string }>(
      `select m.account_id from notice_entry e join membership m on m.id = e.membership_id where e.notice_id = $1`,
      [noticeId],
    )
    expect(told).toEqual([{ account_id: people().harbourWorker.accountId }])
    await scene.owner.query(`update handoff set version = version + 1 where episode_id = $1`, [one.episodeId])
    // What everybody of the service hears, for the end of the test.
    await scene.owner.query(`insert into live_event (topic, service_ids) values ('arrival', array[$1::uuid])`, [
      scene.services.harbour,
    ])
    const topics = async (events: AsyncGenerator<{ topic: string }>) => {
      const heard: string[] = []
      for await (const { topic } of events) {
        heard.push(topic)
        if (topic === 'arrival') break
      }
      return heard
    }
    expect(await topics(inside)).toEqual(expect.arrayContaining(['notice', 'handoff']))
    expect(await topics(outside)).toEqual(['arrival'])
    control.abort()
  })

  it('after a transfer the other prison’s managers can open it; when the last one leaves, the sweep admits whoever is there', async () => {
    await set('northgateNurse')
    const { rows } = await scene.owner.query<{ version: number }>('select version from custody_episode where id = $1', [
      one.episodeId,
    ])
    await scene.owner.query(
      `insert into membership (id, account_id, service_id, role) values (gen_random_uuid(), $1, $2, 'manager') on conflict do nothing`,
      [people().harbourManager.accountId, scene.services.eastfield],
    )
    await scene.owner.query(`select app.open_system($1)`, [scene.services.northgate])
    await scene.owner.query(
      `update custody_stay set until_at = app.now() where episode_id = $1 and until_at is null and $2 >= 0`,
      [one.episodeId, rows[0]?.version],
    )
    await scene.owner.query(
      `insert into custody_stay (id, episode_id, prison_service_id, from_at) values ($1, $2, $3, app.now())`,
      [newId(), one.episodeId, scene.services.eastfield],
    )
    const circleAt = async (serviceId: string) => {
      const { rows: members } = await scene.owner.query<{ account_id: string }>(
        `select m.account_id from restriction_member m join restriction r on r.id = m.restriction_id and r.lifted_at is null
         where r.person_id = $1 and m.service_id = $2 and m.removed_at is null`,
        [one.personId, serviceId],
      )
      return members.map(({ account_id }) => account_id)
    }
    expect(await circleAt(scene.services.eastfield)).toEqual([people().harbourManager.accountId])
    await scene.owner.query(`update membership set until = app.now() where account_id = $1 and service_id = $2`, [
      people().harbourManager.accountId,
      scene.services.eastfield,
    ])
    await scene.owner.query(`update membership set role = 'manager' where id = $1`, [
      people().eastfieldNurse.membershipId,
    ])
    await sweepBreakGlass()
    expect(await circleAt(scene.services.eastfield)).toContain(people().eastfieldNurse.accountId)
    await scene.owner.query(`update membership set role = 'prison-health' where id = $1`, [
      people().eastfieldNurse.membershipId,
    ])
  })

  it('whoever asked for somebody at the desk is admitted with the answer; colleagues and other prisons learn nothing of it', async () => {
    one = await scene.aCase({
      familyName: `Desk${turn}`,
      givenNames: 'Ana',
      releasedAt: new Date('2026-03-26T07:00:00Z'),
    })
    await set('northgateNurse')
    await as('harbourWorker').arrivalRequest.ask({
      requestId: randomUUID(),
      familyName: `Desk${turn}`,
      givenNames: 'Ana',
      dateOfBirth: '1984-04-28' as never,
      prisonServiceIds: [scene.services.northgate, scene.services.eastfield],
      areas: ['omt'],
    })
    const asks = async (who: keyof Scene['people']) => {
      const { asks: all } = await as(who).arrivalRequest.list({ openedId: null })
      return all.filter(({ familyName }) => familyName === `Desk${turn}`)
    }
    const [toAnswer] = await asks('northgateNurse')
    await as('northgateNurse').arrivalRequest.answer({
      arrivalRequestId: toAnswer?.id ?? '',
      requestId: randomUUID(),
      seenVersion: 0,
      answer: 'found',
      episodeId: one.episodeId,
      areas: ['omt'],
    })
    const states = async (who: keyof Scene['people']) =>
      (await asks(who)).map(({ prison, status }) => `${prison.name}: ${status}`).toSorted()
    expect(await states('harbourWorker')).toEqual(['HMP Eastfield: asked', 'HMP Northgate: found'])
    expect(await states('harbourSecondWorker')).toEqual(['HMP Eastfield: asked'])
    expect(await states('northgateSecondNurse')).toEqual([])
    expect(await states('eastfieldNurse')).toEqual(['HMP Eastfield: asked'])
    expect((await as('harbourWorker').carePlan.byEpisode({ episodeId: one.episodeId })).part.relation).toBe('accepted')
  })

  it('a line of a release list about the person is there for the circle alone', async () => {
    const listId = newId()
    await scene.owner.query(
      `insert into release_list (id, service_id, uploaded_by, uploaded_at, state, lines_total, counts)
       values ($1, $2, $3, app.now(), 'ready', 1, '{}')`,
      [listId, scene.services.northgate, people().northgateNurse.accountId],
    )
    await scene.owner.query(
      `insert into release_list_line (list_id, line, service_id, result, of_person_id, cells) values ($1, 1, $2, 'same', $3, '{}')`,
      [listId, scene.services.northgate, one.personId],
    )
    await set('northgateNurse')
    const lines = (who: keyof Scene['people']) =>
      as(who)
        .releaseList.lines({ listId, result: 'same', page: 1 } as never)
        .then(({ lines: all }) => all.length)
    expect([await lines('northgateNurse'), await lines('northgateSecondNurse')]).toEqual([1, 0])
  })
})
