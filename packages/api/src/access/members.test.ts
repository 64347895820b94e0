import type { Actor } from '@throughcare/db/actor'
import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { linkIdOf } from './link-key.ts'
import { hashPassword } from './password.ts'
import { readSession } from './read-session.ts'
import { type LinkLetter, sendLink } from './send-link.ts'
import { signIn } from './sign-in.ts'
import { lookAtLink, useLink } from './use-link.ts'

const PASSWORD = 'gate opens at nine'
const NEW_PASSWORD = 'four other long words'
const address = '192.0.2.1'

let scene: Scene
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only-for-tests-0123456789-abcdefgh')
  vi.stubEnv('NEXTAUTH_URL', 'https://throughcare.example.org')
  scene = await openScene(await hashPassword(PASSWORD))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await scene.close()
})
beforeEach(() => scene.owner.query('truncate sign_in_attempt'))

const admin = () => scene.as(scene.people.administrator)
const manager = () => scene.as(scene.people.harbourManager)
const keyOf = ({ link }: { link: string }) => new URL(link).searchParams.get('key') ?? ''
const invitation = (email: string, more: object = {}) => ({
  serviceId: scene.services.harbour,
  requestId: newId(),
  email,
  displayName: 'Ida Moen',
  role: 'caseworker' as const,
  grants: [],
  ...more,
})
const enter = async (email: string, password: string) => {
  const answer = await signIn({ email, password }, { address, sid: null })
  return answer.kind === 'signed-in' ? readSession(answer.sid) : null
}
const atHarbour = async (accountId: string) => {
  const { members } = await admin().access.members({ serviceId: scene.services.harbour })
  const found = members.find((one) => one.accountId === accountId)
  if (!found) throw new Error('not a member')
  return found
}
const denials = async (actor: Actor) => {
  const { rows } = await scene.owner.query<{ action: string }>(
    `select action from audit_entry where account_id = $1 and outcome = 'denied'`,
    [actor.accountId],
  )
  return rows.length
}

