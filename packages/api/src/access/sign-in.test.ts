import { castEmail } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { hashPassword } from './password.ts'
import { readSession } from './read-session.ts'
import { type SignInAnswer, signIn } from './sign-in.ts'

const PASSWORD = 'correct horse battery'
const email = castEmail('northgateNurse')

let scene: Scene
beforeAll(async () => {
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(() => scene.close())
beforeEach(() => scene.owner.query('truncate sign_in_attempt'))

const from = (address: string, sid: string | null = null) => ({ address, sid })
const knock = (password: unknown, address = '192.0.2.1', who: unknown = email): Promise<SignInAnswer> =>
  signIn({ email: who, password }, from(address))
const kinds = async (tries: Promise<SignInAnswer>[]) => (await Promise.all(tries)).map(({ kind }) => kind)

async function failTimes(count: number, address = '192.0.2.1', who = email): Promise<void> {
  await scene.owner.query(
    `insert into sign_in_attempt (id, email_hash, ip_hash, at, succeeded)
     select gen_random_uuid(), sha256($1::bytea), sha256($2::bytea), app.now(), false from generate_series(1, $3)`,
    [Buffer.from(who), Buffer.from(address), count],
  )
}

async function pass(seconds: number): Promise<void> {
  await scene.owner.query(`update clock_offset set by = by + make_interval(secs => $1)`, [seconds])
}

describe('signing in', () => {
  it('starts a session under the only hat, whatever the case of the address and the spaces around it', async () => {
    const answer = await knock(PASSWORD, '192.0.2.1', `  ${email.toUpperCase()} `)
    expect(answer.kind).toBe('signed-in')
    const signedIn = await readSession(answer.kind === 'signed-in' ? answer.sid : null)
    expect(signedIn?.hat?.serviceName).toBe('HMP Northgate')
  })

  it.each([
    ['a wrong password', email, 'not this one'],
    ['an empty password', email, ''],
    ['a password of 129 characters', email, 'x'.repeat(129)],
    ['a password of 10 MB', email, 'x'.repeat(10_000_000)],
    ['a password with NUL', email, `${PASSWORD}\u0000`],
    ['a password that is a number', email, 12],
    ['no password', email, undefined],
    ['an address that nobody has', 'nobody@throughcare.test', PASSWORD],
    ['an address with a look-alike of @', email.replace('@', '＠'), PASSWORD],
    ['an address in quotes', `"${email}"@evil.test`, PASSWORD],
    ['two addresses', `${email},evil@evil.test`, PASSWORD],
    ['a line break in the address', `${email}\r\nbcc: evil@evil.test`, PASSWORD],
    ['an address of 300 characters', `${'x'.repeat(300)}@throughcare.test`, PASSWORD],
    ['an address that is a list', [email], PASSWORD],
    ['the system actor', 'system@throughcare.invalid', PASSWORD],
  ])('says the same for %s', async (_what, who, password) => {
    expect(await knock(password, '192.0.2.2', who)).toEqual({ kind: 'wrong' })
  })

  it('takes any characters and cuts nothing off', async () => {
    const odd = 'Åse’s 🗝️ pass\tphrase, 48 timer'
    await scene.owner.query('update account set password_hash = $1 where email = $2', [
      await hashPassword(odd),
      castEmail('harbourWorker'),
    ])
    expect(await kinds([knock(odd, '192.0.2.3', castEmail('harbourWorker'))])).toEqual(['signed-in'])
    expect(await kinds([knock(odd.slice(0, -1), '192.0.2.3', castEmail('harbourWorker'))])).toEqual(['wrong'])
  })

  it('lets a closed account in no more than one that never was', async () => {
    await scene.owner.query('update account set disabled_at = now() where email = $1', [castEmail('harbourManager')])
    expect(await knock(PASSWORD, '192.0.2.4', castEmail('harbourManager'))).toEqual({ kind: 'wrong' })
  })

  it('I08: refuses demo accounts in earnest', async () => {
    await scene.owner.query('update account set demo = true where email = $1', [castEmail('havenWorker')])
    expect((await knock(PASSWORD, '192.0.2.5', castEmail('havenWorker'))).kind).toBe('signed-in')
    await scene.owner.query('begin')
    await scene.owner.query('delete from clock_offset')
    await scene.owner.query(`update installation set purpose = 'production'`)
    await scene.owner.query('commit')
    const inEarnest = await knock(PASSWORD, '192.0.2.5', castEmail('havenWorker'))
    await scene.owner.query(`update installation set purpose = 'test'`)
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    expect(inEarnest).toEqual({ kind: 'wrong' })
  })
})

describe('B01: after repeated failures', () => {
  it('locks account and place together after five, longer each time, the right password included', async () => {
    await failTimes(5)
    const first = await knock(PASSWORD)
    expect(first).toEqual({ kind: 'wait', seconds: 30 })
    await pass(31)
    expect((await knock('wrong again')).kind).toBe('wrong')
    expect(await knock(PASSWORD)).toEqual({ kind: 'wait', seconds: 60 })
    await pass(61)
    expect((await knock('and again')).kind).toBe('wrong')
    expect(await knock(PASSWORD)).toEqual({ kind: 'wait', seconds: 120 })
  })

  it('never waits longer than an hour, and forgets after a day', async () => {
    await failTimes(19)
    expect(await knock(PASSWORD)).toEqual({ kind: 'wait', seconds: 3600 })
    await pass(86_401)
    expect((await knock(PASSWORD)).kind).toBe('signed-in')
  })

  it('starts over after a success', async () => {
    await failTimes(4)
    expect((await knock(PASSWORD)).kind).toBe('signed-in')
    await pass(1)
    expect((await knock('wrong')).kind).toBe('wrong')
    expect((await knock(PASSWORD)).kind).toBe('signed-in')
  })

  it('does not lock a colleague at the same place, nor the account at another one', async () => {
    await failTimes(6)
    expect((await knock(PASSWORD, '192.0.2.1', castEmail('northgateSecondNurse'))).kind).toBe('signed-in')
    expect((await knock(PASSWORD, '192.0.2.77')).kind).toBe('signed-in')
  })

  it('locks an account that is tried from many places', async () => {
    for (let place = 0; place < 20; place += 1) await failTimes(1, `198.51.100.${place}`)
    expect(await knock(PASSWORD, '198.51.100.99')).toEqual({ kind: 'wait', seconds: 30 })
  })

  it('locks a place that tries one password on many accounts, also on those that do not exist', async () => {
    for (let account = 0; account < 60; account += 1) await failTimes(1, '203.0.113.5', `somebody${account}@x.test`)
    expect(await knock(PASSWORD, '203.0.113.5')).toEqual({ kind: 'wait', seconds: 30 })
    expect((await knock(PASSWORD, '203.0.113.6')).kind).toBe('signed-in')
  })

  it('counts tries that arrive together as many', async () => {
    const answers = await kinds(Array.from({ length: 12 }, () => knock('at once')))
    expect(answers.filter((kind) => kind === 'wrong')).toHaveLength(5)
    expect(answers.filter((kind) => kind === 'wait')).toHaveLength(7)
  })

  it('B02: locks an address that nobody has just as it locks one that somebody has', async () => {
    await failTimes(5, '192.0.2.1', 'nobody@throughcare.test')
    expect(await knock(PASSWORD, '192.0.2.1', 'nobody@throughcare.test')).toEqual({ kind: 'wait', seconds: 30 })
  })

  it('writes down no address, only its hash', async () => {
    await knock('wrong')
    const { rows } = await scene.owner.query('select * from sign_in_attempt')
    expect(JSON.stringify(rows)).not.toContain('nora')
  })
})

describe('B02: the time of an answer', () => {
  it('is alike for somebody and for nobody', async () => {
    const time = async (who: string, turn: number) => {
      const start = performance.now()
      await knock('not this one', `192.0.2.${turn}`, who)
      return performance.now() - start
    }
    const somebody: number[] = []
    const nobody: number[] = []
    await time(email, 200)
    for (let turn = 0; turn < 12; turn += 1) {
      somebody.push(await time(email, turn))
      nobody.push(await time('nobody@throughcare.test', turn))
    }
    // The quickest of each: what else the machine does at the time only ever adds.
    const ratio = Math.min(...nobody) / Math.min(...somebody)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})

describe('B03: a session that was there before', () => {
  it('never becomes the new one, and ends', async () => {
    const first = await knock(PASSWORD)
    const before = first.kind === 'signed-in' ? first.sid : ''
    const second = await signIn({ email, password: PASSWORD }, from('192.0.2.1', before))
    const after = second.kind === 'signed-in' ? second.sid : ''
    expect(after).toMatch(/^[\w-]{43}$/)
    expect(after).not.toBe(before)
    expect(await readSession(before)).toBeNull()
    expect(await readSession(after)).not.toBeNull()
  })

  it('is not taken over from a cookie that somebody else planted', async () => {
    const planted = 'A'.repeat(43)
    const answer = await signIn({ email, password: PASSWORD }, from('192.0.2.1', planted))
    expect(answer.kind === 'signed-in' && answer.sid).not.toBe(planted)
    expect(await readSession(planted)).toBeNull()
  })
})
