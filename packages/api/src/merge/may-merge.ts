import type { Actor } from '@throughcare/db/actor'
import { mayMerge } from '@throughcare/domain/merge/decide-merge'
import { AppError } from '../app-error.ts'

/** @throws AppError `not-allowed` for a manager without the grant of a privacy officer */
export function mustMayMerge({ role, grants }: Actor): void {
  if (!mayMerge({ role, grants })) throw new AppError('not-allowed')
}
