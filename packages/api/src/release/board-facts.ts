import type { BoardRow } from '@throughcare/db/release/board-row'
import { deriveRuleFacts, type RecordedFact } from '@throughcare/domain/care-plan/derive-rule-facts'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import type { RuleFacts } from '@throughcare/domain/checklist/rule-facts'
import { planKitOf } from '../naloxone/kits-of-case.ts'

/** What the checklist's rules know of somebody on the board. `outAt`: when they went out, as far as anybody knows. */
export function ruleFactsOfRow(row: BoardRow, outAt: Date | null): RuleFacts {
  const treatment = row.treatments.find((each) => each.endedOn === null) ?? row.treatments.at(-1) ?? null
  return deriveRuleFacts({
    facts: Object.fromEntries(row.facts.map(({ code, state, value }) => [code, { state, value }])) as Partial<
      Record<FactCode, RecordedFact>
    >,
    legalStatus: row.legalStatus,
    releaseCertainty: row.certainty,
    treatment,
    ...planKitOf(row.kits, outAt),
    partnerWish: row.partnerWish,
    interpreterNeeded: row.interpreterNeeded,
  })
}
