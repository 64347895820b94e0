import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { DEADLINE_STEPS } from '@throughcare/domain/deadline-rule/deadline-body'
import type { RuleSetScope } from '@throughcare/domain/rule-set/rule-set'
import type { RuleBand, RuleSetRules } from '@throughcare/domain/rule-set/rule-set-body'
import { DEPOT_MEDICINES, type RuleSetKind } from '@throughcare/domain/rule-set/rule-set-codes'
import type { ProposeRuleSetInput } from '@throughcare/domain/rule-set/rule-set-inputs'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, type NoteFault, typedResolver } from '../form/typed-resolver.ts'

export const GROUPS = ['titration', 'stable'] as const
export const STATES = ['watch', 'check-in', 'ring-prescriber', 'treat-as-new-start'] as const
export const WINDOW_DAYS = ['notBeforeDay', 'dueDay', 'windowEndsDay', 'reviewFromDay'] as const

/** One field for each number: `titration-watch`, `buprenorphine-weekly-depot-dueDay`, `planned-count` with `planned-unit`. Empty: the protocol says nothing. */
export type TypedProposal = {
  days: Record<string, string>
  ownWords: string
  source: string
  edition: string
  reviewBy: string
}

export type ReadProposal = Omit<ProposeRuleSetInput, 'requestId'>

/** The fields as they stand when the form opens: what holds now, so that only what differs is typed. */
export function typedRules({ kind, body }: RuleSetRules): TypedProposal['days'] {
  const days: Record<string, string> = {}
  if (kind === 'routing-by-days')
    for (const { fromDays, appliesTo, state } of body.bands)
      for (const group of appliesTo === 'everyone' ? GROUPS : [appliesTo]) days[`${group}-${state}`] = String(fromDays)
  if (kind === 'depot-windows')
    for (const medicine of DEPOT_MEDICINES)
      for (const day of WINDOW_DAYS) {
        days[`${medicine}-${day}`] = String(body.products[medicine][day])
        days[firstOf(medicine, day)] = String(body.firstInjections?.[medicine]?.[day] ?? '')
      }
  if (kind === 'handoff-deadlines')
    for (const step of DEADLINE_STEPS) {
      days[`${step}-count`] = String(body[step].count)
      days[`${step}-unit`] = body[step].unit
    }
  return days
}

/** Turns what was typed into what the API takes, and sends faults back to the fields in which they were typed. */
export function proposalResolver(of: {
  kind: RuleSetKind
  scope: RuleSetScope
  seenVersion: number
}): Resolver<TypedProposal, unknown, ReadProposal> {
  return typedResolver('ownWords', loadSchemas, (typed, { Input, Day }, note) => {
    const reviewBy = Day.safeParse(typed.reviewBy)
    if (!reviewBy.success) note('reviewBy', reviewBy.error.issues[0]?.message ?? 'calendar.day.impossible')
    const body = bodyOf(of.kind, typed.days)
    const read = Input.safeParse({
      requestId: ANY_REQUEST,
      seenVersion: of.seenVersion,
      scope: of.scope,
      rules: { kind: of.kind, body },
      ownWords: typed.ownWords,
      source: typed.source,
      edition: typed.edition.trim() || null,
      reviewBy: reviewBy.success ? reviewBy.data : ('9998-12-31' as PlainDate),
    })
    if (!read.success) {
      for (const { path, message } of read.error.issues) note(fieldOf(path, body), message)
      return null
    }
    const { requestId: _requestId, ...proposal } = read.data
    return proposal
  })
}

/** Whole numbers as typed; what is no number is sent along as it is, so that the schema refuses it by name. */
function numberOf(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : Number(trimmed)
}

/** The field of a day after the first injection of a product. */
export function firstOf(medicine: string, day: string): string {
  return `first-${medicine}-${day}`
}

function bodyOf(kind: RuleSetKind, days: TypedProposal['days']): unknown {
  if (kind === 'routing-by-days')
    return {
      bands: GROUPS.flatMap((group) =>
        STATES.flatMap((state): RuleBand[] => {
          const fromDays = numberOf(days[`${group}-${state}`])
          return fromDays === null ? [] : [{ fromDays, appliesTo: group, state }]
        }),
      ),
    }
  if (kind === 'depot-windows')
    return {
      products: Object.fromEntries(
        DEPOT_MEDICINES.map((medicine) => [
          medicine,
          Object.fromEntries(WINDOW_DAYS.map((day) => [day, numberOf(days[`${medicine}-${day}`])])),
        ]),
      ),
      // Where the protocol says nothing of a first injection all four stand empty; one alone is a fault that the schema names.
      firstInjections: Object.fromEntries(
        DEPOT_MEDICINES.flatMap((medicine) => {
          const window = WINDOW_DAYS.map((day) => [day, numberOf(days[firstOf(medicine, day)])] as const)
          return window.every(([, typed]) => typed === null) ? [] : [[medicine, Object.fromEntries(window)]]
        }),
      ),
    }
  if (kind === 'handoff-deadlines')
    return Object.fromEntries(
      DEADLINE_STEPS.map((step) => [step, { unit: days[`${step}-unit`], count: numberOf(days[`${step}-count`]) }]),
    )
  return {}
}

/** The field in which a fault was typed; a fault of several numbers together stands at the first of all. */
function fieldOf(
  [first, _body, ...path]: readonly PropertyKey[],
  body: unknown,
): Parameters<NoteFault<TypedProposal>>[0] {
  if (first !== 'rules') return first as keyof TypedProposal
  const [part, which, day] = path.map(String)
  if (part === undefined) return 'ownWords'
  if (part === 'bands') {
    const band = (body as { bands: readonly RuleBand[] }).bands[Number(which)]
    return band ? `days.${band.appliesTo}-${band.state}` : 'days'
  }
  if (part === 'products') return day ? `days.${which}-${day}` : 'days'
  if (part === 'firstInjections') return which && day ? `days.${firstOf(which, day)}` : 'days'
  return which ? `days.${part}-${which}` : 'days'
}

async function loadSchemas() {
  const [{ ProposeRuleSetInput: Input }, { PlainDate: Day }] = await Promise.all([
    import('@throughcare/domain/rule-set/rule-set-inputs'),
    import('@throughcare/domain/calendar/plain-date'),
  ])
  return { Input, Day }
}
