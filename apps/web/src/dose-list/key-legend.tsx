import { getTranslations } from 'next-intl/server'
import styles from './dose-list.module.css'

/** The keys of the list, for whoever has them: each is also a button that anybody can press. */
export async function KeyLegend() {
  const t = await getTranslations('dose-list')
  return (
    <p className={styles.keys}>
      <span>{t('keys.start')}</span>
      <span>
        <kbd>↓</kbd> <kbd>↑</kbd> {t('keys.move')}
      </span>
      <span>
        <kbd>G</kbd> {t('keys.give')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('keys.sure')}
      </span>
      <span>
        <kbd>U</kbd> {t('keys.undo')}
      </span>
      <span>
        <kbd>Esc</kbd> {t('keys.leave')}
      </span>
    </p>
  )
}
