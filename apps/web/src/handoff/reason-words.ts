import { REJECT_REASONS, REVOKE_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import { reasonOf } from '@throughcare/domain/handoff/stored-reason'
import { getTranslations } from 'next-intl/server'

const RESENT = ['resent'] as const

/** A reason as it was stored, in the reader's words: the code's word, and what somebody added. */
export async function getReasonWords(): Promise<(stored: string) => string> {
  const t = await getTranslations('handoff')
  return (stored) => {
    if (reasonOf(stored, RESENT).code) return t('resent-reason')
    const rejected = reasonOf(stored, REJECT_REASONS)
    const revoked = reasonOf(stored, REVOKE_REASONS)
    const code = rejected.code
      ? t(`reject-reason.${rejected.code}`)
      : revoked.code
        ? t(`revoke-reason.${revoked.code}`)
        : null
    const words = rejected.code ? rejected.words : revoked.words
    return [code, words].filter((part) => part !== null).join(': ')
  }
}
