import type { Category } from '@throughcare/domain/access/access-codes'
import { areasClosedTo } from '@throughcare/domain/access/categories-of-area'
import type { Access } from './access.ts'

/** A row as its owner reads it. */
export type Row = Record<string, unknown>

/**
 * What the rows of a table are about: one category; the one that each row names, itself or by its area; or none, where something
 * else decides: the two ends of a handoff keep its envelope, and some rows are their writer's own.
 */
export type TableCategory = Category | 'area' | 'category' | 'envelope' | 'own'

/** Who may do what with the rows of a table, said once more beside the policies. */
export type TableRule = {
  category: TableCategory
  /** The table asks for more than the category: never wider than it, and looked at row by row. */
  asksMore?: true
  /** The column with the case, or with the person whose case it is. */
  caseIn: 'episode_id' | 'person_id' | 'id'
  /** A column that may be written, where the one above may not. */
  touch?: string
  reads: (row: Row, access: Access) => boolean
  /** Null: no UPDATE is granted at all. */
  changes: ((row: Row, access: Access) => boolean) | null
  /** A copy of the row as the asking service would write it, and whether it may. Null: no INSERT is granted at all. */
  adds: { as: (access: Access) => Row; may: (row: Row, access: Access) => boolean } | null
}

const ofCategory = (category: Category | 'area' | 'category', row: Row): string =>
  category === 'area' || category === 'category' ? String(row[category]) : category
/** Nobody, whatever the category. */
export const never = () => false
const nothing = () => ({})

/** Read by whoever has a living part that opens the category, written by whoever holds or has taken it. */
export function ofCase(
  category: Category | 'area' | 'category',
  caseIn: TableRule['caseIn'] = 'episode_id',
): TableRule {
  const reads: TableRule['reads'] = (row, { open }) => open.has(ofCategory(category, row))
  const writes: TableRule['reads'] = (row, { writable }) => writable.has(ofCategory(category, row))
  return { category, caseIn, reads, changes: writes, adds: { as: nothing, may: writes } }
}

/** The same, and what is written stays. */
export function insertOnly(category: Category | 'area' | 'category'): TableRule {
  return { ...ofCase(category), changes: null }
}

export const seesCouples = ({ hat }: Access) => hat.actor.grants.includes('may-see-couples')
/** Beside the part and the category a grant is asked for. */
export function withGrant(rule: TableRule): TableRule {
  const { changes, adds } = rule
  return {
    ...rule,
    asksMore: true,
    reads: (row, access) => seesCouples(access) && rule.reads(row, access),
    changes: changes && ((row, access) => seesCouples(access) && changes(row, access)),
    adds: adds && { ...adds, may: (row, access) => seesCouples(access) && adds.may(row, access) },
  }
}

export const isPrisonStaff = ({ hat }: Access) => hat.role === 'prison-health'
/** The prison added the person, and so may take them in again. */
export const hasAdded = (access: Access) =>
  isPrisonStaff(access) && ['own', 'let-go', 'moved-on', 'long-gone'].includes(String(access.situation))
export const isClinical = ({ hat }: Access) => hat.role === 'prison-health' || hat.role === 'caseworker'
export const isOwn = (row: Row, { hat }: Access) => row.service_id === hat.actor.serviceId
/** The prison that holds or held the person; and an emergency look, which sees what it sees. */
export const isOfTheHouse = ({ situation }: Access) =>
  ['own', 'let-go', 'moved-on', 'glass-broken'].includes(String(situation))
export const aboutSharing: TableRule = {
  category: 'health',
  asksMore: true,
  caseIn: 'episode_id',
  reads: (row, access) =>
    isClinical(access) && access.open.has('health') && (isOfTheHouse(access) || isOwn(row, access)),
  changes: (row, access) =>
    isClinical(access) && access.writable.has('health') && (isOfTheHouse(access) || isOwn(row, access)),
  adds: {
    as: ({ hat }) => ({ service_id: hat.actor.serviceId, recorded_by: hat.actor.accountId }),
    may: (_row, access) => isClinical(access) && access.writable.has('health'),
  },
}
/** An end of the handoff, or of the handoff of a move. */
export const isEnd = (row: Row, { hat }: Access) => {
  if ((areasClosedTo(hat) as readonly string[]).includes(String(row.area))) return false
  const { sending_service_id, receiving_service_id, accountable_service_id } = (row.handoff ?? row) as Row
  const ends = [sending_service_id, receiving_service_id, accountable_service_id]
  return hat.role !== 'administrator' && ends.includes(hat.actor.serviceId)
}
/** A copy of what is open, for the receiver alone while its part lives; triggers write it. */
export const inTheInbox: TableRule = {
  category: 'envelope',
  caseIn: 'episode_id',
  reads: (row, access) => row.receiving_service_id === access.hat.actor.serviceId && isEnd(row, access) && access.lives,
  changes: null,
  adds: null,
}
