import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { PATH_HEADER } from '../session/header-names.ts'

/** Where Chromium opens a page that it was sent for. */
export const ONCE_PATH = '/print-once/'
/** A ticket that nobody used is worth nothing after this. */
export const TICKET_MS = 60_000
/** More at once than printers run here: whoever asks for one more has to wait. */
const MOST_TICKETS = 20

type Ticket = { path: string; cookie: string; host: string; until: number }
const tickets = new Map<string, Ticket>()

/**
 * A ticket for one page, for one opening within 60 s, as the person who asked for it: their session comes along, so the page is
 * read with their rights and audited under their name. It never leaves this process but for the browser that it starts.
 *
 * @param now milliseconds, for the age of tickets
 * @returns the path to open; null when too many wait
 */
export function issueTicket(req: IncomingMessage, path: string, now: number = Date.now()): string | null {
  for (const [key, { until }] of tickets) if (until <= now) tickets.delete(key)
  if (tickets.size >= MOST_TICKETS) return null
  const key = randomBytes(32).toString('base64url')
  tickets.set(key, {
    path,
    cookie: req.headers.cookie ?? '',
    host: req.headers.host ?? 'localhost',
    until: now + TICKET_MS,
  })
  return `${ONCE_PATH}${key}`
}

/**
 * Turns the opening of a ticket into a request for its page. The ticket is gone with it, whatever comes of the page.
 *
 * @returns false when there is no such ticket: used, too old, or never issued.
 */
export function redeemTicket(req: IncomingMessage, now: number = Date.now()): boolean {
  const key = (req.url ?? '').slice(ONCE_PATH.length)
  const ticket = tickets.get(key)
  tickets.delete(key)
  if (!ticket || ticket.until <= now) return false
  req.url = ticket.path
  req.headers.cookie = ticket.cookie
  req.headers.host = ticket.host
  req.headers[PATH_HEADER] = ticket.path
  return true
}
