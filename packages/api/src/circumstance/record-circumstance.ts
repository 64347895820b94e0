import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  type CircumstanceTable,
  findStanding,
  recordStatement,
  type Stated,
} from '@throughcare/db/circumstance/circumstance-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { Action } from '@throughcare/domain/access/who-may'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan } from '../care-plan/grow-plan.ts'

export type CircumstanceRecorded = { id: string; version: number }

type Circumstance = {
  table: CircumstanceTable
  episodeId: string
  requestId: string
  /** The id of what is said, or the word that stands for it, and by which name rows carry it. */
  key: string
  keyedBy: string
  /** It was said before: the reader chose it from what stands. */
  isKnown: boolean
  seenVersion: number
  /** What decides who reads it: a category, and the column that names it where rows of the table differ. */
  category: Category
  categoryIn: 'area' | 'category' | null
  says: Record<string, unknown>
}

/**
 * Says something of a case for the first time or again. What was said before stays; somebody else's newer words are shown and
 * never written over.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile`
 */
export async function recordCircumstance(
  deed: Deed<Actor>,
  action: Action,
  { table, episodeId, requestId, key, keyedBy, isKnown, seenVersion, category, categoryIn, says }: Circumstance,
): Promise<CircumstanceRecorded> {
  const part = await getPart(deed, episodeId, action, category)
  const seen = { episodeId, key, version: seenVersion, category }
  const standing = await findStanding<Stated & Record<string, unknown>>(deed, table, episodeId, categoryIn ?? category)
  const current = standing.find((row) => row[keyedBy] === key)
  if (isKnown && !current) throw new AppError('not-found')
  if (current && categoryIn && current[categoryIn] !== category) throw changedMeanwhile(current, seenVersion)
  if (!(await recordStatement(deed, table, seen, says))) {
    if (!current) throw new AppError('not-found')
    throw changedMeanwhile(current, seenVersion)
  }
  // Letters written, things listed and a place confirmed finish items of the plan by themselves.
  await growPlan(deed, episodeId, requestId)
  await recordAudit(deed, {
    action,
    episodeIds: [episodeId],
    personIds: [part.personId],
    fields: Object.keys(says),
    requestId,
  })
  return { id: key, version: seenVersion + 1 }
}

function changedMeanwhile(current: Stated & Record<string, unknown>, seenVersion: number): AppError {
  const { recordedAt, recordedBy, episodeId: _episode, ...now } = current
  return new AppError('changed-meanwhile', {
    details: { seen: { version: seenVersion }, current: now, changedBy: recordedBy, changedAt: recordedAt },
  })
}
