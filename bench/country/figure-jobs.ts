import { callOf, floorOf, type Ground, inTurn, type Job, type ProductCall, sessionsOf } from './job.ts'

const MONTHS_BACK = 24

/** The dashboard of a scope, all of its period. */
function figureJob(name: string, scopeOf: (ground: Ground) => string): Job {
  return {
    name,
    kind: 'read',
    prepare: async (ground) => {
      const scope = scopeOf(ground)
      const session = inTurn(sessionsOf(ground, scope, 'manager'))
      const call = (): ProductCall => ({
        path: 'continuity.report',
        input: { from: null, to: null, prisonId: null },
        session: session(),
      })
      const now = new Date()
      const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS_BACK, 1))
      const months = [first, now].map((each) => each.toISOString().slice(0, 7))
      const floor = floorOf(ground, 'figures', [scope, session().accountId, ...months])
      const { rows } = await ground.owner.query('select 1 from counted_total limit 1')
      // Before anything is counted there is nothing to compare with.
      const isCounted = rows.length > 0
      return {
        product: () => ({ bytes: callOf(ground, call()) }),
        floor: isCounted ? () => ({ bytes: floor }) : null,
        input: call(),
      }
    },
  }
}

export const PRISON = figureJob('prison', ({ places }) => places.busyPrison.id)
export const COUNTRY = figureJob('country', ({ places }) => places.byKind.region?.[0]?.id ?? '')
