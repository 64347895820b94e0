'use client'

import type { DoseKind, DoseOutcome } from '@throughcare/domain/medication/medication-codes'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useFormat } from '../words/use-format.ts'
import type { GivenPress } from './use-given-press.ts'

type LastEntry = { kind: DoseKind; outcome: DoseOutcome; forDay: string; service: string }

/** Why the press of a row was refused; where somebody was faster, who recorded what and when: there is no second dose. */
export function RowRefusal({ refusal }: { readonly refusal: GivenPress['refusal'] }) {
  const t = useTranslations('dose-list')
  const medication = useTranslations('medication')
  const format = useFormat()
  const { error, attempt, reload } = refusal
  const faster = error?.code === 'changed-meanwhile' ? entryIn(error.details) : null
  if (!error || !faster) return <DeedRefusal error={error} attempt={attempt} onLoad={reload} />
  return (
    <Notice key={attempt} tone="attention" role="alert" headingLevel={3} heading={t('faster.heading')}>
      <p>
        {t('faster.text', {
          name: faster.by,
          service: faster.entry.service,
          at: format.instant(faster.at, 'time'),
          what: medication(`outcome.${faster.entry.outcome}`),
          day: format.day(faster.entry.forDay, 'weekday'),
        })}
      </p>
    </Notice>
  )
}

function entryIn(details: Record<string, unknown>): { entry: LastEntry; by: string; at: string } | null {
  const { current, changedBy, changedAt } = details
  const entry = (current as { lastEntry?: LastEntry | null } | undefined)?.lastEntry
  return entry && typeof changedBy === 'string' && typeof changedAt === 'string'
    ? { entry, by: changedBy, at: changedAt }
    : null
}
