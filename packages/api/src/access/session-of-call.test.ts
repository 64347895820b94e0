import { castEmail } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { appRouter } from '../root.ts'
import { createCallerFactory } from '../trpc.ts'
import { hashPassword } from './password.ts'
import { sessionOfCall } from './session-of-call.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const PASSWORD = 'correct horse battery'
const createCaller = createCallerFactory(appRouter)

let scene: Scene
let sid: string
beforeAll(async () => {
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.owner.query('truncate sign_in_attempt')
  const answer = await signIn(
    { email: castEmail('harbourWorker'), password: PASSWORD },
    { address: '192.0.2.1', sid: null },
  )
  if (answer.kind !== 'signed-in') throw new Error(`not signed in: ${answer.kind}`)
  sid = answer.sid
})

const asks = async (isOneReading = true) =>
  createCaller({ ...(await sessionOfCall(sid, { touch: true, isOneReading })), traceId: 'test' })
const look = async () => (await asks()).handoff.inbox({ tab: 'new', page: 1 })

describe('B05: whoever was known a moment ago', () => {
  it('is not read again for one reading, and is for anything else', async () => {
    await look()
    expect((await sessionOfCall(sid, { touch: true, isOneReading: true })).readAnew).toBeTypeOf('function')
    expect((await sessionOfCall(sid, { touch: true, isOneReading: false })).readAnew).toBeUndefined()
  })

  it('is read again after five seconds', async () => {
    await look()
    const later = { touch: true, isOneReading: true, now: performance.now() + 5_001 }
    expect((await sessionOfCall(sid, later)).readAnew).toBeUndefined()
  })

  it('reads nothing once the session has ended', async () => {
    await look()
    await signOut(sid)
    await expect(look()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('reads nothing once the hat is taken away, and leaves no entry', async () => {
    await look()
    const { membershipId, accountId } = scene.people.harbourWorker
    const entries = async () =>
      (await scene.owner.query('select count(*)::int as n from audit_entry where account_id = $1', [accountId])).rows[0]
        .n
    const before = await entries()
    await scene.owner.query('update membership set until = app.now() where id = $1', [membershipId])
    try {
      await expect(look()).rejects.toMatchObject({ message: 'no-hat' })
      expect(await entries()).toBe(before)
    } finally {
      await scene.owner.query('update membership set until = null where id = $1', [membershipId])
    }
  })

  it.each([
    ['grants', `grants = '{approver}'`],
    ['role', `role = 'manager', grants = '{}'`],
  ])('is who they are now when their %s changed', async (_what, changed) => {
    await look()
    const { membershipId, accountId } = scene.people.harbourWorker
    await scene.owner.query(`update membership set ${changed} where id = $1`, [membershipId])
    try {
      await look()
      const { rows } = await scene.owner.query(
        `select role from audit_entry where account_id = $1 and action = 'handoff.inbox' order by xid desc limit 1`,
        [accountId],
      )
      expect(rows).toEqual([{ role: changed.includes('manager') ? 'manager' : 'caseworker' }])
    } finally {
      await scene.owner.query(`update membership set role = 'caseworker', grants = '{}' where id = $1`, [membershipId])
    }
  })

  it('is refused by what they are now, once', async () => {
    await look()
    const { membershipId, accountId } = scene.people.harbourWorker
    await scene.owner.query(`update membership set role = 'administrator' where id = $1`, [membershipId])
    try {
      await expect(look()).rejects.toMatchObject({ message: 'not-allowed' })
      const { rows } = await scene.owner.query(
        `select role from audit_entry where account_id = $1 and outcome = 'denied'`,
        [accountId],
      )
      expect(rows).toEqual([{ role: 'administrator' }])
    } finally {
      await scene.owner.query(`update membership set role = 'caseworker' where id = $1`, [membershipId])
    }
  })

  it('and a sid that is none is nobody', async () => {
    expect(await sessionOfCall('x', { touch: true, isOneReading: true })).toEqual({ signedIn: null })
  })
})
