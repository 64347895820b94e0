import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import { daysBetween } from '@throughcare/domain/calendar/plain-date'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from '../medication/get-cover-words.ts'
import { getFormat } from '../words/get-format.ts'
import { SignForm } from './sign-form.tsx'
import { WithdrawPlan } from './withdraw-plan.tsx'

type Plan = NonNullable<CoverView['plan']>
type Props = { readonly episodeId: string; readonly cover: CoverView }

/** What is agreed against the gap, who signed for what remains, and what was agreed before. */
export async function PlanCard({ episodeId, cover: { plan, endedPlans, may, today } }: Props) {
  const [t, format, words] = await Promise.all([getTranslations('cover-plan'), getFormat(), getCoverWords()])
  if (!plan && endedPlans.length === 0) return null
  return (
    <Section heading={t('plan.heading')} card>
      <Stack gap="small">
        {plan?.staleBecause && plan.staleAt && (
          <Notice tone="urgent" heading={t('plan.stale.heading')} headingLevel={3}>
            <p>
              {t(`plan.stale.${plan.staleBecause}`)}{' '}
              {t('plan.stale.since', {
                when: format.instant(plan.staleAt),
                own: String(plan.isOwn),
                by: plan.decidedBy ?? '',
              })}
            </p>
          </Notice>
        )}
        {plan && <SummaryList compact rows={rowsOf(plan)} />}
        {plan && may.decide && plan.signedOn === null && (
          <Disclosure summary={t('sign.open')}>
            <SignForm episodeId={episodeId} planId={plan.id} seenVersion={plan.version} today={today} />
          </Disclosure>
        )}
        {plan && may.decide && <WithdrawPlan episodeId={episodeId} planId={plan.id} seenVersion={plan.version} />}
        {endedPlans.length > 0 && (
          <Disclosure summary={t('plan.ended')}>
            <ul>
              {endedPlans.map((ended) => (
                <li key={ended.id}>{endedWords(ended)}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </Section>
  )

  function rowsOf(of: Plan) {
    const row = (key: string, label: string, value: string) => ({ key, label, value })
    return [
      row('way', t('plan.way'), t(`way.${of.way}`)),
      ...(of.wayDays ? [row('way-days', t(`plan.way-days.${of.way}`), wayDaysOf(of.wayDays))] : []),
      row('by', t('plan.by'), t('plan.by-text', { name: of.byName, service: of.byService.name })),
      row('by-day', t('plan.by-day'), format.day(of.byDay, 'weekday')),
      row('gap', t('plan.gap'), words.days(of.gapFrom, of.gapTo)),
      row('remaining', t('plan.remaining'), String(of.remainingGapDays)),
      row('signature', t('plan.signature'), signatureOf(of)),
      row(
        'decided',
        t('plan.decided'),
        t('plan.decided-text', { name: of.decidedBy ?? '', when: format.instant(of.decidedAt) }),
      ),
    ]
  }

  /** From the first to the last in a row, with how many; the single days where they are none in a row. */
  function wayDaysOf(days: NonNullable<Plan['wayDays']>): string {
    const [first, last] = [days[0], days.at(-1)]
    if (!first || !last) return ''
    const isRow = daysBetween(first, last) === days.length - 1
    const told = isRow ? words.days(first, last) : days.map((day) => words.days(day, day)).join(', ')
    return days.length === 1 ? told : t('plan.way-days.count', { count: days.length, days: told })
  }

  function signatureOf({ signedName, signedOn, signedBy }: Plan): string {
    if (signedName === null || signedOn === null) return t('plan.no-signature')
    return t('plan.signature-text', { name: signedName, day: format.day(signedOn, 'weekday'), by: signedBy ?? '' })
  }

  function endedWords({ way, byName, byService, endedBecause, endedBy, endedAt }: Plan): string {
    return t('plan.ended-text', {
      way: t(`way.${way}`),
      name: byName,
      service: byService.name,
      because: endedBecause ? t(`plan.because.${endedBecause}`) : '',
      by: endedBy ?? '',
      when: endedAt ? format.instant(endedAt) : '',
    })
  }
}
