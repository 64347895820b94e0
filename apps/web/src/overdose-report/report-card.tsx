import type { OverdoseView } from '@throughcare/api/overdose-plan/get-overdose-plan'
import { Card } from '@throughcare/ui/card'
import { Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { ContactAfter } from './contact-after.tsx'

type Props = {
  readonly episodeId: string
  readonly report: OverdoseView
  readonly madeAt: string
  readonly mayContact: boolean
}

/** What was told of one overdose, and the contact that follows from it. */
export async function ReportCard({ episodeId, report, madeAt, mayContact }: Props) {
  const [t, contact, format] = await Promise.all([
    getTranslations('overdose-report'),
    getTranslations('contact'),
    getFormat(),
  ])
  const isDue = report.contactedAt === null
  const due = { at: format.instant(report.contactDueAt), service: report.accountableServiceName }
  return (
    <Card tone={isDue ? 'urgent' : undefined}>
      <Stack gap="small">
        <StatusTag tone={isDue ? 'urgent' : 'good'}>
          {isDue ? t(report.isContactLate ? 'contact.late' : 'contact.due', due) : t('contact.made')}
        </StatusTag>
        <SummaryList
          compact
          rows={[
            {
              key: 'told',
              label: t('told-at'),
              value: t('told', {
                who: t(`told-by.${report.toldBy}`),
                at: format.instant(report.recordedAt),
                name: report.recordedBy ?? '',
                service: report.serviceName,
              }),
            },
            {
              key: 'day',
              label: t('field.happenedOn'),
              value: report.happenedOn ? format.day(report.happenedOn) : t('yes-no.not-known'),
            },
            { key: 'naloxone', label: t('field.naloxone'), value: t(`naloxone.${report.naloxone}`) },
            { key: 'ambulance', label: t('field.ambulance'), value: t(`yes-no.${report.ambulance}`) },
            { key: 'alone', label: t('field.alone'), value: t(`yes-no.${report.alone}`) },
            {
              key: 'contact',
              label: t('contact.label'),
              value:
                report.contactOutcome && report.contactedAt
                  ? t('contact.by', {
                      outcome: contact(`outcome.${report.contactOutcome}`),
                      name: report.contactedBy ?? '',
                      at: format.instant(report.contactedAt),
                    })
                  : t('contact.answers', due),
            },
          ]}
        />
        {isDue && mayContact && <ContactAfter episodeId={episodeId} report={report} madeAt={madeAt} />}
      </Stack>
    </Card>
  )
}
