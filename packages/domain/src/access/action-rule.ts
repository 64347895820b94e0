import type { ServiceKind } from '../service/service-kinds.ts'
import type { Category, Grant, Relation, Role } from './access-codes.ts'

/** Somebody may do it in these parts; `any` when the action is about no single case. */
type Parts = readonly Relation[] | 'any'

export type ActionRule = {
  /** Who, and with which part of their service in the case. A role that is not named may not. */
  by: Partial<Record<Role, Parts>>
  /** The category that the service's kind must be open to; null when the action shows or changes none. */
  category: Category | null
  /** Only services of these kinds, beyond what the category leaves. Null: any kind. */
  kinds: readonly ServiceKind[] | null
  /** Only with this grant, whoever it is. Left out: none is asked for. */
  grant?: Grant
  /** Only with this grant in this role; other roles need none. Left out: none is asked of anybody. */
  grantOf?: Partial<Record<Role, Grant>>
}

/** One line of the table of who may do what. */
export function rule<By extends ActionRule['by'], Kinds extends ActionRule['kinds'] = null>(
  by: By,
  category: Category | null,
  kinds: Kinds = null as Kinds,
  grant?: Grant,
): { by: By; category: Category | null; kinds: Kinds; grant?: Grant } {
  return grant === undefined ? { by, category, kinds } : { by, category, kinds, grant }
}
