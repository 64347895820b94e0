import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** On every page of a case: that the person died or was taken out of the country, or lies in hospital. */
export async function StopBanner({ view }: { readonly view: CaseView }) {
  const { stoppedBy, inHospital, prison, person, episode } = view
  const event = stoppedBy ?? inHospital
  if (!event) return null
  const [t, format] = await Promise.all([getTranslations('custody-episode.event'), getFormat()])
  const at = format.instant(event.at, 'weekday', prison.timeZone)
  const isConfirmed = event.answers.some(({ answer }) => answer === 'confirmed')
  const more = <Link href={paths.happened(episode.id)}>{t('title')}</Link>
  if (event.kind === 'hospital')
    return (
      <Notice tone="attention" heading={t('hospital', { at })}>
        {more}
      </Notice>
    )
  return (
    <Notice tone="info" heading={t(`stop.${event.kind}`, { name: listedName(person) })}>
      <p>
        {t(`since.${event.kind}`, { at })}.{' '}
        {event.kind === 'died' && t(isConfirmed ? 'stop.confirmed' : 'stop.unconfirmed')} {t('closed-lead')} {more}
      </p>
    </Notice>
  )
}
