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
export async function casesOfPrison({ owner, places }: Ground, areTreated = false): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select p.episode_id as id from case_part p join custody_episode e on e.id = p.episode_id
     where p.service_id = $1 and (p.relation = 'own' and e.release_date <= now()::date + 28 or e.released_at > now() - interval '25 days')
       and (not $2::boolean or exists (select 1 from dose d where d.episode_id = e.id))
     order by p.episode_id limit 500`,
    [places.busyPrison.id, areTreated],
  )
  return rows.map(({ id }) => id)
}

/** A read of one case by the nurses of the busy prison, one case after the other. */
export function caseJob(name: string, path: string, areTreated = false): Job {
  return {
    name,
    kind: 'read',
    prepare: async (ground) => {
      const { busyPrison } = ground.places
      const cases = await casesOfPrison(ground, areTreated)
      const session = inTurn(sessionsOf(ground, busyPrison.id, 'prison-health'))
      const next = inTurn(cases)
      const call = (): ProductCall => ({ path, input: { episodeId: next() }, session: session() })
      const floor = inTurn(cases.map((id) => floorOf(ground, name, [busyPrison.id, busyPrison.workers[0], id])))
      return { product: () => ({ bytes: callOf(ground, call()) }), floor: () => ({ bytes: floor() }), input: call() }
    },
  }
}

export const CASE = caseJob('case', 'carePlan.byEpisode')

/** The doses of a case, and its timeline: of those who are on treatment. */
export const DOSES = caseJob('doses', 'medication.byEpisode', true)
export const TIMELINE = caseJob('timeline', 'timeline.byEpisode', true)

export const BOARD: Job = {
  name: 'board',
  kind: 'read',
  prepare: async (ground) => {
    const { busyPrison } = ground.places
    const session = inTurn(sessionsOf(ground, busyPrison.id, 'prison-health'))
    const call = (): ProductCall => ({ path: 'release.board', input: {}, session: session() })
    const floor = floorOf(ground, 'board', [busyPrison.id, busyPrison.workers[0]])
    return { product: () => ({ bytes: callOf(ground, call()) }), floor: () => ({ bytes: floor }), input: call() }
  },
}

const NAMES = 400

/** Names of people who are inside, most of them with a slip of the pen: two letters changed over, or one left out. */
async function misspelt({ owner }: Ground, prisonId: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select n.family_name || case when get_byte(decode(md5(n.id::text), 'hex'), 0) % 2 = 0 then ' ' || n.given_names else '' end as name
     from case_part p join person n on n.id = p.person_id where p.service_id = $1 and p.until > app.now() and length(n.family_name) > 4
     order by md5(n.id::text) limit $2`,
    [prisonId, NAMES],
  )
  return rows.map(({ name }, at) => {
    const slip = 2 + (at % 2)
    if (at % 4 === 3) return name
    return at % 2 === 0
      ? name.slice(0, slip) + name[slip + 1] + name[slip] + name.slice(slip + 2)
      : name.slice(0, slip) + name.slice(slip + 1)
  })
}

export const SEARCH: Job = {
  name: 'search',
  kind: 'read',
  prepare: async (ground) => {
    const { busyPrison } = ground.places
    // Whoever searches more than twice a second is stopped: that is not what is measured here.
    await ground.owner.query('delete from turn')
    const everybody = sessionsOf(ground, busyPrison.id, 'prison-health')
    const typed = await misspelt(ground, busyPrison.id)
    const [session, name] = [inTurn(everybody), inTurn(typed)]
    const floor = inTurn(
      typed.map((text) => floorOf(ground, 'search', [busyPrison.id, busyPrison.workers[0], text.toLowerCase()])),
    )
    const call = (): ProductCall => ({ path: 'person.search', input: { text: name(), limit: 25 }, session: session() })
    return { product: () => ({ bytes: callOf(ground, call()) }), floor: () => ({ bytes: floor() }), input: call() }
  },
}
