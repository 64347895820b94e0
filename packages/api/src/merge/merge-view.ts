import type { ComparedRecord } from '@throughcare/db/merge/compared-records'
import type { StoredMerge } from '@throughcare/db/merge/merge-repository'
import { AppError } from '../app-error.ts'

/** A pair as the browser gets it: times are ISO 8601 in UTC; `isOwn`: whoever looks asked for it. */
export type MergeView = Omit<StoredMerge, 'askedAt' | 'askedBy' | 'answeredAt'> & {
  askedAt: string
  answeredAt: string | null
  isOwn: boolean
}

/** Two records and what stands between them. */
export type PairView = { merge: MergeView; face: ComparedRecord; other: ComparedRecord }

export function mergeView({ askedAt, askedBy, answeredAt, ...merge }: StoredMerge, accountId: string): MergeView {
  return {
    ...merge,
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    isOwn: askedBy === accountId,
  }
}

/** Somebody moved it: how the pair stands now, and who it was. */
export function mergeMovedMeanwhile(current: StoredMerge | null, seenVersion: number): AppError {
  if (!current) return new AppError('not-found')
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { state: current.state, version: current.version },
      changedBy: current.answeredByName ?? current.askedByName,
      changedAt: (current.answeredAt ?? current.askedAt).toISOString(),
    },
  })
}
