import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One answer: its status and how many bytes its body had. */
export type Answer = { status: number; bytes: number; text: string }

const HEAD_END = Buffer.from('\r\n\r\n')

/** One kept connection that asks one thing after the other: HTTP/1.1, so thin that what is measured is the server. */
export class Wire {
  #socket: Socket
  #received: Buffer[] = []
  #size = 0
  #head: { bodyAt: number; status: number; length: number | null } | null = null
  #answered: ((answer: Answer) => void) | null = null
  #failed: ((error: Error) => void) | null = null
  #wantsText = false

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('close', () => this.#failed?.(new Error('the server closed the connection')))
    socket.on('error', (error) => this.#failed?.(error))
  }

  static async open(port: number): Promise<Wire> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Wire(socket)
  }

  ask(request: Buffer, wantsText = false): Promise<Answer> {
    this.#wantsText = wantsText
    return new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = null
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk)
    this.#size += chunk.length
    if (!this.#head) {
      const all = this.#joined()
      const end = all.indexOf(HEAD_END)
      if (end < 0) return
      const head = all.toString('latin1', 0, end)
      const length = /^content-length: (\d+)/im.exec(head)?.[1]
      this.#head = {
        bodyAt: end + HEAD_END.length,
        status: Number(head.slice(9, 12)),
        length: length === undefined ? null : Number(length),
      }
    }
    const { bodyAt, status, length } = this.#head
    if (length !== null && this.#size < bodyAt + length) return
    if (length === null && !chunk.toString('latin1', Math.max(0, chunk.length - 5)).endsWith('0\r\n\r\n')) return
    const answered = this.#answered
    const isWanted = this.#wantsText || status >= 400
    const text = isWanted ? (length === null ? unchunked : String)(this.#joined().subarray(bodyAt)) : ''
    const bytes = this.#size - bodyAt
    this.#received = []
    this.#size = 0
    this.#head = null
    this.#answered = null
    answered?.({ status, bytes, text })
  }

  #joined(): Buffer {
    if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)]
    return this.#received[0] as Buffer
  }
}

/** A POST of JSON as bytes. */
export function postOf(port: number, path: string, body: unknown, headers: Record<string, string> = {}): Buffer {
  const text = JSON.stringify(body)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n${lines.join('')}\r\n${text}`,
  )
}

/** A GET of a page as bytes, as a browser asks for it. */
export function getOf(port: number, path: string, headers: Record<string, string> = {}): Buffer {
  const lines = Object.entries({ accept: 'text/html', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n${lines.join('')}\r\n`)
}

/** A body that came in chunks, put together. */
function unchunked(body: Buffer): string {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!(size > 0)) return Buffer.concat(parts).toString('utf8')
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
