import type { PlainDate } from '../calendar/plain-date.ts'
import type { KitHolder, KitState } from './kit-codes.ts'

export type NaloxoneKit = {
  state: KitState
  /** When it was put into the hand. Null unless it was. */
  handedAt: Date | null
  /** As printed on the kit; never computed. Null: nobody wrote it down. */
  expiresOn: PlainDate | null
  /** Left out: for the person. */
  holder?: KitHolder
  /** When it was used or lost. */
  goneAt?: Date | null
}

export type NaloxoneInHand =
  /** Handed to the person at or before the gate. */
  | { kind: 'in-hand'; handedAt: Date; expiry: 'in-date' | 'expired' | 'not-recorded' }
  /** Handed over, but after the release: good, and not "in hand at the gate". */
  | { kind: 'handed-after-release'; handedAt: Date }
  /** The person is out and the kit is not: an urgent item. */
  | { kind: 'left-in-prison' }
  /** The person is inside and so is the kit. It still has to reach the hand. */
  | { kind: 'in-property' }
  | { kind: 'declined' }
  | { kind: 'none' }

/**
 * Has the person naloxone in hand (definitions.md; rule NAL-1)? Handed at or before the gate and nothing less: a kit in
 * the property of somebody whom a court has freed is "left in prison". Training is never asked about here, because it
 * is never a condition of giving a kit. Of several kits the best one answers. A kit is in date on its printed day.
 *
 * A kit for a supporter or a household is not in the person's hand. One that was lost or used before the gate was not in it
 * either; one that was used afterwards was, and that it has to be replaced is an alert of its own.
 */
export function naloxoneInHand(
  kits: readonly NaloxoneKit[],
  releasedAt: Date | null,
  today: PlainDate,
): NaloxoneInHand {
  const own = kits.filter(({ holder = 'person' }) => holder === 'person')
  const handed = own.flatMap((kit) => (kit.handedAt ? [{ ...kit, handedAt: kit.handedAt }] : []))
  const atTheGate = handed
    .filter(({ handedAt, goneAt = null }) =>
      releasedAt === null ? goneAt === null : handedAt <= releasedAt && (goneAt === null || goneAt > releasedAt),
    )
    .toSorted((left, right) => ((left.expiresOn ?? '') < (right.expiresOn ?? '') ? -1 : 1))
    .at(-1)
  if (atTheGate) return { kind: 'in-hand', handedAt: atTheGate.handedAt, expiry: expiryOn(atTheGate.expiresOn, today) }

  const [after] = handed
    .filter(({ handedAt }) => releasedAt !== null && handedAt > releasedAt)
    .toSorted((left, right) => left.handedAt.getTime() - right.handedAt.getTime())
  if (after) return { kind: 'handed-after-release', handedAt: after.handedAt }
  if (own.some(({ state }) => state === 'in-property' || state === 'left-in-prison'))
    return { kind: releasedAt === null ? 'in-property' : 'left-in-prison' }
  return { kind: own.some(({ state }) => state === 'declined') ? 'declined' : 'none' }
}

function expiryOn(expiresOn: PlainDate | null, today: PlainDate): 'in-date' | 'expired' | 'not-recorded' {
  if (expiresOn === null) return 'not-recorded'
  return expiresOn < today ? 'expired' : 'in-date'
}
