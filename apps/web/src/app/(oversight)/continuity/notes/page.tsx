import { indicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import { windowMonths } from '@throughcare/domain/continuity/report-window'
import { FIGURE_ANNOTATION_KINDS } from '@throughcare/domain/figure-annotation/figure-annotation-codes'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../../../../continuity/get-figure-words.ts'
import { AnnotationForm } from '../../../../figure-annotation/annotation-form.tsx'
import { AnnotationTable } from '../../../../figure-annotation/annotation-table.tsx'
import { paths } from '../../../../paths.ts'
import { currentSession } from '../../../../session/current-session.ts'
import { api } from '../../../../trpc/server.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('figure-annotation', 'page.title')

/** What stands on the charts of one's own service; a manager writes and withdraws here. */
export default async function NotesPage() {
  const caller = await api()
  const [{ annotations, mayWrite, today }, session, t, continuity, words] = await Promise.all([
    caller.figureAnnotation.list(),
    currentSession(),
    getTranslations('figure-annotation'),
    getTranslations('continuity'),
    getFigureWords(),
  ])
  const { hat } = session ?? {}
  const indicators = indicatorsOf((hat?.serviceKind ?? 'administration') as ServiceKind)
  const months = windowMonths(today).toReversed()
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('page.title')}
        items={[{ text: t('back'), href: paths.continuity() }, { text: t('page.heading') }]}
      />
      <PageHeading lead={t('page.lead', { service: hat?.serviceName ?? '' })}>{t('page.heading')}</PageHeading>
      <Words nouns={['figure-annotation', 'circumstance']}>
        <Section heading={t('list.heading')} card>
          {annotations.length === 0 ? (
            <EmptyState heading={t('empty.heading')} headingLevel={3}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <AnnotationTable annotations={annotations} mayWrite={mayWrite} />
          )}
        </Section>
        {mayWrite && (
          <Section heading={t('add.heading')} lead={t('privacy')} card>
            <AnnotationForm
              id="annotation"
              fields={[
                {
                  name: 'kind',
                  kind: 'choice',
                  label: t('kind.label'),
                  options: FIGURE_ANNOTATION_KINDS.map((kind) => ({
                    value: kind,
                    text: t(`kind-name.${kind}`),
                    description: t(`kind-help.${kind}`),
                  })),
                },
                {
                  name: 'indicator',
                  kind: 'list',
                  label: t('indicator.label'),
                  none: t('indicator.all'),
                  options: indicators.map((each) => ({ value: each, text: continuity(`indicator.${each}`) })),
                },
                {
                  name: 'month',
                  kind: 'list',
                  label: t('month.label'),
                  options: months.map((month) => ({ value: month, text: words.month(month) })),
                },
                { name: 'name', kind: 'text', label: t('name.label'), hint: t('name.description') },
                { name: 'note', kind: 'long', label: t('note.label'), hint: t('note.description') },
                {
                  name: 'percent',
                  kind: 'number',
                  label: t('percent.label'),
                  onlyWith: { field: 'kind', is: ['target'] },
                },
              ]}
              initial={{ month: months[0] ?? null, kind: 'happening' }}
              fixed={{}}
              press={t('add.button')}
              done={t('add.done')}
            />
          </Section>
        )}
      </Words>
    </Stack>
  )
}
