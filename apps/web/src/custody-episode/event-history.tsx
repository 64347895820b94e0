import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** Everything of this kind that was recorded, newest first, with what was said to it; what was taken back stays. */
export async function EventHistory({ view: { events, prison } }: { readonly view: CaseView }) {
  const [t, format] = await Promise.all([getTranslations('custody-episode.event'), getFormat()])
  if (events.length === 0) return <p>{t('none')}</p>
  return (
    <TimelineList
      label={t('history')}
      entries={events.map((event) => ({
        key: event.id,
        dateTime: event.at,
        when: t(`since.${event.kind}`, { at: format.instant(event.at, 'weekday', prison.timeZone) }),
        title: t(`kind.${event.kind}`),
        by: t('recorded', {
          name: event.recordedBy ?? t('somebody'),
          service: event.serviceName,
          at: format.instant(event.recordedAt),
        }),
        children: event.answers.map((said) => (
          <p key={said.answer}>
            {t(`answer.${said.answer}`, {
              name: said.by ?? t('somebody'),
              service: said.serviceName,
              at: format.instant(said.at),
            })}
            {said.reason &&
              ` ${t('because', { reason: [t(`take-back.reason.${said.reason}`), said.words].filter(Boolean).join(': ') })}`}
          </p>
        )),
      }))}
    />
  )
}
