import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { Channel, ContactOutcome } from '../contact/contact-codes.ts'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { NaloxoneUsed, OverdoseToldBy, YesNoNotKnown } from './overdose-report-codes.ts'

/** An overdose after release that the person came round from, as somebody told it. */
export const RecordOverdoseInput = inputOf({
  episodeId: idOf('overdose-report.episodeId'),
  requestId: RequestId,
  /** How many reports were on the page: two people who were told the same write it once. */
  seenVersion: SeenVersion,
  happenedOn: PlainDate.nullable(),
  toldBy: OverdoseToldBy,
  naloxone: NaloxoneUsed,
  /** The person's own kit that was used; it becomes a used kit. Null where it is not on record. */
  kitId: idOf('overdose-report.kitId').nullable(),
  /** Another kit was put into the person's hand in its place, just now. */
  isReplaced: z.boolean('overdose-report.isReplaced.invalid'),
  ambulance: YesNoNotKnown,
  alone: YesNoNotKnown,
}).superRefine(({ kitId, naloxone, isReplaced }, context) => {
  if (kitId !== null && naloxone !== 'own-kit')
    context.addIssue({ code: 'custom', path: ['kitId'], message: 'overdose-report.kitId.not-used' })
  if (isReplaced && naloxone !== 'own-kit')
    context.addIssue({ code: 'custom', path: ['isReplaced'], message: 'overdose-report.isReplaced.nothing-used' })
})
export type RecordOverdoseInput = z.infer<typeof RecordOverdoseInput>

/** The contact of the same day: a try, and what came of it. */
export const ContactAfterOverdoseInput = inputOf({
  episodeId: idOf('overdose-report.episodeId'),
  reportId: idOf('overdose-report.reportId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  channel: Channel,
  outcome: ContactOutcome,
  at: instantOf('overdose-report.at'),
  note: filledText('overdose-report.note', 2_000).nullable(),
})
export type ContactAfterOverdoseInput = z.infer<typeof ContactAfterOverdoseInput>
