import type { OverdosePlanView } from '@throughcare/api/overdose-plan/get-overdose-plan'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { PlanForm } from '../../../../../../overdose-plan/plan-form.tsx'
import { ReportCard } from '../../../../../../overdose-report/report-card.tsx'
import { ReportForm } from '../../../../../../overdose-report/report-form.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('overdose-plan', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }

const PARTS = ['notAlone', 'goSlow', 'naloxoneWith', 'whoCalls'] as const

/** What the person plans against an overdose, and what was reported after release. */
export default async function OverdosePlanPage({ params }: Props) {
  const { episodeId } = await params
  await readCase(episodeId)
  const caller = await api()
  const plan = await orNotFound(caller.overdosePlan.byEpisode({ episodeId }))
  const [t, reports] = await Promise.all([getTranslations('overdose-plan'), getTranslations('overdose-report')])
  const { standing } = plan
  return (
    <Words nouns={['overdose-plan', 'overdose-report', 'contact', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {standing ? (
          <Standing standing={standing} />
        ) : (
          <Notice tone={plan.opioidNeed === 'no' ? 'info' : 'attention'}>
            {plan.opioidNeed === 'no' ? t('not-needed') : t('not-offered')}
          </Notice>
        )}
        {plan.isOut && (
          <Section heading={reports('heading')} lead={reports('lead')}>
            <Stack>
              {plan.reports.length === 0 && <p>{reports('none')}</p>}
              {plan.reports.map((report) => (
                <ReportCard
                  key={report.id}
                  episodeId={episodeId}
                  report={report}
                  madeAt={plan.now}
                  mayContact={plan.may.contact}
                />
              ))}
              {plan.may.report && (
                <Disclosure summary={reports('record')}>
                  <ReportForm
                    episodeId={episodeId}
                    reports={plan.reports.length}
                    kits={plan.kits.map(({ id, product }, place) => ({
                      value: id,
                      text: [reports('kit', { place: place + 1 }), product].filter(Boolean).join(': '),
                    }))}
                  />
                </Disclosure>
              )}
            </Stack>
          </Section>
        )}
        {plan.may.record && (
          <Section heading={t('record.heading')} lead={t('record.lead')}>
            <PlanForm
              episodeId={episodeId}
              seenVersion={standing?.version ?? null}
              stated={{
                answer: standing?.answer ?? 'made',
                seenAlone: standing?.seenAlone ?? false,
                offeredOn: plan.today,
                notAlone: standing?.notAlone ?? null,
                goSlow: standing?.goSlow ?? null,
                naloxoneWith: standing?.naloxoneWith ?? null,
                whoCalls: standing?.whoCalls ?? null,
              }}
            />
          </Section>
        )}
        {plan.earlier.length > 0 && (
          <Disclosure summary={t('earlier', { count: plan.earlier.length })}>
            <Stack>
              {plan.earlier.map((said) => (
                <Standing key={said.version} standing={said} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Words>
  )
}

/** One version: its answer, its day, its four parts, and who wrote it down. */
async function Standing({ standing }: { readonly standing: NonNullable<OverdosePlanView['standing']> }) {
  const [t, format] = await Promise.all([getTranslations('overdose-plan'), getFormat()])
  return (
    <SummaryList
      rows={[
        {
          key: 'answer',
          label: t('field.answer'),
          value: t(standing.seenAlone ? 'stands-alone' : 'stands', {
            answer: t(`answer.${standing.answer}`),
            day: format.day(standing.offeredOn),
            name: standing.recordedBy ?? '',
          }),
        },
        ...PARTS.filter((part) => standing[part] !== null).map((part) => ({
          key: part,
          label: t(`part.${part}`),
          value: standing[part],
        })),
      ]}
    />
  )
}
