import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { KitHolder, KitState, KitUseOutcome } from '@throughcare/domain/naloxone/kit-codes'

/** An instant as JSON carries it. */
type Instant = string

/** A kit as far as the plan and the board ask. */
export type StoredKitOfPlan = {
  state: KitState
  handedAt: Instant | null
  leftAt: Instant | null
  holder: KitHolder
}

/** A kit as far as its alerts ask. */
export type StoredKitToWatch = StoredKitOfPlan & {
  id: string
  expiresOn: PlainDate | null
  goneAt: Instant | null
  replacesId: string | null
  trainedOn: PlainDate | null
  /** It went on into a later case of the person. */
  isCarriedOn: boolean
}

/** A kit as the case page shows it. */
export type StoredKit = StoredKitToWatch & {
  dosesUsed: number | null
  usedOutcome: KitUseOutcome | null
  trained: boolean | null
  product: string | null
  lot: string | null
  recordedAt: Instant
  recordedBy: string | null
  version: number
  /** It came along from an earlier case. */
  isCarried: boolean
}
