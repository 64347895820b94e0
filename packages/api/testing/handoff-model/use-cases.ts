import { randomUUID } from 'node:crypto'
import { isCollision, isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../../src/app-error.ts'
import { acceptHandoff } from '../../src/handoff/accept-handoff.ts'
import { acknowledgeHandoff } from '../../src/handoff/acknowledge-handoff.ts'
import { closeHandoff } from '../../src/handoff/close-handoff.ts'
import { finishHandoff } from '../../src/handoff/finish-handoff.ts'
import { rejectHandoff } from '../../src/handoff/reject-handoff.ts'
import { resendHandoff } from '../../src/handoff/resend-handoff.ts'
import { returnHandoff } from '../../src/handoff/return-handoff.ts'
import { revokeHandoff } from '../../src/handoff/revoke-handoff.ts'
import { startHandoff } from '../../src/handoff/start-handoff.ts'
import type { Ground } from './ground.ts'
import { type Press, type Pressed, type Row, versionOf } from './model.ts'

export type Answer = Record<string, unknown>

/** Presses by the very use case that the button calls; with the same request id it is the same press. */
export function pressed(
  ground: Ground,
  row: Row,
  press: Press,
  requestId: string = randomUUID(),
): () => Promise<Answer> {
  const actor = ground.people[press.who]
  const on = { handoffId: row.id, requestId, seenVersion: versionOf(row) - (press.isStale ? 1 : 0) }
  const why = { reason: 'other', words: 'said in a test' } as const
  const use: Record<Pressed, () => Promise<unknown>> = {
    acknowledge: () => acknowledgeHandoff(actor, on),
    accept: () =>
      acceptHandoff(actor, { ...on, workerId: press.worker === null ? null : ground.people[press.worker].accountId }),
    start: () => startHandoff(actor, on),
    finish: () => finishHandoff(actor, { ...on, outcome: 'as-planned', words: null }),
    reject: () => rejectHandoff(actor, { ...on, ...why }),
    return: () => returnHandoff(actor, { ...on, words: why.words }),
    revoke: () => revokeHandoff(actor, { ...on, ...why }),
    resend: () => resendHandoff(actor, { ...on, receivingServiceId: ground.services[press.to], words: null }),
    close: () => closeHandoff(actor, { ...on, ...why }),
  }
  return use[press.move] as () => Promise<Answer>
}

/**
 * What it came to: `ok` with the answer, or the code of the refusal. What is no refusal is thrown on. Whoever hears that the server
 * cannot answer just now presses again, as the page says: on a machine that stalls that happens, and it must not have an effect twice.
 */
export async function outcomeOf(press: () => Promise<unknown>): Promise<{ came: string; answer: Answer | null }> {
  try {
    return { came: 'ok', answer: (await press()) as Answer }
  } catch (error) {
    if (isDatabaseAway(error) || isCollision(error)) return outcomeOf(press)
    if (!(error instanceof AppError)) throw error
    return { came: error.code === 'refused' ? String(error.details.refusal) : error.code, answer: null }
  }
}

/** The handoff that a resend sent. */
export function sentBy(answer: Answer | null): string | null {
  const handoffs = answer?.handoffs as { handoffId: string }[] | undefined
  return handoffs?.[0]?.handoffId ?? null
}
