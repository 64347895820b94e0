import type { PlainDate } from '../calendar/plain-date.ts'
import type { KitState } from './kit-codes.ts'

export type KitRecordingDecision =
  | { ok: true }
  | {
      ok: false
      refusal: 'naloxone.in-the-future' | 'naloxone.not-released' | 'naloxone.not-gone' | 'naloxone.replaced-already'
    }

/** A kit on record, as far as another one can come in its place. */
export type KitToReplace = { state: KitState; isReplaced: boolean }

/**
 * May a kit be recorded so (rule NAL-1)? Nothing was handed over, used, lost or taught in the future; nothing is left behind in
 * prison by somebody who is still inside; and a kit comes only in the place of one that is used, lost or left behind, once.
 * Whether the person was trained is no condition.
 *
 * @param replaces the kit in whose place it comes; null when it comes in the place of none
 */
export function decideKitRecording(
  kit: { state: KitState; handedAt: Date | null; goneAt?: Date | null; trainedOn?: PlainDate | null },
  releasedAt: Date | null,
  { now, today }: { now: Date; today: PlainDate },
  replaces: KitToReplace | null = null,
): KitRecordingDecision {
  const isAhead = (at: Date | null | undefined) => at != null && at > now
  if (isAhead(kit.handedAt) || isAhead(kit.goneAt) || (kit.trainedOn ?? today) > today)
    return { ok: false, refusal: 'naloxone.in-the-future' }
  if (kit.state === 'left-in-prison' && releasedAt === null) return { ok: false, refusal: 'naloxone.not-released' }
  if (replaces?.isReplaced) return { ok: false, refusal: 'naloxone.replaced-already' }
  if (replaces && !REPLACEABLE.includes(replaces.state) && !(replaces.state === 'in-property' && releasedAt !== null))
    return { ok: false, refusal: 'naloxone.not-gone' }
  return { ok: true }
}

/** A kit in property counts as left behind once the person is out. */
const REPLACEABLE: readonly KitState[] = ['used', 'lost', 'left-in-prison']
