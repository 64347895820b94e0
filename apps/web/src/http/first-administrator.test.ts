import { makeFirstAdministratorKey } from '@throughcare/api/access/first-administrator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Door, openDoor } from './testing/door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const PATH = '/api/auth/first-administrator'
const FORM = {
  key: 'zzzzzzzz.AAAA',
  serviceName: 'Throughcare Administration',
  country: 'gb',
  timeZone: 'Europe/London',
  displayName: 'Eve',
  email: 'eve@throughcare.test',
  password: 'correct horse battery',
  locale: 'en',
}
const post = (body: unknown, more: Record<string, string> = {}) =>
  door.ask(PATH, {
    method: 'POST',
    headers: { origin: door.origin, 'content-type': 'application/json', 'x-throughcare': '1', ...more },
    body: JSON.stringify(body),
  })

it('opens nothing where somebody has an account, and no key is made', async () => {
  expect(await makeFirstAdministratorKey(process.env.NEXTAUTH_SECRET as string)).toBeNull()
  expect((await post(FORM)).status).toBe(404)
  const { rows } = await door.scene.owner.query('select 1 from account where email = $1', [FORM.email])
  expect(rows).toEqual([])
})

it.each<[string, unknown, Record<string, string>, number]>([
  ['from another site', FORM, { origin: 'https://evil.example' }, 403],
  ['without our header', FORM, { 'x-throughcare': '0' }, 403],
  ['with a field more', { ...FORM, role: 'manager' }, {}, 400],
  ['with a short password', { ...FORM, password: 'short' }, {}, 400],
  ['of the wrong shape', [FORM], {}, 400],
])('refuses a form %s', async (_what, form, headers, status) => {
  expect((await post(form, headers)).status).toBe(status)
})

it('is no page', async () => {
  expect((await door.ask(PATH)).status).toBe(405)
})
