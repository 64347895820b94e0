import type { SharingView } from '@throughcare/api/consent/get-sharing'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { DecideForm } from './decide-form.tsx'

type Props = { readonly view: SharingView; readonly one: SharingView['objections'][number] }

/** One objection, how it stands, and the form of whoever decides. */
export async function ObjectionCard({ view, one }: Props) {
  const [t, kind, category, format] = await Promise.all([
    getTranslations('objection'),
    getTranslations('consent.kind'),
    getTranslations('handoff.category'),
    getFormat(),
  ])
  const at = (instant: string) => format.instant(instant, 'short', one.timeZone)
  const state = one.decision ?? (one.isOverdue ? 'overdue' : 'waiting')
  const named = [...one.services.map(({ name }) => name), ...one.kinds.map((each) => kind(each as 'housing'))]
  return (
    <Card>
      <Stack gap="small">
        <h3>{t('one.heading', { what: one.categories.map((each) => category(each)).join(', ') })}</h3>
        <StatusTag tone={one.decision ? 'info' : one.isOverdue ? 'urgent' : 'attention'}>
          {t(`state.${state}`)}
        </StatusTag>
        <SummaryList
          compact
          rows={[
            { key: 'with', label: t('one.with'), value: named.join(', ') || t('one.everybody') },
            ...(one.ownWords
              ? [{ key: 'words', label: t('one.own-words'), value: <span dir="auto">{one.ownWords}</span> }]
              : []),
            {
              key: 'recorded',
              label: t('one.recorded'),
              value: t('one.recorded-by', { name: one.recordedBy ?? '', service: one.at, at: at(one.recordedAt) }),
            },
            one.decidedAt
              ? {
                  key: 'decided',
                  label: t('one.decided'),
                  value: t('one.decided-by', {
                    name: one.decidedBy ?? '',
                    at: at(one.decidedAt),
                    reason: one.reason ?? '',
                  }),
                }
              : { key: 'due', label: t('one.due'), value: at(one.dueAt) },
          ]}
        />
        {view.may.decide && one.decision === null && (
          <Disclosure summary={t('decide.open')}>
            <DecideForm key={one.version} objectionId={one.objectionId} seenVersion={one.version} />
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
