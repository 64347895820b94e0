import type { Actor } from '@throughcare/db/actor'
import { findGateRows, type StoredGateKit, type StoredGateRow } from '@throughcare/db/gate-list/gate-list-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import { isOpenFor, mayDo } from '@throughcare/domain/access/who-may'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { type GatePress, gatePresses } from '@throughcare/domain/gate-list/gate-presses'
import type { ReleaseKind } from '@throughcare/domain/release/release-codes'
import { suggestedKind } from '@throughcare/domain/release/suggested-kind'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'

/** What handing over a kit says again, so that nothing that is recorded of it is lost. */
export type GateKit = Omit<StoredGateKit, 'id' | 'version' | 'holder' | 'state'> & {
  /** Null: there is none yet. */
  kitId: string | null
  seenVersion: number
}

/** Somebody on today's list, with what can be pressed and the versions that the presses will name. */
export type GateRow = Omit<StoredGateRow, 'personId' | 'relation' | 'writes' | 'kits'> & {
  /** The kind that stands ready when they are recorded as released now. */
  kind: ReleaseKind
  /** Null when no kit can be handed over here. */
  kit: GateKit | null
  presses: GatePress[]
}

/** The one read of the page at the gate, from which it then lives without network. Instants are ISO texts. */
export type GateList = {
  /** Whose copy it is: another account or another hat on the same device throws it away. */
  accountId: string
  serviceId: string
  serviceName: string
  side: 'prison' | 'community'
  now: string
  today: PlainDate
  timeZone: string
  rows: GateRow[]
}

/** Who leaves, or may come, today (rule GATE-1): names, birth dates, numbers and kits, and nothing else of anybody. */
export async function findGateList(actor: Actor): Promise<GateList> {
  const { rows, now } = await findGateRows(actor, 'gate-list.today')
  const today = plainDateIn(now, getZone(actor.serviceTimeZone))
  const side = actor.serviceKind === 'prison-health' ? 'prison' : 'community'
  return {
    accountId: actor.accountId,
    serviceId: actor.serviceId,
    serviceName: actor.serviceName,
    side,
    now: now.toISOString(),
    today,
    timeZone: actor.serviceTimeZone,
    rows: rows.map((row) => shown(row, actor, side, today)),
  }
}

function shown(row: StoredGateRow, actor: Actor, side: GateList['side'], today: PlainDate): GateRow {
  const { personId: _personId, relation, writes, kits, ...seen } = row
  const mine = kits?.find(({ holder }) => holder === 'person') ?? null
  const presses = gatePresses({
    side,
    isOut: row.releasedAt !== null,
    hasReleaseDate: row.releaseDate !== null,
    kit: kits === null ? 'closed' : (mine?.state ?? null),
    hasArrived: row.arrivedAt !== null,
    isTaken: mayRecordOutcome(row, actor),
  })
  return {
    ...seen,
    kind: suggestedKind(row, today),
    kit: kits && presses.includes('kit-handed-over') ? kitToHandOver(mine, kits.length) : null,
    presses,
  }
}

function mayRecordOutcome({ relation, writes }: StoredGateRow, { role, serviceKind }: Actor): boolean {
  const open = writes as Category[]
  return (
    mayDo(role, 'outcome.record', relation, serviceKind as ServiceKind) &&
    isOpenFor(role, 'outcome.record', { categories: open, writes: open })
  )
}

/** A new kit names how many were seen, as the form of a kit does. */
function kitToHandOver(kit: StoredGateKit | null, seen: number): GateKit {
  if (!kit)
    return {
      kitId: null,
      seenVersion: seen,
      product: null,
      lot: null,
      expiresOn: null,
      trained: null,
      trainedOn: null,
      replacesId: null,
    }
  const { id, version, holder: _holder, state: _state, ...said } = kit
  return { ...said, kitId: id, seenVersion: version }
}
