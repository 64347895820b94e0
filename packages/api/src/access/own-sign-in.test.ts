import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { closeLive, followLive } from '../live/follow-live.ts'
import { appRouter } from '../root.ts'
import { createCallerFactory } from '../trpc.ts'
import { changePassword } from './change-password.ts'
import { hashPassword } from './password.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'

const PASSWORD = 'gate opens at nine'
const NEW_PASSWORD = 'four other long words'
const address = '192.0.2.1'
type Who = 'harbourWorker' | 'harbourSecondWorker' | 'riversideWorker' | 'northgateNurse'
const createCaller = createCallerFactory(appRouter)

let scene: Scene
beforeAll(async () => {
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(async () => {
  await closeLive()
  await scene.close()
})
beforeEach(() => scene.owner.query('truncate sign_in_attempt'))

const enter = (who: Who, more: { sid?: string | null; again?: boolean; password?: string } = {}) =>
  signIn(
    { email: castEmail(who), password: more.password ?? PASSWORD },
    { address, sid: more.sid ?? null, again: more.again ?? false },
  )
async function signedIn(who: Who): Promise<string> {
  const answer = await enter(who)
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return answer.sid
}
const caller = async (sid: string) => createCaller({ traceId: 'test', signedIn: await readSession(sid) })
const isOpen = async (sid: string) => (await readSession(sid)) !== null

describe('one’s own sessions', () => {
  it('B04: are listed, and one of them ended from here is worth nothing there', async () => {
    const [here, there] = [await signedIn('harbourWorker'), await signedIn('harbourWorker')]
    const { sessions } = await (await caller(here)).access.sessions()
    expect(sessions.filter(({ isHere }) => isHere)).toHaveLength(1)
    const [other] = sessions.filter(({ isHere }) => !isHere)
    const { ended } = await (await caller(here)).access.endSession({
      requestId: newId(),
      sessionId: other?.sessionId ?? '',
    })
    expect(ended).toBe(1)
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, false])
  })

  it('B04: end all but this one at one press, and nobody else’s', async () => {
    const sids = [await signedIn('harbourWorker'), await signedIn('harbourWorker'), await signedIn('harbourWorker')]
    const colleague = await signedIn('harbourSecondWorker')
    await (await caller(sids[0] ?? '')).access.endSession({ requestId: newId(), sessionId: null })
    expect(await Promise.all(sids.map(isOpen))).toEqual([true, false, false])
    expect(await isOpen(colleague)).toBe(true)
    const { sessions } = await (await caller(colleague)).access.sessions()
    const foreign = await (await caller(sids[0] ?? '')).access.endSession({
      requestId: newId(),
      sessionId: sessions[0]?.sessionId ?? '',
    })
    expect(foreign).toEqual({ ended: 0 })
    expect(await isOpen(colleague)).toBe(true)
  })

  it('A14: ended from another device, their stream ends within a second', async () => {
    const [here, there] = [await signedIn('northgateNurse'), await signedIn('northgateNurse')]
    const hat = (await readSession(there))?.hat
    if (!hat) throw new Error('no hat')
    const one = await scene.aCase()
    const control = new AbortController()
    const stream = followLive(hat, { lastEventId: null }, control.signal)
    for (let event = await stream.next(); event.value?.episodeId !== one.episodeId; ) event = await stream.next()
    const over = (async () => {
      for (;;) if ((await stream.next()).done) return performance.now()
    })()
    await (await caller(here)).access.endSession({ requestId: newId(), sessionId: null })
    const at = performance.now()
    expect((await over) - at).toBeLessThan(1_000)
    control.abort()
  })

  it('B14: are five at once; for a sixth the one unused longest ends, and a demo account has as many as look', async () => {
    await scene.owner.query('update session set ended_at = app.now(), ended_because = $1', ['signed-out'])
    const sids: string[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      sids.push(await signedIn('riversideWorker'))
      await scene.owner.query(`update clock_offset set by = by + interval '61 seconds'`)
    }
    // The first is used again: the second is the one unused longest.
    expect(await isOpen(sids[0] ?? '')).toBe(true)
    sids.push(await signedIn('riversideWorker'))
    expect(await Promise.all(sids.map(isOpen))).toEqual([true, false, true, true, true, true])
    await scene.owner.query('update account set demo = true where email = $1', [castEmail('riversideWorker')])
    for (let turn = 0; turn < 3; turn += 1) sids.push(await signedIn('riversideWorker'))
    expect((await Promise.all(sids.map(isOpen))).filter(Boolean)).toHaveLength(8)
  })
})

describe('signing in again at a page that is still open', () => {
  it('is for whoever had the session: for anybody else there is none', async () => {
    const sid = await signedIn('harbourWorker')
    await scene.owner.query(
      `update session set ended_at = app.now(), ended_because = 'elsewhere' where ended_at is null`,
    )
    expect(await enter('harbourSecondWorker', { sid, again: true })).toEqual({ kind: 'someone-else' })
    expect(await enter('harbourWorker', { sid: 'A'.repeat(43), again: true })).toEqual({ kind: 'someone-else' })
    expect((await enter('harbourWorker', { sid, again: true })).kind).toBe('signed-in')
  })

  it('goes on under the hat that was worn', async () => {
    const second = newId()
    const { riversideWorker: tom } = scene.people
    await scene.owner.query(
      `insert into membership (id, account_id, service_id, role) values ($1, $2, $3, 'caseworker')`,
      [second, tom.accountId, scene.services.harbour],
    )
    const sid = await signedIn('riversideWorker')
    await (await caller(sid)).access.chooseHat({ requestId: newId(), membershipId: second })
    await scene.owner.query(
      `update session set ended_at = app.now(), ended_because = 'elsewhere' where ended_at is null`,
    )
    const again = await enter('riversideWorker', { sid, again: true })
    expect(again.kind === 'signed-in' && (await readSession(again.sid))?.hat?.membershipId).toBe(second)
    const fresh = await enter('riversideWorker')
    expect(fresh.kind === 'signed-in' && (await readSession(fresh.sid))?.hat).toBeNull()
  })
})

describe('B04: a new password', () => {
  it('asks for the old one, ends every other session, and lets the old one in no more', async () => {
    const [here, there] = [await signedIn('harbourWorker'), await signedIn('harbourWorker')]
    const change = (current: string) => changePassword({ current, password: NEW_PASSWORD }, { address, sid: here })
    expect(await change('not this one')).toEqual({ kind: 'wrong' })
    expect(await change(PASSWORD)).toEqual({ kind: 'changed' })
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, false])
    expect((await enter('harbourWorker')).kind).toBe('wrong')
    expect((await enter('harbourWorker', { password: NEW_PASSWORD })).kind).toBe('signed-in')
  })

  it('is no place to guess the old one', async () => {
    const sid = await signedIn('harbourSecondWorker')
    const guess = (current: string) => changePassword({ current, password: NEW_PASSWORD }, { address, sid })
    for (let turn = 0; turn < 5; turn += 1) expect(await guess('not this one')).toEqual({ kind: 'wrong' })
    expect(await guess(PASSWORD)).toEqual({ kind: 'wait', seconds: 30 })
  })

  it('is for whoever is signed in', async () => {
    for (const sid of [null, 'A'.repeat(43)])
      await expect(
        changePassword({ current: PASSWORD, password: NEW_PASSWORD }, { address, sid }),
      ).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})
