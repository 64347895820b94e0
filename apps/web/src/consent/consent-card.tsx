import type { SharingView } from '@throughcare/api/consent/get-sharing'
import { Card } from '@throughcare/ui/card'
import { Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getLocale, getTranslations } from 'next-intl/server'
import { languageNames } from '../person/language-names.ts'
import { getFormat } from '../words/get-format.ts'
import { WithdrawConsent } from './withdraw-consent.tsx'

const TONES = {
  live: 'good',
  'not-begun': 'info',
  expired: 'attention',
  refused: 'quiet',
  withdrawn: 'quiet',
} as const

type Props = { readonly view: SharingView; readonly one: SharingView['consents'][number] }

/** One thing that the person was asked, what they said, and what became of it. */
export async function ConsentCard({ view, one }: Props) {
  const [t, format, locale] = await Promise.all([getTranslations('consent'), getFormat(), getLocale()])
  const at = (instant: string) => format.instant(instant, 'short', view.timeZone)
  const what = one.categories.map((category) => t(`category.${category}`)).join(', ')
  const recipients = [
    ...one.services.map(({ name }) => name),
    ...one.kinds.map((kind) => t(`kind.${kind as 'housing'}`)),
    ...one.supporters.map(({ name }) => name),
  ]
  const rows = [
    { key: 'recipients', label: t('one.recipients'), value: recipients.join(', ') },
    {
      key: 'days',
      label: t('one.when'),
      value: one.toOn
        ? t('one.days', { from: format.day(one.fromOn), to: format.day(one.toOn) })
        : t('one.days-open', { from: format.day(one.fromOn) }),
    },
    { key: 'purpose', label: t('one.purpose'), value: t(`purpose.${one.purpose}`) },
    { key: 'explained', label: t('one.explained'), value: t(`explained.${one.explained}`) },
    ...(one.language
      ? [{ key: 'language', label: t('one.language'), value: languageNames([one.language], locale) }]
      : []),
    { key: 'witness', label: t('one.witness'), value: one.witness ?? t('one.no-witness') },
    {
      key: 'signed',
      label: t('one.signed'),
      value:
        one.signature && one.signedAt
          ? t('one.signed-by', { name: one.signature, at: at(one.signedAt) })
          : t('one.not-signed'),
    },
    ...(one.ownWords
      ? [{ key: 'words', label: t('one.own-words'), value: <span dir="auto">{one.ownWords}</span> }]
      : []),
    {
      key: 'recorded',
      label: t('one.recorded'),
      value: t('one.recorded-by', { name: one.recordedBy ?? '', service: one.at, at: at(one.recordedAt) }),
    },
    ...(one.withdrawn
      ? [
          {
            key: 'withdrawn',
            label: t('one.withdrawn'),
            value: t('one.withdrawn-by', {
              name: one.withdrawn.recordedBy ?? '',
              service: one.withdrawn.at,
              at: at(one.withdrawn.recordedAt),
            }),
          },
        ]
      : []),
  ]
  return (
    <Card>
      <Stack gap="small">
        <h3>{what}</h3>
        <StatusTag tone={TONES[one.standing]}>{t(`standing.${one.standing}`)}</StatusTag>
        {one.endsSoon && one.toOn && (
          <StatusTag tone="attention" shape="clock">
            {t('one.ends-soon', { day: format.day(one.toOn, 'weekday') })}
          </StatusTag>
        )}
        <SummaryList compact rows={rows} />
        {view.may.withdraw && one.state === 'given' && (
          <WithdrawConsent episodeId={view.episodeId} consentId={one.consentId} />
        )}
      </Stack>
    </Card>
  )
}
