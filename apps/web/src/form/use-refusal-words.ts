'use client'

import type { ShownError } from '@throughcare/api/trpc'
import { useTranslations } from 'next-intl'

/**
 * The words of a refusal. `refused` names its reason as `<noun>.<code>`: the words are key `refusal.<code>` of namespace
 * `<noun>`, and its details fill their placeholders.
 */
export function useRefusalWords(): (error: Pick<ShownError, 'code' | 'details'>) => string {
  const t = useTranslations()
  return ({ code, details }) => {
    const reason = typeof details.refusal === 'string' ? details.refusal : ''
    const dot = reason.indexOf('.')
    const own = dot > 0 ? `${reason.slice(0, dot)}.refusal.${reason.slice(dot + 1)}` : ''
    if (own && t.has(own)) return t(own, fillings(details))
    const general = `refusal.${code}`
    return t.has(general) ? t(general, fillings(details)) : t('refusal.unexpected')
  }
}

function fillings(details: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )
}
