import type { OwnWordsView } from '@throughcare/api/own-words/get-own-words'
import { Card } from '@throughcare/ui/card'
import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import styles from './own-words.module.css'

type Said = Pick<
  NonNullable<OwnWordsView['earlier'][number]>,
  'sayings' | 'readBack' | 'mayTravel' | 'recordedAt' | 'recordedBy'
>

/** What the person said, as said and in their order, and who wrote it down. */
export async function SaidList({ said }: { readonly said: Said }) {
  const [t, format] = await Promise.all([getTranslations('own-words'), getFormat()])
  const by = t(said.readBack ? 'by-read-back' : 'by', {
    name: said.recordedBy ?? '',
    when: format.instant(said.recordedAt),
  })
  return (
    <Card>
      <Stack gap="small">
        {said.sayings.map(({ kind, words, language, task }) =>
          kind === 'chose-not-to' ? (
            <p key={kind}>{t('chose-not-to')}</p>
          ) : (
            <figure key={`${kind} ${words}`} className={styles.saying}>
              <figcaption className={styles.by}>
                {[t(`kind.${kind}`), task && t(`task.${task}`)].filter(Boolean).join('. ')}
              </figcaption>
              <blockquote className={styles.words} lang={language ?? undefined} dir="auto">
                {words}
              </blockquote>
            </figure>
          ),
        )}
        <p className={styles.by}>{by}</p>
        {said.mayTravel && <p className={styles.by}>{t('travels')}</p>}
      </Stack>
    </Card>
  )
}
