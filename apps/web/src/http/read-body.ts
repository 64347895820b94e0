import type { IncomingMessage } from 'node:http'

export type Body = { text: string } | { status: 400 | 408 | 413 }

/** Nested deeper than this is no input of ours: recursion over it could end the process. */
const DEEPEST = 64

/**
 * Reads a body as text, up to so many bytes.
 *
 * @returns 413 as soon as it is longer, 400 when it breaks off or is no UTF-8
 */
export async function readBody(req: IncomingMessage, mostBytes: number): Promise<Body> {
  if (Number(req.headers['content-length'] ?? 0) > mostBytes) return { status: 413 }
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) return { status: 413 }
      chunks.push(chunk)
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return { status: 400 }
  }
}

/** Is this JSON nested too deeply to be looked at? Counts brackets outside strings, before anything parses them. */
export function isTooDeep(json: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > DEEPEST) return true
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return false
}
