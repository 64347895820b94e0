import type { StoredRestriction } from '@throughcare/db/restriction/restriction-repository'
import { AppError } from '../app-error.ts'

/** The refusal that shows how the restriction stands now. */
export function changedRestriction({ version, reviewOn, circle }: StoredRestriction, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: { seen: { version: seenVersion }, current: { version, reviewOn, inCircle: circle.length } },
  })
}
