import type { LogRank } from '@throughcare/domain/continuity/curve/log-rank'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Prose, Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { readCurveChoice } from '../../../../continuity/curve-address.ts'
import { CurveSection } from '../../../../continuity/curve-section.tsx'
import { getFigureWords } from '../../../../continuity/get-figure-words.ts'
import { getGroupWords } from '../../../../continuity/get-group-words.ts'
import { paths } from '../../../../paths.ts'
import { ReadFromNote } from '../../../../report-copy/read-from-note.tsx'
import { currentSession } from '../../../../session/current-session.ts'
import { api } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'

export const generateMetadata = pageTitle('curve', 'page.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** How long people waited for a dose, a contact, treatment, or for somebody to acknowledge: together and told apart. */
export default async function CurvesPage({ searchParams }: Props) {
  const caller = await api()
  const choice = readCurveChoice(await searchParams)
  const [page, session, t, words, format] = await Promise.all([
    caller.continuity.curves(choice),
    currentSession(),
    getTranslations('curve'),
    getFigureWords(),
    getFormat(),
  ])
  const groupWords = await getGroupWords({ prisons: page.prisons })
  const { curve, breakdown, overall, groups } = page
  const title = t(`title.${curve}`)
  const hrefOf = (to: string, by: string | null) => paths.continuityCurves({ to, by: by ?? undefined })
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('page.title')}
        items={[{ text: t('back'), href: paths.continuity() }, { text: t('page.heading') }]}
      />
      <PageHeading
        lead={t('page.lead', {
          service: session?.hat?.serviceName ?? '',
          from: words.month(page.months.first),
          to: words.month(page.months.last),
          at: format.instant(page.countedUntil),
        })}
      >
        {t('page.heading')}
      </PageHeading>
      <ReadFromNote readFrom={page.readFrom} />
      <FilterBar
        label={t('choose')}
        groups={[
          {
            key: 'to',
            label: t('which'),
            options: page.curves.map((each) => ({
              text: t(`name.${each}`),
              selected: each === curve,
              href: hrefOf(each, breakdown),
            })),
          },
          {
            key: 'by',
            label: t('by'),
            options: [null, ...page.breakdowns].map((each) => ({
              text: each === null ? t('nobody-apart') : groupWords.breakdown(each),
              selected: each === breakdown,
              href: hrefOf(curve, each),
            })),
          },
        ]}
      />
      <Section heading={title} lead={t(`what.${curve}`)} card>
        {overall ? (
          <CurveSection title={t('all')} caption={title} curves={[{ label: t('all'), curve: overall }]} />
        ) : (
          <EmptyState heading={t('too-few.heading')} headingLevel={3}>
            {t('too-few.text')}
          </EmptyState>
        )}
      </Section>
      {breakdown !== null && groups !== null && (
        <Section heading={t('apart', { breakdown: groupWords.breakdown(breakdown) })} card>
          <Stack>
            {groups.shown.length > 1 ? (
              <CurveSection
                title={title}
                caption={`${title}, ${t('apart', { breakdown: groupWords.breakdown(breakdown) })}`}
                curves={groups.shown.map((each) => ({ label: groupWords.group(breakdown, each.value), curve: each }))}
              />
            ) : (
              <EmptyState
                heading={t(groups.hidden.length === 0 ? 'one-group.heading' : 'too-few.heading')}
                headingLevel={3}
              >
                {t(groups.hidden.length === 0 ? 'one-group.text' : 'too-few.text')}
              </EmptyState>
            )}
            {groups.hidden.length > 0 && groups.shown.length > 1 && (
              <p>
                {t('hidden', {
                  groups: groups.hidden.map((value) => groupWords.group(breakdown, value)).join(', '),
                })}
              </p>
            )}
            {groups.shown.length > 1 && groups.logRank && <p>{logRankText(groups.logRank)}</p>}
          </Stack>
        </Section>
      )}
      <Prose>
        <p>{t('how')}</p>
        <p>{t('small')}</p>
      </Prose>
    </Stack>
  )

  function logRankText(test: LogRank): string {
    if (test.kind === 'nothing-to-compare') return t('log-rank.nothing-to-compare')
    return t('log-rank.compared', {
      chiSquare: words.decimal(test.chiSquare, 1),
      degrees: test.degrees,
      p: test.p < 0.001 ? t('log-rank.small') : words.decimal(test.p, 3),
    })
  }
}
