import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  countRetention,
  findLastCount,
  listRetentionRules,
  listRetentionRuns,
  type RetentionCount,
  type StoredRetentionRule,
  type StoredRetentionRun,
} from '@throughcare/db/retention/retention-repository'
import { SHIPPED_PERIODS, type ShippedPeriod } from '@throughcare/domain/retention/shipped-periods'

/** A run as the browser gets it; `isOwn`: whoever looks proposed it. */
export type RetentionRunView = Omit<StoredRetentionRun, 'proposedAt' | 'proposedBy' | 'endedAt'> & {
  proposedAt: string
  endedAt: string | null
  isOwn: boolean
}

/** `due` is the dry run of this moment; `countedAt` when a night counted last. */
export type RetentionBoard = {
  rules: (Omit<StoredRetentionRule, 'proposedBy'> & { isOwn: boolean })[]
  shipped: readonly ShippedPeriod[]
  due: RetentionCount[]
  countedAt: string | null
  runs: RetentionRunView[]
}

/** How long records are kept, what is due, and what became of it. Counts: an administrator sees no case. */
export function retentionBoard({ accountId, ...actor }: Actor): Promise<RetentionBoard> {
  return asActor({ accountId, ...actor }, async (deed) => ({
    rules: (await listRetentionRules(deed)).map(({ proposedBy, ...rule }) => ({
      ...rule,
      isOwn: proposedBy === accountId,
    })),
    shipped: SHIPPED_PERIODS,
    due: await countRetention(deed),
    countedAt: (await findLastCount(deed))?.toISOString() ?? null,
    runs: (await listRetentionRuns(deed)).map(({ proposedBy, ...run }) => ({
      ...run,
      proposedAt: run.proposedAt.toISOString(),
      endedAt: run.endedAt?.toISOString() ?? null,
      isOwn: proposedBy === accountId,
    })),
  }))
}
