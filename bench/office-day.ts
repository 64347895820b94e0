import type { BenchSession, Places } from './country/country-places.ts'
import type { Superuser } from './country/load-country.ts'
import type { Ask, Turn } from './steady-load.ts'

export type OfficeDay = {
  /** What somebody does next: each takes their turn. */
  next: () => Turn
  /** Handoffs that still wait for an acknowledgement. */
  left: () => number
}

const INBOX = { tab: 'new', page: 1 }

/**
 * What a busy service and a busy prison do all day, by so many people of both: the inbox, a handoff read and acknowledged, the board of
 * releases, a case; and one turn in ten as the page that a browser gets.
 */
export async function openOfficeDay(
  owner: Superuser,
  places: Places,
  people: number,
  origin: () => string,
): Promise<OfficeDay> {
  const of = (serviceId: string, role: string) =>
    places.sessions.filter((each) => each.serviceId === serviceId && each.role === role).slice(0, people / 2)
  const workers = of(places.busy.id, 'caseworker')
  const nurses = of(places.busyPrison.id, 'prison-health')
  const { rows: waiting } = await owner.query<{ id: string }>(
    `select h.id from handoff h where h.receiving_service_id = $1 and h.status = 'sent' order by md5(h.id::text)`,
    [places.busy.id],
  )
  const { rows: cases } = await owner.query<{ id: string }>(
    `select p.episode_id as id from case_part p join custody_episode e on e.id = p.episode_id
     where p.service_id = $1 and p.relation = 'own' and e.release_date <= now()::date + 28 order by p.episode_id limit 300`,
    [places.busyPrison.id],
  )
  const ids = cases.map(({ id }) => id)
  if (workers.length === 0 || nurses.length === 0 || ids.length === 0)
    throw new Error('nobody is at work in this country')
  let turn = 0
  const each = <T>(all: readonly T[]): T => all[turn % all.length] as T
  const call =
    (name: string, who: BenchSession, path: string, input: object): Turn =>
    (ask) =>
      ask({ name, origin: origin(), cookie: cookieOf(who), path, input })
  const page =
    (name: string, who: BenchSession, path: string): Turn =>
    (ask) =>
      ask({ name, origin: origin(), cookie: cookieOf(who), path })
  return {
    left: () => waiting.length,
    next: () => {
      turn += 1
      const [worker, nurse, episodeId] = [each(workers), each(nurses), each(ids)]
      switch (turn % 10) {
        case 0: {
          const handoff = waiting.pop()
          return handoff
            ? (ask) => acknowledge(ask, origin(), worker, handoff.id)
            : call('inbox', worker, 'handoff.inbox', INBOX)
        }
        case 1:
          return turn % 20 === 1
            ? page('inbox page', worker, '/inbox')
            : page('case page', nurse, `/cases/${episodeId}`)
        case 2:
        case 3:
        case 6:
          return call('board', nurse, 'release.board', {})
        case 4:
        case 7:
        case 9:
          return call('case', nurse, 'carePlan.byEpisode', { episodeId })
        default:
          return call('inbox', worker, 'handoff.inbox', INBOX)
      }
    },
  }
}

async function acknowledge(ask: Ask, origin: string, worker: BenchSession, handoffId: string): Promise<void> {
  const asked = { origin, cookie: cookieOf(worker) }
  const read = await ask<{ version: number }>({ name: 'handoff', ...asked, path: 'handoff.byId', input: { handoffId } })
  if (!read) return
  const input = { requestId: crypto.randomUUID(), handoffId, seenVersion: read.version }
  await ask({ name: 'acknowledge', ...asked, path: 'handoff.acknowledge', input })
}

const cookieOf = ({ sid }: BenchSession) => `__Host-throughcare-session=${sid}`
