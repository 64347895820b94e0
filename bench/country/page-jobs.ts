import { type Ground, inTurn, type Job, pageOf, sessionsOf } from './job.ts'
import { casesOfPrison } from './read-jobs.ts'

type Paths = (ground: Ground) => Promise<{ serviceId: string; role: string; paths: string[] }>

/** A page as a browser gets it: signed in, whole, with everything that it reads. `behind` is the call of the API behind it. */
function pageJob(behind: string, pathsOf: Paths): Job {
  return {
    name: `${behind} page`,
    kind: 'page',
    behind,
    prepare: async (ground) => {
      const { serviceId, role, paths } = await pathsOf(ground)
      const session = inTurn(sessionsOf(ground, serviceId, role))
      const path = inTurn(paths)
      return { product: () => ({ bytes: pageOf(ground, path(), session()) }), floor: null, input: null }
    },
  }
}

export const PAGES: readonly Job[] = [
  pageJob('inbox', async ({ places }) => ({
    serviceId: places.busy.id,
    role: 'caseworker',
    paths: ['/inbox', '/inbox?tab=new&area=omt', '/inbox?tab=acknowledged', '/inbox?tab=new&out=released'],
  })),
  pageJob('board', async ({ places }) => ({
    serviceId: places.busyPrison.id,
    role: 'prison-health',
    paths: ['/releases'],
  })),
  pageJob('case', async (ground) => ({
    serviceId: ground.places.busyPrison.id,
    role: 'prison-health',
    paths: (await casesOfPrison(ground)).map((id) => `/cases/${id}`),
  })),
  pageJob('prison', async ({ places }) => ({
    serviceId: places.busyPrison.id,
    role: 'manager',
    paths: ['/continuity'],
  })),
  pageJob('country', async ({ places }) => ({
    serviceId: places.byKind.region?.[0]?.id ?? '',
    role: 'manager',
    paths: ['/continuity'],
  })),
]
