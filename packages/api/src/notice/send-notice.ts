import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  holdDueMail,
  type NoticeCounts,
  recordMailFailure,
  recordMailSent,
} from '@throughcare/db/notice/notice-mail-repository'
import type { NoticeUrgency } from '@throughcare/domain/notice/notice-kinds'
import { escalateUnanswered, tellManagers } from './bounce-notice.ts'

/** An e-mail on its way out: where to, in which language, and what it may say. */
export type NoticeMail = {
  to: string
  locale: string
  urgency: NoticeUrgency
  counts: NoticeCounts
  /** The same for every try of the same e-mail, so that a server that got it twice can tell (G06). */
  key: string
  mailId: string
}

type Of = { serviceId: string; mailId: string }

/**
 * Sends one e-mail that was decided, unless it is sent or its mailbox is gone. Held while it is handed over: two workers send
 * it once. Should the process end between the server's yes and ours, it goes out again under the same key.
 *
 * An address that the server refuses for good is written down and not tried again, its service's managers are told, and what cannot
 * wait is escalated. Any other fault is written down and thrown: the job comes again.
 *
 * @param post hands it to the mail server, and throws an error of a code when the server did not take it.
 */
export async function sendNotice(of: Of, post: (mail: NoticeMail) => Promise<void>): Promise<void> {
  let failure: unknown = null
  try {
    await sendHeld(of, (mail) =>
      post(mail).catch((error: unknown) => {
        failure = error
        throw error
      }),
    )
  } catch (error) {
    if (failure === null) throw error
    const isForGood = comesBack(failure)
    await recordFailure(of, codeOf(failure), isForGood)
    if (!isForGood) throw error
    await escalateUnanswered(of)
  }
}

function sendHeld({ serviceId, mailId }: Of, post: (mail: NoticeMail) => Promise<void>): Promise<void> {
  return asActor(
    systemActor(serviceId),
    async (deed) => {
      const due = await holdDueMail(deed, mailId)
      if (due === null) return
      const { email, locale, urgency, counts } = due
      if (email === null) return recordMailFailure(deed, mailId, 'no mailbox', true)
      await post({ to: email, locale: locale ?? '', urgency, counts, key: `notice.${mailId}`, mailId })
      await recordMailSent(deed, mailId)
    },
    { timeoutMs: SENDING_MS },
  )
}

function recordFailure({ serviceId, mailId }: Of, because: string, isForGood: boolean): Promise<void> {
  return asActor(systemActor(serviceId), async (deed) => {
    await recordMailFailure(deed, mailId, because, isForGood)
    if (!isForGood) return
    await tellManagers(deed, mailId)
  })
}

/** Was this address refused for good? A refusal of ourselves (our sign-in, our sender) is no fault of the address. */
function comesBack(error: unknown): boolean {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  const isRefusal = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO')
  return isRefusal && responseCode !== undefined && responseCode >= 500 && responseCode < 600
}

/** What kind of fault it was: a code and nothing of what the server answered, which may repeat an address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const told = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
  return /^[A-Za-z0-9 _-]{1,60}$/.test(told) ? told : 'no code'
}

/** Longer than the mail server may take to answer. */
const SENDING_MS = 60_000
