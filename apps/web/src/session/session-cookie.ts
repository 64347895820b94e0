/** The cookie that holds the random id of a session, where browsers keep cookies of secure places. */
const SECURE_NAME = '__Host-throughcare-session'
/** The same on plain http in a demo that is looked at from another machine: there is no secure place. */
const OPEN_NAME = 'throughcare-session'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/** Whether this Host header names the machine itself. Browsers count it as a secure place without https. */
export function isLoopbackHost(host: string | null | undefined): boolean {
  return host != null && LOOPBACK.test(host)
}

/** Is this browser in a secure place: https as configured, or the machine itself? */
export function isSecurePlace(host: string | null | undefined, origin: string | undefined): boolean {
  return (origin?.startsWith('https://') ?? false) || isLoopbackHost(host)
}

export function sessionCookieName(secure: boolean): string {
  return secure ? SECURE_NAME : OPEN_NAME
}

/** For how long a browser keeps the cookie. Longer than any session: whoever comes back is known to have had this one. */
export const COOKIE_SECONDS = 86_400

/** The header line that gives a browser its session, alike to the one that next-auth writes as somebody signs in. */
export function sessionCookie(sid: string, secure: boolean): string {
  const flags = `Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`
  return `${sessionCookieName(secure)}=${sid}; ${flags}`
}
