import { AWAITS_HEADER } from './header-names.ts'

/** `code`, `enrolment`: the password was right, and that is still asked for. `someone-else`: not whoever was here before. */
export type SignInResult = 'signed-in' | 'code' | 'enrolment' | 'wrong' | 'locked' | 'someone-else' | 'unavailable'

/**
 * Sends address and password to the server. The answer is a cookie that no script can read, or why there is none.
 *
 * @param again at a page that is still open: only for whoever was signed in there
 */
export async function signInHere(email: string, password: string, again = false): Promise<SignInResult> {
  try {
    const csrf = await fetch('/api/auth/csrf', { headers: { accept: 'application/json' } })
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true', email, password, ...(again ? { again: '1' } : {}) }),
    })
    if (answer.ok) {
      const awaits = answer.headers.get(AWAITS_HEADER)
      return awaits === 'code' || awaits === 'enrolment' ? awaits : 'signed-in'
    }
    const { url = '' } = (await answer.json()) as { url?: string }
    const error = new URL(url, window.location.origin).searchParams.get('error')
    if (error === 'locked' || error === 'someone-else') return error
    return error === 'CredentialsSignin' ? 'wrong' : 'unavailable'
  } catch {
    return 'unavailable'
  }
}
