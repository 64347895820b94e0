import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'

/** The release as it stands, and every date that was held before. */
export async function ReleaseFacts({ view }: { readonly view: CaseView }) {
  const [t, words, format, reader] = await Promise.all([
    getTranslations('care-plan'),
    getTranslations('release'),
    getFormat(),
    currentReader(),
  ])
  const { episode, releaseDateChanges } = view
  const dated = (date: string | null, certainty: string): string =>
    `${date ? format.day(date, 'weekday') : t('release.none')}, ${words(`certainty.${certainty}`)}`
  const country = episode.releaseCountry
    ? (new Intl.DisplayNames([reader.locale], { type: 'region' }).of(episode.releaseCountry) ?? episode.releaseCountry)
    : null
  const where = [episode.releaseArea, country].filter((part) => part !== null).join(', ')
  const earlier = releaseDateChanges.slice(1)
  return (
    <Section heading={t('release.heading')}>
      <SummaryList
        compact
        rows={[
          { key: 'date', label: t('release.date'), value: dated(episode.releaseDate, episode.releaseCertainty) },
          { key: 'status', label: t('identity.status'), value: words(`legal-status.${episode.legalStatus}`) },
          { key: 'where', label: t('release.where'), value: where || t('release.where-unknown') },
          ...(view.lastOutside
            ? [{ key: 'outside', label: t('release.last-outside'), value: await lastOutsideWords(view.lastOutside) }]
            : []),
        ]}
      />
      {earlier.length > 0 && (
        <Disclosure summary={t('release.history')}>
          <TimelineList
            label={t('release.history')}
            entries={earlier.map((change) => ({
              key: change.changedAt,
              dateTime: change.changedAt,
              when: format.instant(change.changedAt),
              title: dated(change.releaseDate, change.releaseCertainty),
              by: change.source === 'release-list' ? t('release.list') : (change.changedBy ?? undefined),
              children: change.reason,
            }))}
          />
        </Disclosure>
      )}
    </Section>
  )
}

/** What somebody was given last before they came back inside: when, what, how, and who recorded it. Never how much. */
async function lastOutsideWords(dose: NonNullable<CaseView['lastOutside']>): Promise<string> {
  const [t, words, format] = await Promise.all([
    getTranslations('care-plan'),
    getTranslations('medication'),
    getFormat(),
  ])
  const issued = dose.forDay === dose.toDay ? null : format.day(dose.toDay, 'weekday')
  return t('release.last-outside-dose', {
    at: dose.givenAt ? format.instant(dose.givenAt, 'weekday') : format.day(dose.forDay, 'weekday'),
    medicine: words(`medicine.${dose.medicine}`),
    kind: words(`kind.${dose.kind}`),
    until: issued ? t('release.last-outside-until', { day: issued }) : '',
    name: dose.recordedBy ?? '',
    service: dose.serviceName,
  })
}
