import { SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import { deriveRuleFacts } from '@throughcare/domain/care-plan/derive-rule-facts'
import type { PlanTiming } from '@throughcare/domain/checklist/due-at'
import { type PlannedItem, planItems } from '@throughcare/domain/checklist/plan-items'
import { currentRuleSetFor } from '@throughcare/domain/checklist/rule-sets'
import type { KitOfPlan } from '@throughcare/domain/naloxone/kit-of-plan'
import type { AfterRelease } from './after-release.ts'
import type { DemoCase } from './demo-case.ts'
import type { ToldFacts } from './fact-rows.ts'
import { type HandoffDraft, heldSince } from './handoff-draft.ts'
import { itemStory } from './item-story.ts'
import { minutesAfter } from './moments.ts'
import type { StageService } from './stage.ts'

/** Everything of a case from which its plan follows. */
export type PlanSources = {
  told: ToldFacts
  hasTreatment: boolean
  kit: KitOfPlan['kit']
  firstAppointment: boolean
  drafts: readonly HandoffDraft[]
  after: AfterRelease
}

/** The plan, made by the rules that real plans are made by, with what became of each item. */
export function recordPlan(one: DemoCase, sources: PlanSources): void {
  const { chance, rows, episodeId, prison, truth, shape } = one
  const madeAt = minutesAfter(one.knownFrom, 2)
  const id = chance.id(madeAt)
  const timing: PlanTiming = {
    releaseDate: one.releaseDate,
    releaseCertainty: one.certainty,
    releasedAt: one.releasedAt,
    madeAt,
    zone: prison.zone,
  }
  const person = rows.person.at(-1)
  const ruleFacts = deriveRuleFacts({
    facts: {
      ...sources.told.facts,
      ...(sources.firstAppointment ? { 'where-next': BOOKED, when: BOOKED } : {}),
    },
    legalStatus: shape.legalStatus,
    releaseCertainty: one.certainty,
    treatment: sources.hasTreatment ? { medicine: truth.prescription.medicine } : null,
    kit: sources.kit === 'in-property' && one.releasedAt ? 'left-in-prison' : sources.kit,
    partnerWish: sources.told.partnerWish,
    interpreterNeeded: person?.interpreterNeeded ?? null,
  })
  // What the country asks for where the person will live: some go home to another one.
  const ruleSet = currentRuleSetFor(shape.country, shape.country === prison.country ? prison.region : '')
  rows.carePlan.push({ id, episodeId, ruleSet, madeAt, releaseDateSeen: one.releaseDate, version: 0 })
  const held = new Map(
    sources.drafts.flatMap((draft) => (heldSince(draft) ? [[draft.area, draft.service] as const] : [])),
  )
  for (const item of planItems(ruleSet, ruleFacts, timing))
    recordItem(one, sources, { id, madeAt }, item, held.get(item.area) ?? null)
}

const BOOKED = { state: 'known', value: 'booked' } as const

function recordItem(
  one: DemoCase,
  sources: PlanSources,
  plan: { id: string; madeAt: Date },
  item: PlannedItem,
  heldBy: StageService | null,
): void {
  const { chance, rows, episodeId, prison } = one
  const id = chance.id(plan.madeAt)
  const story = itemStory(one, item, sources, plan.madeAt, heldBy)
  const isThePrisons =
    item.ownerSide === 'prison' && (one.releasedAt === null || (story !== null && story.at < one.releasedAt))
  const base = { episodeId, area: item.area }
  rows.checklistItem.push({
    ...base,
    id,
    carePlanId: plan.id,
    code: item.code,
    accountableServiceId: heldBy === null || isThePrisons ? prison.id : heldBy.id,
    ownerSide: item.ownerSide,
    dueOffsetMinutes: item.dueOffsetMinutes,
    dueAt: item.dueAt,
    critical: item.critical,
    // The rule's whole list, as in plans that people make: a blocker that joins later blocks from then on.
    blockedBy: [...item.allBlockers],
    status: story?.status ?? 'open',
    reason: story?.reason ?? null,
    statusAt: story?.at ?? null,
    statusBy: story?.by ?? null,
    version: story && !item.doneByFact ? 1 : 0,
  })
  const change = { ...base, itemId: id }
  const made = item.doneByFact ? 'done' : 'open'
  rows.checklistItemChange.push({
    ...change,
    id: chance.id(plan.madeAt),
    fromStatus: null,
    toStatus: made,
    reason: null,
    at: plan.madeAt,
    byAccount: SYSTEM_ACCOUNT_ID,
  })
  if (story && story.status !== made)
    rows.checklistItemChange.push({
      ...change,
      id: chance.id(story.at),
      fromStatus: made,
      toStatus: story.status,
      reason: story.reason,
      at: story.at,
      byAccount: story.by,
    })
}
