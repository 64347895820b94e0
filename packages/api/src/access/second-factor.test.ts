import { castEmail } from '@throughcare/db/testing/cast'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { hashPassword } from './password.ts'
import { proveAgain } from './prove-again.ts'
import { readSession } from './read-session.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'
import { confirmFactor, proposeFactor, proveByCode, removeFactor } from './second-factor.ts'
import { signIn } from './sign-in.ts'

const PASSWORD = 'gate opens at nine'
const START = Date.parse('2026-03-26T09:00:00Z')
const address = '192.0.2.1'
type Who = 'harbourWorker' | 'harbourSecondWorker' | 'administrator'

let scene: Scene
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only-for-tests-0123456789-abcdefgh')
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await scene.close()
})
beforeEach(async () => {
  await scene.owner.query('truncate sign_in_attempt, second_factor, recovery_code')
  await at(0)
})

/** So many seconds after the story starts. */
const at = (seconds: number) => scene.setClock(new Date(START + seconds * 1_000))
const codeOf = (key: string, seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: START + seconds * 1_000 })

async function signedIn(who: Who) {
  const answer = await signIn({ email: castEmail(who), password: PASSWORD }, { address, sid: null })
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return answer
}

/** Somebody with a second factor from now on: the key in their app, their recovery codes, and the cookie they are signed in with. */
async function enrolled(who: Who) {
  const { sid } = await signedIn(who)
  const { key } = await proposeFactor({ sid })
  const answer = await confirmFactor({ code: codeOf(key, 0) }, { sid })
  if (answer.kind !== 'proved') throw new Error(answer.kind)
  return { key, codes: answer.codes, sid: answer.sid }
}

describe('B05: a code', () => {
  it('opens the session that waits for it, once: the same again, and any before it, is refused', async () => {
    const { key } = await enrolled('harbourWorker')
    await at(60)
    const first = await signedIn('harbourWorker')
    expect(first.awaits).toBe('code')
    const opened = await proveByCode({ code: codeOf(key, 60) }, first)
    expect(opened.kind === 'proved' && (await readSession(opened.sid))?.displayName).toBe('Sam Osei')
    const second = await signedIn('harbourWorker')
    expect(await proveByCode({ code: codeOf(key, 60) }, second)).toEqual({ kind: 'wrong' })
    expect(await proveByCode({ code: codeOf(key, 30) }, second)).toEqual({ kind: 'wrong' })
    expect((await proveByCode({ code: codeOf(key, 90) }, second)).kind).toBe('proved')
  })

  it('of two presses at once opens one session', async () => {
    const { key } = await enrolled('harbourWorker')
    await at(60)
    const both = [await signedIn('harbourWorker'), await signedIn('harbourWorker')]
    const answers = await Promise.all(both.map((one) => proveByCode({ code: codeOf(key, 60) }, one)))
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['proved', 'wrong'])
  })

  it.each([
    ['two steps early', 60, 'wrong'],
    ['one step early', 30, 'proved'],
    ['of this half minute', 0, 'proved'],
    ['one step late', -30, 'proved'],
    ['two steps late', -60, 'wrong'],
    ['of a clock that is 90 seconds behind', -90, 'wrong'],
    ['of a clock that is 90 seconds ahead', 90, 'wrong'],
  ])('%s', async (_what, off, kind) => {
    const { key } = await enrolled('harbourWorker')
    await at(300)
    expect((await proveByCode({ code: codeOf(key, 300 + off) }, await signedIn('harbourWorker'))).kind).toBe(kind)
  })

  it('of somebody else opens nothing', async () => {
    const { key } = await enrolled('harbourSecondWorker')
    await enrolled('harbourWorker')
    await at(60)
    const waiting = await signedIn('harbourWorker')
    expect(await proveByCode({ code: codeOf(key, 60) }, waiting)).toEqual({ kind: 'wrong' })
  })

  it('is guessed five times; the sixth waits, the session is over, and a new password try waits with it', async () => {
    const { key } = await enrolled('harbourWorker')
    await at(60)
    const waiting = await signedIn('harbourWorker')
    for (let turn = 0; turn < 5; turn += 1)
      expect(await proveByCode({ code: '000000' }, waiting)).toEqual({ kind: 'wrong' })
    expect(await proveByCode({ code: codeOf(key, 60) }, waiting)).toEqual({ kind: 'wait', seconds: 30 })
    await expect(proveByCode({ code: codeOf(key, 60) }, waiting)).rejects.toMatchObject({ code: 'not-signed-in' })
    const other = await signIn(
      { email: castEmail('harbourWorker'), password: PASSWORD },
      { address: '192.0.2.9', sid: null },
    )
    if (other.kind !== 'signed-in') throw new Error(other.kind)
    expect((await proveByCode({ code: codeOf(key, 60) }, other)).kind).toBe('wait')
  })

  it('guessed a hundred times at once is looked at five times', async () => {
    await enrolled('harbourWorker')
    await at(60)
    const waiting = await signedIn('harbourWorker')
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_one, turn) => proveByCode({ code: String(turn).padStart(6, '0') }, waiting)),
    )
    const looked = answers.filter((one) => one.status === 'fulfilled' && one.value.kind !== 'wait')
    expect(looked.length).toBeLessThanOrEqual(5)
  })
})

