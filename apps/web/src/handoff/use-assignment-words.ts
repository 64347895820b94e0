'use client'

import type { AssignmentLine } from '@throughcare/api/handoff/assignment-lines'
import { useTranslations } from 'next-intl'
import { useFormat } from '../words/use-format.ts'

/** Why a handoff was not given, or would not be, in words; null when nothing stands in its way. */
export function useAssignmentWords(): (line: AssignmentLine) => string | null {
  const t = useTranslations('handoff-list.line')
  const format = useFormat()
  return ({ refusal, changedBy, changedAt }) => {
    if (refusal === null) return null
    return changedBy && changedAt ? t('changed-by', { name: changedBy, at: format.instant(changedAt) }) : t(refusal)
  }
}
