import { z } from 'zod'

/** Who told it. Never who that is. */
export const OVERDOSE_TOLD_BY = ['person', 'somebody-near', 'service', 'emergency-service'] as const
export const OverdoseToldBy = z.enum(OVERDOSE_TOLD_BY, { error: 'overdose-report.toldBy.unknown' })
export type OverdoseToldBy = (typeof OVERDOSE_TOLD_BY)[number]

/** Whether naloxone was used, and whose. */
export const NALOXONE_USED = ['own-kit', 'other-kit', 'no', 'not-known'] as const
export const NaloxoneUsed = z.enum(NALOXONE_USED, { error: 'overdose-report.naloxone.unknown' })
export type NaloxoneUsed = (typeof NALOXONE_USED)[number]

/** "Not known" is an answer to each question about an overdose. */
export const YES_NO_NOT_KNOWN = ['yes', 'no', 'not-known'] as const
export const YesNoNotKnown = z.enum(YES_NO_NOT_KNOWN, { error: 'overdose-report.answer.unknown' })
export type YesNoNotKnown = (typeof YES_NO_NOT_KNOWN)[number]

/** What ends the contact of the same day. A try that reached nobody leaves it due. */
export const CONTACT_ENDS = ['reached', 'refused'] as const
export type ContactEnd = (typeof CONTACT_ENDS)[number]
