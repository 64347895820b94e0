import { readSession } from '@throughcare/api/access/read-session'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { isSecurePlace, sessionCookieName } from './session-cookie.ts'

/**
 * Who asks for this page? Read once per request; null when nobody is signed in.
 *
 * @throws AppError `unavailable` while the database is away
 */
export const currentSession = cache(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const secure = isSecurePlace(head.get('host'), process.env.NEXTAUTH_URL)
  return readSession(jar.get(sessionCookieName(secure))?.value)
})

/** Whether this installation shows invented people. */
export function isDemo(): boolean {
  return process.env.THROUGHCARE_DEMO === '1'
}
