import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  countGapBoard,
  type DigestReader,
  findDigestReaders,
  recordDigest,
} from '@throughcare/db/gap/digest-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { digestCounts } from '@throughcare/domain/gap/digest-causes'
import { type DigestWindow, digestWindow } from '@throughcare/domain/gap/digest-window'
import { followGaps } from './follow-gaps.ts'

type Due = { serviceId: string; day: PlainDate; window: DigestWindow; readers: DigestReader[] }

/**
 * Decides the digests that are due now: one a day for each member of a service who may see its board and wants it, from the
 * first opening of the day on. What was missed is made up for while the day's hours last, and not afterwards.
 *
 * @returns how many were decided.
 */
export async function followDigests(): Promise<number> {
  const due = await findDue()
  if (due.length === 0) return 0
  // The day has turned for everybody since the night: counted is what holds now.
  await followGaps()
  let decided = 0
  for (const each of due) decided += await decide(each)
  return decided
}

function findDue(): Promise<Due[]> {
  return asActor(SYSTEM_OF_NO_SERVICE, async (deed) => {
    const readers = (await findDigestReaders(deed)).filter((one) => mayEver(one.role, one.serviceKind, 'gap.board'))
    const byService = Map.groupBy(readers, ({ serviceId }) => serviceId)
    const hours = await findOpeningHours(deed, [...byService.keys()])
    return [...byService].flatMap(([serviceId, all]) => {
      const told = hours.get(serviceId)
      if (!told) return []
      const day = plainDateIn(deed.now, told.zone)
      const window = digestWindow(told, day)
      if (!window || deed.now < window.from || deed.now >= window.until) return []
      const waiting = all.filter(({ lastDay }) => lastDay !== day)
      return waiting.length === 0 ? [] : [{ serviceId, day, window, readers: waiting }]
    })
  })
}

function decide({ serviceId, day, window, readers }: Due): Promise<number> {
  return asActor(systemActor(serviceId), async (deed) => {
    const counts = digestCounts(await countGapBoard(deed))
    let decided = 0
    for (const { membershipId } of readers)
      if (await recordDigest(deed, { membershipId, day }, window, counts)) decided += 1
    await recordAudit(deed, { action: 'gap.follow-digests' })
    return decided
  })
}
