import { randomUUID } from 'node:crypto'
import type { CastService } from '@throughcare/db/testing/cast'
import type { Area } from '@throughcare/domain/checklist/areas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress, refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { itemsOf } from '../../testing/stored-handoff.ts'
import type { AppError } from '../app-error.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const setOf = (episodeId: string, to: Partial<Record<Area, CastService>>, seenVersion = 0) => ({
  episodeId,
  requestId: randomUUID(),
  seenVersion,
  handoffs: Object.entries(to).map(([area, service]) => ({
    area: area as Area,
    receivingServiceId: scene.services[service],
  })),
})
const handoffsOf = async (episodeId: string) => {
  const { rows } = await scene.owner.query<{
    area: string
    status: string
    service: string
    set: string
    carries: string[]
  }>(
    `select h.area, h.status, s.name as service, h.send_set_id as set, h.carries from handoff h
     join service s on s.id = h.accountable_service_id where h.episode_id = $1 order by h.area`,
    [episodeId],
  )
  return rows
}

describe('sending a set', () => {
  it('hands over area by area in one transaction; the prison answers for each until somebody has it', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const press = setOf(one.episodeId, {
      omt: 'harbour',
      naloxone: 'riverside',
      housing: 'haven',
      benefits: 'benefits',
    })
    const answers = await Promise.all([nurse().handoff.send(press), nurse().handoff.send(press)])
    expect(answers[0]).toEqual(answers[1])
    const stored = await handoffsOf(one.episodeId)
    expect(stored.map(({ area, status, service }) => [area, status, service])).toEqual([
      ['benefits', 'sent', 'HMP Northgate'],
      ['housing', 'sent', 'HMP Northgate'],
      ['naloxone', 'sent', 'HMP Northgate'],
      ['omt', 'sent', 'HMP Northgate'],
    ])
    expect(new Set(stored.map(({ set }) => set)).size).toBe(1)
    expect(Object.fromEntries(stored.map(({ area, carries }) => [area, carries]))).toEqual({
      omt: ['identity', 'release', 'omt', 'naloxone', 'health'],
      naloxone: ['identity', 'release', 'naloxone'],
      housing: ['identity', 'release', 'housing', 'belongings'],
      benefits: ['identity', 'release', 'benefits', 'documents', 'work'],
    })
  })

  it('sends all or nothing: one service that cannot receive its area names the line', async () => {
    const one = await scene.aCase()
    const refusal = await refusalOf(nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour', housing: 'harbour' })))
    expect(refusal.fields).toEqual([
      { path: 'handoffs.1.receivingServiceId', fault: 'handoff.receivingServiceId.cannot-receive' },
    ])
    expect(await handoffsOf(one.episodeId)).toEqual([])
  })

  it('pressed by two nurses at once goes out once; the second reads who sent it', async () => {
    const one = await scene.aCase()
    const nurses = [scene.people.northgateNurse, scene.people.northgateSecondNurse]
    const results = await Promise.allSettled(
      nurses.map((who) => scene.as(who).handoff.send(setOf(one.episodeId, { omt: 'harbour' }))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((each) => each.status === 'rejected')
    const refusal = (lost as PromiseRejectedResult).reason.cause as AppError
    expect(refusal.code).toBe('changed-meanwhile')
    expect(refusal.details).toMatchObject({
      seen: { area: 'omt', status: 'not-sent' },
      current: { area: 'omt', status: 'sent' },
      changedBy: expect.stringMatching(/^(Nora Lindqvist|Ben Achterberg)$/),
    })
    expect(await handoffsOf(one.episodeId)).toHaveLength(1)
  })

  it('of a plan that changed since is refused with both versions', async () => {
    const one = await scene.aCase()
    await scene.owner.query('update care_plan set version = 4 where episode_id = $1', [one.episodeId])
    const refusal = await refusalOf(nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' }, 3)))
    expect(refusal).toMatchObject({
      code: 'changed-meanwhile',
      details: { seen: { version: 3 }, current: { version: 4 } },
    })
  })

  it('waits for the plan', async () => {
    const one = await scene.aCase()
    await scene.owner.query('update care_plan set closed_at = app.now() where episode_id = $1', [one.episodeId])
    const refusal = await refusalOf(nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' })))
    expect(refusal.details).toEqual({ refusal: 'handoff.no-plan' })
  })
})

describe('who is offered', () => {
  it('are the services that can receive the area, each with its own deadline', async () => {
    const one = await scene.aCase({
      items: [
        { area: 'omt', code: 'dose' },
        { area: 'work', code: 'job-centre' },
      ],
    })
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    expect(receivers.planVersion).toBe(0)
    expect(receivers.kind).toBe('planned')
    const offered = Object.fromEntries(
      receivers.areas.map(({ area, offers }) => [area, offers.map(({ name }) => name)]),
    )
    expect(offered).toEqual({
      omt: ['Harbour Recovery', 'Riverside Recovery'],
      naloxone: ['Harbour Recovery', 'Riverside Recovery'],
      housing: ['Haven Housing'],
      benefits: ['City Benefits Office'],
      partner: ['Harbour Recovery', 'Riverside Recovery'],
      work: ['City Benefits Office'],
    })
    expect(receivers.areas.map(({ area, state }) => [area, state])).toEqual([
      ['omt', 'not-sent'],
      ['naloxone', 'not-needed'],
      ['housing', 'not-needed'],
      ['benefits', 'not-needed'],
      ['partner', 'not-needed'],
      ['work', 'not-sent'],
    ])
  })

  it('are none in another country, and the empty list says why', async () => {
    const one = await scene.aCase()
    await scene.owner.query(`update custody_episode set release_country = 'NO' where id = $1`, [one.episodeId])
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    const omt = receivers.areas.find(({ area }) => area === 'omt')
    expect(omt?.offers).toEqual([])
    expect(omt?.nobodyBecause).toContainEqual({ because: 'other-country', services: 2 })
  })

  it('are none where nobody is there to answer', async () => {
    const one = await scene.aCase()
    await scene.owner.query(`update membership set until = app.now() where service_id = $1`, [scene.services.haven])
    await scene.owner.query(`update service set duty_contact_phone = null where id = $1`, [scene.services.haven])
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    await scene.owner.query(`update membership set until = null where service_id = $1`, [scene.services.haven])
    await scene.owner.query(`update service set duty_contact_phone = '+44 20 7946 0999' where id = $1`, [
      scene.services.haven,
    ])
    const housing = receivers.areas.find(({ area }) => area === 'housing')
    expect(housing?.nobodyBecause).toContainEqual({ because: 'nobody-there', services: 1 })
  })

  it('show what stands for an area in place of offers to send it', async () => {
    const one = await scene.aCase()
    const handoffId = await scene.aHandoff(one, { status: 'rejected' })
    const receivers = await nurse().handoff.receivers({ episodeId: one.episodeId })
    const omt = receivers.areas.find(({ area }) => area === 'omt')
    expect(omt).toMatchObject({ state: 'rejected', standing: { id: handoffId, rejectedReason: 'no-capacity' } })
  })
})

describe('handing an area over again', () => {
  it('I-1: what is still open of an area that was finished is the sender’s again until somebody acknowledges', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const [first] = (await nurse().handoff.send(setOf(one.episodeId, { omt: 'harbour' }))).handoffs
    const harbour = scene.as(scene.people.harbourWorker).handoff
    const handoffId = first?.handoffId ?? ''
    await harbour.accept({ ...aPress(handoffId), workerId: null })
    await harbour.finish({ ...aPress(handoffId, 1), outcome: 'in-part', words: null })
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'Harbour Recovery' })
    await nurse().handoff.send(setOf(one.episodeId, { omt: 'riverside' }))
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'HMP Northgate' })
  })
})
