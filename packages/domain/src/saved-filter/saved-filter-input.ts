import { z } from 'zod'
import { INBOX_QUERY, SENT_QUERY } from '../handoff/handoff-filters.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** A list narrowed in a way that somebody wants again. Codes and ids; the page is not part of it. */
export const HandoffQuery = z.discriminatedUnion(
  'list',
  [inputOf({ list: z.literal('inbox'), ...INBOX_QUERY }), inputOf({ list: z.literal('sent'), ...SENT_QUERY })],
  { error: 'saved-filter.query.unknown' },
)
export type HandoffQuery = z.infer<typeof HandoffQuery>

/** The longest name of a filter. */
export const LONGEST_NAME = 60

/** So many of one's own for each list, and no more: a longer list is not read. */
export const MOST_FILTERS = 20

/** Keeps how a list is narrowed, under a name: for oneself, or for everybody of the service. */
export const KeepFilterInput = inputOf({
  requestId: RequestId,
  name: filledText('saved-filter.name', LONGEST_NAME),
  isShared: z.boolean('saved-filter.isShared.invalid'),
  query: HandoffQuery,
})
export type KeepFilterInput = z.infer<typeof KeepFilterInput>

/** Takes a kept filter off. */
export const RemoveFilterInput = inputOf({ requestId: RequestId, filterId: idOf('saved-filter.filterId') })
export type RemoveFilterInput = z.infer<typeof RemoveFilterInput>

/** May they take it off? Whoever kept it; what everybody is offered, a manager too. The policy in PostgreSQL asks the same. */
export function mayRemove(filter: { isOwn: boolean; isShared: boolean }, role: string): boolean {
  return filter.isOwn || (filter.isShared && role === 'manager')
}
