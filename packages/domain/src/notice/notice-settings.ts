import type { ClockTime } from '../calendar/zone.ts'
import { isSafetyCritical, NEVER_MAILED, NOTICE_KINDS, type NoticeKind } from './notice-kinds.ts'

/**
 * How somebody hears of a kind of notice, beside the inbox, where all of them lie.
 *
 * at-once: an e-mail as soon as it may leave · once-a-day: in one e-mail when their service opens · colleague and duty: at once,
 * to somebody else · muted: no e-mail.
 */
export const NOTICE_WAYS = ['at-once', 'once-a-day', 'colleague', 'duty', 'muted'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]

const WAYS_OF_SAFETY = ['at-once', 'colleague', 'duty'] as const satisfies readonly NoticeWay[]
const WAYS_OF_THE_REST = ['at-once', 'once-a-day', 'muted'] as const satisfies readonly NoticeWay[]

/** Which ways can be chosen? What is safety-critical can go to somebody else and cannot be muted or put off (U18). */
export function waysOf(kind: NoticeKind): readonly NoticeWay[] {
  if (NEVER_MAILED.includes(kind)) return []
  return isSafetyCritical(kind) ? WAYS_OF_SAFETY : WAYS_OF_THE_REST
}

/** The kinds of which somebody chooses the way, in the order of the list. */
export const KINDS_TO_CHOOSE = NOTICE_KINDS.filter((kind) => waysOf(kind).length > 0)

/** Before anybody chose: what can wait comes once a day, so that what cannot is seen (hazard H12, alert fatigue). */
export function defaultWay(kind: NoticeKind): NoticeWay {
  return isSafetyCritical(kind) ? 'at-once' : 'once-a-day'
}

/** From one time of the day to another, in the zone of the service; over midnight when the second is the earlier one. */
export type QuietHours = { from: ClockTime; to: ClockTime }

export type NoticeSettings = {
  ways: Readonly<Partial<Record<NoticeKind, NoticeWay>>>
  /** The hat of a colleague at the same service. */
  colleagueId: string | null
  quiet: QuietHours | null
}

/** Ours, and no guideline: see docs/adr/0110. */
export const DEFAULT_NOTICE_SETTINGS: NoticeSettings = {
  ways: {},
  colleagueId: null,
  quiet: { from: '20:00' as ClockTime, to: '07:00' as ClockTime },
}

/**
 * The way that holds for a kind. What is stored and not allowed, because a kind became safety-critical since or somebody
 * wrote it past the form, is the default: nothing that matters is muted by accident.
 */
export function wayOf(kind: NoticeKind, { ways }: Pick<NoticeSettings, 'ways'>): NoticeWay {
  const chosen = ways[kind]
  return chosen !== undefined && waysOf(kind).includes(chosen) ? chosen : defaultWay(kind)
}
