import { z } from 'zod'

/** What happened, in words that blame nobody. No answer is asked for twice, and none leads to anything but an offer. */
export const SHARING_KINDS = [
  'helped-somebody-in-withdrawal',
  'shared-with-partner',
  'was-pressured',
  'sold-or-swapped',
  'lost-or-stolen',
  'prefers-not-to-say',
] as const
export const SharingKind = z.enum(SHARING_KINDS, { error: 'sharing-note.kind.missing' })
export type SharingKind = (typeof SHARING_KINDS)[number]

/** All that a sharing note can lead to. Each is offered every time, and taken only if the person wants it. */
export const SHARING_OFFERS = ['partner-into-treatment', 'depot', 'other-dosing-point'] as const
export const SharingOffer = z.enum(SHARING_OFFERS, { error: 'sharing-note.wants.unknown' })
export type SharingOffer = (typeof SHARING_OFFERS)[number]
