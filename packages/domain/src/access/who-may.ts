import { CATEGORIES_OF_KIND, ROLES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import { type Category, RELATIONS_OR_NONE, type RelationOrNone, type Role } from './access-codes.ts'
import type { ActionRule } from './action-rule.ts'
import { holdsGrant } from './grants.ts'
import { WHO_MAY } from './who-may-table.ts'

export type Action = keyof typeof WHO_MAY

/** Every action there is, for the matrix and for the generated documentation. */
export const ACTIONS = Object.keys(WHO_MAY) as readonly Action[]

/**
 * May somebody with this role, at a service of this kind that has this part in the case, do this? Total: every action,
 * role, part and kind has an answer, and what no line of the table allows is refused.
 *
 * For an action about no case the part does not matter: pass `none`. It answers for the role and the part only. That a
 * page then shows the categories open to the part is `categoriesFor`, and that a dose is recorded for the right side of
 * the gate is the medicine's own rule.
 *
 * @param grants those of the hat; an action that asks for a grant is refused where they are left out
 */
export function mayDo(
  role: Role,
  action: Action,
  relation: RelationOrNone,
  kind: ServiceKind,
  grants: readonly string[] = [],
): boolean {
  const { by, category, kinds, grant, grantOf }: ActionRule = WHO_MAY[action]
  const parts = by[role]
  if (parts === undefined) return false
  const needed = grant ?? grantOf?.[role]
  if (needed && !holdsGrant({ role, grants }, needed)) return false
  if (!(ROLES_OF_KIND[kind] as readonly Role[]).includes(role)) return false
  if (kinds && !kinds.includes(kind)) return false
  if (category && !(CATEGORIES_OF_KIND[kind] as readonly Category[]).includes(category)) return false
  return parts === 'any' || (relation !== 'none' && parts.includes(relation))
}

/**
 * May somebody with this role, at a service of this kind, ever do this, in whatever part? The first door, before any case
 * is looked at, and what the menu is made of. A kind that there is not may nothing.
 */
export function mayEver(role: Role, kind: string, action: Action, grants: readonly string[] = []): boolean {
  if (!isServiceKind(kind)) return false
  return RELATIONS_OR_NONE.some((relation) => mayDo(role, action, relation, kind, grants))
}

function isServiceKind(kind: string): kind is ServiceKind {
  return Object.hasOwn(ROLES_OF_KIND, kind)
}

/**
 * Does a part open the category for this action? An action that whoever is only offered a case may do reads, or answers the
 * offer: an open category is enough. Every other one works on the case, and needs a category that the service may write: one
 * that it holds or has taken. A service that took housing and is offered OMT reads both and works on housing.
 */
export function isOpenFor(
  role: Role,
  action: Action,
  part: { categories: readonly Category[]; writes: readonly Category[] },
  category: Category | null = WHO_MAY[action].category,
): boolean {
  if (category === null || !isAboutACase(role, action)) return true
  return (worksOnTheCase(action) ? part.writes : part.categories).includes(category)
}

/** Nobody may do it with a case that they are only offered. */
function worksOnTheCase(action: Action): boolean {
  const { by }: ActionRule = WHO_MAY[action]
  return !Object.values(by).some((parts) => parts !== 'any' && parts.includes('offered'))
}

/** Is the action about one case, so that the part in it has to be looked up first? For somebody in this role. */
export function isAboutACase(role: Role, action: Action): boolean {
  const by: ActionRule['by'] = WHO_MAY[action].by
  return by[role] !== undefined && by[role] !== 'any'
}
