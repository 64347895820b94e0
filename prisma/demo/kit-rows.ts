import { addDays } from '@throughcare/domain/calendar/plain-date'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import type { KitOfPlan } from '@throughcare/domain/naloxone/kit-of-plan'
import { chanceFrom } from './chance.ts'
import type { DemoCase } from './demo-case.ts'
import { earlier, hoursAfter, minutesAfter, someTimeBetween } from './moments.ts'
import type { StageService } from './stage.ts'

/** The states that the demo's kits come into. */
type PlanState = NonNullable<KitOfPlan['kit']>

/**
 * The naloxone kit of a case: handed over at the gate, left in the property of somebody whom a court let go, declined, lying
 * ready, or given by the service outside.
 *
 * @param outside the service that has the person's treatment, once it has met them
 */
export function recordKit(one: DemoCase, outside: { service: StageService; from: Date } | null): KitOfPlan['kit'] {
  const { chance, truth, stage, prison, releasedAt, shape } = one
  if (!truth.usesOpioids && !chance.isTrue(0.05)) return null
  const near = releasedAt ? 1 : shape.leavesOn === null ? 0.45 : shape.standing === 'later' ? 0.08 : 0.5
  if (!releasedAt) {
    if (!chance.isTrue(near)) return null
    const state = chance.weighted({ 'in-property': 82, declined: 9, 'handed-over': 9 } as const)
    const at = someTimeBetween(chance, one.knownFrom, hoursAfter(stage.now, -6))
    return addKit(one, state, at, state === 'handed-over' ? at : null, chance.pick(prison.staff))
  }

  const isPlanned = shape.release?.kind === 'planned'
  const inHand = isPlanned ? one.quality - 0.08 : one.quality - 0.12
  const throwOf = chance.next()
  if (throwOf < inHand) {
    const handedAt = minutesAfter(releasedAt, -chance.int(3, 90))
    return addKit(one, 'handed-over', handedAt, handedAt, chance.pick(prison.staff))
  }
  if (throwOf < inHand + 0.06)
    return addKit(one, 'declined', hoursAfter(releasedAt, -20), null, chance.pick(prison.staff))
  if (throwOf < inHand + (isPlanned ? 0.12 : 0.28))
    return addKit(
      one,
      'left-in-prison',
      earlier(hoursAfter(releasedAt, 3), hoursAfter(stage.now, -1)),
      null,
      chance.pick(prison.staff),
    )
  if (outside && chance.isTrue(0.18))
    return addKit(one, 'handed-over', outside.from, outside.from, chance.pick(outside.service.staff))
  return null
}

function addKit(one: DemoCase, state: PlanState, at: Date, handedAt: Date | null, recordedBy: string): PlanState {
  const { chance, prison } = one
  const recordedAt = minutesAfter(at, 2)
  one.rows.naloxoneKit.push({
    id: chance.id(recordedAt),
    episodeId: one.episodeId,
    product: state === 'declined' ? null : 'Nyxoid 1.8 mg nasal spray',
    lot: state === 'declined' ? null : `NX${chance.int(1000, 9999)}`,
    expiresOn:
      state === 'declined' || chance.isTrue(0.3) ? null : addDays(plainDateIn(at, prison.zone), chance.int(120, 900)),
    state,
    holder: 'person',
    handedAt,
    goneAt: null,
    dosesUsed: null,
    usedOutcome: null,
    replacesId: null,
    trained: chance.isTrue(0.25) ? null : chance.isTrue(0.8),
    recordedAt,
    recordedBy,
  })
  if (handedAt && one.releasedAt) tellUse(one, handedAt)
  return state
}

/** Some kits were used on somebody who came round; most of those were replaced. */
function tellUse(one: DemoCase, handedAt: Date): void {
  const { rows, stage, prison } = one
  const chance = chanceFrom(`kit ${one.episodeId}`)
  const kit = rows.naloxoneKit.at(-1)
  const goneAt = hoursAfter(handedAt, chance.int(20, 900))
  if (!kit || !chance.isTrue(0.05) || goneAt >= hoursAfter(stage.now, -2)) return
  Object.assign(kit, {
    state: 'used',
    goneAt,
    dosesUsed: chance.pick([1, 1, 2]),
    usedOutcome: chance.pick(['came-round', 'came-round', 'came-round-hospital', 'not-known']),
  })
  const replacedAt = hoursAfter(goneAt, chance.int(2, 40))
  if (!chance.isTrue(0.7) || replacedAt >= stage.now) return
  rows.naloxoneKit.push({
    ...kit,
    id: chance.id(replacedAt),
    lot: `NX${chance.int(1000, 9999)}`,
    expiresOn: addDays(plainDateIn(replacedAt, prison.zone), chance.int(300, 900)),
    state: 'handed-over',
    handedAt: replacedAt,
    goneAt: null,
    dosesUsed: null,
    usedOutcome: null,
    replacesId: kit.id,
    recordedAt: minutesAfter(replacedAt, 5),
  })
}
