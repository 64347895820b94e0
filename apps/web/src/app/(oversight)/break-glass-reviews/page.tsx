import type { ShownLook } from '@throughcare/api/break-glass/list-reviews'
import { Card } from '@throughcare/ui/card'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SubNavigation } from '@throughcare/ui/sub-navigation'
import { SummaryList } from '@throughcare/ui/summary-list'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ReviewForm } from '../../../break-glass/review-form.tsx'
import { paths } from '../../../paths.ts'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('break-glass', 'reviews.title')

type Props = { searchParams: Promise<{ which?: string | string[] }> }

/** The emergency looks of services in the reader's charge: those that wait, or those that are settled. */
export default async function BreakGlassReviewsPage({ searchParams }: Props) {
  const { which: asked } = await searchParams
  const which = asked === 'reviewed' ? 'reviewed' : 'waiting'
  if (!(await mayHere('break-glass.reviews'))) forbidden()
  const caller = await api()
  const [{ looks }, t, frame] = await Promise.all([
    caller.breakGlass.reviews({ which }),
    getTranslations('break-glass'),
    getTranslations('frame'),
  ])
  return (
    <Words nouns={['break-glass']}>
      <Stack gap="large">
        <PageHeading lead={t('reviews.lead')}>{t('reviews.heading')}</PageHeading>
        <SubNavigation
          label={t('reviews.title')}
          moreText={frame('navigation.more')}
          items={(['waiting', 'reviewed'] as const).map((one) => ({
            href: paths.breakGlassReviews({ which: one === 'reviewed' ? one : undefined }),
            text: t(`reviews.${one}`),
            current: one === which,
          }))}
        />
        <Section
          heading={t(`reviews.${which}`)}
          lead={t(which === 'waiting' ? 'reviews.count' : 'reviews.count-reviewed', { count: looks.length })}
        >
          {looks.length === 0 ? (
            <EmptyState heading={t('reviews.none-title')} headingLevel={3}>
              {t('reviews.none')}
            </EmptyState>
          ) : (
            <Stack>
              {looks.map((look) => (
                <Look key={look.breakGlassId} look={look} isOpen={which === 'waiting'} />
              ))}
            </Stack>
          )}
        </Section>
      </Stack>
    </Words>
  )
}

/** One look: who, when, why. Of whom it was is not among it. */
async function Look({ look, isOpen }: { readonly look: ShownLook; readonly isOpen: boolean }) {
  const [t, format] = await Promise.all([getTranslations('break-glass'), getFormat()])
  return (
    <Card>
      <Stack gap="small">
        <h3>
          <bdi>{t('reviews.who', { name: look.by, service: look.serviceName })}</bdi>
        </h3>
        {isOpen && look.isLate && <StatusTag tone="urgent">{t('reviews.late')}</StatusTag>}
        {look.isEscalated && <StatusTag tone="attention">{t('reviews.escalated')}</StatusTag>}
        <SummaryList
          compact
          rows={[
            { key: 'at', label: t('reviews.at'), value: format.instant(look.at) },
            { key: 'reason', label: t('reviews.reason'), value: t(`reason.${look.reason}`) },
            { key: 'basis', label: t('reviews.basis'), value: t(`basis.${look.basis}`) },
            { key: 'because', label: t('reviews.because'), value: <bdi>{look.because}</bdi> },
            { key: 'due', label: t('reviews.due'), value: format.instant(look.reviewDueAt) },
            ...look.reviews.map(({ outcome, note, at, by, service }) => ({
              key: at,
              label: t('reviews.before'),
              value: t('reviews.found', {
                outcome: t(`outcome.${outcome}`),
                note,
                name: by,
                service,
                at: format.instant(at),
              }),
            })),
          ]}
        />
        {isOpen && (look.isOwn ? <p>{t('reviews.own')}</p> : <ReviewForm breakGlassId={look.breakGlassId} />)}
      </Stack>
    </Card>
  )
}
