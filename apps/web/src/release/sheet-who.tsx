import type { AreaStanding } from '@throughcare/api/release/get-standing'
import { getTranslations } from 'next-intl/server'
import styles from './release-sheet.module.css'

type Props = { readonly areas: readonly AreaStanding[]; readonly phone: string }

/** Who helps with what, and their number. What concerns a partner never stands on paper. */
export async function SheetWho({ areas, phone }: Props) {
  const t = await getTranslations('release')
  const known = areas.filter(({ area, service }) => area !== 'partner' && service !== null)
  if (known.length === 0) return <p className={styles.missing}>{t('sheet.who.nobody', { phone })}</p>
  return (
    <ul className={styles.list}>
      {known.map(({ area, service }) => (
        <li key={area}>
          <strong>{t(`sheet.what.${area}`)}</strong>:{' '}
          {[service?.name, service?.phone ?? service?.dutyContactPhone].filter(Boolean).join(', ')}
        </li>
      ))}
    </ul>
  )
}
