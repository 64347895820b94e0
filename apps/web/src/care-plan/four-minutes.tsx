'use client'

import type { FactView } from '@throughcare/api/care-plan/case-view'
import type { FactCode, FactState } from '@throughcare/domain/care-plan/fact-codes'
import { Columns, Stack } from '@throughcare/ui/layout'
import { ProgressBar } from '@throughcare/ui/progress-bar'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { FactQuestion } from './fact-question.tsx'

type Props = {
  readonly episodeId: string
  /** The nine, in the order in which they are asked. */
  readonly facts: readonly FactView[]
  /** Answers that stand in a table: shown, and changed where they are recorded. By code of the fact. */
  readonly told: Readonly<Partial<Record<FactCode, ReactNode>>>
  /** What follows from being on treatment: the form that records medicine and last dose. */
  readonly onTreatment: ReactNode
}

/** Nine facts on one screen, each saved as it is answered. A valid plan at any point. */
export function FourMinutes({ episodeId, facts, told, onTreatment }: Props) {
  const t = useTranslations('care-plan')
  const [states, setStates] = useState<Partial<Record<FactCode, FactState | null>>>(
    Object.fromEntries(facts.map((fact) => [fact.code, fact.state])),
  )
  const note = (code: FactCode, state: FactState) => setStates((before) => ({ ...before, [code]: state }))
  const codes = facts.map((fact) => fact.code)
  const count = (state: FactState) => codes.filter((code) => states[code] === state).length
  const answered = codes.filter((code) => states[code]).length
  const next = codes.find((code) => !states[code])
  return (
    <Stack gap="large">
      <Stack gap="small">
        <ProgressBar
          label={t('four.heading')}
          value={answered}
          max={codes.length}
          text={t('four.progress', { answered, all: codes.length })}
        />
        <p>
          {t('four.known', { known: count('known'), notKnown: count('not-known'), later: count('asked-later') })}.{' '}
          {next ? t('four.next', { fact: t(`fact.${next}`) }) : t('four.complete')}
        </p>
      </Stack>
      <Columns>
        {facts.map((fact, index) => {
          const title = `${index + 1}. ${t(`fact.${fact.code}`)}`
          return (
            <div key={fact.code}>
              {told[fact.code] ?? (
                <FactQuestion episodeId={episodeId} fact={fact} title={title} onSaved={note}>
                  {(value) => (fact.code === 'dose' && value === 'on-omt' ? onTreatment : null)}
                </FactQuestion>
              )}
            </div>
          )
        })}
      </Columns>
    </Stack>
  )
}

/** The facts beyond the nine: each a plain yes or no. */
export function MoreFacts({ episodeId, facts }: Pick<Props, 'episodeId' | 'facts'>) {
  const t = useTranslations('care-plan')
  return (
    <Columns>
      {facts.map((fact) => (
        <FactQuestion
          key={fact.code}
          episodeId={episodeId}
          fact={fact}
          title={t(`fact.${fact.code}`)}
          onSaved={() => undefined}
        />
      ))}
    </Columns>
  )
}
