import { closeDatabase } from '@throughcare/db/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readiness } from '../health/readiness.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

let before: string | undefined
beforeAll(() => {
  before = process.env.DATABASE_URL
  process.env.DATABASE_URL = 'postgresql://throughcare_app:x@127.0.0.1:1/nowhere'
})
afterAll(async () => {
  await closeDatabase()
  if (before === undefined) delete process.env.DATABASE_URL
  else process.env.DATABASE_URL = before
})

it('lets nobody in, and says that it cannot tell', async () => {
  const knock = signIn({ email: 'a@b.test', password: 'correct horse battery' }, { address: '192.0.2.1', sid: null })
  await expect(knock).rejects.toMatchObject({ code: 'unavailable' })
})

it('takes nobody for signed in, nor for signed out', async () => {
  await expect(readSession('A'.repeat(43))).rejects.toMatchObject({ code: 'unavailable' })
  await expect(signOut('A'.repeat(43))).rejects.toMatchObject({ code: 'unavailable' })
})

it('is not ready', async () => {
  expect(await readiness()).toEqual({ ready: false, reason: 'database-away' })
})