describe('a joiner', () => {
  it('comes by a link that works once, for 72 hours, and leads to the configured origin', async () => {
    const made = await manager().access.invite(invitation('ida.moen@harbour.test'))
    expect(made.link).toMatch(/^https:\/\/throughcare\.example\.org\/link\?key=[0-9a-f-]{36}\.[\w-]{43}$/)
    const { invited } = await manager().access.members({ serviceId: scene.services.harbour })
    expect(invited).toMatchObject([{ email: 'ida.moen@harbour.test', role: 'caseworker', grants: [] }])
    expect(await enter('ida.moen@harbour.test', NEW_PASSWORD)).toBeNull()
    const key = keyOf(made)
    expect(await lookAtLink(key)).toEqual({
      kind: 'invitation',
      displayName: 'Ida Moen',
      serviceName: 'Harbour Recovery',
      role: 'caseworker',
      isKnown: false,
    })
    expect(await useLink({ key, password: NEW_PASSWORD }, { address })).toEqual({ kind: 'used' })
    expect((await enter('ida.moen@harbour.test', NEW_PASSWORD))?.hat).toMatchObject({
      role: 'caseworker',
      serviceName: 'Harbour Recovery',
      grants: [],
    })
    await expect(useLink({ key, password: NEW_PASSWORD }, { address })).rejects.toMatchObject({ code: 'not-found' })
    expect((await manager().access.members({ serviceId: scene.services.harbour })).invited).toEqual([])
  })

  it('of two presses at once is one', async () => {
    const key = keyOf(await manager().access.invite(invitation('twice@harbour.test')))
    const both = await Promise.allSettled([1, 2].map(() => useLink({ key, password: NEW_PASSWORD }, { address })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('finds it closed when it is too old, when a later one was made, and when a letter of it was changed', async () => {
    const first = keyOf(await manager().access.invite(invitation('late@harbour.test')))
    const second = keyOf(await manager().access.invite(invitation('late@harbour.test')))
    expect(await lookAtLink(first)).toBeNull()
    expect(await lookAtLink(second)).not.toBeNull()
    expect(await lookAtLink(`${second.slice(0, -1)}${second.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
    expect(linkIdOf('../../etc.passwd')).toBeNull()
    await scene.owner.query(`update account_link set expires_at = app.now() where email = 'late@harbour.test'`)
    expect(await lookAtLink(second)).toBeNull()
  })

  it('who has an account already proves it with its password, and keeps it', async () => {
    const email = castEmail('riversideWorker')
    const key = keyOf(await admin().access.invite(invitation(email)))
    expect((await lookAtLink(key))?.isKnown).toBe(true)
    expect(await useLink({ key, password: NEW_PASSWORD }, { address })).toEqual({ kind: 'wrong' })
    expect(await useLink({ key, password: PASSWORD }, { address })).toEqual({ kind: 'used' })
    const { rows } = await scene.owner.query(
      'select count(*)::int as hats from membership m join account a on a.id = m.account_id where a.email = $1 and m.until is null',
      [email],
    )
    expect(rows).toEqual([{ hats: 2 }])
    expect(await enter(email, PASSWORD)).not.toBeNull()
  })

  it('gets a letter that names nobody, once, and none when the link opens nothing any more', async () => {
    const { linkId } = await manager().access.invite(invitation('letter@harbour.test'))
    const { rows } = await scene.owner.query(
      `select data from pgboss.job where name = 'send-link' and data ->> 'linkId' = $1`,
      [linkId],
    )
    expect(rows).toEqual([{ data: { linkId } }])
    const letters: LinkLetter[] = []
    const post = async (letter: LinkLetter) => void letters.push(letter)
    await sendLink({ linkId }, post)
    expect(letters).toMatchObject([{ to: 'letter@harbour.test', kind: 'invitation', serviceName: 'Harbour Recovery' }])
    expect(await lookAtLink(letters[0]?.path.split('key=')[1] ?? '')).not.toBeNull()
    await scene.owner.query('update account_link set withdrawn_at = app.now() where id = $1', [linkId])
    await sendLink({ linkId }, post)
    expect(letters).toHaveLength(1)
  })
})

describe('A15: nobody hands themselves anything', () => {
  it('not by changing their own hat, ending it, resetting their own password, or inviting their own address', async () => {
    const { administrator: ada } = scene.people
    const own = { serviceId: scene.services.administration, membershipId: ada.membershipId }
    const rest = { seen: { held: 0, waiting: 0 }, heldTo: null, waiting: 'stays' as const }
    const before = await denials(ada)
    const presses = [
      () => admin().access.changeMember({ ...own, ...rest, requestId: newId(), role: 'administrator', grants: [] }),
      () => admin().access.endMembership({ ...own, ...rest, requestId: newId() }),
      () => admin().access.makeReset({ ...own, requestId: newId(), dropsFactor: true }),
      () =>
        admin().access.invite(invitation(castEmail('administrator'), { role: 'manager', grants: ['privacy-officer'] })),
    ]
    for (const press of presses) expect((await refusalOf(press())).code).toBe('not-allowed')
    expect((await denials(ada)) - before).toBe(presses.length)
  })

  it('and a manager no right beside the role, nobody of another service, and no administrator', async () => {
    const rest = { seen: { held: 0, waiting: 0 }, heldTo: null, waiting: 'stays' as const }
    const sam = await atHarbour(scene.people.harbourWorker.accountId)
    const change = {
      serviceId: scene.services.harbour,
      membershipId: sam.membershipId,
      ...rest,
      seen: { held: sam.held, waiting: sam.waiting },
      role: 'caseworker' as const,
    }
    const refused = async (press: Promise<unknown>) => (await refusalOf(press)).code
    expect(
      await refused(manager().access.changeMember({ ...change, requestId: newId(), grants: ['may-see-couples'] })),
    ).toBe('not-allowed')
    expect(await refused(manager().access.invite(invitation('x@y.test', { grants: ['approver'] })))).toBe('not-allowed')
    expect(
      await refused(manager().access.invite(invitation('x@y.test', { serviceId: scene.services.riverside }))),
    ).toBe('not-allowed')
    expect(await refused(manager().access.invite(invitation('x@y.test', { role: 'administrator' })))).toBe(
      'not-allowed',
    )
    expect((await manager().access.members({ serviceId: scene.services.riverside })).members).toEqual([])
    // Whoever was given a right by an administrator is not the manager's to change.
    await scene.owner.query(`update membership set grants = '{approver}' where id = $1`, [sam.membershipId])
    expect(await refused(manager().access.changeMember({ ...change, requestId: newId(), grants: [] }))).toBe(
      'not-allowed',
    )
    await scene.owner.query(`update membership set grants = '{}' where id = $1`, [sam.membershipId])
    expect(await refused(admin().access.invite(invitation('x@y.test', { role: 'prison-health' })))).toBe(
      'invalid-input',
    )
  })
})

describe('a mover', () => {
  it('gets rights that count at the next press, and loses them so', async () => {
    const { harbourSecondWorker: lea } = scene.people
    const { sid } = await signedInSid('harbourSecondWorker')
    for (const grants of [['may-see-couples'], []] as ('may-see-couples' | 'approver')[][]) {
      const member = await atHarbour(lea.accountId)
      await admin().access.changeMember({
        serviceId: scene.services.harbour,
        membershipId: member.membershipId,
        requestId: newId(),
        seen: { held: member.held, waiting: member.waiting },
        heldTo: null,
        waiting: 'stays',
        role: 'caseworker',
        grants,
      })
      expect((await readSession(sid))?.hat?.grants).toEqual(grants)
    }
  })

  it('takes another role as another hat: the old one ends at once, and contact details go along', async () => {
    const { harbourSecondWorker: lea } = scene.people
    const { sid } = await signedInSid('harbourSecondWorker')
    const member = await atHarbour(lea.accountId)
    await manager().access.recordContact({
      membershipId: member.membershipId,
      requestId: newId(),
      email: null,
      phone: '+44 20 7946 0123',
      team: 'North',
    })
    const { passedOn } = await manager().access.changeMember({
      serviceId: scene.services.harbour,
      membershipId: member.membershipId,
      requestId: newId(),
      seen: { held: member.held, waiting: member.waiting },
      heldTo: null,
      waiting: 'stays',
      role: 'manager',
      grants: [],
    })
    expect(passedOn).toBe(0)
    expect((await readSession(sid))?.hat).toBeNull()
    const now = await atHarbour(lea.accountId)
    expect(now).toMatchObject({ role: 'manager', contacts: [{ phone: '+44 20 7946 0123', team: 'North' }] })
    expect(now.membershipId).not.toBe(member.membershipId)
    expect((await enter(castEmail('harbourSecondWorker'), PASSWORD))?.hat?.role).toBe('manager')
  })
})

async function signedInSid(who: 'harbourSecondWorker' | 'harbourWorker') {
  const answer = await signIn({ email: castEmail(who), password: PASSWORD }, { address, sid: null })
  if (answer.kind !== 'signed-in') throw new Error(answer.kind)
  return answer
}

describe('U25: how to reach somebody', () => {
  it('is amended by themselves, their manager or an administrator, and what stood there before is kept', async () => {
    const { harbourWorker: sam } = scene.people
    const write = (by: ReturnType<Scene['as']>, phone: string) =>
      by.access.recordContact({ membershipId: sam.membershipId, requestId: newId(), email: null, phone, team: null })
    await write(scene.as(sam), '111')
    await write(manager(), '222')
    await write(admin(), '333')
    for (const outsider of ['riversideWorker', 'northgateManager', 'harbourSecondWorker'] as const)
      expect((await refusalOf(write(scene.as(scene.people[outsider]), '999'))).code).toMatch(/^not-(found|signed-in)$/)
    const { contacts } = await atHarbour(sam.accountId)
    expect(contacts.map(({ phone, by }) => [phone, by])).toEqual([
      ['333', 'Ada Holm'],
      ['222', 'Rita Fonseca'],
      ['111', 'Sam Osei'],
    ])
  })
})
