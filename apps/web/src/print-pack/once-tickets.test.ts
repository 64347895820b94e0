import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { issueTicket, redeemTicket, TICKET_MS } from './once-tickets.ts'

const request = (url: string, cookie?: string) =>
  ({ url, headers: { host: 'throughcare.example', ...(cookie ? { cookie } : {}) } }) as unknown as IncomingMessage
const PAGE = '/cases/1/print-pack/person?language=ar'

it('opens its page once, as whoever asked for it', () => {
  const path = issueTicket(request('/api/files/print-pack', 'sid=1'), PAGE, 0) ?? ''
  expect(path).toMatch(/^\/print-once\/[\w-]{43}$/)
  const opening = request(path)
  expect(redeemTicket(opening, 1)).toBe(true)
  expect(opening).toMatchObject({ url: PAGE, headers: { cookie: 'sid=1', 'x-throughcare-path': PAGE } })
  expect(redeemTicket(request(path), 2)).toBe(false)
})

it('is worth nothing after a minute, nor when nobody issued it', () => {
  const path = issueTicket(request('/', 'sid=1'), PAGE, 0) ?? ''
  expect(redeemTicket(request(path), TICKET_MS)).toBe(false)
  expect(redeemTicket(request('/print-once/'), 0)).toBe(false)
  expect(redeemTicket(request('/print-once/__proto__'), 0)).toBe(false)
})

it('is not issued while twenty wait, and again once they are too old', () => {
  const paths = Array.from({ length: 21 }, () => issueTicket(request('/'), PAGE, 100_000))
  expect(paths.filter((path) => path === null)).toHaveLength(1)
  expect(issueTicket(request('/'), PAGE, 100_000 + TICKET_MS)).not.toBe(null)
})
