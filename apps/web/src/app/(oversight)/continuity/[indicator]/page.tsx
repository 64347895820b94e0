import { COUNT_OUTCOMES, type CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { isIndicator } from '@throughcare/domain/continuity/counted-measures'
import { FLOW_STEPS, flowMeasure } from '@throughcare/domain/continuity/flow/flow-steps'
import { detailsOf } from '@throughcare/domain/continuity/indicator-details'
import { INDICATOR_TABLE } from '@throughcare/domain/continuity/indicators'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Pagination } from '@throughcare/ui/pagination'
import { Section } from '@throughcare/ui/section'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  choiceQuery,
  groupQuery,
  LOST,
  readChoice,
  readDetail,
  readGroup,
  readMeasure,
  readOutcome,
  readPageNumber,
} from '../../../../continuity/continuity-address.ts'
import { CountedTable } from '../../../../continuity/counted-table.tsx'
import { getFigureWords } from '../../../../continuity/get-figure-words.ts'
import { getGroupWords } from '../../../../continuity/get-group-words.ts'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../trpc/server.ts'
import { pageTitle } from '../../../../words/page-title.ts'

export const generateMetadata = pageTitle('continuity', 'cases.title')

type Props = {
  params: Promise<{ indicator: string }>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** The cases behind one count of one figure: open ones by name, the others as a number. */
export default async function ContinuityCasesPage({ params, searchParams }: Props) {
  const caller = await api()
  const search = await searchParams
  const measure = readMeasure((await params).indicator)
  if (measure === null) notFound()
  const [choice, of, outcome] = [readChoice(search), readGroup(search), readOutcome(search)]
  const isLost = search.counted === LOST
  const detail = isIndicator(measure) && !isLost ? readDetail(search) : null
  const [counted, t, action, words, flow, groups] = await Promise.all([
    caller.continuity.cases({
      ...choice,
      ...of,
      indicator: measure,
      outcome,
      isLost,
      detail,
      page: readPageNumber(search),
    }),
    getTranslations('continuity'),
    getTranslations('action'),
    getFigureWords(),
    getTranslations('flow'),
    getGroupWords({ prisons: [] }),
  ])
  const indicator = isIndicator(measure) ? measure : null
  const step = FLOW_STEPS.find((each) => flowMeasure(each) === measure)
  const title = indicator ? t(`indicator.${indicator}`) : step ? flow(`step.${step}`) : ''
  const { breakdown, group: value } = of
  const group =
    counted.placeName ??
    (breakdown && value && breakdown !== 'prison' && breakdown !== 'service' ? groups.group(breakdown, value) : null)
  const back = indicator && !group ? paths.continuity(choiceQuery(choice)) : paths.continuityFlow()
  const told = indicator && detailsOf(indicator, outcome).find((each) => each === detail)
  const hrefOf = (to: CountOutcome | typeof LOST, page?: number) =>
    paths.continuityCases(measure, {
      counted: to === 'met' ? undefined : to,
      ...choiceQuery(choice),
      ...groupQuery(of),
      detail: page === undefined ? undefined : (detail ?? undefined),
      page,
    })
  const outcomes = COUNT_OUTCOMES.filter(
    (each) => each !== 'left-out' || !indicator || INDICATOR_TABLE[indicator].leavesOut,
  )
  const shown = isLost ? LOST : outcome
  const isBesidePart =
    outcome === 'left-out' && (choice.from !== null || choice.to !== null || choice.prisonId !== null)
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('cases.title')}
        items={[{ text: indicator && !group ? t('cases.back') : flow('page.title'), href: back }, { text: title }]}
      />
      <PageHeading caption={t('cases.title')} lead={indicator ? t(`definition.${indicator}`) : flow('all.lead')}>
        {told ? `${title}: ${t(`detail.${indicator}.${told}`)}` : group ? `${title}: ${group}` : title}
      </PageHeading>
      <CountRow
        label={t('cases.outcomes')}
        items={[
          ...outcomes.map((each) => ({
            key: each as string,
            value: words.count(counted.counts[each]),
            label: t(`outcome.${each}`),
            href: hrefOf(each),
            current: !isLost && each === outcome,
          })),
          ...(counted.lost === null
            ? []
            : [
                {
                  key: LOST,
                  value: words.count(counted.lost),
                  label: flow('column.lost'),
                  href: hrefOf(LOST),
                  current: isLost,
                },
              ]),
        ]}
      />
      {counted.open === 0 ? (
        <EmptyState heading={t('cases.empty.heading')}>{t('cases.empty.text')}</EmptyState>
      ) : (
        <Section heading={t('cases.heading-open', { cases: counted.open })}>
          <CountedTable counted={counted} measure={measure} />
        </Section>
      )}
      {counted.pages > 1 && (
        <Pagination
          label={t('cases.pages')}
          summary={t('cases.page-of', { page: counted.page, pages: counted.pages })}
          previous={
            counted.page > 1 ? { href: hrefOf(shown, counted.page - 1), text: action('previous-page') } : undefined
          }
          next={
            counted.page < counted.pages
              ? { href: hrefOf(shown, counted.page + 1), text: action('next-page') }
              : undefined
          }
        />
      )}
      {counted.closed !== 0 && (
        <Notice tone="info">
          <p>
            {counted.closed === 'hidden' ? t('cases.closed-hidden') : t('cases.closed', { cases: counted.closed })}{' '}
            {t('cases.closed-why')}
          </p>
          {isBesidePart && <p>{t('cases.beside-whole')}</p>}
        </Notice>
      )}
    </Stack>
  )
}
