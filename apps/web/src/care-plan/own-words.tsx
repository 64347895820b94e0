import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Card } from '@throughcare/ui/card'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import styles from './own-words.module.css'

/** What the person said, first on the page: as said. */
export async function OwnWords({ words }: { readonly words: NonNullable<CaseView['ownWords']> }) {
  const [t, format] = await Promise.all([getTranslations('care-plan.words'), getFormat()])
  return (
    <Section heading={t('heading')}>
      <Card>
        <blockquote className={styles.words} lang={words.language ?? undefined}>
          {words.words}
        </blockquote>
        <p className={styles.by}>{t('by', { name: words.recordedBy ?? '', when: format.instant(words.recordedAt) })}</p>
      </Card>
    </Section>
  )
}
