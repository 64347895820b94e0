import { createHmac, timingSafeEqual } from 'node:crypto'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The key of a one-time link: its id and a seal that only this installation's secret can make, so that what the database holds
 * opens nothing.
 */
export function linkKey(linkId: string): string {
  return `${linkId}.${seal(linkId, process.env.NEXTAUTH_SECRET ?? '')}`
}

/**
 * The whole address, of the configured origin: what a request says of its own host is never believed (practice B09).
 *
 * @throws Error when NEXTAUTH_URL is not set
 */
export function linkAddress(linkId: string): string {
  const origin = process.env.NEXTAUTH_URL
  if (!origin) throw new Error('NEXTAUTH_URL is not set')
  return `${new URL(origin).origin}/link?key=${linkKey(linkId)}`
}

/** The id of the link whose key this is; null when we did not make it. NEXTAUTH_SECRET_BEFORE holds while a secret is replaced. */
export function linkIdOf(key: string): string | null {
  const [linkId = '', said = ''] = key.split('.')
  if (!ID.test(linkId)) return null
  const secrets = [process.env.NEXTAUTH_SECRET, process.env.NEXTAUTH_SECRET_BEFORE]
  return secrets.some((secret) => secret && isSame(seal(linkId, secret), said)) ? linkId : null
}

function seal(linkId: string, secret: string): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return createHmac('sha256', secret).update(`one-time link ${linkId}`).digest('base64url')
}

function isSame(expected: string, said: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(said)]
  return one.length === other.length && timingSafeEqual(one, other)
}
