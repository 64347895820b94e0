import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** How many of the other record's entries stand here; the rest is read in their own case. */
const SHOWN = 3

/** That doses stand in the person's other record as well: counted here, read and corrected there. */
export async function JoinedDoses({ medication }: { readonly medication: MedicationView }) {
  const [t, format] = await Promise.all([getTranslations('medication'), getFormat()])
  return medication.joined.map(({ episodeId, entries }) => (
    <Notice key={episodeId} tone="attention" heading={t('joined.heading')}>
      <p>{t('joined.counted')}</p>
      <ul>
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            {t('joined.entry', {
              day: format.day(entry.forDay, 'weekday'),
              kind: t(`kind.${entry.kind}`),
              outcome: t(`outcome.${entry.outcome}`),
              service: entry.serviceName,
            })}
          </li>
        ))}
      </ul>
      <p>
        <Link href={paths.doses(episodeId)}>{t('joined.open', { count: entries.length })}</Link>
      </p>
    </Notice>
  ))
}
