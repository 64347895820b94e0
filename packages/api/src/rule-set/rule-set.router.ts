import {
  ApproveRuleSetInput,
  ProposeRuleSetInput,
  RuleSetsOfKindInput,
  WithdrawRuleSetInput,
} from '@throughcare/domain/rule-set/rule-set-inputs'
import { allowed, router } from '../trpc.ts'
import { approveRuleSet } from './approve-rule-set.ts'
import { getRuleSetsOfKind } from './get-rule-sets-of-kind.ts'
import { listRuleSets } from './list-rule-sets.ts'
import { proposeRuleSet } from './propose-rule-set.ts'
import { withdrawRuleSet } from './withdraw-rule-set.ts'

export const ruleSetRouter = router({
  list: allowed('rule-set.list').query(({ ctx }) => listRuleSets(ctx.actor)),

  byKind: allowed('rule-set.by-kind')
    .input(RuleSetsOfKindInput)
    .query(({ ctx, input }) => getRuleSetsOfKind(ctx.actor, input)),

  propose: allowed('rule-set.propose')
    .input(ProposeRuleSetInput)
    .mutation(({ ctx, input }) => proposeRuleSet(ctx.actor, input)),

  approve: allowed('rule-set.approve')
    .input(ApproveRuleSetInput)
    .mutation(({ ctx, input }) => approveRuleSet(ctx.actor, input)),

  withdraw: allowed('rule-set.withdraw')
    .input(WithdrawRuleSetInput)
    .mutation(({ ctx, input }) => withdrawRuleSet(ctx.actor, input)),
})
