import type { DigestMail } from '@throughcare/api/gap/send-digest'
import { digestMail } from '@throughcare/i18n/digest-mail'
import { createTransport } from 'nodemailer'

/** How long the mail server may take for each step. Shorter than the transaction that holds the digest. */
const STEP_MS = 10_000

type MailServer = { url: string; origin: URL; from: string }

/** Why no e-mail is sent, for the log; null when it is. */
export function whyNotPosting(env: NodeJS.ProcessEnv = process.env): string | null {
  const server = readMailServer(env)
  return typeof server === 'string' ? server : null
}

export function isPosting(): boolean {
  return whyNotPosting() === null
}

/**
 * Hands a digest to the mail server of SMTP_URL as plain text.
 *
 * @throws an error that names only what kind of fault it was: what a server answers may repeat the address.
 */
export async function postDigest({ to, locale, counts, key }: DigestMail): Promise<void> {
  const server = readMailServer(process.env)
  if (typeof server === 'string') throw new Error(server)
  const { url, origin, from } = server
  const transport = createTransport(
    {
      url,
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: 2 * STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  try {
    const { subject, text } = digestMail(counts, locale, origin.origin)
    await transport.sendMail({
      to,
      subject,
      text,
      messageId: `<${key}@${origin.hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    const told = new Error(`the mail server did not take it: ${code ?? 'no code'} ${responseCode ?? ''}`.trim())
    throw Object.assign(told, { code, responseCode })
  } finally {
    transport.close()
  }
}

/** Where e-mail goes; or why it goes nowhere. Nothing of an address with a password in it is ever repeated. */
function readMailServer({ SMTP_URL, SMTP_FROM, NEXTAUTH_URL }: NodeJS.ProcessEnv): MailServer | string {
  if (!SMTP_URL) return 'SMTP_URL is not set'
  if (!/^smtps?:\/\/\S+$/.test(SMTP_URL)) return 'SMTP_URL is not the address of a mail server (smtp:// or smtps://)'
  if (!NEXTAUTH_URL || !URL.canParse(NEXTAUTH_URL)) return 'NEXTAUTH_URL is not set, to which an e-mail would lead'
  const origin = new URL(NEXTAUTH_URL)
  return { url: SMTP_URL, origin, from: SMTP_FROM || `throughcare@${origin.hostname}` }
}
