import type { Deed } from '@throughcare/db/as-actor'
import { isUseRestricted } from '@throughcare/db/data-request/data-request-repository'
import { mayUseRestricted, type Use } from '@throughcare/domain/data-request/decide-data-request'
import { refused } from '../app-error.ts'

/**
 * For every new use of a record that is not care (rule RIGHT-2): refused while the person has had the use of the record restricted.
 *
 * @throws AppError `refused` with `data-request.use-restricted`
 */
export async function refuseRestrictedUse(deed: Deed, episodeId: string, use: Use): Promise<void> {
  if (!mayUseRestricted(use) && (await isUseRestricted(deed, episodeId))) throw refused('data-request.use-restricted')
}
