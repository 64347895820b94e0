import { openTo, writableTo } from '../fixture.ts'
import type { Hat } from '../hats.ts'
import { SITUATIONS, type Situation, type SituationName } from '../situations.ts'
import { type Stage, situationsOf } from '../stage.ts'

/** How a hat stands to one case: what every rule about a row is made of. */
export type Access = {
  hat: Hat
  /** Null: the case of another kind of service, in which this one has no part. */
  situation: SituationName | null
  /** Categories that may be read. */
  open: ReadonlySet<string>
  /** Categories that may be written: what is offered, or looked at in an emergency, is only read. */
  writable: ReadonlySet<string>
  /** There is a living part. */
  lives: boolean
}

const LIVING: readonly string[] = ['own', 'accepted', 'closing', 'offered', 'break-glass']

/** How this hat stands to each standing case of the stage, by the ids of episode and person. */
export function accessOf(stage: Stage, hat: Hat): ReadonlyMap<string, Access> {
  const all = new Map<string, Access>()
  for (const other of stage.hats)
    for (const situation of situationsOf(other)) {
      const { episodeId, personId } = stage.standing(other, situation)
      const access = other.kind === hat.kind ? accessIn(hat, situation) : { ...NO_ACCESS, hat }
      all.set(episodeId, access).set(personId, access)
    }
  return all
}

/** How this hat stands to the case of its own kind's service in one situation. */
export function accessIn(hat: Hat, situation: SituationName): Access {
  const { relation }: Situation = SITUATIONS[situation]
  return {
    hat,
    situation,
    // An administrator's transaction names no service to the policies: nothing lives for it.
    open: openTo({ hat, situation }),
    writable: writableTo({ hat, situation }),
    lives: hat.role !== 'administrator' && LIVING.includes(relation),
  }
}

const NO_ACCESS = { situation: null, open: new Set<string>(), writable: new Set<string>(), lives: false } as const
