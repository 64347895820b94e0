import type { Deed } from '@throughcare/db/as-actor'
import { findServicesOutside } from '@throughcare/db/restriction/restriction-repository'
import { refused } from '../app-error.ts'

/**
 * A restricted record is handed only to a service of which somebody is in the circle: the press asks whom to admit.
 *
 * @throws AppError `refused` with `restriction.nobody-admitted` and the first such service
 */
export async function refuseOutsideCircle(
  deed: Deed,
  episodeId: string,
  receivers: readonly { serviceId: string }[],
): Promise<void> {
  const [outside] = await findServicesOutside(
    deed,
    episodeId,
    receivers.map(({ serviceId }) => serviceId),
  )
  if (outside) throw refused('restriction.nobody-admitted', outside)
}
