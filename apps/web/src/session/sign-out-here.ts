/** Ends the session of this browser. False when the server could not be reached or said no: the session then lives on. */
export async function signOutHere(): Promise<boolean> {
  try {
    const answer = await fetch('/api/auth/csrf', { headers: { accept: 'application/json' } })
    const { csrfToken } = (await answer.json()) as { csrfToken: string }
    const left = await fetch('/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    })
    return left.ok
  } catch {
    return false
  }
}
