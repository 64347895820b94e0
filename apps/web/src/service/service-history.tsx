import type { ServiceView } from '@throughcare/api/service/get-service'
import { Prose } from '@throughcare/ui/layout'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** What was changed about a service last, by whom and when. */
export async function ServiceHistory({ service }: { readonly service: ServiceView }) {
  const [t, format] = await Promise.all([getTranslations('service'), getFormat()])
  if (service.changes.length === 0)
    return (
      <Prose>
        <p>{t('history.none')}</p>
      </Prose>
    )
  return (
    <TimelineList
      label={t('history.heading')}
      entries={service.changes.map(({ what, at, by }, index) => ({
        key: String(index),
        dateTime: at,
        when: format.instant(at, 'weekday'),
        title: t(`history.${what}`),
        by: by ?? undefined,
      }))}
    />
  )
}
