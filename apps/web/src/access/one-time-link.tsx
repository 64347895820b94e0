'use client'

import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import styles from './one-time-link.module.css'

/** A link that was made just now, to hand over. It is not shown again. */
export function OneTimeLink({ link }: { readonly link: string }) {
  const t = useTranslations('access.members')
  return (
    <Notice tone="info" role="status">
      <p>{t('link')}</p>
      <p className={styles.link}>
        <code>{link}</code>
      </p>
    </Notice>
  )
}
