import pg from 'pg'
import { SYSTEM_OF_NO_SERVICE } from '../actor.ts'

/** The one connection of a process that listens. What it hears only wakes: the rows are read. */
export type Listener = {
  /** Reads over the same connection, one statement after the other. @throws while the connection is away. */
  query: <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>
  close: () => Promise<void>
}

export type Heard = {
  /** Something may have changed: after every (re)connection too, because nobody knows what was missed. */
  onChange: () => void
  /** This account may be let in otherwise than before. Null: nobody knows which, after a reconnection. */
  onAccount: (accountId: string | null) => void
}

const AGAIN_MS = 250
const AGAIN_AT_MOST_MS = 5_000
/** A connection that does not answer for so long is given up and made anew. */
const ANSWER_MS = 5_000

/**
 * Opens a connection of its own, past any pool (LISTEN belongs to a connection), signed in as the app role; each reading acts
 * as the system actor of no service. When it breaks, it is made again, and `onChange` is called: the caller reads what it missed.
 */
export function listen(url: string, heard: Heard): Listener {
  let client: pg.Client | null = null
  let isClosed = false
  let wait = AGAIN_MS
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'throughcare live',
      // Four statements of one reading leave together.
      pipeline: true,
      query_timeout: ANSWER_MS,
      connectionTimeoutMillis: ANSWER_MS,
    })
    const lose = () => {
      if (client !== next && client !== null) return
      client = null
      next.removeAllListeners()
      next.on('error', () => undefined)
      next.end().catch(() => undefined)
      if (isClosed || timer) return
      timer = setTimeout(() => {
        timer = undefined
        void connect()
      }, wait)
      wait = Math.min(wait * 2, AGAIN_AT_MOST_MS)
    }
    next.once('error', lose)
    next.once('end', lose)
    next.on('notification', ({ channel, payload }) => {
      if (channel === 'throughcare_live') heard.onChange()
      else heard.onAccount(payload ?? null)
    })
    try {
      await next.connect()
      await next.query('listen throughcare_session')
      await next.query('listen throughcare_live')
    } catch {
      return lose()
    }
    if (isClosed) return void next.end().catch(() => undefined)
    client = next
    wait = AGAIN_MS
    heard.onAccount(null)
    heard.onChange()
  }
  void connect()

  return {
    query: async <Row extends object>(text: string, values: readonly unknown[]) => {
      const current = client
      if (!current) throw new Error('Connection terminated: the listener is on its way back')
      try {
        const [, , answer] = await Promise.all([
          current.query('begin'),
          current.query('select app.open_system($1)', [SYSTEM_OF_NO_SERVICE.serviceId]),
          current.query<Row>(text, [...values]),
          current.query('commit'),
        ])
        return answer.rows
      } catch (error) {
        // A statement that found no answer in time leaves the connection in nobody knows what state.
        if (!('code' in (error as object))) current.emit('end')
        throw error
      }
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
