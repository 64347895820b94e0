import type { Actor } from '../packages/db/src/actor.ts'
import { withSuperuser } from '../packages/db/src/cluster/prepare-database.ts'
import { closeDatabase } from '../packages/db/src/database.ts'
import type { CastPerson, CastService } from '../packages/db/testing/cast.ts'
import { cloneDatabase } from '../packages/db/testing/clone-database.ts'
import { castIn } from '../packages/db/testing/scene.ts'
import { startTestCluster } from '../packages/db/testing/test-cluster.ts'

export type FreshScene = {
  owner: Parameters<Parameters<typeof withSuperuser>[1]>[0]
  services: Record<CastService, string>
  people: Record<CastPerson, Actor>
}

/** A cluster and a database of one's own with the standard cast, for a measurement; DATABASE_URL points at it. */
export async function withFreshScene<T>(work: (scene: FreshScene) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster()
  try {
    const fresh = await cloneDatabase(cluster.address)
    process.env.DATABASE_URL = fresh.appUrl
    return await withSuperuser(fresh.ownerUrl, async (owner) => {
      try {
        return await work({ owner, ...(await castIn(owner, null)) })
      } finally {
        await closeDatabase()
      }
    })
  } finally {
    cluster.stop()
  }
}
