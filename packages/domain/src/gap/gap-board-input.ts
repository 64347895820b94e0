import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf } from '../request/request-fields.ts'
import { GAP_CAUSES, type GapCause } from './gap-causes.ts'
import { GAP_BOARDS } from './gap-of-case.ts'

/** A cause, or that nobody has worked the person's cover out yet: unknown is not fine, so it is a cause too. */
export const BOARD_CAUSES = [...GAP_CAUSES, 'not-worked-out'] as const satisfies readonly (
  | GapCause
  | 'not-worked-out'
)[]
export type BoardCause = GapCause | 'not-worked-out'

/** Persons on a page of the board. */
export const GAP_PAGE = 25

const LAST_PAGE = 400

/** What stands in the address of the gap board: codes, ids and days. A cause with its place and day is one group. */
export const GapBoardInput = inputOf({
  part: z.enum(GAP_BOARDS, { error: 'gap.part.unknown' }).default('next-days'),
  cause: z.enum(BOARD_CAUSES, { error: 'gap.cause.unknown' }).nullable().default(null),
  serviceId: idOf('gap.serviceId').nullable().default(null),
  day: PlainDate.nullable().default(null),
  page: z.int('gap.page.invalid').min(1, 'gap.page.invalid').max(LAST_PAGE, 'gap.page.invalid').default(1),
})
export type GapBoardInput = z.infer<typeof GapBoardInput>
