import { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'

/** The pages of the print pack: for the person, for the gate, for a service that takes over. */
export const PRINT_SHEETS = ['person', 'gate', 'receiving'] as const
export const PrintSheet = z.enum(PRINT_SHEETS, { error: 'print-pack.sheet.unknown' })
export type PrintSheet = (typeof PRINT_SHEETS)[number]

/** discreet: no name of a medicine or a service, a place is an address and a time. named: services are named. */
export const PRINT_WORDINGS = ['discreet', 'named'] as const
export const PrintWording = z.enum(PRINT_WORDINGS, { error: 'print-pack.wording.unknown' })
export type PrintWording = (typeof PRINT_WORDINGS)[number]

/** The steps of the person's page, in their order. `place` is for whoever is treated, `things` for everybody else. */
export const PRINT_STEPS = ['appointment', 'place', 'things', 'bed', 'office', 'number'] as const
export type PrintStep = (typeof PRINT_STEPS)[number]

/** The emergency number of every country served, Great Britain too (rule PRN-2). */
export const EMERGENCY_NUMBER = '112'

/** What the pages of a case are made from. */
export const PrintPackInput = inputOf({ episodeId: idOf('print-pack.episodeId') })
export type PrintPackInput = z.infer<typeof PrintPackInput>
