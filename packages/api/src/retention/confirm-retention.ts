import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import {
  confirmRetentionRun,
  listRetentionRules,
  listRetentionRuns,
  recordRuleAnswer,
  takeBackRetentionRun,
} from '@throughcare/db/retention/retention-repository'
import type { ConfirmRetentionInput } from '@throughcare/domain/retention/retention-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type RetentionConfirmed = { state: 'approved' | 'done' | 'taken-back' }

/**
 * Another administrator's yes: the period holds from now on, or exactly the list that was proposed is erased. When one of the list is no longer due,
 * nothing is erased: the list is proposed anew.
 *
 * @throws AppError `not-found` | `changed-meanwhile` | `refused` with `retention.own-proposal`, `retention.not-own-proposal` or `retention.list-changed`
 */
export function confirmRetention(actor: Actor, input: ConfirmRetentionInput): Promise<RetentionConfirmed> {
  return perform(actor, 'retention.confirm', input, async (deed) => {
    const state = input.what === 'rule' ? await answerRule(deed, input) : await answerRun(deed, input)
    await recordAudit(deed, { action: 'retention.confirm', fields: [input.what, state], requestId: input.requestId })
    return { state }
  })
}

async function answerRule(
  deed: Deed<Actor>,
  { id, answer }: ConfirmRetentionInput,
): Promise<RetentionConfirmed['state']> {
  const rule = (await listRetentionRules(deed)).find(({ ruleId, state }) => ruleId === id && state === 'proposed')
  if (!rule) throw new AppError('not-found')
  mustBe(rule.proposedBy === deed.actor.accountId, answer)
  try {
    if (!(await recordRuleAnswer(deed, rule, answer))) throw new AppError('changed-meanwhile')
  } catch (error) {
    if (sqlStateOf(error) === '23505') throw new AppError('changed-meanwhile')
    throw error
  }
  return answer === 'confirm' ? 'approved' : 'taken-back'
}

async function answerRun(
  deed: Deed<Actor>,
  { id, answer }: ConfirmRetentionInput,
): Promise<RetentionConfirmed['state']> {
  const run = (await listRetentionRuns(deed)).find(({ runId, state }) => runId === id && state === 'proposed')
  if (!run) throw new AppError('not-found')
  mustBe(run.proposedBy === deed.actor.accountId, answer)
  if (answer === 'take-back') {
    if (!(await takeBackRetentionRun(deed, id))) throw new AppError('changed-meanwhile')
    return 'taken-back'
  }
  const outcome = await confirmRetentionRun(deed, id)
  if (outcome === 'not-there') throw new AppError('changed-meanwhile')
  if (outcome !== 'done') throw refused(`retention.${outcome}`)
  return 'done'
}

/** Two people: whoever proposed does not confirm, and nobody else takes it back. */
function mustBe(isOwn: boolean, answer: ConfirmRetentionInput['answer']): void {
  if (answer === 'confirm' && isOwn) throw refused('retention.own-proposal')
  if (answer === 'take-back' && !isOwn) throw refused('retention.not-own-proposal')
}
