import type { Hat } from './hats.ts'
import type { SituationName } from './situations.ts'

/** `both`: as in production. `application`: the app's role passes the policies by, so that the use cases alone must hold. */
export type Locks = 'both' | 'application'

/**
 * Which of its allowed cells a procedure is pressed in. Whatever only reads, or is about no case, in all of them. A press that
 * changes a case, or has one prepared for it, needs one of its own each time, so with both locks on it is tried by every role in every situation and
 * by every kind of service, and not in each pair of the latter two: what a kind may write in which part is asked of
 * every table by the tests of the database alone. With the policies passed by, one press shows that it works there too.
 */
export class Pressed {
  readonly #locks: Locks
  readonly #needsACase: boolean
  readonly #seen = new Set<string>()
  #times = 0

  constructor(locks: Locks, needsACase: boolean) {
    this.#locks = locks
    this.#needsACase = needsACase
  }

  /**
   * Whether a cell that must be refused is tried. With both locks on, each is in which something of the case decides. At the door only
   * the hat is looked at, and with the policies passed by the use case asks for role and relation: there every role is tried
   * in every situation and at every kind of service. What the kind of a service closes is asked of every table by the tests
   * of the database alone.
   */
  asks({ role, kind }: Hat, situation: SituationName, isAtDoor: boolean): boolean {
    if (this.#locks === 'both' && !isAtDoor) return true
    const tells = [`refused ${role} ${situation}`, `refused ${role} at ${kind}`]
    const isNew = tells.some((each) => !this.#seen.has(each))
    for (const each of tells) this.#seen.add(each)
    return isNew
  }

  /** How often it was pressed where it is allowed. */
  get times(): number {
    return this.#times
  }

  wants({ role, kind }: Hat, situation: SituationName): boolean {
    const tells = this.#locks === 'both' ? [`${role} ${situation}`, `${role} at ${kind}`] : ['it works']
    const isNew = tells.some((each) => !this.#seen.has(each))
    if (this.#needsACase && !isNew) return false
    for (const each of tells) this.#seen.add(each)
    this.#times += 1
    return true
  }
}
