import { z } from 'zod'
import { ClockTime } from '../calendar/zone.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { NOTICE_KINDS, type NoticeKind } from './notice-kinds.ts'
import { NOTICE_WAYS, waysOf } from './notice-settings.ts'

const Kind = z.enum(NOTICE_KINDS as [NoticeKind, ...NoticeKind[]], 'notice.kind.unknown')

/**
 * How somebody wants to hear of notices under the hat they wear. What is safety-critical cannot be muted (U18). Version 0 is
 * the default, before anybody chose.
 */
export const ChooseNoticesInput = inputOf({
  requestId: RequestId,
  seenVersion: SeenVersion,
  ways: z
    .partialRecord(Kind, z.enum(NOTICE_WAYS, 'notice.way.unknown'), 'notice.ways.invalid')
    .refine(
      (ways) => Object.entries(ways).every(([kind, way]) => waysOf(kind as NoticeKind).includes(way)),
      'notice.fault.not-allowed',
    ),
  colleagueId: idOf('notice.colleague').nullable(),
  quiet: z
    .strictObject({ from: ClockTime, to: ClockTime }, 'notice.quiet.invalid')
    .refine(({ from, to }) => from !== to, 'notice.quiet.invalid')
    .nullable(),
}).refine(({ ways, colleagueId }) => colleagueId !== null || !Object.values(ways).includes('colleague'), {
  path: ['colleagueId'],
  error: 'notice.colleague.missing',
})
export type ChooseNoticesInput = z.infer<typeof ChooseNoticesInput>
