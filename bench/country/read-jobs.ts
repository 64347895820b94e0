import { callOf, floorOf, type Ground, inTurn, type Job, type ProductCall, sessionsOf } from './job.ts'

const EVERY = {
  area: null,
  kind: null,
  serviceId: null,
  workerId: null,
  out: null,
  overdue: false,
  order: 'longest-out',
  page: 1,
}

/** The inbox as it is looked at: a tab, and now and then a filter. */
const INBOXES = [
  { tab: 'new', statuses: ['sent'], area: null, isOut: false },
  { tab: 'new', statuses: ['sent'], area: 'omt', isOut: false },
  { tab: 'acknowledged', statuses: ['acknowledged', 'accepted', 'in-progress'], area: null, isOut: false },
  { tab: 'new', statuses: ['sent'], area: null, isOut: true },
] as const

export const INBOX: Job = {
  name: 'inbox',
  kind: 'read',
  prepare: async (ground) => {
    const { busy } = ground.places
    const session = inTurn(sessionsOf(ground, busy.id, 'caseworker'))
    const inputOf = ({ tab, area, isOut }: (typeof INBOXES)[number]) => ({
      ...EVERY,
      tab,
      area,
      out: isOut ? 'released' : null,
    })
    const asked = inTurn(INBOXES)
    const floor = inTurn(
      INBOXES.map(({ statuses, area, isOut }) =>
        floorOf(ground, 'inbox', [busy.id, busy.workers[0], statuses, area, isOut]),
      ),
    )
    return {
      product: () => ({
        bytes: callOf(ground, { path: 'handoff.inbox', input: inputOf(asked()), session: session() }),
      }),
      floor: () => ({ bytes: floor() }),
      input: { path: 'handoff.inbox', input: inputOf(INBOXES[0]), session: session() },
    }
  },
}

/** Cases of the busy prison with handoffs and a plan: out for less than 25 days, or about to leave. */
export async function casesOfPrison({ owner, places }: Ground): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select p.episode_id as id from case_part p join custody_episode e on e.id = p.episode_id
     where p.service_id = $1 and (p.relation = 'own' and e.release_date <= now()::date + 28 or e.released_at > now() - interval '25 days')
     order by p.episode_id limit 500`,
    [places.busyPrison.id],
  )
  return rows.map(({ id }) => id)
}

/** A read of one case by the nurses of the busy prison, one case after the other. */
export function caseJob(name: string, path: string): Job {
  return {
    name,
    kind: 'read',
    prepare: async (ground) => {
      const { busyPrison } = ground.places
      const cases = await casesOfPrison(ground)
      const session = inTurn(sessionsOf(ground, busyPrison.id, 'prison-health'))
      const next = inTurn(cases)
      const call = (): ProductCall => ({ path, input: { episodeId: next() }, session: session() })
      const floor = inTurn(cases.map((id) => floorOf(ground, name, [busyPrison.id, busyPrison.workers[0], id])))
      return { product: () => ({ bytes: callOf(ground, call()) }), floor: () => ({ bytes: floor() }), input: call() }
    },
  }
}

export const CASE = caseJob('case', 'carePlan.byEpisode')
