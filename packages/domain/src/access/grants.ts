import { CATEGORIES, type Category, type Grant, type Role } from './access-codes.ts'

/** To whom each grant can be given. On any other membership it is worth nothing, and the database does not store it there. */
export const ROLES_OF_GRANT = {
  'privacy-officer': ['manager'],
  approver: ['prison-health', 'caseworker'],
  'may-see-couples': ['prison-health', 'caseworker'],
} as const satisfies Record<Grant, readonly Role[]>

/** Categories that nobody reads without a grant, whatever their part in the case. */
export const GRANT_OF_CATEGORY = { 'sharing-note': 'may-see-couples' } as const satisfies Partial<
  Record<Category, Grant>
>

/** Does this hat hold the grant, in a role to which it can be given? As `app.has_grant` in prisma/migrations. */
export function holdsGrant(hat: { role: Role; grants: readonly string[] }, grant: Grant): boolean {
  const roles: readonly Role[] = ROLES_OF_GRANT[grant]
  return roles.includes(hat.role) && hat.grants.includes(grant)
}

const GRANTED: Partial<Record<Category, Grant>> = GRANT_OF_CATEGORY

/** The grant without which this category is closed; null where the part and the role are enough. */
export function grantOfCategory(category: Category): Grant | null {
  return GRANTED[category] ?? null
}

/**
 * Is the whole case open here, as far as a plan rests on it? Everything but what takes a grant: no rule of a plan reads that, and
 * whoever holds the case without the grant brings its plan to other rules and closes it.
 */
export function isWholeCase(categories: readonly Category[]): boolean {
  return CATEGORIES.every((category) => grantOfCategory(category) !== null || categories.includes(category))
}
