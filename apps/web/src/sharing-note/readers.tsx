import type { SharingNotesView } from '@throughcare/api/sharing-note/get-sharing-notes'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'

/** Who can read the notes, said before anything is written. */
export async function Readers({ readers }: Pick<SharingNotesView, 'readers'>) {
  const t = await getTranslations('sharing-note.readers')
  return (
    <Section heading={t('heading')} lead={t('lead')} card>
      <ul>
        {readers.map(({ serviceName, people }) => (
          <li key={serviceName}>
            {people.length > 0 ? `${serviceName}: ${people.join(', ')}` : t('service', { service: serviceName })}
          </li>
        ))}
        {readers.length === 0 && <li>{t('nobody')}</li>}
      </ul>
      <p>{t('agreed')}</p>
    </Section>
  )
}
