import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findStepsDue, type StepDue } from '@throughcare/db/escalation/escalation-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { isLate } from '@throughcare/domain/escalation/escalation-times'
import { takeStep } from './take-step.ts'

/** Asked at once; more is asked again in the same run. */
const ASKED = 500

/** So many handoffs in one transaction: short enough that nobody who answers one meanwhile waits for it. */
const BATCH = 20

/** So many transactions beside each other: the pool has room for whoever answers meanwhile. */
const AT_ONCE = 3

/** No run goes on for ever: what is left then is first in the next one. */
const MOST_ROUNDS = 40

/** What a run did. */
export type Swept = {
  taken: number
  /** Steps that were due for more than a minute: the worker was away. */
  late: number
}

/** Handoffs whose step could not be taken, with the first reason: they are looked at again in the next run. */
type Failing = { handoffIds: Set<string>; first: unknown }

/**
 * Follows the clocks of handoffs that nobody has answered: the worker's job `follow-deadlines`, every ten seconds. Each step is
 * taken once, whoever else looks at the same time; one handoff that cannot be followed holds up no other.
 *
 * @throws when all the others were followed, what the first of those threw that could not be
 */
export async function sweepHandoffs(): Promise<Swept> {
  const swept: Swept = { taken: 0, late: 0 }
  const failing: Failing = { handoffIds: new Set(), first: null }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const asked = ASKED + failing.handoffIds.size
    const due = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findStepsDue(deed, asked))
    const open = due.filter(({ handoffId }) => !failing.handoffIds.has(handoffId))
    const batches = [...Map.groupBy(open, (each) => each.serviceId)].flatMap(([serviceId, steps]) =>
      Array.from({ length: Math.ceil(steps.length / BATCH) }, (_, index) => ({
        serviceId,
        steps: steps.slice(index * BATCH, (index + 1) * BATCH),
      })),
    )
    // No two have a handoff in common, so that none waits for another.
    const next = batches.values()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const { serviceId, steps } of next) await follow(serviceId, steps, swept, failing)
      }),
    )
    if (due.length < asked || open.length === 0) break
  }
  if (failing.handoffIds.size > 0) throw failing.first
  return swept
}

/** A batch together; what holds one up is found by following each alone. */
async function follow(serviceId: string, steps: readonly StepDue[], swept: Swept, failing: Failing): Promise<void> {
  try {
    const now = await takeSteps(serviceId, steps)
    swept.taken += steps.length
    swept.late += steps.filter(({ plannedAt }) => isLate(plannedAt, now)).length
  } catch (error) {
    const [only] = steps
    if (steps.length > 1) {
      for (const step of steps) await follow(serviceId, [step], swept, failing)
      return
    }
    if (!only) throw error
    failing.first ??= error
    failing.handoffIds.add(only.handoffId)
  }
}

/** @returns the time that it was. */
async function takeSteps(serviceId: string, steps: readonly StepDue[]): Promise<Date> {
  const inOrder = steps.toSorted((one, other) => (one.handoffId < other.handoffId ? -1 : 1))
  return asActor(systemActor(serviceId), async (deed) => {
    const touched = { episodeIds: new Set<string>(), personIds: new Set<string>() }
    for (const step of inOrder) {
      const handoff = await findHandoff(deed, step.handoffId)
      if (!handoff) continue
      touched.episodeIds.add(handoff.episodeId)
      touched.personIds.add(handoff.personId)
      await takeStep(deed, handoff, step)
    }
    await recordAudit(deed, {
      action: 'escalation.follow',
      episodeIds: [...touched.episodeIds],
      personIds: [...touched.personIds],
    })
    return deed.now
  })
}
