import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { SHELL_HEADER, SHELL_PATH } from '../gate-list/shell-address.ts'
import { keepShell } from '../gate-list/shell-worker.ts'
import type { Environment } from './environment.ts'
import type { Handler } from './handler.ts'
import { shellPolicy } from './headers.ts'

/**
 * The page at the gate, which a browser keeps and opens again without network. A kept answer cannot have a new nonce, so its policy
 * names each script that stands in it by its hash: nobody can put another one in, however long the answer is kept.
 *
 * @param pages Next's request handler
 */
export function shellDoor(pages: Handler, environment: Environment) {
  const text = `(${keepShell.toString()})`
  const version = createHash('sha256').update(buildId()).update(text).digest('hex').slice(0, 16)
  const script = `${text}(self, ${JSON.stringify({ version, path: SHELL_PATH, header: SHELL_HEADER })})\n`

  return {
    async answerShell(req: IncomingMessage, res: ServerResponse): Promise<void> {
      // Read as text here; without a nonce in the request Next writes none.
      delete req.headers['accept-encoding']
      const page = await written(req, pages)
      const html = page.body.toString('utf8')
      res.writeHead(page.status, {
        ...page.headers,
        [SHELL_HEADER]: version,
        'content-security-policy': shellPolicy(hashesIn(html), environment),
        'content-length': page.body.length,
      })
      res.end(req.method === 'HEAD' ? undefined : page.body)
    },

    /** Asked for again at every opening, so that a new build replaces what an old one kept. */
    answerWorker(res: ServerResponse): void {
      res.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
      })
      res.end(script)
    },
  }
}

/** Of Next's build; none in tests that leave Next out. */
function buildId(): string {
  try {
    return readFileSync(new URL('../../.next/BUILD_ID', import.meta.url), 'utf8')
  } catch {
    return 'no build'
  }
}

type Written = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** The whole answer that Next has for a request, before any of it leaves: the policy in its head depends on its body. */
function written(req: IncomingMessage, pages: Handler): Promise<Written> {
  return new Promise((resolve, reject) => {
    const aside = new ServerResponse(req)
    const parts: Buffer[] = []
    const keep = (part: unknown, encoding: unknown) => {
      if (typeof part === 'string')
        parts.push(Buffer.from(part, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
      else if (part instanceof Uint8Array) parts.push(Buffer.from(part))
    }
    Object.assign(aside, {
      flushHeaders: () => undefined,
      write: (part: unknown, encoding: unknown) => {
        keep(part, encoding)
        return true
      },
      end: (part: unknown, encoding: unknown) => {
        keep(part, encoding)
        const { 'content-length': _length, 'transfer-encoding': _coding, ...headers } = aside.getHeaders()
        resolve({ status: aside.statusCode, headers, body: Buffer.concat(parts) })
        setImmediate(() => aside.emit('finish'))
        return aside
      },
    })
    pages(req, aside).catch(reject)
  })
}

/** The hashes of the scripts and sheets that stand in the page itself, as a policy names them. */
export function hashesIn(html: string): { scripts: string[]; styles: string[] } {
  const of = (tag: 'script' | 'style') => {
    const found = html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, 'gi'))
    const inline = [...found].filter(([, attributes]) => !/\ssrc=/i.test(attributes ?? ''))
    return [
      ...new Set(
        inline.map(
          ([, , body]) =>
            `'sha256-${createHash('sha256')
              .update(body ?? '')
              .digest('base64')}'`,
        ),
      ),
    ]
  }
  return { scripts: of('script'), styles: of('style') }
}
