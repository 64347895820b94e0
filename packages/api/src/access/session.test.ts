import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { appRouter } from '../root.ts'
import { createCallerFactory } from '../trpc.ts'
import { hashPassword } from './password.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const PASSWORD = 'correct horse battery'
const createCaller = createCallerFactory(appRouter)

let scene: Scene
beforeAll(async () => {
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.owner.query('truncate sign_in_attempt')
  await scene.setClock(new Date('2026-03-26T09:00:00Z'))
})

async function signedInAs(who: Parameters<typeof castEmail>[0]): Promise<string> {
  const answer = await signIn({ email: castEmail(who), password: PASSWORD }, { address: '192.0.2.1', sid: null })
  if (answer.kind !== 'signed-in') throw new Error(`not signed in: ${answer.kind}`)
  return answer.sid
}
const callerWith = async (sid: string) => createCaller({ signedIn: await readSession(sid), traceId: 'test' })
const press = () => ({ requestId: crypto.randomUUID() })

async function pass(time: string): Promise<void> {
  await scene.owner.query('update clock_offset set by = by + $1::interval', [time])
}

describe('B04: a session ends', () => {
  it('when its browser signs out; a copy of the cookie is worth nothing', async () => {
    const sid = await signedInAs('northgateNurse')
    await signOut(sid)
    expect(await readSession(sid)).toBeNull()
    await expect((await callerWith(sid)).access.me()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('on every browser at once, and on nobody else’s', async () => {
    const here = await signedInAs('northgateNurse')
    const there = await signedInAs('northgateNurse')
    const colleague = await signedInAs('northgateSecondNurse')
    const { ended } = await (await callerWith(here)).access.signOutEverywhere(press())
    expect(ended).toBeGreaterThanOrEqual(2)
    expect([await readSession(here), await readSession(there)]).toEqual([null, null])
    expect(await readSession(colleague)).not.toBeNull()
  })

  it('after 15 minutes without a press, but not after 14', async () => {
    const sid = await signedInAs('northgateNurse')
    await pass('14 minutes')
    expect(await readSession(sid)).not.toBeNull()
    await pass('14 minutes')
    expect(await readSession(sid)).not.toBeNull()
    await pass('15 minutes 1 second')
    expect(await readSession(sid)).toBeNull()
  })

  it('after 12 hours, however busy', async () => {
    const sid = await signedInAs('northgateNurse')
    for (let quarter = 0; quarter < 51; quarter += 1) {
      await pass('14 minutes')
      expect(await readSession(sid)).not.toBeNull()
    }
    await pass('7 minutes')
    expect(await readSession(sid)).toBeNull()
  })

  it('when the account is closed, in the middle of the session', async () => {
    const sid = await signedInAs('eastfieldNurse')
    await scene.owner.query('update account set disabled_at = now() where email = $1', [castEmail('eastfieldNurse')])
    expect(await readSession(sid)).toBeNull()
  })

  it.each([null, undefined, '', 'x', 'A'.repeat(43), 'A'.repeat(44), `${'A'.repeat(42)}\u0000`, '../../etc/passwd'])(
    'and never was one under the id %j',
    async (sid) => {
      expect(await readSession(sid)).toBeNull()
    },
  )

  it('and keeps no id in the database that opens one', async () => {
    const sid = await signedInAs('northgateNurse')
    const { rows } = await scene.owner.query(`select encode(sid_hash, 'hex') as h, session::text as all from session`)
    expect(JSON.stringify(rows)).not.toContain(sid)
  })
})

describe('hats', () => {
  let second: string
  beforeAll(async () => {
    second = newId()
    await scene.owner.query(
      `insert into membership (id, account_id, service_id, role, grants) values ($1, $2, $3, 'caseworker', '{}')`,
      [second, scene.people.riversideWorker.accountId, scene.services.harbour],
    )
  })

  it('are none at first for somebody with two, who chooses and may change', async () => {
    const sid = await signedInAs('riversideWorker')
    const before = await (await callerWith(sid)).access.me()
    expect(before.hat).toBeNull()
    expect(before.hats.map(({ serviceName }) => serviceName)).toEqual(['Harbour Recovery', 'Riverside Recovery'])
    await (await callerWith(sid)).access.chooseHat({ ...press(), membershipId: second })
    expect((await readSession(sid))?.hat?.serviceId).toBe(scene.services.harbour)
    await pass('2 minutes')
    await (await callerWith(sid)).access.chooseHat({
      ...press(),
      membershipId: scene.people.riversideWorker.membershipId,
    })
    expect((await readSession(sid))?.hat?.serviceId).toBe(scene.services.riverside)
  })

  it('cannot be put on when they are somebody else’s, were taken away or never were: all alike', async () => {
    const sid = await signedInAs('riversideWorker')
    await scene.owner.query('update membership set until = app.now() where id = $1', [second])
    const caller = await callerWith(sid)
    for (const membershipId of [scene.people.harbourManager.membershipId, second, newId()])
      await expect(caller.access.chooseHat({ ...press(), membershipId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.owner.query('update membership set until = null where id = $1', [second])
  })

  it('come off when they are taken away, in the middle of the session', async () => {
    const sid = await signedInAs('riversideWorker')
    await (await callerWith(sid)).access.chooseHat({ ...press(), membershipId: second })
    await scene.owner.query('update membership set until = app.now() where id = $1', [second])
    expect((await readSession(sid))?.hat).toBeNull()
    await scene.owner.query('update membership set until = null where id = $1', [second])
  })

  it('are not chosen by a role or a service in the input', async () => {
    const sid = await signedInAs('northgateNurse')
    const input = { ...press(), membershipId: scene.people.northgateNurse.membershipId, role: 'administrator' }
    await expect((await callerWith(sid)).access.chooseHat(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('the language of the screens', () => {
  it('is kept in the account, also on a session that has been quiet for a while', async () => {
    const sid = await signedInAs('benefitsWorker')
    await pass('5 minutes')
    await (await callerWith(sid)).access.chooseLanguage({ ...press(), locale: 'nb' })
    expect((await readSession(sid))?.locale).toBe('nb')
  })

  it('is a language code and nothing else', async () => {
    const sid = await signedInAs('benefitsWorker')
    const choice = (await callerWith(sid)).access.chooseLanguage({ ...press(), locale: "nb'; drop table account" })
    await expect(choice).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('without a session', () => {
  it.each(['me', 'chooseHat', 'chooseLanguage', 'signOutEverywhere'] as const)('access.%s is refused', async (name) => {
    const caller = createCaller({ signedIn: null, traceId: 'test' })
    const call = caller.access[name] as (input: unknown) => Promise<unknown>
    await expect(call({ ...press(), membershipId: newId(), locale: 'en' })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })
})
