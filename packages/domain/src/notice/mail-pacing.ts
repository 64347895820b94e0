import type { NoticeUrgency } from './notice-kinds.ts'

/**
 * Between two e-mails to one mailbox, so that a day with 500 releases is no storm (F16): what comes meanwhile goes into the
 * next one, as counts. An emergency waits for no ordinary e-mail, and a minute for the last emergency. Ours, and no guideline.
 */
export const MAIL_PAUSE_MS = { emergency: 60_000, ordinary: 15 * 60_000 } as const satisfies Record<
  NoticeUrgency,
  number
>

/** When the last e-mails to a mailbox were decided; null: none was. */
export type LastMails = { anyAt: Date | null; emergencyAt: Date | null }

/**
 * What does an e-mail carry that leaves now: all that waits, or nothing yet? Its urgency, or null for "not yet".
 */
export function decideMail(waiting: readonly NoticeUrgency[], last: LastMails, now: Date): NoticeUrgency | null {
  if (waiting.length === 0) return null
  const urgency = waiting.includes('emergency') ? 'emergency' : 'ordinary'
  const before = urgency === 'emergency' ? last.emergencyAt : last.anyAt
  return before === null || now.getTime() - before.getTime() >= MAIL_PAUSE_MS[urgency] ? urgency : null
}
