import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What stands before the @ of the address to which an e-mail comes back: `bounce+`, the mail's id and a seal that only this
 * installation's secret can make. It is 64 characters, which is all that an address may have there, and lower case, because some
 * servers make it so.
 *
 * @throws Error when NEXTAUTH_SECRET is not set
 */
export function bounceTag(mailId: string): string {
  const id = mailId.replaceAll('-', '')
  return `bounce+${id}.${seal(id, process.env.NEXTAUTH_SECRET ?? '')}`
}

/** The id of the mail to which this came back; null when the address is not one of ours. NEXTAUTH_SECRET_BEFORE holds while a secret is replaced. */
export function mailIdOfBounceTag(local: string): string | null {
  const [, id, said] = /^bounce\+([0-9a-f]{32})\.([0-9a-f]{24})$/.exec(local.toLowerCase()) ?? []
  if (id === undefined || said === undefined) return null
  const secrets = [process.env.NEXTAUTH_SECRET, process.env.NEXTAUTH_SECRET_BEFORE]
  if (!secrets.some((secret) => secret && timingSafeEqual(Buffer.from(seal(id, secret)), Buffer.from(said))))
    return null
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** 96 bits: nobody guesses them, and there is no room for more. */
function seal(id: string, secret: string): string {
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return createHmac('sha256', secret).update(`bounced mail ${id}`).digest('hex').slice(0, 24)
}
