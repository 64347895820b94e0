import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordSupply as recordSupplyOf } from '@throughcare/db/cover-plan/cover-facts-writing'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import type { StoredSupply } from '@throughcare/db/cover-plan/stored-cover'
import type { RecordSupplyInput } from '@throughcare/domain/cover-plan/record-supply-input'
import { MEDICINE_TABLE } from '@throughcare/domain/medication/medicine-table'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getCoverOfCase } from './cover-of-case.ts'
import { endClosedPlan } from './end-closed-plan.ts'

export type SupplyRecorded = { version: number; isGapClosed: boolean }

/**
 * Take-home doses that are meant to be handed over at the gate, or none any more. Nothing of it is a dose issued.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `cover-plan.already-out` or
 *   `cover-plan.not-taken-home`
 */
export function recordSupply(actor: Actor, input: RecordSupplyInput): Promise<SupplyRecorded> {
  return perform(actor, 'cover-plan.record-supply', input, async (deed) => {
    const { episodeId, seenVersion, days, requestId } = input
    const before = await getCoverOfCase(deed, episodeId, 'cover-plan.record-supply')
    if (before.input.history.custody.outOn !== null) throw refused('cover-plan.already-out')
    const kinds: readonly string[] = before.of.current ? MEDICINE_TABLE[before.of.current.medicine].doseKinds : []
    if (days !== null && !kinds.includes('take-home')) throw refused('cover-plan.not-taken-home')
    if (!(await recordSupplyOf(deed, { episodeId, version: seenVersion }, days)))
      throw supplyChanged(await supplyNow(deed, episodeId), seenVersion)
    const isGapClosed = await endClosedPlan(deed, episodeId, before)
    await recordAudit(deed, {
      action: 'cover-plan.record-supply',
      episodeIds: [episodeId],
      personIds: [before.found.part.personId],
      fields: ['days'],
      requestId,
    })
    return { version: seenVersion + 1, isGapClosed }
  })
}

async function supplyNow(deed: Deed<Actor>, episodeId: string): Promise<StoredSupply | null> {
  return (await findCover(deed, episodeId))?.supply ?? null
}

function supplyChanged(current: StoredSupply | null, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: {
        supplyFrom: current?.days?.from ?? null,
        supplyTo: current?.days?.to ?? null,
        version: current?.version ?? 0,
      },
      changedBy: current?.recordedBy ?? null,
      changedAt: current?.recordedAt ?? null,
    },
  })
}
