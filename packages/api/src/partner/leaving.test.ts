import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aHalf,
  appointmentsOf,
  type Half,
  linked,
  meets,
  names,
  pageOf,
  runsAt,
  saysAlone,
  starts,
} from '../../testing/couple.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let a: Half
let b: Half
let turn = 0

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  turn += 1
  await scene.setClock(STORY_STARTS)
  await scene.owner.query('delete from partner_run')
  a = await aHalf(scene, 'northgateNurse', { familyName: `Aske${turn}` })
  b = await aHalf(scene, 'eastfieldNurse', {
    prison: 'eastfield',
    familyName: `Bruun${turn}`,
    dateOfBirth: '1986-02-11',
  })
})
afterAll(() => scene.close())

const RUN = '2026-03-27T04:00:00Z'
const NEXT = '2026-03-28T04:00:00Z'
const both = (half: Half, at?: string) => meets(half, scene.services.harbour, at)
const statuses = async (half: Half) => (await appointments(half)).map((one) => (one as { status: string }).status)
const appointments = (half: Half) => appointmentsOf(scene, half)

describe('A16: leaving', () => {
  const page = async () => JSON.stringify(await pageOf(a))

  it.each<['end-now' | 'next-run' | 'keep-appearances', boolean, string[], string, boolean]>([
    ['end-now', false, ['cancelled'], 'not-available', false],
    ['end-now', true, ['cancelled'], 'not-available', false],
    ['next-run', false, ['cancelled'], 'not-available', false],
    ['next-run', true, ['cancelled'], 'not-available', false],
    ['keep-appearances', false, ['booked'], 'active', true],
    ['keep-appearances', true, ['booked'], 'active', true],
  ])('%s, by a block: %s', async (leaving, isBlocked, theirs, link, isJoint) => {
    await linked(scene, a, b, RUN)
    await both(a)
    await starts(b, '2026-04-03')
    await runsAt(scene, NEXT)
    const before = await page()
    await saysAlone(b, { answer: isBlocked ? 'yes' : 'withdrawn', isBlocked, leaving })
    // The person's own side knows at once; the other side's is byte for byte the same until the run.
    expect((await pageOf(b)).link).toBe('not-available')
    expect(await page()).toBe(before)
    if (leaving === 'end-now') expect(await statuses(b)).toEqual(['cancelled'])
    await runsAt(scene, '2026-03-29T04:00:00Z')
    expect(await statuses(b)).toEqual(theirs)
    const after = await pageOf(a)
    expect(after.link).toBe(link)
    expect(after.times).toMatchObject([{ status: 'booked', isJoint }])
    expect(after.starts.other).toBe(link === 'active' ? '2026-04-03' : null)
  })

  it('somebody who keeps up appearances is booked nowhere with the other any more, and the other’s page does not say so', async () => {
    await linked(scene, a, b, RUN)
    await saysAlone(b, { answer: 'withdrawn', leaving: 'keep-appearances' })
    await both(a)
    await runsAt(scene, NEXT)
    expect((await pageOf(a)).times).toMatchObject([{ isJoint: true, status: 'booked' }])
    expect(await appointments(b)).toEqual([])
  })

  it('a time for both is refused alike to who never was linked, whose partner left, and who left', async () => {
    const refusals: unknown[] = []
    const refusal = () => both(a).catch((error) => refusals.push([error.code, error.message, error.cause.details]))
    await saysAlone(a)
    await names(a, b)
    await refusal()
    await saysAlone(b)
    await names(b, a)
    await runsAt(scene, RUN)
    await saysAlone(b, { answer: 'withdrawn', leaving: 'next-run' })
    await runsAt(scene, NEXT)
    await refusal()
    await saysAlone(b, { answer: 'yes' })
    await runsAt(scene, '2026-03-29T04:00:00Z')
    await saysAlone(a, { isBlocked: true, leaving: 'end-now' })
    await refusal()
    expect(refusals).toHaveLength(3)
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1)
  })

  it('A17: a record that was restricted is linked to nobody any more, in the same words', async () => {
    await linked(scene, a, b, RUN)
    await scene.owner.query(
      `insert into restriction (id, person_id, reason, set_at, set_by, set_service_id, review_on)
       values (gen_random_uuid(), $1, 'threatened', app.now(), $2, $3, '2026-09-26')`,
      [b.personId, b.actor.accountId, b.actor.serviceId],
    )
    expect((await pageOf(a)).link).toBe('active')
    await runsAt(scene, NEXT)
    expect((await pageOf(a)).link).toBe('not-available')
  })

  it('a record that is closed, or on which work has stopped, ends a link in the same words', async () => {
    await linked(scene, a, b, RUN)
    await b.worker.custodyEpisode.recordEvent({
      ...{ episodeId: b.episodeId, requestId: randomUUID(), kind: 'died' },
      at: new Date('2026-03-27T03:00:00Z'),
    })
    expect((await pageOf(a)).link).toBe('active')
    await runsAt(scene, NEXT)
    expect((await pageOf(a)).link).toBe('not-available')
  })
})
