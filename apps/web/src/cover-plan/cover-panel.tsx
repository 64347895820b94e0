import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import { Columns, Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { Arranged } from './arranged.tsx'
import { FactsTable } from './facts-table.tsx'
import { PlanCard } from './plan-card.tsx'
import { ReadinessNotice } from './readiness-notice.tsx'
import { ServicesGap } from './services-gap.tsx'
import { WaysList } from './ways-list.tsx'

/** Services that are asked for nothing of this. */
const NEVER_ASKED = ['region', 'administration', 'housing', 'benefits', 'probation', 'prison-social-work']

/** The gap of a case: whether it keeps the plan from ready, how it could be closed, what is agreed and arranged. */
export async function CoverPanel({ episodeId, cover }: { readonly episodeId: string; readonly cover: CoverView }) {
  const caller = await api()
  const [t, format, services, me] = await Promise.all([
    getTranslations('cover-plan'),
    getFormat(),
    caller.service.list(),
    caller.access.me(),
  ])
  const asked = services.filter(({ kind }) => !NEVER_ASKED.includes(kind)).map(({ id, name }) => ({ id, name }))
  const places = services.filter(({ canDose }) => canDose).map(({ id, name }) => ({ id, name }))
  return (
    <Section
      id="cover"
      heading={t('panel.heading')}
      actions={
        <LinkButton href={paths.whatIf(episodeId)} variant="secondary" size="small">
          {t('panel.what-if')}
        </LinkButton>
      }
    >
      <Stack>
        <ReadinessNotice cover={cover} />
        <FactsTable days={cover.days} />
        <Columns split="main-aside">
          <Stack>
            {cover.gap && (
              <Section heading={t('ways.heading')} headingLevel={3}>
                <WaysList episodeId={episodeId} cover={cover} services={asked} ownServiceId={me.hat?.serviceId ?? ''} />
              </Section>
            )}
            <Arranged episodeId={episodeId} cover={cover} places={places} />
          </Stack>
          <Stack>
            <PlanCard episodeId={episodeId} cover={cover} />
            <Section heading={t('services.heading')} headingLevel={3}>
              <ServicesGap gap={cover.servicesGap} t={t} format={format} />
            </Section>
          </Stack>
        </Columns>
      </Stack>
    </Section>
  )
}
