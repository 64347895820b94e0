import type { DidNotArriveReason, FirstNight, OutcomeKind } from '@throughcare/domain/outcome/outcome-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** What became of the person, as somebody tells it. */
export type OutcomeToRecord = { episodeId: string; at: Date } & (
  | { kind: Extract<OutcomeKind, 'arrived' | 'back-in-custody' | 'died'>; value?: never; reason?: never }
  | { kind: Extract<OutcomeKind, 'did-not-arrive'>; reason: DidNotArriveReason; value?: never }
  | { kind: Extract<OutcomeKind, 'first-night'>; value: FirstNight; reason?: never }
)

/** Adds the outcome under the actor's service. The table is insert-only: a correction is another entry, and the last one counts. */
export async function recordOutcomeEntry({ tx, actor, now }: Deed, outcome: OutcomeToRecord): Promise<string> {
  const id = newId()
  await tx.outcome.createMany({
    data: [
      {
        id,
        episodeId: outcome.episodeId,
        // Where somebody slept belongs to housing; that they came or did not, to release.
        category: outcome.kind === 'first-night' ? 'housing' : 'release',
        kind: outcome.kind,
        value: outcome.value ?? null,
        reason: outcome.reason ?? null,
        at: outcome.at,
        serviceId: actor.serviceId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}
