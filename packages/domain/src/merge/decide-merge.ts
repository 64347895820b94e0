import type { Role } from '../access/access-codes.ts'
import { type MergeAnswer, type MergeState, PRIVACY_OFFICER } from './merge-codes.ts'

/** Who presses, as the rules about merging read it. */
export type Merger = { accountId: string; role: Role; grants: readonly string[] }

/** A pair of records, and who asked for what waits. */
export type MergeToAnswer = { state: MergeState; askedBy: string }

export type MergeRefusal = 'not-waiting' | 'own-proposal' | 'not-own-proposal'

/**
 * May this hat have anything to do with merging? Prison health, and the privacy officer: a grant on a manager. That their service holds
 * a case of both records is asked by the query and by the database.
 */
export function mayMerge({ role, grants }: Pick<Merger, 'role' | 'grants'>): boolean {
  return role === 'prison-health' || (role === 'manager' && grants.includes(PRIVACY_OFFICER))
}

/**
 * May this person give this answer (rule MERGE-1)? Two records become one, or two again, by two people: whoever asked neither confirms
 * nor declines it, and nobody else takes it back. Null: yes.
 */
export function refusalToAnswer(of: MergeToAnswer, answer: MergeAnswer, by: Merger): MergeRefusal | null {
  if (of.state !== 'proposed' && of.state !== 'parting') return 'not-waiting'
  const isOwn = of.askedBy === by.accountId
  if (answer === 'take-back') return isOwn ? null : 'not-own-proposal'
  return isOwn ? 'own-proposal' : null
}

/** Where the pair stands after that answer. A parting that is not confirmed leaves the two merged. */
export function stateAfter(state: 'proposed' | 'parting', answer: MergeAnswer): MergeState {
  if (state === 'parting') return answer === 'confirm' ? 'parted' : 'merged'
  return ({ confirm: 'merged', decline: 'declined', 'take-back': 'taken-back' } as const)[answer]
}

/** How a record stands in pairs that are merged already. */
export type RecordInMerges = { isFaceOfAnother: boolean; isBehindAnother: boolean }

export type JoinRefusal = 'same-record' | 'face-is-behind-another' | 'other-is-a-face' | 'other-is-behind-another'

/**
 * May the first record become the face of the second? Merges are one deep: a record with others behind it stands in front, and what is
 * behind a record is behind that one only. So taking two records apart leaves nothing hanging. Null: yes.
 */
export function refusalToJoin(
  faceId: string,
  otherId: string,
  face: RecordInMerges,
  other: RecordInMerges,
): JoinRefusal | null {
  if (faceId === otherId) return 'same-record'
  if (face.isBehindAnother) return 'face-is-behind-another'
  if (other.isBehindAnother) return 'other-is-behind-another'
  return other.isFaceOfAnother ? 'other-is-a-face' : null
}
