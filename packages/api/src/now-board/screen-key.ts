import { createHmac, timingSafeEqual } from 'node:crypto'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What a screen on a wall shows for itself: its id and a seal that only this installation's secret can make. What the database holds
 * opens nothing, and no answer that is kept holds it.
 *
 * @throws Error when NEXTAUTH_SECRET is not set
 */
export function screenKey(screenId: string): string {
  return `${screenId}.${seal(screenId, process.env.NEXTAUTH_SECRET ?? '')}`
}

/** The id of the screen whose key this is; null when we did not make it. NEXTAUTH_SECRET_BEFORE holds while a secret is replaced. */
export function screenIdOf(key: string): string | null {
  const [screenId = '', said = ''] = key.split('.')
  if (!ID.test(screenId)) return null
  const secrets = [process.env.NEXTAUTH_SECRET, process.env.NEXTAUTH_SECRET_BEFORE]
  return secrets.some((secret) => secret && isSame(seal(screenId, secret), said)) ? screenId : null
}

function seal(screenId: string, secret: string): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return createHmac('sha256', secret).update(`screen on a wall ${screenId}`).digest('base64url')
}

function isSame(expected: string, said: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(said)]
  return one.length === other.length && timingSafeEqual(one, other)
}
