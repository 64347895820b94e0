import type { Category } from '@throughcare/domain/access/access-codes'
import { isAboutACase, isOpenFor, mayDo, mayEver } from '@throughcare/domain/access/who-may'
import { WHO_MAY } from '@throughcare/domain/access/who-may-table'
import { openTo, writableTo } from './fixture.ts'
import type { AnyFixture } from './fixtures/all.ts'
import type { Procedure } from './procedures.ts'
import { SITUATIONS, type Situation } from './situations.ts'
import type { Place } from './stage.ts'

/** A cell of the table: who stands how to the case, and whether the person is inside. */
type PlaceInTable = Pick<Place, 'hat' | 'situation'> & { isInside: boolean }

/** What a cell must answer. */
export type Expected =
  /** It returns its fixture or changes its row; a list may be one that must not hold the case. */
  | { kind: 'allowed'; holds: boolean }
  /** Whoever asks may, and a rule of the matter says not now. */
  | { kind: 'refused'; refusal: string }
  /**
   * One of these codes; and, where nothing of the case is open, the very answer that an id gets which never was. At the door the hat
   * alone is looked at, and no id.
   */
  | { kind: 'denied'; codes: readonly string[]; refusals: readonly string[]; likeGhost: boolean; isAtDoor: boolean }

const LIVING: readonly string[] = ['own', 'offered', 'accepted', 'closing', 'break-glass']

/** The answer that WHO_MAY gives for this place. */
export function expectedOf({ action }: Procedure, fixture: AnyFixture, place: PlaceInTable): Expected {
  const { hat, situation, isInside } = place
  if (!mayEver(hat.role, hat.kind, action, hat.actor.grants))
    return { kind: 'denied', codes: ['not-allowed'], refusals: [], likeGhost: situation === 'stranger', isAtDoor: true }

  const { worksIn = () => true } = fixture
  const holds = typeof worksIn === 'function' ? worksIn(place) : worksIn.includes(situation)
  if (fixture.about === 'nothing' || fixture.about === 'list') return { kind: 'allowed', holds }

  const refusal = fixture.refusedWhile?.[isInside ? 'inside' : 'out']
  const { relation }: Situation = SITUATIONS[situation]
  if (mayDo(hat.role, action, relation, hat.kind, hat.actor.grants) && isOpen(action, fixture, place) && holds)
    return refusal ? { kind: 'refused', refusal } : { kind: 'allowed', holds: true }

  const isHandoff = fixture.about === 'handoff'
  const knows = isHandoff ? relation !== 'none' && relation !== 'break-glass' : LIVING.includes(relation)
  if (!knows || !isAboutACase(hat.role, action))
    return { kind: 'denied', codes: ['not-found'], refusals: [], likeGhost: true, isAtDoor: false }
  return {
    kind: 'denied',
    codes: ['not-allowed', 'not-found'],
    refusals: [...(fixture.deniedAs ?? []), ...(refusal ? [refusal] : [])],
    likeGhost: false,
    isAtDoor: false,
  }
}

/** Does the part open the category of the action? An envelope stays open to both ends of a handoff. */
function isOpen(action: Procedure['action'], fixture: AnyFixture, place: PlaceInTable): boolean {
  const { category } = WHO_MAY[action]
  if (fixture.about === 'handoff' || category === null || !isAboutACase(place.hat.role, action)) return true
  const part = { categories: [...openTo(place)] as Category[], writes: [...writableTo(place)] as Category[] }
  return isOpenFor(place.hat.role, action, part, fixture.writes?.(place) ?? category)
}
