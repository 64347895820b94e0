import type { FirstHours } from '@throughcare/api/outcome/get-first-hours'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { OUTCOME_LOOK } from './step-looks.ts'

/** Contacts and outcomes in one line of time, the newest first. */
export async function WhatHappened({ of }: { readonly of: FirstHours }) {
  const [t, contact, housing, format] = await Promise.all([
    getTranslations('outcome'),
    getTranslations('contact'),
    getTranslations('housing'),
    getFormat(),
  ])
  const contacts = of.contacts.map((one) => ({
    key: one.id,
    dateTime: one.at,
    title: t('log.contact', {
      outcome: contact(`outcome.${one.outcome}`),
      channel: contact(`channel.${one.channel}`),
    }),
    by: t('log.by', { name: one.by, service: one.serviceName }),
    children: one.note ?? undefined,
    tone: one.outcome === 'reached' ? ('good' as const) : ('quiet' as const),
  }))
  const outcomes = of.outcomes.map((one) => {
    const outcome = t(`kind.${one.kind}`)
    const reason =
      one.kind === 'first-night'
        ? housing(`first-night.${one.value ?? 'unknown'}`)
        : one.reason && t(`reason.${one.reason}`)
    return {
      key: one.id,
      dateTime: one.at,
      title: reason ? t('log.outcome-reason', { outcome, reason }) : outcome,
      by: t('log.by', { name: one.by, service: one.serviceName }),
      children: undefined,
      ...OUTCOME_LOOK[one.kind],
    }
  })
  const entries = [...contacts, ...outcomes]
    .toSorted((left, right) => (left.dateTime < right.dateTime ? 1 : -1))
    .map((entry) => ({ ...entry, when: format.instant(entry.dateTime, 'weekday') }))
  if (entries.length === 0) return <p>{t('log.empty')}</p>
  return <TimelineList label={t('log.label')} entries={entries} />
}
