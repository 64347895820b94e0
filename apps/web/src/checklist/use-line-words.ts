'use client'

import type { WorkLine } from '@throughcare/api/checklist/work-lines'
import { useTranslations } from 'next-intl'
import { useFormat } from '../words/use-format.ts'

/** Why a line was not done, or would not be, in words; null when nothing stands in its way. */
export function useLineWords(): (line: WorkLine) => string | null {
  const t = useTranslations('item-work.line')
  const format = useFormat()
  return ({ refusal, changedBy, changedAt, service }) => {
    if (refusal === null) return null
    if (changedBy && changedAt) return t('changed-by', { name: changedBy, at: format.instant(changedAt) })
    const key = refusal.slice(refusal.indexOf('.') + 1)
    return t(key, { service: service ?? '' })
  }
}
