'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { WorkLine } from '@throughcare/api/checklist/work-lines'
import type { ShownError } from '@throughcare/api/trpc'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { type DeedError, shownError } from '../form/shown-error.ts'
import { useTRPC } from '../trpc/client.tsx'
import { BulkPreview, BulkResult } from './bulk-lines.tsx'
import type { WorkRow } from './work-row.ts'

type Props = {
  readonly selected: readonly WorkRow[]
  /** Without any line there is nothing to choose; what was just done stays told. */
  readonly hasLines: boolean
  readonly colleagues: readonly SelectOption[]
  readonly may: { readonly assign: boolean; readonly finish: boolean }
  readonly onDone: () => void
}

/** What was looked at before a press: the lines as they were selected, and what would become of each. */
export type Looked = {
  deed: 'assign' | 'finish'
  to: { accountId: string | null; name: string }
  rows: readonly WorkRow[]
  lines: readonly WorkLine[]
}
type Step = { kind: 'choose' } | ({ kind: 'preview' } & Looked) | ({ kind: 'done' } & Looked)

/** Several items at one press: first what would happen line by line, then the press, then what did happen line by line. */
export function BulkPanel({ selected, hasLines, colleagues, may, onDone }: Props) {
  const t = useTranslations('item-work.bulk')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [to, setTo] = useState('')
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const [looking, setLooking] = useState<Looked['deed'] | null>(null)
  const [refusal, setRefusal] = useState<ShownError | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState('')

  const look = async (deed: Looked['deed']): Promise<void> => {
    setRefusal(null)
    setTold('')
    if (selected.length === 0) return setTold(t('nothing-selected'))
    setLooking(deed)
    const toAccountId = deed === 'assign' && to !== '' ? to : null
    const items = selected.map(({ itemId, version }) => ({ itemId, seenVersion: version }))
    try {
      const asked = trpc.checklist.preview.queryOptions({ items, deed, toAccountId })
      // What stands now, not what stood when somebody last looked.
      const { lines } = await queries.fetchQuery({ ...asked, staleTime: 0, gcTime: 0, retry: false })
      const name = colleagues.find(({ value }) => value === toAccountId)?.text ?? t('nobody')
      setStep({ kind: 'preview', deed, to: { accountId: toAccountId, name }, rows: selected, lines })
    } catch (error) {
      setRefusal(shownError(error as DeedError))
      setAttempt((before) => before + 1)
    }
    setLooking(null)
  }

  if (step.kind === 'preview')
    return (
      <BulkPreview
        looked={step}
        onDone={(lines) => {
          setStep({ ...step, kind: 'done', lines })
          onDone()
        }}
        onClose={() => setStep({ kind: 'choose' })}
      />
    )
  if (step.kind === 'done') return <BulkResult looked={step} onClose={() => setStep({ kind: 'choose' })} />
  if (!hasLines) return null
  return (
    <Section heading={t('heading', { count: selected.length })}>
      <FormBody>
        <DeedRefusal error={refusal} attempt={attempt} />
        {may.assign && (
          <Select
            id="bulk-to"
            label={t('to')}
            emptyText={t('nobody')}
            options={colleagues}
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        )}
        <ButtonRow>
          {may.assign && (
            <Button
              variant="secondary"
              pending={looking === 'assign'}
              pendingText={t('looking')}
              onClick={() => look('assign')}
            >
              {t('look-assign')}
            </Button>
          )}
          {may.finish && (
            <Button
              variant="secondary"
              pending={looking === 'finish'}
              pendingText={t('looking')}
              onClick={() => look('finish')}
            >
              {t('look-finish')}
            </Button>
          )}
          <StatusLine tone="attention">{told}</StatusLine>
        </ButtonRow>
      </FormBody>
    </Section>
  )
}
