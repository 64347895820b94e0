export type SignInResult = 'signed-in' | 'wrong' | 'locked' | 'unavailable'

/** Sends address and password to the server. The answer is a cookie that no script can read, or why there is none. */
export async function signInHere(email: string, password: string): Promise<SignInResult> {
  try {
    const csrf = await fetch('/api/auth/csrf', { headers: { accept: 'application/json' } })
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true', email, password }),
    })
    if (answer.ok) return 'signed-in'
    const { url = '' } = (await answer.json()) as { url?: string }
    const error = new URL(url, window.location.origin).searchParams.get('error')
    if (error === 'locked') return 'locked'
    return error === 'CredentialsSignin' ? 'wrong' : 'unavailable'
  } catch {
    return 'unavailable'
  }
}
