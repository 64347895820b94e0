import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { RecordDoseInput } from '@throughcare/domain/medication/record-dose-input'
import type { Scene } from './scene.ts'

/** A case with a treatment on record, dosed after release by Harbour Recovery. */
export type TreatedCase = { of: StoryCase; treatmentId: string }

type TreatedCaseOptions = {
  rhythm?: string
  medicine?: string
  titration?: string
  releasedAt?: Date
  familyName?: string
  givenNames?: string
}

/** Somebody in custody since November, on a treatment, who leaves on Thursday 2 April 2026 or has left already. */
export async function treatedCase(
  scene: Scene,
  { rhythm, medicine, titration, ...person }: TreatedCaseOptions = {},
): Promise<TreatedCase> {
  const of = await scene.aCase({ admittedOn: '2025-11-03', releaseDate: '2026-04-02', ...person })
  const treatmentId = await scene.aTreatment(of, {
    ...(rhythm ? { rhythm } : {}),
    ...(medicine ? { medicine } : {}),
    ...(titration ? { titration } : {}),
    dosing: 'harbour',
  })
  return { of, treatmentId }
}

/** What the form of one dose sends: supervised, given, of one day, with no time of day unless said. */
export function dose(
  { of, treatmentId }: TreatedCase,
  said: Partial<RecordDoseInput> & { forDay: PlainDate },
): RecordDoseInput {
  return {
    episodeId: of.episodeId,
    treatmentId,
    requestId: newId(),
    seenVersion: 0,
    kind: 'supervised',
    outcome: 'given',
    toDay: said.forDay,
    givenAt: null,
    parts: 1,
    product: null,
    reason: null,
    isSecondMeant: false,
    ...said,
  }
}

/** What an action that the rules of the field refuse with this code is rejected with. */
export const refusal = (code: string) => ({ cause: { code: 'refused', details: { refusal: code } } })
