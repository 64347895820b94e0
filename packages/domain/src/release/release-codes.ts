import { z } from 'zod'

/** Why somebody is in custody. It decides how far ahead a release can be seen. */
export const LEGAL_STATUSES = ['remand', 'convicted-unsentenced', 'sentenced', 'recalled', 'immigration'] as const
export const LegalStatus = z.enum(LEGAL_STATUSES, 'release.legalStatus.unknown')
export type LegalStatus = z.infer<typeof LegalStatus>

/** How sure the release date is. `could-be-any-day` may stand with a date or without one. */
export const CERTAINTIES = ['confirmed', 'expected', 'could-be-any-day'] as const
export const Certainty = z.enum(CERTAINTIES, 'release.certainty.unknown')
export type Certainty = z.infer<typeof Certainty>

/** How a release came about: seen in time, seen late, or not seen at all (a court freed the person). */
export const RELEASE_KINDS = ['planned', 'short-notice', 'unplanned'] as const
export const ReleaseKind = z.enum(RELEASE_KINDS, 'release.kind.unknown')
export type ReleaseKind = z.infer<typeof ReleaseKind>
