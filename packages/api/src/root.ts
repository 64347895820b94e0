import { accessRouter } from './access/access.router.ts'
import { handoffRouter } from './handoff/handoff.router.ts'
import { personRouter } from './person/person.router.ts'
import { releaseRouter } from './release/release.router.ts'
import { releaseListRouter } from './release-list/release-list.router.ts'
import { router } from './trpc.ts'

/** Every procedure of the product, one router a noun. The access matrix is made from it. */
export const appRouter = router({
  access: accessRouter,
  handoff: handoffRouter,
  person: personRouter,
  release: releaseRouter,
  releaseList: releaseListRouter,
})
export type AppRouter = typeof appRouter
