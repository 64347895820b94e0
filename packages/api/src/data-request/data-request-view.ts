import type { Deed } from '@throughcare/db/as-actor'
import { findDataRequest, type StoredDataRequest } from '@throughcare/db/data-request/data-request-repository'
import { AppError } from '../app-error.ts'

/** A request as the browser gets it: times are ISO 8601 in UTC. */
export type DataRequestView = Omit<StoredDataRequest, 'answeredAt' | 'copiedAt'> & {
  answeredAt: string | null
  copiedAt: string | null
}

export function dataRequestView({ answeredAt, copiedAt, ...request }: StoredDataRequest): DataRequestView {
  return { ...request, answeredAt: answeredAt?.toISOString() ?? null, copiedAt: copiedAt?.toISOString() ?? null }
}

/** @throws AppError `not-found` when it is not there, or not the service's own, or its case is no longer open to it */
export async function getDataRequest(deed: Deed, dataRequestId: string): Promise<StoredDataRequest> {
  const found = await findDataRequest(deed, dataRequestId)
  if (!found) throw new AppError('not-found')
  return found
}
