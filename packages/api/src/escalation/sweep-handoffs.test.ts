import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { itemsOf, movesOf, partOf } from '../../testing/stored-handoff.ts'
import { sweepHandoffs } from './sweep-handoffs.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(async () => {
  await scene.setClock(STORY_STARTS)
  await scene.owner.query(
    'update service set fallback_service_id = null, fallback_agreed_on = null, fallback_contact = null',
  )
  // What a test left waiting is none of the next one's.
  await scene.owner.query('update handoff set clock_stage = 4')
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
/** Two seconds past the time that stands on the handoff, whatever the machine took until now. */
async function past(
  handoffId: string,
  column: 'half_at' | 'ring_at' | 'due_at' | 'accept_due_at',
  by = 2000,
): Promise<void> {
  const { rows } = await scene.owner.query<{ at: Date }>(`select ${column} as at from handoff where id = $1`, [
    handoffId,
  ])
  await scene.setClock(new Date((rows[0]?.at ?? STORY_STARTS).getTime() + by))
}

/** An emergency of today at nine: Harbour has four hours. */
async function anEmergency(): Promise<{ handoffId: string; episodeId: string }> {
  const { episodeId } = await scene.aCase({
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T08:30:00Z'),
    items: [{ area: 'omt', code: 'dose-tomorrow' }],
  })
  const { handoffs } = await nurse().handoff.send({
    episodeId,
    requestId: randomUUID(),
    seenVersion: 0,
    handoffs: [{ area: 'omt', receivingServiceId: scene.services.harbour }],
  })
  return { handoffId: handoffs[0]?.handoffId ?? '', episodeId }
}

const agree = (fallback: string) =>
  scene.owner.query(
    `update service set fallback_service_id = $2, fallback_agreed_on = '2026-01-05', fallback_contact = 'Tom Vance' where id = $1`,
    [scene.services.harbour, fallback],
  )

async function stepsOf(handoffId: string): Promise<unknown[]> {
  const { rows } = await scene.owner.query(
    `select e.step, e.because, e.at - e.planned_at > interval '60 seconds' as late,
       array(select s.name from service s where s.id = any (e.told_service_ids) order by 1) as told
     from escalation e where e.handoff_id = $1 order by e.at, e.id`,
    [handoffId],
  )
  return rows
}

async function told(handoffId: string): Promise<string[]> {
  const { rows } = await scene.owner.query<{ line: string }>(
    `select concat_ws(' ', n.kind, s.name, n.audience) as line from notice n join service s on s.id = n.service_id
     where n.handoff_id = $1 and n.kind <> 'handoff-sent' order by n.caused_at, n.kind, n.audience`,
    [handoffId],
  )
  return rows.map(({ line }) => line)
}

async function handoffNow(handoffId: string) {
  const { rows } = await scene.owner.query(
    `select h.status, a.name as accountable, h.attempt, h.kind, date_trunc('minute', h.waiting_since) as since, h.next_step_at as next,
       date_trunc('minute', h.due_at) as due
     from handoff h join service a on a.id = h.accountable_service_id where h.id = $1`,
    [handoffId],
  )
  return rows[0]
}

const heirOf = async (handoffId: string): Promise<string> =>
  (await scene.owner.query<{ id: string }>('select id from handoff where previous_id = $1', [handoffId])).rows[0]?.id ??
  ''

