import type { Area } from '../checklist/areas.ts'
import { type AreaState, type ProgressItem, workingOrder } from '../checklist/progress.ts'
import type { RuleFacts } from '../checklist/rule-facts.ts'
import type { CoverReadiness } from '../cover-plan/cover-readiness.ts'

/** Everything that being ready depends on. */
export type PlanReadyInput = {
  /** False while no plan has been made. */
  hasPlan: boolean
  items: readonly ProgressItem[]
  /** Areas whose deciding question nobody has answered (`areaProgress` says unknown). */
  unanswered: readonly Area[]
  /** What became of the person's own words: said, asked and chose not to, or not yet asked. */
  ownWords: 'yes' | 'chose-not-to' | 'unknown'
  /** Whether the person is treated, as the rules know it. */
  onOmt: RuleFacts['on-omt']
  /** How doses stand around the release; null where no treatment is recorded. */
  cover: CoverReadiness | null
}

/** One thing that is missing. `code` is an item, an area whose question is open, or why cover keeps the plan from ready. */
export type Missing =
  | { what: 'plan' }
  | { what: 'own-words' }
  | { what: 'cover'; because: NotReadyReason }
  | { what: 'question'; area: Area }
  | { what: 'item'; code: ProgressItem['code']; area: Area }

type NotReadyReason = Extract<CoverReadiness, { kind: 'not-ready' }>['because']

export type PlanReady = { isReady: boolean; missing: Missing[] }

/** Whoever is on a depot needs a next injection, and treatment away a way home: a reason for not doing it is none. */
const DONE_AND_NOTHING_ELSE: readonly string[] = ['omt-book-next-injection', 'health-after-treatment-away']

/** The item that asks an area's question: where it stands open, the question is not told a second time. */
const ASKED_BY: Readonly<Partial<Record<Area, string>>> = {
  omt: 'omt-ask',
  housing: 'housing-ask',
  partner: 'partner-ask-alone',
}

/** Items that say no more than another entry of the list does. */
const TOLD_BY_OWN_WORDS = 'support-own-words'
const TOLD_BY_COVER = 'omt-cover-until-first-dose'
const TOLD_BY_INJECTION = 'omt-book-next-injection'

/**
 * Is the plan ready, and if not, what is missing? The one rule for the board, the page of the case, the print and the figures.
 *
 * Ready is a plan in which every critical item that is due before the gate is done (or off the list with its reason), every
 * main question has an answer, doses are covered or somebody signed for what is not (rules DOSE-30 and DOSE-31), and the
 * person's own words are there or the person chose to say none. What happens at the gate itself, such as the kit into the
 * hand, is no preparation and is not asked for.
 *
 * The list is the shortest one: each missing thing once, and in the order in which to work. Finishing an item never makes a
 * ready plan unready.
 */
export function planReady(input: PlanReadyInput): PlanReady {
  if (!input.hasPlan) return { isReady: false, missing: [{ what: 'plan' }] }
  const { items, unanswered, ownWords } = input
  const missing: Missing[] = []
  if (ownWords === 'unknown') missing.push({ what: 'own-words' })
  const because = coverMissing(input)
  if (because !== null) missing.push({ what: 'cover', because })

  const asking = new Set(unanswered.flatMap((area) => ASKED_BY[area] ?? []))
  const told = new Set([
    TOLD_BY_OWN_WORDS,
    ...(because === null || because === 'injection-not-booked' ? [] : [TOLD_BY_COVER]),
    ...(because === 'injection-not-booked' ? [TOLD_BY_INJECTION] : []),
  ])
  const open = workingOrder(items)
  const wanted = open.filter(({ code, critical, dueOffsetMinutes }) =>
    told.has(code) ? false : asking.has(code) || (critical && dueOffsetMinutes < 0),
  )
  const refused = items.filter(
    ({ code, status }) =>
      DONE_AND_NOTHING_ELSE.includes(code) && !told.has(code) && (status === 'not-needed' || status === 'declined'),
  )
  for (const area of unanswered)
    if (!open.some(({ code }) => code === ASKED_BY[area])) missing.push({ what: 'question', area })
  for (const { code, area } of [...wanted, ...refused]) missing.push({ what: 'item', code, area })
  return { isReady: missing.length === 0, missing }
}

/**
 * How an area stands once doses are looked at as well. Items that are done do not make treatment safe: while days without a dose keep the
 * plan from ready (rule DOSE-30), the area is still work, so that no green stands beside a gap.
 *
 * @param ready null for a reader to whom not every area is open, and once the person is out: then `cover` alone decides
 * @param cover null where no treatment is recorded, or none is open to the reader
 */
export function areaStateWithCover(
  { area, state }: { area: Area; state: AreaState },
  ready: PlanReady | null,
  cover: CoverReadiness | null,
): AreaState {
  if (area !== 'omt' || state !== 'safe') return state
  const isMissing = ready ? ready.missing.some(({ what }) => what === 'cover') : cover?.kind === 'not-ready'
  return isMissing ? 'waiting' : state
}

/** Whoever is not treated, or has not been asked, lacks no days; treated without a treatment on record, nobody can say. */
function coverMissing({ onOmt, cover }: PlanReadyInput): NotReadyReason | null {
  if (onOmt !== 'yes') return null
  if (cover === null) return 'not-known'
  return cover.kind === 'not-ready' ? cover.because : null
}
