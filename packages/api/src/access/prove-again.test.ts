import type { Actor } from '@throughcare/db/actor'
import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { appRouter } from '../root.ts'
import { createCallerFactory } from '../trpc.ts'
import { hashPassword } from './password.ts'
import { proveAgain } from './prove-again.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'

const PASSWORD = 'gate opens at nine'
const createCaller = createCallerFactory(appRouter)
const address = '192.0.2.1'

let scene: Scene
beforeAll(async () => {
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(() => scene.close())
beforeEach(() => scene.owner.query('truncate sign_in_attempt'))

async function signedIn(): Promise<string> {
  const answer = await signIn({ email: castEmail('administrator'), password: PASSWORD }, { address, sid: null })
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return answer.sid
}
const later = (minutes: number) =>
  scene.owner.query(`update session set proved_at = proved_at - make_interval(mins => $1) where account_id = $2`, [
    minutes,
    scene.people.administrator.accountId,
  ])

/** A press that changes who may do what, as this cookie would send it: there is no such hat, so that going on is `not-found`. */
async function press(sid: string): Promise<string> {
  const caller = createCaller({ traceId: 'test', signedIn: await readSession(sid) })
  const [serviceId, membershipId, requestId] = [scene.services.harbour, newId(), newId()]
  const seen = { held: 0, waiting: 0 }
  const refusal = await refusalOf(
    caller.access.endMembership({ serviceId, membershipId, requestId, seen, heldTo: null, waiting: 'stays' }),
  )
  return refusal.code
}

describe('B07: what weighs most', () => {
  it('goes on within ten minutes of signing in, asks again after them, and goes on once proved', async () => {
    const sid = await signedIn()
    await later(9)
    expect(await press(sid)).toBe('not-found')
    await later(1)
    expect(await press(sid)).toBe('step-up-needed')
    const answer = await proveAgain({ proof: PASSWORD }, { address, sid })
    expect(answer.kind).toBe('proved')
    expect(await press(answer.kind === 'proved' ? answer.sid : '')).toBe('not-found')
  })

  it('puts the session under a new id as it is proved: a copy of the old cookie opens nothing', async () => {
    const sid = await signedIn()
    const answer = await proveAgain({ proof: PASSWORD }, { address, sid })
    expect(await readSession(sid)).toBeNull()
    expect((await readSession(answer.kind === 'proved' ? answer.sid : ''))?.provedLately).toBe(true)
  })

  it('is no place to guess a password: wrong ones are counted as at the front door', async () => {
    const sid = await signedIn()
    await later(11)
    for (let turn = 0; turn < 5; turn += 1)
      expect(await proveAgain({ proof: 'not this one' }, { address, sid })).toEqual({ kind: 'wrong' })
    expect(await proveAgain({ proof: PASSWORD }, { address, sid })).toEqual({ kind: 'wait', seconds: 30 })
    expect(await press(sid)).toBe('step-up-needed')
  })

  it('asks nobody for a password for what their role may not do anyway', async () => {
    const worker: Actor = scene.people.harbourWorker
    const { accountId, displayName, locale, sidHash } = worker
    const session = { sessionId: newId(), accountId, displayName, locale, sidHash, provedLately: false, hat: worker }
    const caller = createCaller({ traceId: 'test', signedIn: session })
    const input = { serviceId: scene.services.harbour, membershipId: newId(), requestId: newId() }
    const rest = { seen: { held: 0, waiting: 0 }, heldTo: null, waiting: 'stays' as const }
    expect((await refusalOf(caller.access.endMembership({ ...input, ...rest }))).code).toBe('not-allowed')
  })

  it('is refused to whoever is not signed in', async () => {
    for (const sid of [null, 'A'.repeat(43)])
      await expect(proveAgain({ proof: PASSWORD }, { address, sid })).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})
