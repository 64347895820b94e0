'use client'

import { Checkbox } from '@throughcare/ui/checkbox'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Props = {
  readonly isSaid: boolean
  readonly onSay: (says: boolean) => void
  /** What is done then, by the rules that hold here. */
  readonly children: ReactNode
}

/** The question at the press whether the person is intoxicated now, and what is done then. The answer stays in this form. */
export function IntoxicatedNow({ isSaid, onSay, children }: Props) {
  const t = useTranslations('dose')
  return (
    <>
      <Checkbox
        label={t('intoxicated.label')}
        description={t('intoxicated.hint')}
        checked={isSaid}
        onChange={({ target }) => onSay(target.checked)}
      />
      {isSaid && (
        <Notice tone="urgent" role="alert" headingLevel={3} heading={t('intoxicated.heading')}>
          {children}
          <p>{t('intoxicated.record')}</p>
        </Notice>
      )}
    </>
  )
}
