/** What stands ready from the first day for whoever may be freed on any day. In the order in which it is made. */
export const PACK_PARTS = ['trained', 'kit', 'letter', 'prescriber', 'dosing-point', 'phone'] as const
export type PackPart = (typeof PACK_PARTS)[number]

/** `unknown`: whether the part is needed at all has not been asked. It is not there, and not fine. */
export const PACK_STATES = ['there', 'missing', 'unknown', 'not-needed'] as const
export type PackState = (typeof PACK_STATES)[number]
