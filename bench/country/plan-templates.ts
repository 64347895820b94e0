import { getPlainDate } from '../../packages/domain/src/calendar/plain-date.ts'
import { getZone } from '../../packages/domain/src/calendar/zone.ts'
import { FACTS } from '../../packages/domain/src/care-plan/nine-facts.ts'
import { planItems } from '../../packages/domain/src/checklist/plan-items.ts'
import { currentRuleSetFor } from '../../packages/domain/src/checklist/rule-sets.ts'
import { sampleRuleFacts } from '../../packages/domain/testing/rule-facts.ts'
import { ITEMS_OF_EPISODE } from './country-size.ts'

export type TemplateItem = {
  area: string
  code: string
  ownerSide: string
  critical: boolean
  blockedBy: readonly string[]
  dueOffsetMinutes: number | null
  /** Milliseconds from the release to when it is due. */
  dueAfter: number | null
}

const REFERENCE = getPlainDate('2026-06-03')
const RELEASED_AT = Date.UTC(2026, 5, 3, 8)
const SAMPLE = 600
const TEMPLATES = 24

export const RULE_SET = currentRuleSetFor('GB', '')

/** Plans of exactly twenty items, made by the rules of the country from answers as they may be given. */
export function planTemplates(seed: number): TemplateItem[][] {
  const plans = sampleRuleFacts(SAMPLE, seed)
    .map((facts) =>
      planItems(RULE_SET, facts, {
        releaseDate: REFERENCE,
        releaseCertainty: 'confirmed',
        releasedAt: null,
        madeAt: new Date(RELEASED_AT - 84 * 86_400_000),
        zone: getZone('Europe/London'),
      }),
    )
    .filter((items) => items.length >= ITEMS_OF_EPISODE && items.some(({ code }) => code === 'omt-first-dose'))
    .slice(0, TEMPLATES)
  if (plans.length < TEMPLATES) throw new Error('the rules of the country make too few plans of twenty items')
  return plans.map((items) => {
    const first = items.filter(({ code }) => code === 'omt-first-dose')
    const kept = [...first, ...items.filter(({ code }) => code !== 'omt-first-dose')].slice(0, ITEMS_OF_EPISODE)
    const codes = new Set<string>(kept.map(({ code }) => code))
    return kept.map(({ area, code, ownerSide, critical, blockedBy, dueOffsetMinutes, dueAt }) => ({
      area,
      code,
      ownerSide,
      critical,
      blockedBy: blockedBy.filter((each) => codes.has(each)),
      dueOffsetMinutes,
      dueAfter: dueAt === null ? null : dueAt.getTime() - RELEASED_AT,
    }))
  })
}

/** What was asked of everybody whose plan is told in full, with the answers that a question has. */
export const ASKED = (
  ['dose', 'bed', 'id', 'opioid-need', 'has-address', 'needs-benefit', 'has-job', 'has-debts'] as const
).map((code) => ({ code, category: FACTS[code].category, options: FACTS[code].options as readonly string[] }))
