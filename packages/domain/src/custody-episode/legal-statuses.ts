import { z } from 'zod'

/** On what ground the person is held. It decides whether the person could leave from court without warning. */
export const LEGAL_STATUSES = ['remand', 'convicted-unsentenced', 'sentenced', 'recalled', 'immigration'] as const
export const LegalStatus = z.enum(LEGAL_STATUSES, { error: 'custody-episode.legalStatus.unknown' })
export type LegalStatus = (typeof LEGAL_STATUSES)[number]
