import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRequestId } from '../form/request-id.ts'
import { type Answer, type Door, openDoor } from '../http/testing/door.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n')
const TEN_MB = 10 * 1024 * 1024
let door: Door
let cookie: string
let itemId: string
beforeAll(async () => {
  door = await openDoor()
  cookie = (await door.signIn('nora.lindqvist@throughcare.test')).cookie
  itemId = await door.scene.anItem(await door.scene.aCase(), { area: 'housing', code: 'story-bed' })
})
afterAll(() => door.close())

const ours = () => ({ origin: door.origin, 'content-type': 'application/json', 'x-throughcare': '1', cookie })
const send = (body: Buffer, more: { asked?: Record<string, string>; headers?: Record<string, string> } = {}) => {
  const asked = new URLSearchParams({ itemId, requestId: newRequestId(), shows: 'tenancy', ...more.asked })
  return door.ask(`/api/files/document?${asked}`, { method: 'POST', headers: { ...ours(), ...more.headers }, body })
}
const codeOf = ({ text }: Answer) => {
  const { code, details } = JSON.parse(text).error.json.data
  return details.refusal ?? code
}
const stored = async () => Number((await door.scene.owner.query('select count(*) from document')).rows[0]?.count)

describe('D10: a file on its way in', () => {
  it.each([
    ['0 bytes', Buffer.alloc(0), {}, 409, 'document.empty'],
    [
      'HTML that says it is a PDF',
      Buffer.from('<!doctype html>'),
      { headers: { 'content-type': 'application/json' } },
      409,
      'document.not-taken',
    ],
    ['SVG with a script', Buffer.from('<svg><script/></svg>'), {}, 409, 'document.not-taken'],
    ['one byte too many', Buffer.concat([PDF, Buffer.alloc(TEN_MB)]), {}, 413, 'too-large'],
    ['a path in the place of an id', PDF, { asked: { itemId: '../../etc/passwd' } }, 400, 'invalid-input'],
    ['a path in the place of what it shows', PDF, { asked: { shows: '../identity' } }, 400, 'invalid-input'],
    ['a field more than there is', PDF, { asked: { fileName: '../x.pdf' } }, 400, 'invalid-input'],
    ['from another site', PDF, { headers: { origin: 'https://evil.example' } }, 403, 'not-allowed'],
    ['without a session', PDF, { headers: { cookie: '' } }, 401, 'not-signed-in'],
  ])('%s: refused', async (_what, body, more, status, code) => {
    const before = await stored()
    const answer = await send(body, more)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
    expect(await stored()).toBe(before)
  })

  it.each([
    ['four gigabytes, and sends little', 4 * 1024 ** 3, /^HTTP\/1.1 413/],
    ['more than it sends, and hangs up', PDF.length + 100, null],
    // What is over is no part of the file: it is another request, and no good one.
    ['less than it sends', 6, /^HTTP\/1.1 (200|400)/],
  ])('whose header says %s', async (_what, length, answered) => {
    const before = await stored()
    const asked = new URLSearchParams({ itemId, requestId: newRequestId(), shows: 'tenancy' })
    const said = await raw(
      [
        `POST /api/files/document?${asked} HTTP/1.1`,
        `host: 127.0.0.1:${door.serving.port}`,
        ...Object.entries(ours()).map(([name, value]) => `${name}: ${value}`),
        `content-length: ${length}`,
        'connection: close',
        '',
        '%PDF-1.7 and so on',
      ].join('\r\n'),
      answered === null,
    )
    if (answered) expect(said).toMatch(answered)
    const { rows } = await door.scene.owner.query('select bytes from document order by added_at offset $1', [before])
    expect(rows.every(({ bytes }) => bytes === length)).toBe(true)
    if (length !== 6) expect(rows).toEqual([])
  })
})

describe('D10: a file on its way out', () => {
  it('is a file to save under a made-up name, and never a page of ours', async () => {
    const { documentId } = JSON.parse((await send(PDF)).text)
    const answer = await door.ask(`/api/files/document?id=${documentId}`, { headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(PDF.toString())
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[0-9a-f-]{36}\.pdf"$/)
    expect(answer.headers['content-security-policy']).toContain('sandbox')

    expect((await door.ask(`/api/files/document?id=${documentId}`)).status).toBe(401)
    const outsider = (await door.signIn('tom.vance@throughcare.test')).cookie
    const denied = await door.ask(`/api/files/document?id=${documentId}`, { headers: { cookie: outsider } })
    const ghost = await door.ask(`/api/files/document?id=${newRequestId()}`, { headers: { cookie: outsider } })
    expect([denied.status, denied.text]).toEqual([404, ghost.text])
    expect((await door.ask('/api/files/document?id=../x', { headers: { cookie } })).status).toBe(404)
  })
})

/** Bytes as they are over a socket; `hangUp`: the client is gone before the body is whole. */
function raw(text: string, hangUp: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(door.serving.port, '127.0.0.1', () => {
      socket.write(text)
      if (hangUp) setTimeout(() => socket.destroy(), 100)
    })
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk.toString()
    })
    socket.on('close', () => resolve(said))
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)))
  })
}
