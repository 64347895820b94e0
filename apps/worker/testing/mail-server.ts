import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A letter as the mail server got it. */
export type GotLetter = {
  to: string
  returnTo: string
  messageId: string
  subject: string
  source: string
  text: string
}

export type MailServer = {
  port: number
  /** What came in, in order; emptied by the test. */
  letters: GotLetter[]
  /** What the server says to a recipient next, one answer a try; `at` limits it to one address. Empty: it takes everything. */
  refusals: { code: number; at?: string }[]
  /** How long it thinks before it takes a letter. */
  delayMs: number
  /** Goes away; {@link MailServer.comeBack} listens again at the same port. */
  close: () => Promise<void>
  comeBack: () => Promise<void>
}

/** A mail server on this machine that keeps what it gets and refuses what it is told to. */
export async function openMailServer(): Promise<MailServer> {
  const state: Pick<MailServer, 'letters' | 'refusals' | 'delayMs'> = { letters: [], refusals: [], delayMs: 0 }
  const open = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) => {
        const next = state.refusals.findIndex(({ at }) => at === undefined || at === address)
        const [refusal] = next < 0 ? [] : state.refusals.splice(next, 1)
        if (!refusal) return done()
        done(Object.assign(new Error(`${address} not taken`), { responseCode: refusal.code }))
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const source = Buffer.concat(chunks).toString('utf8')
          const take = () => {
            const returnTo = envelope.mailFrom ? envelope.mailFrom.address : ''
            state.letters.push({ returnTo, ...letterOf(envelope.rcptTo[0]?.address ?? '', source) })
            done()
          }
          if (state.delayMs > 0) setTimeout(take, state.delayMs)
          else take()
        })
      },
    })
  let server = await listening(open(), 0)
  const { port } = server.server.address() as AddressInfo
  return Object.assign(state, {
    port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    comeBack: async () => {
      server = await listening(open(), port)
    },
  })
}

async function listening(server: SMTPServer, port: number): Promise<SMTPServer> {
  // A client that is killed in the middle of a letter breaks its connection: no fault of the server.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

function letterOf(to: string, source: string): Omit<GotLetter, 'returnTo'> {
  const [head = ''] = source.split('\r\n\r\n')
  const line = (name: string) => new RegExp(`^${name}:\\s*(\\S.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return { to, source, messageId: line('Message-ID'), subject: line('Subject'), text: readable(source) }
}

/** The body as a reader sees it: quoted-printable lines joined. */
function readable(source: string): string {
  const [, ...body] = source.split('\r\n\r\n')
  return /quoted-printable/i.test(source)
    ? Buffer.from(
        body
          .join('\r\n\r\n')
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : body.join('\r\n\r\n')
}
