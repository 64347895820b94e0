'use client'

import type { FactView } from '@throughcare/api/care-plan/case-view'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import { Button } from '@throughcare/ui/button'
import { Card } from '@throughcare/ui/card'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useFormat } from '../words/use-format.ts'
import { FactAnswer } from './fact-answer.tsx'
import { type FactSaving, useFactSaving } from './use-fact-saving.ts'

type Props = {
  readonly episodeId: string
  readonly fact: FactView
  /** The question with its place among the nine. */
  readonly title: string
  readonly onSaved: (code: FactCode, state: FactState) => void
  /** What follows from an answer, such as the form that records a medicine. */
  readonly children?: (value: string) => ReactNode
}

/** One question: its answer, saved as it is given, and in words whether it is. */
export function FactQuestion({ episodeId, fact, title, onSaved, children }: Props) {
  const t = useTranslations('care-plan')
  const act = useTranslations('action')
  const format = useFormat()
  const saving = useFactSaving(episodeId, fact, onSaved)
  const { draft, deed } = saving
  const hint = t.has(`hint.${fact.code}`) ? t(`hint.${fact.code}`) : undefined
  return (
    <Card>
      <Stack gap="small">
        <DeedRefusal
          error={deed.error}
          attempt={deed.attempt}
          labels={{ state: t('field.state'), value: t('field.value') }}
          yours={{ state: draft.state, value: draft.state === 'known' ? draft.value : null }}
          show={(field, value) => shown(field, value)}
          onLoad={saving.load}
        />
        <FactAnswer code={fact.code} title={title} hint={hint} saving={saving} />
        {deed.error && deed.error.code !== 'changed-meanwhile' && (
          <div>
            <Button size="small" variant="secondary" onClick={saving.retry}>
              {act('try-again')}
            </Button>
          </div>
        )}
        <StatusLine tone={saving.saved === 'not-yet' ? 'attention' : 'good'}>{savedWords(saving)}</StatusLine>
        {saving.saved === 'nothing' && fact.recordedAt && fact.recordedBy && (
          <FactList
            facts={[t('four.saved-by', { name: fact.recordedBy, when: format.instant(fact.recordedAt, 'weekday') })]}
          />
        )}
        {children?.(draft.state === 'known' ? draft.value : '')}
      </Stack>
    </Card>
  )

  function savedWords({ saved, growth }: FactSaving): string {
    if (saved === 'saving') return t('four.saving')
    if (saved === 'not-yet') return draft.state === null ? '' : t('four.typing')
    if (saved === 'saved') return [`${t('four.saved')}.`, ...grewWords(growth)].join(' ')
    return ''
  }

  /** What the answer did to the plan; silent about what it did not do. */
  function grewWords(growth: FactSaving['growth']): string[] {
    if (!growth) return []
    const counts = {
      added: growth.added.length + growth.reopened.length,
      gone: growth.retired.length,
      done: growth.finished.length,
    }
    return (['added', 'gone', 'done'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`four.grew.${kind}`, { count: counts[kind] }))
  }

  function shown(field: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return undefined
    if (field === 'state')
      return value === 'known' ? t('four.known-state') : t(`four.${value as 'not-known' | 'asked-later'}`)
    const isCode = FACTS[fact.code].options.includes(value)
    return isCode ? optionWords(value) : value
  }

  function optionWords(value: string): string {
    const own = `option.${fact.code}.${value}`
    return t.has(own) ? t(own) : t(`option.${value}`)
  }
}
