import type { ServerResponse } from 'node:http'

/** Answers with JSON that no cache keeps. */
export function answerJson(
  res: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  if (res.headersSent) {
    res.end()
    return
  }
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
  res.end(JSON.stringify(body))
}

/** Refuses in the shape of every refusal: a code and the details that belong to it, nothing of what was sent. */
export function refuse(
  res: ServerResponse,
  status: number,
  code: string,
  headers: Record<string, string> = {},
  details: Record<string, unknown> = {},
): void {
  // A refused upload may still be on its way: the connection is not used again.
  const close: Record<string, string> = status === 413 || status === 408 ? { connection: 'close' } : {}
  answerJson(
    res,
    status,
    { error: { json: { message: code, data: { code, httpStatus: status, details } } } },
    { ...close, ...headers },
  )
}
