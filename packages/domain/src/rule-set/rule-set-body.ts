import { z } from 'zod'
import { DeadlineBody } from '../deadline-rule/deadline-body.ts'
import { inputOf } from '../request/request-fields.ts'
import { DEPOT_MEDICINES, type DepotMedicine } from './rule-set-codes.ts'

/** What a band can ask for, from the least to the most urgent. "No gap" is not asked for by any band. */
export const BAND_STATES = ['watch', 'check-in', 'ring-prescriber', 'treat-as-new-start'] as const
export type BandState = (typeof BAND_STATES)[number]
export const BAND_GROUPS = ['titration', 'stable', 'everyone'] as const
export type BandGroup = (typeof BAND_GROUPS)[number]

/** Nobody waits longer than this for a prescriber, whatever a protocol says; days of which nobody knows anything are fewer. */
export const LATEST_BAND_DAY = 30
/** A depot of these that lasts longer is none that we know of: the number is a slip. The releases board looks this far back. */
export const LATEST_DEPOT_DAY = 90

const Band = inputOf({
  /** The band holds from so many days without a dose. */
  fromDays: z
    .int('rule-set.fromDays.whole')
    .min(1, 'rule-set.fromDays.from-one')
    .max(LATEST_BAND_DAY, 'rule-set.fromDays.too-late'),
  appliesTo: z.enum(BAND_GROUPS, { error: 'rule-set.appliesTo.unknown' }),
  state: z.enum(BAND_STATES, { error: 'rule-set.state.unknown' }),
})
export type RuleBand = z.infer<typeof Band>

/** From how many days without a dose on somebody is rung (rule ROUTE-8). */
export const RoutingBody = inputOf({
  bands: z.array(Band, { error: 'rule-set.bands.missing' }).min(1, 'rule-set.bands.missing').max(20),
}).superRefine(({ bands }, context) => {
  const fault = bands.length > 0 ? faultOfBands(bands) : null
  if (fault) context.addIssue({ code: 'custom', path: ['bands'], message: `rule-set.bands.${fault}` })
})
export type RoutingBody = z.infer<typeof RoutingBody>

/** Why bands make no ladder; null when they do. Each group climbs alone, with the bands that hold for everyone in it. */
function faultOfBands(bands: readonly RuleBand[]): 'twice' | 'falls-back' | 'no-prescriber' | null {
  for (const group of ['titration', 'stable'] as const) {
    const rungs = bands.filter(({ appliesTo }) => appliesTo === group || appliesTo === 'everyone')
    const climbed = rungs.toSorted((left, right) => left.fromDays - right.fromDays)
    if (new Set(climbed.map(({ fromDays }) => fromDays)).size < climbed.length) return 'twice'
    const urgencies = climbed.map(({ state }) => BAND_STATES.indexOf(state))
    if (urgencies.some((urgency, index) => urgency < (urgencies[index - 1] ?? 0))) return 'falls-back'
    if (!urgencies.some((urgency) => urgency >= BAND_STATES.indexOf('ring-prescriber'))) return 'no-prescriber'
  }
  return null
}

function dayOf(field: string) {
  const key = `rule-set.${field}`
  return z.int(`${key}.whole`).min(1, `${key}.from-one`).max(LATEST_DEPOT_DAY, `${key}.too-late`)
}

/** Days after the injection, which is day 0: not before, due, the end of the window, review by a prescriber. */
const DepotWindow = inputOf({
  notBeforeDay: dayOf('notBeforeDay'),
  dueDay: dayOf('dueDay'),
  windowEndsDay: dayOf('windowEndsDay'),
  reviewFromDay: dayOf('reviewFromDay'),
}).superRefine((window, context) => {
  const say = (field: keyof typeof window, fault: string) =>
    context.addIssue({ code: 'custom', path: [field], message: `rule-set.${field}.${fault}` })
  if (window.dueDay < window.notBeforeDay) say('dueDay', 'before-not-before')
  if (window.windowEndsDay < window.dueDay) say('windowEndsDay', 'before-due')
  if (window.reviewFromDay <= window.windowEndsDay) say('reviewFromDay', 'inside-window')
})
export type DepotWindow = z.infer<typeof DepotWindow>

/**
 * The windows of every depot: a protocol that is silent about one would leave nobody knowing which days hold for it. What follows
 * from the first injection of a product stands beside them where the protocol says that it differs (rule DEPOT-5).
 */
export const DepotBody = inputOf({
  products: inputOf(
    Object.fromEntries(DEPOT_MEDICINES.map((medicine) => [medicine, DepotWindow])) as Record<
      DepotMedicine,
      typeof DepotWindow
    >,
  ),
  firstInjections: z.partialRecord(z.enum(DEPOT_MEDICINES), DepotWindow, 'rule-set.firstInjections.unknown').optional(),
})
export type DepotBody = z.infer<typeof DepotBody>

/** How long a supply may be is told in the protocol's own words and in nothing that is computed with. */
export const SupplyBody = inputOf({})
export type SupplyBody = z.infer<typeof SupplyBody>

/** The body of each kind. */
export const RULE_SET_BODIES = {
  'routing-by-days': RoutingBody,
  'depot-windows': DepotBody,
  'supply-limits': SupplyBody,
  'handoff-deadlines': DeadlineBody,
} as const

/** A kind with its body. */
export const RuleSetRules = z.discriminatedUnion(
  'kind',
  [
    inputOf({ kind: z.literal('routing-by-days'), body: RoutingBody }),
    inputOf({ kind: z.literal('depot-windows'), body: DepotBody }),
    inputOf({ kind: z.literal('supply-limits'), body: SupplyBody }),
    inputOf({ kind: z.literal('handoff-deadlines'), body: DeadlineBody }),
  ],
  { error: 'rule-set.kind.unknown' },
)
export type RuleSetRules = z.infer<typeof RuleSetRules>
