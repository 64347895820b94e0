import { getTranslations } from 'next-intl/server'
import styles from '../dose-list/dose-list.module.css'

/** The keys of a list of cases, for whoever has them. */
export async function ListKeyLegend() {
  const t = await getTranslations('handoff-list.keys')
  return (
    <p className={styles.keys}>
      <span>{t('start')}</span>
      <span>
        <kbd>↓</kbd> <kbd>J</kbd> {t('next')}
      </span>
      <span>
        <kbd>↑</kbd> <kbd>K</kbd> {t('previous')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('open')}
      </span>
    </p>
  )
}
