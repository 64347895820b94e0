import type { AppRouter } from '@throughcare/api/root'
import type { ShownError } from '@throughcare/api/trpc'
import type { TRPCClientErrorLike } from '@trpc/client'

export type DeedError = TRPCClientErrorLike<AppRouter>

/**
 * What to tell of a call that did not work. An answer that is not ours (a wireless network's own page, a proxy's error) and
 * no answer at all are both `offline`: the deed may or may not have had its effect, and the same press may be sent again.
 */
export function shownError(error: DeedError): ShownError {
  const data = error.data as Partial<ShownError> | null | undefined
  if (!data?.code) return { code: 'offline', details: {}, fields: [], traceId: null }
  return { code: data.code, details: data.details ?? {}, fields: data.fields ?? [], traceId: data.traceId ?? null }
}
