import type { AddressInfo } from 'node:net'
import { recordLateBounce } from '@throughcare/api/notice/bounce-notice'
import { bounceTag, mailIdOfBounceTag } from '@throughcare/api/notice/bounce-tag'
import { readDeliveryReport } from '@throughcare/domain/notice/read-delivery-report'
import type { Logger } from 'pino'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** A report that encloses the whole of one of our letters is a few kilobytes. */
const LARGEST = 128 * 1024
const SOCKET_MS = 30_000
const MOST_CLIENTS = 20

export type BounceReceiver = { port: number; close: () => Promise<void> }

type Settings = { domain: string; port: number; host: string }

/** To which address a mail comes back; null where none is received. */
export function returnAddress(mailId: string): string | null {
  const settings = readSettings(process.env)
  return settings === null || typeof settings === 'string' ? null : `${bounceTag(mailId)}@${settings.domain}`
}

/**
 * Listens for e-mails that come back (MAIL_BOUNCE_DOMAIN, MAIL_BOUNCE_PORT): takes nothing but what is sent to an address that this
 * installation made and sealed, and of it only reports of a failure. It passes nothing on and answers nobody by e-mail.
 *
 * @returns null when it is not set up; the log says so.
 */
export async function receiveBounces(log: Logger): Promise<BounceReceiver | null> {
  const settings = readSettings(process.env)
  if (settings === null) return null
  if (typeof settings === 'string') {
    log.error(`${settings}: no e-mail that comes back is received`)
    return null
  }
  const server = new SMTPServer({
    size: LARGEST,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'Throughcare, for mail that comes back',
    maxClients: MOST_CLIENTS,
    socketTimeout: SOCKET_MS,
    onRcptTo: ({ address }, _session, done) =>
      mailIdOf(address, settings.domain) === null ? done(refusal(550, 'no such mailbox')) : done(),
    onData: (stream, { envelope }, done) => {
      const mailIds = envelope.rcptTo.flatMap(({ address }) => mailIdOf(address, settings.domain) ?? [])
      readWhole(stream)
        .then(async (source) => {
          if (source === null) return done(refusal(552, 'too large'))
          const failure = readDeliveryReport(source)
          for (const mailId of failure ? new Set(mailIds) : [])
            if (failure && (await recordLateBounce(mailId, failure.status)))
              log.warn({ status: failure.status }, 'an e-mail came back after it had been taken')
          done()
        })
        .catch((error: unknown) => {
          log.error({ kind: (error as Error).name }, 'a report of an e-mail that came back was not written down')
          done(refusal(451, 'try again later'))
        })
    },
  })
  // A client that breaks off in the middle of a letter is no fault of ours.
  server.on('error', (error) => log.debug({ kind: error.name }, 'the receiver of returned e-mail reported an error'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(settings.port, settings.host, () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  log.info({ port }, 'e-mail that comes back is received')
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

function mailIdOf(address: string, domain: string): string | null {
  const at = address.lastIndexOf('@')
  return address.slice(at + 1).toLowerCase() === domain ? mailIdOfBounceTag(address.slice(0, at)) : null
}

/** Null when it is larger than may be: what is over is read and forgotten. */
async function readWhole(stream: SMTPServerDataStream): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST) chunks.push(chunk)
  }
  return size > LARGEST ? null : Buffer.concat(chunks).toString('utf8')
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** Null: nobody asked for it. A text: why it cannot be. */
function readSettings({
  MAIL_BOUNCE_DOMAIN,
  MAIL_BOUNCE_PORT,
  MAIL_BOUNCE_HOST,
  NEXTAUTH_SECRET,
}: NodeJS.ProcessEnv): Settings | string | null {
  if (!MAIL_BOUNCE_DOMAIN && !MAIL_BOUNCE_PORT) return null
  const domain = MAIL_BOUNCE_DOMAIN?.toLowerCase() ?? ''
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(domain)) return 'MAIL_BOUNCE_DOMAIN is not the name of a domain'
  if (!/^\d{1,5}$/.test(MAIL_BOUNCE_PORT ?? '') || Number(MAIL_BOUNCE_PORT) > 65_535)
    return 'MAIL_BOUNCE_PORT is not the number of a port'
  if (!NEXTAUTH_SECRET) return 'NEXTAUTH_SECRET is not set, which seals the addresses'
  return { domain, port: Number(MAIL_BOUNCE_PORT), host: MAIL_BOUNCE_HOST || '127.0.0.1' }
}
