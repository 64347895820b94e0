import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { recordRetentionRule, recordRetentionRun } from '@throughcare/db/retention/retention-repository'
import type { ProposeRetentionInput } from '@throughcare/domain/retention/retention-inputs'
import { refused } from '../app-error.ts'
import { perform } from '../perform.ts'

/** `persons`: how many the list of a run has; null for a rule. */
export type RetentionProposed = { id: string; persons: number | null }

/**
 * Proposes a period for a country, or that what is due now be erased. Nothing holds and nothing goes before another administrator's yes.
 *
 * @throws AppError `refused` with `retention.another-waits`
 */
export function proposeRetention(actor: Actor, input: ProposeRetentionInput): Promise<RetentionProposed> {
  return perform(actor, 'retention.propose', input, async (deed) => {
    const { rule, requestId } = input
    const proposed: RetentionProposed = rule
      ? { id: await recordRetentionRule(deed, rule), persons: null }
      : await oneAtATime(async () => {
          const { runId, persons } = await recordRetentionRun(deed)
          return { id: runId, persons }
        })
    await recordAudit(deed, { action: 'retention.propose', fields: [input.what], requestId })
    return proposed
  })
}

async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (sqlStateOf(error) === '23505') throw refused('retention.another-waits')
    throw error
  }
}
