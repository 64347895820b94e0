import { createHash } from 'node:crypto'
import type { Deed } from '../as-actor.ts'
import { MOVED_GAPS, movedGapsIn } from '../gap/gap-writing.ts'
import { Prisma } from '../generated/client.ts'

export type EarlierPress = { kind: 'same'; answer: unknown } | { kind: 'other-payload' }

export type Press = { requestId: string; action: string; payload: unknown }

/**
 * Claims a press, so that it has its effect once. The statement leaves with the opening of the transaction; two copies arriving together
 * wait for each other.
 */
export function claimOf({ accountId }: { accountId: string }, press: Press): Prisma.Sql {
  return Prisma.sql`
    insert into request (account_id, id, action, payload_hash, at)
    values (${accountId}::uuid, ${press.requestId}::uuid, ${press.action}, ${hashOf(press)}, app.now())
    on conflict do nothing`
}

/** Has a press that could not be claimed had its effect already? The second copy reads the first one's answer after its commit. */
export async function findEarlier({ tx, actor }: Deed, press: Press): Promise<EarlierPress> {
  const payloadHash = hashOf(press)
  const earlier = await tx.request.findFirst({ where: { accountId: actor.accountId, id: press.requestId } })
  return earlier && payloadHash.equals(Buffer.from(earlier.payloadHash))
    ? { kind: 'same', answer: earlier.answer }
    : { kind: 'other-payload' }
}

/**
 * Keeps what the press answered, for the same press arriving again.
 *
 * @returns the cases whose cover this transaction wrote to: asked with it, because every press asks
 */
export async function recordAnswer({ tx, actor }: Deed, requestId: string, answer: unknown): Promise<string[]> {
  const rows = await tx.$queryRaw<{ moved: string | null }[]>`
    update request set answer = ${answer === undefined ? null : JSON.stringify(answer)}::jsonb
    where account_id = ${actor.accountId}::uuid and id = ${requestId}::uuid
    returning ${MOVED_GAPS} as moved`
  return movedGapsIn(rows[0]?.moved)
}

function hashOf({ action, payload }: Press): Buffer {
  return createHash('sha256')
    .update(`${action} ${stableJson(payload)}`)
    .digest()
}

/** The same value gives the same text, whatever the order of its keys. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
