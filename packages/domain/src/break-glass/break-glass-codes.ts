import { z } from 'zod'

/** What makes it an emergency. */
export const BREAK_GLASS_REASONS = ['life-at-risk', 'no-dose-today', 'danger-to-somebody'] as const
export const BreakGlassReason = z.enum(BREAK_GLASS_REASONS, 'break-glass.reason.missing')
export type BreakGlassReason = (typeof BREAK_GLASS_REASONS)[number]

/** On what ground it is looked at. Which one holds is for whoever presses to say, and for the review to judge. */
export const LEGAL_BASES = ['vital-interests', 'health-care', 'safeguarding'] as const
export const LegalBasis = z.enum(LEGAL_BASES, 'break-glass.basis.missing')
export type LegalBasis = (typeof LEGAL_BASES)[number]

/** Where each ground stands in the law. From general knowledge, not checked by a lawyer of the country: shown as such. Rule ACC-2. */
export const SOURCE_OF_BASIS: Readonly<Record<LegalBasis, { source: string; isConfirmed: boolean }>> = {
  'vital-interests': { source: 'GDPR and UK GDPR, article 6(1)(d) with 9(2)(c)', isConfirmed: false },
  'health-care': { source: 'GDPR and UK GDPR, article 6(1)(e) with 9(2)(h)', isConfirmed: false },
  safeguarding: {
    source: 'GDPR and UK GDPR, article 6(1)(e) with 9(2)(g), with the law of the country',
    isConfirmed: false,
  },
}

/** How long a case stays open to whoever broke the glass. Rule ACC-3. */
export const BREAK_GLASS_MINUTES = 60

/** So often in an hour may one account press, whatever came of it. Rule ACC-3. */
export const BREAK_GLASS_PER_HOUR = 5

/** What a privacy officer found. What needs follow-up is found out once more, and then for good. */
export const REVIEW_OUTCOMES = ['justified', 'not-justified', 'needs-follow-up'] as const
export const ReviewOutcome = z.enum(REVIEW_OUTCOMES, 'break-glass.outcome.missing')
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]
