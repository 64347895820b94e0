import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { linkAddress } from './link-key.ts'
import { hashPassword } from './password.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { askReset, lookAtLink, useLink } from './use-link.ts'

const PASSWORD = 'gate opens at nine'
const NEW_PASSWORD = 'four other long words'
const address = '192.0.2.1'

let scene: Scene
beforeAll(async () => {
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(() => scene.close())
beforeEach(() => scene.owner.query('truncate sign_in_attempt'))

const keyOf = ({ link }: { link: string }) => new URL(link).searchParams.get('key') ?? ''
const enter = async (email: string, password: string) => {
  const answer = await signIn({ email, password }, { address, sid: null })
  return answer.kind === 'signed-in' ? readSession(answer.sid) : null
}
async function signedIn() {
  const answer = await signIn({ email: castEmail('harbourWorker'), password: PASSWORD }, { address, sid: null })
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return answer
}

describe('B09: a link to a new password', () => {
  const reset = async (dropsFactor = false) => {
    const { membershipId } = scene.people.harbourWorker
    return keyOf(
      await scene.as(scene.people.administrator).access.makeReset({
        serviceId: scene.services.harbour,
        membershipId,
        requestId: newId(),
        dropsFactor,
      }),
    )
  }
  const email = castEmail('harbourWorker')

  it('leads to the configured origin, whatever a request says of its host', async () => {
    expect(linkAddress('019a0000-0000-7000-8000-000000000001')).toMatch(
      /^https:\/\/throughcare\.example\.org\/link\?key=019a/,
    )
  })

  it('drops the second factor only where an administrator says so', async () => {
    const { accountId } = scene.people.harbourWorker
    for (const dropsFactor of [false, true]) {
      await scene.owner.query(
        `insert into second_factor (account_id, sealed, confirmed_at) values ($1, '\\x00', app.now()) on conflict do nothing`,
        [accountId],
      )
      await useLink({ key: await reset(dropsFactor), password: PASSWORD }, { address })
      const { rowCount } = await scene.owner.query('select 1 from second_factor where account_id = $1', [accountId])
      expect(rowCount).toBe(dropsFactor ? 0 : 1)
    }
  })

  it('works once, ends every session, and leaves the others dead', async () => {
    const { sid } = await signedIn()
    const key = await reset()
    expect(await useLink({ key, password: NEW_PASSWORD }, { address })).toEqual({ kind: 'used' })
    expect(await readSession(sid)).toBeNull()
    expect(await enter(email, PASSWORD)).toBeNull()
    expect(await enter(email, NEW_PASSWORD)).not.toBeNull()
    await expect(useLink({ key, password: PASSWORD }, { address })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes no password that is none, and stays open for a better one', async () => {
    const key = await reset()
    await expect(useLink({ key, password: 'password1234' }, { address })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect(await useLink({ key, password: NEW_PASSWORD }, { address })).toEqual({ kind: 'used' })
  })

  it('opens nothing once the address has changed, or the account was closed', async () => {
    const key = await reset()
    await scene.owner.query(`update account set email = 'new@harbour.test' where email = $1`, [email])
    expect(await lookAtLink(key)).toBeNull()
    await expect(useLink({ key, password: NEW_PASSWORD }, { address })).rejects.toMatchObject({ code: 'not-found' })
    await scene.owner.query(`update account set email = $1, disabled_at = app.now() where email = 'new@harbour.test'`, [
      email,
    ])
    expect(await lookAtLink(key)).toBeNull()
    await scene.owner.query(`update account set disabled_at = null where email = $1`, [email])
  })

  it('B02: asked for at the door, is made for whoever is there; for nobody the same answer, in about the same time', async () => {
    const count = async () =>
      (
        await scene.owner.query<{ n: number }>(
          `select count(*)::int as n from account_link where kind = 'reset' and made_by is null`,
        )
      ).rows[0]?.n ?? 0
    const before = await count()
    expect(await askReset({ email }, { address })).toBeUndefined()
    expect(await askReset({ email: 'nobody@harbour.test' }, { address: '192.0.2.2' })).toBeUndefined()
    expect((await count()) - before).toBe(1)
    const time = async (of: string, turn: number) => {
      const start = performance.now()
      await askReset({ email: of }, { address: `198.51.100.${turn}` })
      return performance.now() - start
    }
    const [somebody, nobody]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < 15; turn += 1) {
      somebody.push(await time(email, turn))
      nobody.push(await time(`nobody${turn}@harbour.test`, turn))
      await scene.owner.query('truncate sign_in_attempt')
    }
    expect(Math.min(...somebody) - Math.min(...nobody)).toBeLessThan(5)
  })

  it('and too often is not made, without saying so', async () => {
    for (let turn = 0; turn < 8; turn += 1) expect(await askReset({ email }, { address })).toBeUndefined()
    const { rows } = await scene.owner.query<{ n: number }>(
      `select count(*)::int as n from sign_in_attempt where email_hash = sha256(convert_to($1, 'UTF8'))`,
      [`reset ${email}`],
    )
    expect(rows[0]?.n).toBe(5)
  })
})
