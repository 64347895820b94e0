import type { Deed } from '@throughcare/db/as-actor'
import {
  findSides,
  type NamedPartner,
  recordSide,
  type SideToRecord,
  type StoredSide,
} from '@throughcare/db/partner/side-repository'
import { AppError } from '../app-error.ts'

/** A side of which nobody has said anything. */
const NOTHING_SAID: SideToRecord = {
  answer: 'not-asked',
  askedOn: null,
  askedById: null,
  yesOn: null,
  isBlocked: false,
  leaving: null,
  namedWay: null,
  namedInitials: null,
  namedOn: null,
  code: null,
  codeUntil: null,
  startsOn: null,
}

/** The newest statement of a side. @throws AppError `changed-meanwhile` when it is not the one on the screen. */
export async function getSeenSide(
  deed: Deed,
  { episodeId, seenVersion }: { episodeId: string; seenVersion: number | null },
): Promise<{ last: StoredSide | undefined; side: SideToRecord }> {
  const [last] = await findSides(deed, episodeId)
  if ((last?.version ?? null) !== seenVersion) throw changed(seenVersion, last)
  return { last, side: last ? kept(last) : NOTHING_SAID }
}

/** Writes the next statement. @throws AppError `changed-meanwhile` when somebody was faster. */
export async function writeSide(
  deed: Deed,
  { episodeId, seenVersion }: { episodeId: string; seenVersion: number | null },
  side: SideToRecord,
  named: NamedPartner | null = null,
): Promise<number> {
  if (await recordSide(deed, episodeId, seenVersion, side, named)) return seenVersion === null ? 0 : seenVersion + 1
  const [last] = await findSides(deed, episodeId)
  throw changed(seenVersion, last)
}

function kept({ version: _, askedBy: __, recordedAt: ___, recordedBy: ____, ...side }: StoredSide): SideToRecord {
  return side
}

function changed(seenVersion: number | null, last: StoredSide | undefined): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: last ? { version: last.version, answer: last.answer } : null,
      changedBy: last?.recordedBy ?? null,
      changedAt: last?.recordedAt ?? null,
    },
  })
}
