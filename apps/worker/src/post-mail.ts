import { createTransport } from 'nodemailer'
import { returnAddress } from './receive-bounces.ts'

/** How long the mail server may take for each step. Shorter than the transaction that holds what is sent. */
const STEP_MS = 10_000

type MailServer = { url: string; origin: URL; from: string }

/** Plain text on its way to one address. */
export type Letter = {
  to: string
  subject: string
  text: string
  /** The same for every try of the same letter: its Message-ID, by which a second copy is told. */
  key: string
  isUrgent?: boolean
  /** Comes back under the address of this mail, where the installation receives such mail. */
  mailId?: string
}

/** Why no e-mail is sent, for the log; null when it is. */
export function whyNotPosting(env: NodeJS.ProcessEnv = process.env): string | null {
  const server = readMailServer(env)
  return typeof server === 'string' ? server : null
}

export function isPosting(): boolean {
  return whyNotPosting() === null
}

/**
 * Hands a letter to the mail server of SMTP_URL.
 *
 * @param write the letter, for the address of this installation, without a slash at its end
 * @throws an error that names only what kind of fault it was: what a server answers may repeat the address.
 */
export async function postMail(write: (origin: string) => Letter): Promise<void> {
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
    const { to, subject, text, key, isUrgent, mailId } = write(origin.origin)
    const returnTo = mailId === undefined ? null : returnAddress(mailId)
    await transport.sendMail({
      to,
      subject,
      text,
      messageId: `<${key}@${origin.hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(returnTo === null ? {} : { envelope: { from: returnTo, to } }),
      ...(isUrgent ? { priority: 'high' as const } : {}),
    })
  } catch (error) {
    const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
    const told = new Error(`the mail server did not take it: ${code ?? 'no code'} ${responseCode ?? ''}`.trim())
    throw Object.assign(told, { code, responseCode, command })
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
