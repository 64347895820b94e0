import type { Category } from '../access/access-codes.ts'
import { CATEGORIES_HIDDEN_FROM } from '../access/categories-of-area.ts'
import { CATEGORIES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import { INDICATORS, type Indicator, LENGTH_INDICATORS, type LengthIndicator } from './indicators.ts'

/**
 * The data category that each figure is counted from. Somebody to whom it is closed sees neither the figure nor the cases
 * behind it: a housing service that read "dose within 48 hours: not on treatment" beside a name would have read the treatment.
 */
export const CATEGORY_OF_INDICATOR = {
  'dose-within-48-hours': 'omt',
  'treatment-within-21-days': 'omt',
  'naloxone-at-the-gate': 'naloxone',
  'acknowledged-before-release': 'release',
  'first-night-bed': 'housing',
  'no-gap-of-three-days': 'omt',
  'c20-treatment-within-3-weeks': 'omt',
  'both-partners-in-treatment': 'partner',
  'supporter-kit-within-7-days': 'support',
  'overdose-recall-at-12-months': 'health',
  'pack-at-unplanned-release': 'omt',
  'own-words-asked': 'own-words',
  'benefits-claimed-by-day-3': 'benefits',
  'hours-to-acknowledge': 'release',
  'hiv-hcv-supply-gap': 'hiv-hcv',
} as const satisfies Record<Indicator | LengthIndicator, Category>

/** Which figures may a service of this kind see? A region sees what its managers may read, and no case behind any. */
export function indicatorsOf(kind: ServiceKind): readonly Indicator[] {
  return INDICATORS.filter((indicator) => isOpenTo(kind, CATEGORY_OF_INDICATOR[indicator]))
}

/** The same of the figures that are lengths of time. */
export function lengthIndicatorsOf(kind: ServiceKind): readonly LengthIndicator[] {
  return LENGTH_INDICATORS.filter((indicator) => isOpenTo(kind, CATEGORY_OF_INDICATOR[indicator]))
}

function isOpenTo(kind: ServiceKind, category: Category): boolean {
  const hidden: readonly Category[] = CATEGORIES_HIDDEN_FROM.manager
  if (kind === 'region') return !hidden.includes(category)
  const open: readonly Category[] = CATEGORIES_OF_KIND[kind]
  return open.includes(category)
}