describe('a handoff that nobody answers', () => {
  it('is reminded of at half the time, rung for at three quarters, and each step is taken once', async () => {
    const { handoffId } = await anEmergency()
    await past(handoffId, 'half_at', -60_000)
    expect(await sweepHandoffs()).toEqual({ taken: 0, late: 0 })
    await past(handoffId, 'half_at')
    expect(await sweepHandoffs()).toEqual({ taken: 1, late: 0 })
    expect(await sweepHandoffs()).toEqual({ taken: 0, late: 0 })
    await past(handoffId, 'ring_at')
    await Promise.all([sweepHandoffs(), sweepHandoffs()])
    expect(await stepsOf(handoffId)).toEqual([
      { step: 'half-time', because: null, late: false, told: ['Harbour Recovery'] },
      { step: 'ring-duty', because: null, late: false, told: ['HMP Northgate', 'Harbour Recovery'] },
    ])
    expect(await told(handoffId)).toEqual([
      'handoff-half-time Harbour Recovery workers',
      'handoff-ring-duty Harbour Recovery duty',
      'handoff-ring-duty HMP Northgate workers',
    ])
    expect(await handoffNow(handoffId)).toMatchObject({ status: 'sent', accountable: 'HMP Northgate' })
  })

  it('goes to the fallback at the deadline: one row closes, its successor opens, and the clock goes on', async () => {
    await agree(scene.services.riverside)
    const { handoffId, episodeId } = await anEmergency()
    await past(handoffId, 'due_at')
    await sweepHandoffs()
    const heirId = await heirOf(handoffId)
    expect(await handoffNow(handoffId)).toMatchObject({ status: 'timed-out', accountable: 'HMP Northgate', next: null })
    expect(await handoffNow(heirId)).toMatchObject({
      status: 'sent',
      accountable: 'Riverside Recovery',
      attempt: 2,
      since: STORY_STARTS,
    })
    expect(await movesOf(scene, handoffId)).toEqual(['send', 'time-out'])
    expect(await movesOf(scene, heirId)).toEqual(['send'])
    expect(await itemsOf(scene, episodeId)).toEqual({ 'dose-tomorrow': 'Riverside Recovery' })
    expect(await partOf(scene, episodeId, scene.services.harbour)).toMatchObject({ relation: 'ended', categories: [] })
    expect(await partOf(scene, episodeId, scene.services.riverside)).toMatchObject({ relation: 'offered' })
    expect(await stepsOf(handoffId)).toMatchObject([{ step: 'to-fallback' }])
    expect(await told(heirId)).toContain('handoff-timed-out Riverside Recovery workers')
    expect(await told(handoffId)).toEqual(['handoff-timed-out Harbour Recovery managers'])

    const ofSender = await nurse().handoff.byId({ handoffId })
    expect(ofSender.steps).toMatchObject([
      {
        step: 'to-fallback',
        isLate: false,
        heir: { handoffId: heirId, name: 'Riverside Recovery', agreedOn: '2026-01-05', agreedWith: 'Tom Vance' },
      },
    ])
    expect(ofSender).toMatchObject({ accountableName: 'Riverside Recovery', passedOnTo: { handoffId: heirId } })
    const fallback = scene.as(scene.people.riversideWorker)
    const seen = await fallback.handoff.byId({ handoffId: heirId })
    expect(seen).toMatchObject({
      isNotSeen: true,
      accountableName: 'Riverside Recovery',
      heirOf: { name: 'Harbour Recovery', agreedOn: '2026-01-05', agreedWith: 'Tom Vance' },
      deadlineRule: { id: 'handoff-deadlines', version: 1 },
    })
    const { rows } = await fallback.handoff.inbox({ tab: 'new', page: 1 })
    expect(rows.find(({ id }) => id === heirId)).toMatchObject({ isNotSeen: true })
    const taken = await fallback.handoff.acknowledge({ handoffId: heirId, seenVersion: 0, requestId: randomUUID() })
    expect(taken.status).toBe('acknowledged')
  })

  it('a fallback that is silent as well has no heir: its own deadline tells the managers of both, once', async () => {
    await agree(scene.services.riverside)
    await scene.owner.query(
      `update service set fallback_service_id = $2, fallback_agreed_on = '2026-01-05', fallback_contact = 'X' where id = $1`,
      [scene.services.riverside, scene.services.haven],
    )
    const { handoffId } = await anEmergency()
    await past(handoffId, 'due_at')
    await sweepHandoffs()
    const heirId = await heirOf(handoffId)
    await past(heirId, 'due_at')
    await sweepHandoffs()
    await sweepHandoffs()
    expect(await stepsOf(heirId)).toEqual([
      { step: 'managers-told', because: null, late: false, told: ['HMP Northgate', 'Riverside Recovery'] },
    ])
    expect(await handoffNow(heirId)).toMatchObject({ status: 'sent', accountable: 'Riverside Recovery', next: null })
  })

  it.each([
    ['nobody agreed', null, 'no-agreement'],
    ['the fallback does not take the area', 'haven', 'cannot-receive'],
  ] as const)('stays with the sender, who is told at once: %s', async (_name, fallback, because) => {
    if (fallback) await agree(scene.services[fallback])
    const { handoffId, episodeId } = await anEmergency()
    await past(handoffId, 'due_at')
    await sweepHandoffs()
    expect(await handoffNow(handoffId)).toMatchObject({ status: 'timed-out', accountable: 'HMP Northgate' })
    expect(await heirOf(handoffId)).toBe('')
    expect(await itemsOf(scene, episodeId)).toEqual({ 'dose-tomorrow': 'HMP Northgate' })
    expect(await stepsOf(handoffId)).toEqual([
      { step: 'stays-with-sender', because, late: false, told: ['HMP Northgate', 'Harbour Recovery'] },
    ])
    expect(await told(handoffId)).toContain('handoff-timed-out HMP Northgate workers')
  })

  it('E08: after six hours without a worker it catches up once and says that it is late', async () => {
    await agree(scene.services.riverside)
    const { handoffId } = await anEmergency()
    await past(handoffId, 'due_at', 2 * 3_600_000)
    expect(await sweepHandoffs()).toEqual({ taken: 1, late: 1 })
    expect(await sweepHandoffs()).toEqual({ taken: 0, late: 0 })
    expect(await stepsOf(handoffId)).toMatchObject([{ step: 'to-fallback', late: true }])
  })

  it('is left alone once somebody has it, and when nobody takes it there both are told', async () => {
    const { handoffId } = await anEmergency()
    const worker = scene.as(scene.people.harbourWorker)
    await worker.handoff.acknowledge({ handoffId, seenVersion: 0, requestId: randomUUID() })
    await past(handoffId, 'accept_due_at', -60_000)
    expect((await sweepHandoffs()).taken).toBe(0)
    await past(handoffId, 'accept_due_at')
    await sweepHandoffs()
    expect(await stepsOf(handoffId)).toMatchObject([{ step: 'accept-late', told: ['Harbour Recovery'] }])
    expect(await told(handoffId)).toContain('handoff-accept-late Harbour Recovery managers')
  })

  it('is left alone when the case has stopped', async () => {
    const { handoffId, episodeId } = await anEmergency()
    await nurse().custodyEpisode.recordEvent({
      requestId: randomUUID(),
      episodeId,
      kind: 'died',
      at: STORY_STARTS,
    })
    await past(handoffId, 'due_at')
    expect((await sweepHandoffs()).taken).toBe(0)
  })
})
