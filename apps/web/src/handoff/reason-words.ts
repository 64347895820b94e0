import { HANDOFF_OUTCOMES } from '@throughcare/domain/handoff/handoff-outcomes'
import { CLOSE_REASONS, REJECT_REASONS, REVOKE_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import { reasonOf } from '@throughcare/domain/handoff/stored-reason'
import { getTranslations } from 'next-intl/server'

const RESENT = ['resent'] as const
/** By the system actor, when a hat was taken away. */
const LEFT = ['worker-left'] as const

/** A reason as it was stored, in the reader's words: the code's word, and what somebody added. A code that two lists share reads alike. */
export async function getReasonWords(): Promise<(stored: string) => string> {
  const t = await getTranslations('handoff')
  return (stored) => {
    const found = [
      said(stored, RESENT, () => t('resent-reason')),
      said(stored, LEFT, () => t('worker-left-reason')),
      said(stored, REJECT_REASONS, (code) => t(`reject-reason.${code}`)),
      said(stored, REVOKE_REASONS, (code) => t(`revoke-reason.${code}`)),
      said(stored, CLOSE_REASONS, (code) => t(`close-reason.${code}`)),
      said(stored, HANDOFF_OUTCOMES, (code) => t(`outcome.${code}`)),
    ].find((one) => one !== null)
    return found ?? stored
  }
}

function said<Code extends string>(
  stored: string,
  codes: readonly Code[],
  word: (code: Code) => string,
): string | null {
  const { code, words } = reasonOf(stored, codes)
  return code === null ? null : [word(code), words].filter((part) => part !== null).join(': ')
}
