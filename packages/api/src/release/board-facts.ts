import type { BoardRow } from '@throughcare/db/release/board-row'
import { deriveRuleFacts, type RecordedFact } from '@throughcare/domain/care-plan/derive-rule-facts'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import type { RuleFacts } from '@throughcare/domain/checklist/rule-facts'

/** What the checklist's rules know of somebody on the board. */
export function ruleFactsOfRow(row: BoardRow, isReleased: boolean): RuleFacts {
  const treatment = row.treatments.find((each) => each.endedOn === null) ?? row.treatments.at(-1) ?? null
  return deriveRuleFacts({
    facts: Object.fromEntries(row.facts.map(({ code, state, value }) => [code, { state, value }])) as Partial<
      Record<FactCode, RecordedFact>
    >,
    legalStatus: row.legalStatus,
    releaseCertainty: row.certainty,
    treatment,
    // A kit that lies in the property of somebody who is out was left in prison, whether or not anybody said so (NAL-1).
    kit: row.kit === 'in-property' && isReleased ? 'left-in-prison' : row.kit,
    partnerWish: row.partnerWish,
    interpreterNeeded: row.interpreterNeeded,
  })
}
