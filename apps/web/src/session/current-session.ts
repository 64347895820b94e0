import { readSession } from '@throughcare/api/access/read-session'
import { readWaiting } from '@throughcare/api/access/read-waiting'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { isSecurePlace, sessionCookieName } from './session-cookie.ts'

/**
 * Who asks for this page? Read once per request; null when nobody is signed in.
 *
 * @throws AppError `unavailable` while the database is away
 */
export const currentSession = cache(async () => {
  return readSession(await currentSid())
})

/** What the session of this browser still waits for; null when it is open, or there is none. */
export async function currentlyAwaits(): Promise<'code' | 'enrolment' | null> {
  return readWaiting(await currentSid())
}

async function currentSid(): Promise<string | undefined> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const secure = isSecurePlace(head.get('host'), process.env.NEXTAUTH_URL)
  return jar.get(sessionCookieName(secure))?.value
}

/** Whether this installation shows invented people. */
export function isDemo(): boolean {
  return process.env.THROUGHCARE_DEMO === '1'
}
