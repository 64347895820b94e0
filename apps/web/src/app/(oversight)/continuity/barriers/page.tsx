import { REPORT_MONTHS } from '@throughcare/domain/barrier/record-barrier-input'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { BarrierTable } from '../../../../barrier/barrier-table.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'

export const generateMetadata = pageTitle('barrier', 'report.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Barriers by programme, by what they are and by who could take them away, with the days lost. No case, small counts hidden. */
export default async function BarrierReportPage({ searchParams }: Props) {
  const asked = Number((await searchParams).months)
  const months = REPORT_MONTHS.find((each) => each === asked) ?? REPORT_MONTHS[0]
  const caller = await api()
  const [page, t, format] = await Promise.all([
    caller.barrier.report({ months }),
    getTranslations('barrier'),
    getFormat(),
  ])
  return (
    <Stack gap="large">
      <PageHeading lead={t('report.lead', { from: format.day(page.from), to: format.day(page.today) })}>
        {t('report.heading')}
      </PageHeading>
      <FilterBar
        label={t('report.period')}
        groups={[
          {
            key: 'months',
            label: t('report.period'),
            options: REPORT_MONTHS.map((each) => ({
              href: paths.barrierReport({ months: each }),
              text: t('report.months', { months: each }),
              selected: each === months,
            })),
          },
        ]}
      />
      {page.isHidden && <Notice tone="info">{t('report.hidden')}</Notice>}
      {page.total.all === 0 ? (
        <EmptyState heading={t('report.none')}>{t('report.none-hint')}</EmptyState>
      ) : page.total.all === null ? null : (
        <>
          <BarrierTable
            caption={t('report.by-programme')}
            of={t('report.programme')}
            lines={page.byProgramme.map(({ name, ...line }) => ({ ...line, name: name ?? t('report.no-programme') }))}
            total={page.total}
          />
          <BarrierTable
            caption={t('report.by-code')}
            of={t('report.code')}
            lines={page.byCode.map((line) => ({ ...line, name: t(`what.${line.key}`) }))}
            total={page.total}
          />
          <BarrierTable
            caption={t('report.by-level')}
            of={t('report.level')}
            lines={page.byLevel.map((line) => ({ ...line, name: t(`at.${line.key}`) }))}
            total={page.total}
          />
        </>
      )}
    </Stack>
  )
}
