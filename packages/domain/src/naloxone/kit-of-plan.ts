import type { KitHolder, KitState } from './kit-codes.ts'

/** A kit as far as the plan's rules ask. Of several the one recorded last comes first. */
export type KitOfCase = {
  state: KitState
  handedAt: Date | null
  /** When it was recorded that the person is out and the kit is not. */
  leftAt: Date | null
  holder: KitHolder
}

export type KitOfPlan = {
  /** Where the plan has the person's kit. Null: there is none on record. */
  kit: 'in-property' | 'handed-over' | 'left-in-prison' | 'declined' | null
  /** A kit was left in prison, and one has reached the person since: another one, or that one. */
  isLeftKitReplaced: boolean
}

/**
 * What do the kits of a case say to its plan (rule NAL-1)?
 *
 * A kit that was handed over stays handed over when it is at home, used or lost: what was done at the gate was done, and that a
 * used one has to be replaced is an alert. A kit left in prison stays left, also when one reaches the person later: the item
 * that asks for it is then finished and does not vanish. A kit that lies in the property of somebody who is out was left in
 * prison, whether or not anybody said so. A kit that came along from an earlier stay, and of which nobody has said where it is, is
 * none to rely on. Kits for supporters and households say nothing about the person's own.
 */
export function kitOfPlan(kits: readonly KitOfCase[], releasedAt: Date | null): KitOfPlan {
  const own = kits.filter(({ holder }) => holder === 'person')
  const handed = own.flatMap(({ handedAt }) => handedAt ?? [])
  const wasLeft = own.some(
    ({ state, leftAt }) =>
      leftAt !== null || state === 'left-in-prison' || (state === 'in-property' && releasedAt !== null),
  )
  const atTheGate = handed.some((handedAt) => releasedAt === null || handedAt <= releasedAt)
  if (atTheGate) return { kit: 'handed-over', isLeftKitReplaced: wasLeft }
  if (wasLeft) return { kit: 'left-in-prison', isLeftKitReplaced: handed.length > 0 || own.some(isWithThem) }
  if (handed.length > 0 || own.some(isWithThem)) return { kit: 'handed-over', isLeftKitReplaced: false }
  const [last] = own
  const kit = last?.state === 'in-property' || last?.state === 'declined' ? last.state : null
  return { kit, isLeftKitReplaced: false }
}

/** With the person although nobody wrote down when it was handed over. */
function isWithThem({ state }: KitOfCase): boolean {
  return state === 'at-home' || state === 'used'
}
