import type { DoseOutcome } from '@throughcare/domain/medication/medication-codes'

/** What became of a dose when nothing, as far as is known, was given: its time is then not called that of a giving. */
export const NOT_GIVEN: ReadonlySet<DoseOutcome> = new Set([
  'declined',
  'withheld',
  'late-after-closed',
  'not-taken',
  'unknown',
])
