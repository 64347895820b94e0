import type { Area } from '@throughcare/domain/checklist/areas'
import type { HandoffToStore, StoredHandoff } from './stored-handoffs.ts'

/** A case as it is to stand, written straight into the tables. */
export type CaseToStore = {
  /** Who admitted the person. */
  prison: string
  /** Another prison that has the person since yesterday. */
  movedTo?: string
  /** When the person went through the gate; null while inside. */
  releasedAt: Date | null
  handoffs: readonly HandoffToStore[]
  /** The service that answers for every item and made the dose entry. */
  answersFor: string
  /** The account that wrote everything down. */
  by: string
}

/** Ids of a case in which every table and every category has a row. */
export type StoredCase = {
  episodeId: string
  personId: string
  planId: string
  treatmentId: string
  doseId: string
  kitId: string
  prescriptionId: string
  coverPlanId: string
  courtDayId: string
  callId: string
  /** Harbour asks Northgate for somebody at its desk. */
  arrivalRequestId: string
  overdoseId: string
  supporterId: string
  sharingNoteId: string
  consentId: string
  overrideId: string
  objectionId: string
  /** Two versions of a rule set that wait for somebody's yes. */
  proposalId: string
  secondProposalId: string
  listId: string
  /** A dosing point that nobody else's press changes. */
  placeId: string
  closureId: string
  /** No other person is called so: it may stand in no answer to somebody who has no part in the case. */
  familyName: string
  number: string
  items: Record<Area, string>
  /** One attached to each item. */
  documents: Record<Area, string>
  handoffs: readonly StoredHandoff[]
  isInside: boolean
}

/** The day on which everything of the case happened: the day before the story starts. */
export const YESTERDAY = '2026-03-25'
export const RELEASE_DATE = '2026-04-02'
export const BORN = '1984-04-28'
export const ADMITTED = '2025-11-03'
export const THEN = '2026-03-25T08:00:00Z'
export const TOMORROW = '2026-03-27T10:00:00Z'
