import type { Category } from '../access/access-codes.ts'
import { BASIS_OF_CATEGORY } from './decide-sharing.ts'

/** The countries of the packs. */
export const SHARING_COUNTRIES = ['BE', 'DE', 'FR', 'GB', 'NO', 'PT'] as const
export type SharingCountry = (typeof SHARING_COUNTRIES)[number]

/**
 * How a group of categories is shared in a country: what its law calls the duty, or nothing where nobody has stated it. A slot
 * without a statement is null: the screen says "use local protocol". K: known in the field, not yet confirmed by anybody here.
 */
export type LawfulBasis = {
  /** Its words: `consent.law.<law>`. */
  law: string
  /** As it is cited in its own country. */
  source: string
  mark: 'S' | 'K'
  /** By when somebody looks at it again. */
  reviewBy: string
}

/** What is told apart: care itself, what goes beyond it, and what offices are told that treat nobody. */
export const BASIS_GROUPS = ['care', 'beyond-care', 'offices', 'partner'] as const
export type BasisGroup = (typeof BASIS_GROUPS)[number]

const REVIEW_BY = '2027-05-31'
const known = (law: string, source: string): LawfulBasis => ({ law, source, mark: 'K', reviewBy: REVIEW_BY })

/**
 * On which basis each group of information is shared in each country (rule CON-4). From domain.md 3g, which has most of it from
 * general knowledge: marked K. For `offices` and `partner` it has no statement for any country.
 */
export const LAWFUL_BASES = {
  BE: {
    care: known('professional-duty', 'GDPR Art. 9(2)(h)'),
    'beyond-care': known('consent', 'GDPR Art. 9(2)(a)'),
    offices: null,
    partner: null,
  },
  DE: {
    care: known('professional-duty', 'GDPR Art. 9(2)(h)'),
    'beyond-care': known('release-from-secrecy', '§ 203 StGB, Schweigepflichtentbindung'),
    offices: null,
    partner: null,
  },
  FR: {
    care: known('secret-professionnel', 'secret professionnel; GDPR Art. 9(2)(h)'),
    'beyond-care': known('consent', 'GDPR Art. 9(2)(a)'),
    offices: null,
    partner: null,
  },
  GB: {
    care: known('common-law-duty', 'common-law duty of confidentiality; Caldicott principles'),
    'beyond-care': known('consent', 'common-law duty of confidentiality'),
    offices: null,
    partner: null,
  },
  NO: {
    care: known('taushetsplikt', 'taushetsplikt; GDPR Art. 9(2)(h)'),
    'beyond-care': known('consent', 'taushetsplikt'),
    offices: null,
    partner: null,
  },
  PT: {
    care: known('professional-duty', 'GDPR Art. 9(2)(h)'),
    'beyond-care': known('consent', 'GDPR Art. 9(2)(a)'),
    offices: null,
    partner: null,
  },
} as const satisfies Record<SharingCountry, Record<BasisGroup, LawfulBasis | null>>

/** To which group a kind of information belongs: it follows from the basis on which it travels. */
export function basisGroupOf(category: Category): BasisGroup {
  const groups = { care: 'care', consent: 'beyond-care', local: 'offices', 'asked-alone': 'partner' } as const
  return groups[BASIS_OF_CATEGORY[category]]
}

/** What the law of a country calls the basis on which this is shared; null where nobody has stated it: use local protocol. */
export function lawfulBasis(country: string, category: Category): LawfulBasis | null {
  const bases = (LAWFUL_BASES as Partial<Record<string, Record<BasisGroup, LawfulBasis | null>>>)[country]
  return bases?.[basisGroupOf(category)] ?? null
}
