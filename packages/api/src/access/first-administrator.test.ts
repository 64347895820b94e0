import { withSuperuser } from '@throughcare/db/cluster/prepare-database'
import { freshDatabase } from '@throughcare/db/testing/fresh-database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isFirstAdministratorKey, makeFirstAdministratorKey, openFirstAdministrator } from './first-administrator.ts'
import { FirstAdministratorInput } from './first-administrator-input.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'

const SECRET = 'only-for-tests-0123456789-abcdefgh'
const WITH = {
  serviceName: 'Throughcare Administration',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  displayName: 'Ada Holm',
  email: 'ada.holm@throughcare.test',
  password: 'correct horse battery',
  locale: 'nb',
}

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
  await asOwner(`insert into installation (one_row, purpose) values (true, 'test')`)
})
afterAll(() => fresh.drop())
beforeEach(async () => {
  await asOwner(`delete from session; delete from membership; delete from account where id::text not like '00000000-%';
    delete from service; delete from area; delete from clock_offset`)
})

function asOwner(sql: string): Promise<void> {
  return withSuperuser(fresh.ownerUrl, async (client) => {
    await client.query(sql)
  })
}
const key = async () => (await makeFirstAdministratorKey(SECRET)) as string

describe('the first administrator', () => {
  it('is made by the link, and can sign in', async () => {
    await openFirstAdministrator({ ...WITH, key: await key() }, SECRET)
    const answer = await signIn({ email: WITH.email, password: WITH.password }, { address: '192.0.2.1', sid: null })
    const signedIn = await readSession(answer.kind === 'signed-in' ? answer.sid : null)
    expect(signedIn).toMatchObject({
      displayName: 'Ada Holm',
      locale: 'nb',
      hat: { role: 'administrator', serviceKind: 'administration', serviceTimeZone: 'Europe/Oslo' },
    })
  })

  it('is only one: the link opens nothing afterwards, and there is no other', async () => {
    const link = await key()
    await openFirstAdministrator({ ...WITH, key: link }, SECRET)
    expect(await makeFirstAdministratorKey(SECRET)).toBeNull()
    expect(await isFirstAdministratorKey(link, SECRET)).toBe(false)
    const again = openFirstAdministrator({ ...WITH, email: 'eve@throughcare.test', key: link }, SECRET)
    await expect(again).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is only one when ten press at once', async () => {
    const link = await key()
    const presses = Array.from({ length: 10 }, (_, index) =>
      openFirstAdministrator({ ...WITH, email: `a${index}@throughcare.test`, key: link }, SECRET),
    )
    const done = await Promise.allSettled(presses)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('comes too late after a day', async () => {
    const link = await key()
    await asOwner(`insert into clock_offset (one_row, by) values (true, interval '24 hours 1 second')`)
    expect(await isFirstAdministratorKey(link, SECRET)).toBe(false)
  })

  it.each(['', '.', 'zzzzzzzz.', 'zzzzzzzz.AAAA', 'zzzzzzzz.____', '__proto__.x'])(
    '%j opens nothing',
    async (forged) => {
      expect(await isFirstAdministratorKey(forged, SECRET)).toBe(false)
    },
  )

  it('with a longer life written into it opens nothing, nor does one of another installation', async () => {
    const [, sealed] = (await key()).split('.')
    expect(await isFirstAdministratorKey(`zzzzzzzz.${sealed}`, SECRET)).toBe(false)
    expect(await isFirstAdministratorKey(await key(), `${SECRET}x`)).toBe(false)
  })
})

describe('B12: what they type', () => {
  it.each([
    ['password', 'x', 'access.password.too-short'],
    ['password', 'x'.repeat(129), 'access.password.too-long'],
    ['password', `long enough\u0000!`, 'access.password.cannot-be-stored'],
    ['email', 'ada＠throughcare.test', 'access.email.invalid'],
    ['country', 'Norge', 'access.country.invalid'],
    ['timeZone', '+01:00', 'access.timeZone.unknown'],
    ['displayName', 'Ada\u202eholm', 'access.displayName.hidden-character'],
    ['serviceName', '  ', 'access.serviceName.missing'],
  ])('%s %j is refused', (field, value, fault) => {
    const read = FirstAdministratorInput.safeParse({ ...WITH, key: 'x', [field]: value })
    expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([[field, fault]])
  })

  it('12 emoji are a password', () => {
    expect(FirstAdministratorInput.safeParse({ ...WITH, key: 'x', password: '🐎🔋📎🚪🕘🗝️🧷🪜🪣🧺🪞🛏️' }).success).toBe(
      true,
    )
  })
})
