'use client'

import type { AreaToHandOver } from '@throughcare/api/handoff/find-receivers'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'

/** An empty list says why it is empty. */
export function NobodyCan({ area }: { readonly area: AreaToHandOver }) {
  const t = useTranslations('handoff')
  return (
    <Notice tone="attention" heading={t('hand-over.nobody.heading')} headingLevel={3}>
      <ul>
        {area.nobodyBecause.map(({ because, services }) => (
          <li key={because}>{t('hand-over.nobody.reason', { services, because: t(`cannot-receive.${because}`) })}</li>
        ))}
      </ul>
      <p>{t('hand-over.nobody.more')}</p>
    </Notice>
  )
}
