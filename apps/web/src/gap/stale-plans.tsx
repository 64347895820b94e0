import type { GapBoard } from '@throughcare/api/gap/gap-board'
import { CaseCard, CaseList } from '@throughcare/ui/case-card'
import { LinkButton } from '@throughcare/ui/link-button'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** Cover plans that stood on something that has moved since, the reader's own first: agreed is not agreed any more. */
export async function StalePlans({ board: { stalePlans, stalePlansTotal } }: { readonly board: GapBoard }) {
  const [t, reason, format] = await Promise.all([
    getTranslations('gap'),
    getTranslations('cover-plan.plan.stale'),
    getFormat(),
  ])
  return (
    <Section heading={t('stale-plans.heading', { count: stalePlansTotal })} lead={t('stale-plans.lead')}>
      <CaseList label={t('stale-plans.label')}>
        {stalePlans.map((plan) => (
          <CaseCard
            key={plan.episodeId}
            title={listedName(plan) || t('persons.nameless')}
            href={paths.doses(plan.episodeId)}
            tone="attention"
            facts={[
              plan.dateOfBirth ? t('person.born', { day: format.day(plan.dateOfBirth) }) : t('person.born-unknown'),
            ]}
            states={
              <StatusTag tone={plan.isOwn ? 'urgent' : 'attention'}>
                {plan.isOwn ? t('stale-plans.own') : t('stale-plans.by', { name: plan.decidedBy ?? '' })}
              </StatusTag>
            }
            actions={
              <LinkButton href={`${paths.doses(plan.episodeId)}#cover`} variant="secondary">
                {t('stale-plans.look')}
              </LinkButton>
            }
          >
            <p>
              {reason(plan.because)} {t('stale-plans.since', { when: format.instant(plan.at, 'weekday') })}
            </p>
          </CaseCard>
        ))}
      </CaseList>
    </Section>
  )
}
