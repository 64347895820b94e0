import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { ClosePlan } from '../../../../../care-plan/close-plan.tsx'
import { rulesWords } from '../../../../../care-plan/plan-rules.tsx'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { RenewPlan } from '../../../../../care-plan/renew-plan.tsx'
import { RulesDifference } from '../../../../../care-plan/rules-difference.tsx'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('care-plan', 'rules.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** Which rules the plan follows, what newer ones would change, and its end. */
export default async function PlanRulesPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  const [t, rules, format] = await Promise.all([getTranslations('care-plan.rules'), rulesWords(view), getFormat()])
  const newer = view.standing?.newer ?? null
  return (
    <Words nouns={['care-plan']}>
      <Stack gap="large">
        <PageHeading lead={rules ?? t('no-plan')}>{t('heading')}</PageHeading>
        {view.renewedAt && <p>{t('renewed', { when: format.instant(view.renewedAt, 'weekday') })}</p>}
        {newer && view.plan ? (
          <Section card heading={t('newer')} lead={t('newer-lead')}>
            <RulesDifference view={view} newer={newer} />
            <RenewPlan episodeId={episodeId} seenVersion={view.plan.version} ruleSet={newer.ruleSet} />
          </Section>
        ) : (
          view.plan?.closedAt === null && <p>{t('newest')}</p>
        )}
        <PlanEnd view={view} />
      </Stack>
    </Words>
  )
}

/** The end of the plan: closed, waiting for a second person, or to be closed here. */
async function PlanEnd({ view }: { readonly view: CaseView }) {
  const { plan, closing, may } = view
  if (plan === null) return null
  const [t, format] = await Promise.all([getTranslations('care-plan.close'), getFormat()])
  const at = (instant: string) => format.instant(instant, 'weekday')
  if (plan.closedAt !== null)
    return (
      <Notice tone="info" heading={t('closed-heading')}>
        {closing?.closedAt
          ? t(closing.criticalOpen > 0 ? 'closed-by-two' : 'closed-by', {
              when: at(closing.closedAt),
              asked: closing.askedBy ?? '',
              name: closing.closedBy ?? '',
              count: closing.criticalOpen,
            })
          : t('closed', { when: at(plan.closedAt) })}{' '}
        {closing?.reason && t('because', { reason: closing.reason })}
      </Notice>
    )
  if (may.close === null && closing === null) return null
  const critical = view.items.filter(
    (item) => item.critical && (item.status === 'open' || item.status === 'in-progress'),
  ).length
  return (
    <Section
      card
      heading={t('heading')}
      lead={critical > 0 ? t('critical', { count: critical }) : t('nothing-critical')}
    >
      <Stack gap="small">
        {closing?.reason && (
          <p>
            {t('asked', { name: closing.askedBy ?? '', when: at(closing.askedAt) })}{' '}
            {t('because', { reason: closing.reason })}
          </p>
        )}
        {may.close && (
          <ClosePlan
            episodeId={view.episode.id}
            seenVersion={plan.version}
            isSecond={may.close === 'second'}
            needsReason={critical > 0}
          />
        )}
      </Stack>
    </Section>
  )
}