describe('B06: a session that waits for a code', () => {
  it('is nobody to procedures, pages and streams, and cannot enrol another factor or make itself new', async () => {
    await enrolled('harbourWorker')
    await at(60)
    const { sid } = await signedIn('harbourWorker')
    expect(await readSession(sid)).toBeNull()
    expect(await readSession(sid, false)).toBeNull()
    await expect(proposeFactor({ sid })).rejects.toMatchObject({ code: 'step-up-needed' })
    await expect(removeFactor({ sid })).rejects.toMatchObject({ code: 'step-up-needed' })
    await expect(proveAgain({ proof: PASSWORD }, { address, sid })).rejects.toMatchObject({ code: 'not-signed-in' })
    const { rows } = await scene.owner.query('select * from app.hats_of_session(sha256(convert_to($1, $2)))', [
      sid,
      'UTF8',
    ])
    expect(rows).toEqual([])
  })

  it('is over after ten minutes', async () => {
    const { key } = await enrolled('harbourWorker')
    await at(60)
    const { sid } = await signedIn('harbourWorker')
    await scene.owner.query(`update session set expires_at = expires_at - interval '12 hours' where awaits is not null`)
    await expect(proveByCode({ code: codeOf(key, 60) }, { sid })).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  it('is opened by a recovery code once, however it is typed', async () => {
    const { codes } = await enrolled('harbourWorker')
    expect(new Set(codes).size).toBe(10)
    const typed = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ')
    expect((await proveByCode({ code: typed }, await signedIn('harbourWorker'))).kind).toBe('proved')
    expect(await proveByCode({ code: codes[0] ?? '' }, await signedIn('harbourWorker'))).toEqual({ kind: 'wrong' })
    expect((await proveByCode({ code: codes[1] ?? '' }, await signedIn('harbourWorker'))).kind).toBe('proved')
  })

  it('opens under a new id: the one before the code opens nothing', async () => {
    const { key } = await enrolled('harbourWorker')
    await at(60)
    const waiting = await signedIn('harbourWorker')
    await proveByCode({ code: codeOf(key, 60) }, waiting)
    expect(await readSession(waiting.sid)).toBeNull()
  })
})

describe('a second factor', () => {
  it('is kept so that the database cannot read it, and belongs to its account', async () => {
    const { key } = await enrolled('harbourWorker')
    const { accountId } = scene.people.harbourWorker
    const { rows } = await scene.owner.query<{ sealed: Buffer; code_hash: Buffer }>(
      'select sealed, code_hash from second_factor join recovery_code using (account_id)',
    )
    const secret = Buffer.from(Secret.fromBase32(key).bytes)
    expect(rows).toHaveLength(10)
    for (const { sealed } of rows) expect(sealed.includes(secret)).toBe(false)
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0)
    expect(openSecret(sealed, accountId)).toEqual(secret)
    expect(openSecret(sealed, scene.people.harbourSecondWorker.accountId)).toBeNull()
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(30) ^ 1, 30)
    expect(openSecret(changed, accountId)).toBeNull()
  })

  it('B13: is read with the secret before while the installation’s is being replaced, and not after', () => {
    const sealed = sealSecret(Buffer.from('0123456789'), 'x')
    vi.stubEnv('NEXTAUTH_SECRET', 'another-secret-0123456789-abcdefghi')
    expect(openSecret(sealed, 'x')).toBeNull()
    vi.stubEnv('NEXTAUTH_SECRET_BEFORE', 'only-for-tests-0123456789-abcdefgh')
    expect(openSecret(sealed, 'x')?.toString()).toBe('0123456789')
    vi.stubEnv('NEXTAUTH_SECRET_BEFORE', '')
    vi.stubEnv('NEXTAUTH_SECRET', 'only-for-tests-0123456789-abcdefgh')
  })

  it('counts only once a code of it was typed, and then ends every other session', async () => {
    const other = await signedIn('harbourWorker')
    const { sid } = await signedIn('harbourWorker')
    const { key } = await proposeFactor({ sid })
    expect((await signedIn('harbourWorker')).awaits).toBeNull()
    expect(await confirmFactor({ code: '000000' }, { sid })).toEqual({ kind: 'wrong' })
    expect((await signedIn('harbourWorker')).awaits).toBeNull()
    expect((await confirmFactor({ code: codeOf(key, 0) }, { sid })).kind).toBe('proved')
    expect((await signedIn('harbourWorker')).awaits).toBe('code')
    expect(await readSession(other.sid)).toBeNull()
  })

  it('is a proof for what weighs most, as a password is', async () => {
    const { key, sid } = await enrolled('harbourWorker')
    await at(60)
    await scene.owner.query(`update session set proved_at = proved_at - interval '11 minutes'`)
    expect((await readSession(sid))?.provedLately).toBe(false)
    await expect(proposeFactor({ sid })).rejects.toMatchObject({ code: 'step-up-needed' })
    const answer = await proveAgain({ proof: codeOf(key, 60) }, { address, sid })
    expect(answer.kind === 'proved' && (await readSession(answer.sid))?.provedLately).toBe(true)
  })

  it('is required of administrators in real use: until they have one, nothing opens', async () => {
    expect((await signedIn('administrator')).awaits).toBeNull()
    await scene.owner.query(`update installation set purpose = 'production'`)
    try {
      expect((await signedIn('harbourWorker')).awaits).toBeNull()
      const { sid, awaits } = await signedIn('administrator')
      expect(awaits).toBe('enrolment')
      expect(await readSession(sid)).toBeNull()
      expect(await proveByCode({ code: '000000' }, { sid })).toEqual({ kind: 'wrong' })
      const { key, address: uri, picture } = await proposeFactor({ sid })
      expect(uri).toMatch(/^otpauth:\/\/totp\/Throughcare:/)
      expect(picture.side).toBeGreaterThan(20)
      const now = await scene.owner.query<{ now: Date }>('select app.now() as now')
      const code = new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now.rows[0]?.now.getTime() ?? 0 })
      const answer = await confirmFactor({ code }, { sid })
      const opened = answer.kind === 'proved' ? answer.sid : ''
      expect((await readSession(opened))?.displayName).toBe('Ada Holm')
      await expect(removeFactor({ sid: opened })).rejects.toMatchObject({ code: 'step-up-needed' })
    } finally {
      await scene.owner.query(`update installation set purpose = 'test'`)
    }
  })
})
