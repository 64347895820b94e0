import type { StoredCase } from '@throughcare/db/care-plan/stored-case'
import { isWholeCase } from '@throughcare/domain/access/grants'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { PlanReadyInput } from '@throughcare/domain/care-plan/plan-ready'
import type { Area } from '@throughcare/domain/checklist/areas'
import { planDifference, type RewrittenField } from '@throughcare/domain/checklist/plan-difference'
import { type CriticalPath, criticalPath, itemsTooLate, type TooLate } from '@throughcare/domain/checklist/plan-path'
import { areaProgress } from '@throughcare/domain/checklist/progress'
import {
  currentRuleSetFor,
  getRuleSet,
  type ItemCode,
  isKnownRuleSet,
  packOfRuleSet,
  type RuleSet,
} from '@throughcare/domain/checklist/rule-sets'
import { findCountryPack } from '@throughcare/domain/country-pack/country-packs'
import { toldOfCase } from './facts-of-case.ts'
import { progressItemsOf } from './items-of-case.ts'
import { ruleFactsOf } from './rules-of-case.ts'

/** What a newer version of the rules would do to the plan, told before anybody presses. */
export type NewerRules = {
  ruleSet: string
  added: ItemCode[]
  retired: ItemCode[]
  finished: ItemCode[]
  reopened: ItemCode[]
  moved: { code: ItemCode; from: string | null; to: string | null }[]
  rewritten: { code: ItemCode; fields: RewrittenField[] }[]
}

/** Which rules a plan follows, what is in its way to the release, and what being ready hangs on. */
export type PlanStanding = {
  /** The country whose rules the plan should have: where the person goes. */
  country: string
  /** The country's pack that the plan has; null where it has the common rules alone. */
  pack: { code: string; version: string } | null
  /** Whether anybody wrote one, be it for newer plans only. */
  isPackWritten: boolean
  /** Null where the plan follows the newest rules, and for whoever may not bring it to them. */
  newer: NewerRules | null
  /** Null once the person is out. */
  path: CriticalPath | null
  tooLate: TooLate[]
  /** Null for a reader to whom not every area is open: nobody says "ready" of what they do not see. */
  ready: Pick<PlanReadyInput, 'unanswered' | 'ownWords' | 'onOmt'> | null
}

/** How the plan of a stored case stands; null while there is none. */
export function planStanding(
  found: StoredCase,
  today: PlainDate,
  isOut: boolean,
  mayRenew: boolean,
): PlanStanding | null {
  const { plan, episode, prison, part } = found
  if (plan === null) return null
  const country = episode.releaseCountry ?? prison.country
  const facts = ruleFactsOf(toldOfCase(found))
  const items = progressItemsOf(found)
  const rules: RuleSet = isKnownRuleSet(plan.ruleSet) ? getRuleSet(plan.ruleSet) : {}
  const releasedOn =
    episode.releasedAt === null ? null : plainDateIn(new Date(episode.releasedAt), getZone(prison.timeZone))
  const timing = { today, releaseOn: releasedOn ?? episode.releaseDate }
  const pack = packOfRuleSet(plan.ruleSet)
  const isAllOpen = isWholeCase(part.categories)
  const unanswered = (area: Area) => areaProgress(area, items, facts, isOut).state === 'unknown'
  return {
    country,
    isPackWritten: findCountryPack(country, regionOf(found, country)) !== null,
    pack: pack && { code: pack.code, version: pack.version },
    newer: mayRenew && plan.closedAt === null ? newerRules(found) : null,
    path: isOut ? null : criticalPath(items, rules, timing),
    tooLate: itemsTooLate(items, rules, timing),
    ready: isAllOpen
      ? { unanswered: MAY_BE_UNANSWERED.filter(unanswered), ownWords: facts['own-words'], onOmt: facts['on-omt'] }
      : null,
  }
}

const MAY_BE_UNANSWERED: readonly Area[] = ['omt', 'housing', 'partner']

function newerRules(found: StoredCase): NewerRules | null {
  const { plan, episode, prison } = found
  if (plan === null) return null
  const country = episode.releaseCountry ?? prison.country
  const ruleSet = currentRuleSetFor(country, regionOf(found, country))
  if (ruleSet === plan.ruleSet) return null
  const { changes, rewritten } = planDifference(
    plan.ruleSet,
    ruleSet,
    ruleFactsOf(toldOfCase(found)),
    {
      releaseDate: episode.releaseDate,
      releaseCertainty: episode.releaseCertainty,
      releasedAt: episode.releasedAt === null ? null : new Date(episode.releasedAt),
      madeAt: new Date(plan.madeAt),
      zone: getZone(prison.timeZone),
    },
    found.items.map((item) => ({
      ...item,
      code: item.code as ItemCode,
      dueAt: item.dueAt === null ? null : new Date(item.dueAt),
      retiredFrom: null,
    })),
  )
  const codes = (...kinds: (typeof changes)[number]['kind'][]) =>
    changes.flatMap((each) => (kinds.includes(each.kind) ? [each.kind === 'add' ? each.item.code : each.code] : []))
  return {
    ruleSet,
    added: codes('add'),
    retired: codes('retire'),
    finished: codes('finish'),
    reopened: codes('bring-back', 'reopen'),
    moved: changes.flatMap((each) =>
      each.kind === 'move-due'
        ? [{ code: each.code, from: each.from?.toISOString() ?? null, to: each.to?.toISOString() ?? null }]
        : [],
    ),
    rewritten: rewritten.map(({ code, fields }) => ({ code, fields })),
  }
}

/** The prison's area, for whoever stays in its country. */
function regionOf({ prison }: StoredCase, country: string): string {
  return country === prison.country ? prison.region : ''
}
