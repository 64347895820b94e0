import { getPlainDate } from '../calendar/plain-date.ts'
import { DEADLINE_RULE } from '../deadline-rule/deadline-rule.ts'
import { DEPOT_RULE_SET } from '../medication/medicine-table.ts'
import { ROUTING_RULE_SET } from '../medication/routing.ts'
import type { RuleSet } from './rule-set.ts'
import type { DepotWindow } from './rule-set-body.ts'
import { DEPOT_MEDICINES, type DepotMedicine } from './rule-set-codes.ts'

const REVIEW_BY = getPlainDate('2027-05-31')
const NOBODY_YET = { ownWords: null, edition: null, approver: null, reviewBy: REVIEW_BY } as const
const EVERYWHERE = { country: null, serviceId: null } as const

/** Countries whose own published rules the bands of `routing-by-days` were made from (domain research 3a.1). */
export const COUNTRIES_WITH_ROUTING = ['GB', 'AU'] as const

/** Bands made from published rules of these countries. Elsewhere they are a foreign number and do not appear. */
const ROUTING_OF_COUNTRIES: readonly RuleSet[] = COUNTRIES_WITH_ROUTING.map((country) => ({
  ...NOBODY_YET,
  kind: 'routing-by-days',
  id: ROUTING_RULE_SET.id,
  version: ROUTING_RULE_SET.version,
  scope: { country, serviceId: null },
  source: ROUTING_RULE_SET.source,
  mark: ROUTING_RULE_SET.mark,
  reviewBy: ROUTING_RULE_SET.reviewBy,
  body: { bands: ROUTING_RULE_SET.bands.map(({ ruleId: _ruleId, ...band }) => band) },
}))

/**
 * Where no limit of the country is sourced: the prescriber is rung from the first day without a dose (rule ROUTE-7). No
 * number of another country stands in for the one that is missing.
 */
export const NO_CONFIRMED_LIMIT: RuleSet = {
  ...NOBODY_YET,
  kind: 'routing-by-days',
  id: 'routing-no-confirmed-limit',
  version: 1,
  scope: EVERYWHERE,
  source: 'Definitions, Routing: where a country has no sourced limit, ring the prescriber before any dose',
  mark: 'ours',
  body: { bands: [{ fromDays: 1, appliesTo: 'everyone', state: 'ring-prescriber' }] },
}

const DEPOTS: RuleSet = {
  ...NOBODY_YET,
  kind: 'depot-windows',
  id: DEPOT_RULE_SET.id,
  version: DEPOT_RULE_SET.version,
  scope: EVERYWHERE,
  source: DEPOT_MEDICINES.map((medicine) => DEPOT_RULE_SET.products[medicine].source).join(' · '),
  // The weakest of its products' marks: the 26-day product's days are made from a label that was read second-hand.
  mark: 'K',
  reviewBy: DEPOT_RULE_SET.reviewBy,
  body: {
    products: Object.fromEntries(DEPOT_MEDICINES.map((medicine) => [medicine, windowOf(medicine)])) as Record<
      DepotMedicine,
      DepotWindow
    >,
  },
}

function windowOf(medicine: DepotMedicine): DepotWindow {
  const { notBeforeDay, dueDay, windowEndsDay, reviewFromDay } = DEPOT_RULE_SET.products[medicine]
  return { notBeforeDay, dueDay, windowEndsDay, reviewFromDay }
}

/**
 * How long a supply may be and what must leave with the person, per country (rule SUPPLY-1). The words are in packages/i18n
 * under the country's code; a country that is not here has an empty slot, which says: use the local protocol.
 */
const SUPPLY_OF_COUNTRIES = {
  GB: { source: 'Domain research 3a.4, England and Wales: bridging prescriptions', mark: 'K' },
  DE: {
    source: 'Take-home of up to 30 days: hexal.de; Reichdauer: DAZ; the substitution register is general knowledge',
    mark: 'K',
  },
  FR: {
    source:
      'Capsules, buprenorphine, fractions and delegation: Moniteur des pharmacies, ASUD; syrup is general knowledge',
    mark: 'K',
  },
  NO: { source: 'rusfeltet.no, helsedirektoratet.no: who is responsible; no limit in days was found', mark: 'S' },
  PT: { source: 'Domain research 3a.4: who doses; no limit in days was found', mark: 'K' },
  BE: { source: 'Domain research 3a.4: the maximum stands in a Royal Decree that was not read', mark: 'K' },
} as const satisfies Record<string, { source: string; mark: 'S' | 'K' }>

/** The countries of which something about supply is written down. */
export const COUNTRIES_WITH_SUPPLY_WORDS = Object.keys(SUPPLY_OF_COUNTRIES) as (keyof typeof SUPPLY_OF_COUNTRIES)[]

const SUPPLY: readonly RuleSet[] = [
  ...COUNTRIES_WITH_SUPPLY_WORDS.map(
    (country): RuleSet => ({
      ...NOBODY_YET,
      ...SUPPLY_OF_COUNTRIES[country],
      kind: 'supply-limits',
      id: `supply-limits-${country.toLowerCase()}`,
      version: 1,
      scope: { country, serviceId: null },
      body: {},
    }),
  ),
  {
    ...NOBODY_YET,
    kind: 'supply-limits',
    id: 'supply-limits',
    version: 1,
    scope: EVERYWHERE,
    source: 'No source was found for this country',
    mark: 'ours',
    body: {},
  },
]

const DEADLINES: RuleSet = {
  ...NOBODY_YET,
  kind: 'handoff-deadlines',
  id: DEADLINE_RULE.id,
  version: DEADLINE_RULE.version,
  scope: EVERYWHERE,
  source: DEADLINE_RULE.source,
  mark: DEADLINE_RULE.mark,
  reviewBy: DEADLINE_RULE.reviewBy,
  body: DEADLINE_RULE.body,
}

/** What the product brings along. Every kind has one that holds everywhere, so that there is an answer for every place. */
export const SHIPPED_RULE_SETS: readonly RuleSet[] = [
  ...ROUTING_OF_COUNTRIES,
  NO_CONFIRMED_LIMIT,
  DEPOTS,
  ...SUPPLY,
  DEADLINES,
]
