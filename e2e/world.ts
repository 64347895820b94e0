import type { CastPerson, CastService } from '@throughcare/db/testing/cast'
import type { TestClusterAddress } from '@throughcare/db/testing/test-cluster'

/** What everybody of the cast signs in with. */
export const PASSWORD = 'gate opens at nine'

/** Where the journeys take place. Set by serve.ts, read by every journey. */
export type World = {
  origin: string
  ownerUrl: string
  services: Record<CastService, string>
  accounts: Record<CastPerson, string>
  /** The worker's process, for the journey in which it is away. */
  workerPid: number
  /** Where databases can be made of which the journeys know nothing. */
  cluster: TestClusterAddress
}

export function theWorld(): World {
  if (!process.env.JOURNEYS) throw new Error('The journeys have no server: start them through Playwright.')
  return JSON.parse(process.env.JOURNEYS) as World
}
