import type { KitState } from './kit-codes.ts'

export type KitRecordingDecision =
  | { ok: true }
  | { ok: false; refusal: 'naloxone.in-the-future' | 'naloxone.not-released' }

/**
 * May a kit be recorded so (rule NAL-1)? Nothing is handed over in the future, and nothing is left behind in prison by
 * somebody who is still inside. Whether the person was trained is no condition.
 */
export function decideKitRecording(
  kit: { state: KitState; handedAt: Date | null },
  releasedAt: Date | null,
  now: Date,
): KitRecordingDecision {
  if (kit.handedAt !== null && kit.handedAt > now) return { ok: false, refusal: 'naloxone.in-the-future' }
  if (kit.state === 'left-in-prison' && releasedAt === null) return { ok: false, refusal: 'naloxone.not-released' }
  return { ok: true }
}
