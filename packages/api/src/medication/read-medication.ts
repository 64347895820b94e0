import type { Deed } from '@throughcare/db/as-actor'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import type { StoredMedication } from '@throughcare/db/medication/stored-medication'
import { type MedicationOfCase, medicationOfCase } from './medication-of-case.ts'

/** A case as it is stored, and as the rules read it. */
export type ReadMedication = { found: StoredMedication; of: MedicationOfCase }

/** What deeds know of cases after they wrote to them. Gone with the deed. */
const KNOWN = new WeakMap<Deed, Map<string, ReadMedication>>()

/**
 * Keeps what a case is like after this deed wrote to it, so that alert and gap board are worked out without reading it again.
 * Only for a deed that held the case before it read it, and writes nothing more about treatment or release.
 */
export function rememberMedication(deed: Deed, episodeId: string, read: ReadMedication): void {
  const known = KNOWN.get(deed) ?? new Map<string, ReadMedication>()
  KNOWN.set(deed, known.set(episodeId, read))
}

/** The medication of a case as the rules read it: as the deed knows it, or else read now. Null where it is not open. */
export async function readMedication(deed: Deed, episodeId: string): Promise<ReadMedication | null> {
  const known = KNOWN.get(deed)?.get(episodeId)
  if (known) return known
  const found = await findMedication(deed, episodeId)
  return found && { found, of: await medicationOfCase(deed, found) }
}
