import { createHash } from 'node:crypto'
import type { Deed } from '../as-actor.ts'
import { MOVED_GAPS, movedGapsIn } from '../gap/gap-writing.ts'

export type EarlierPress = { kind: 'first' } | { kind: 'same'; answer: unknown } | { kind: 'other-payload' }

/**
 * Has this press had its effect already? The press is claimed by an insert, so that two copies arriving together wait for
 * each other: the second reads the first one's answer after its commit.
 */
export async function claimRequest(
  { tx, actor, now }: Deed,
  press: { requestId: string; action: string; payload: unknown },
): Promise<EarlierPress> {
  const payloadHash = createHash('sha256')
    .update(`${press.action} ${stableJson(press.payload)}`)
    .digest()
  const claimed = await tx.$executeRaw`
    insert into request (account_id, id, action, payload_hash, at)
    values (${actor.accountId}::uuid, ${press.requestId}::uuid, ${press.action}, ${payloadHash}, ${now})
    on conflict do nothing`
  if (claimed === 1) return { kind: 'first' }
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

/** The same value gives the same text, whatever the order of its keys. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
