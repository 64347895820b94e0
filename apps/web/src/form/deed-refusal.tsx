'use client'

import type { ShownError } from '@throughcare/api/trpc'
import { Button } from '@throughcare/ui/button'
import { ChangedPanel } from '@throughcare/ui/changed-panel'
import { ErrorSummary } from '@throughcare/ui/error-summary'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense } from 'react'
import { useFormat } from '../words/use-format.ts'
import { useFault } from './use-fault.ts'
import { useRefusalWords } from './use-refusal-words.ts'

// Fetched when it is wanted: few presses ask for it.
const ProveAgain = lazy(() => import('../session/prove-again.tsx').then((form) => ({ default: form.ProveAgain })))

type Props = {
  /** `deed.error` */
  readonly error: ShownError | null
  /** `deed.attempt` */
  readonly attempt?: number | undefined
  /** The label of each field that can be refused or have changed, by its name in the input. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** What this form holds just now, to stand beside what is stored: `form.getValues()`. */
  readonly yours?: Readonly<Record<string, unknown>> | undefined
  /** A value of a field as people read it; text and numbers as they are unless given. */
  readonly show?: ((field: string, value: unknown) => ReactNode) | undefined
  /** Loads what is stored now into the form: `deed.reload`, after resetting the fields. */
  readonly onLoad?: (() => void) | undefined
}

/**
 * Why a press was refused, above the form that it came from. Nothing that was typed is lost. Somebody else's change stands
 * beside one's own: the server sends `details.current` by field name, `changedBy` and `changedAt`.
 */
export function DeedRefusal({ error, attempt, labels = {}, yours, show = plain, onLoad }: Props) {
  const t = useTranslations('refusal')
  const form = useTranslations('form')
  const words = useRefusalWords()
  const fault = useFault()
  const format = useFormat()
  if (!error) return null
  if (error.code === 'invalid-input' && error.fields.length > 0)
    return (
      <ErrorSummary
        heading={form('summary')}
        attempt={attempt}
        errors={error.fields.map(({ path, fault: code }) => ({
          fieldId: path || undefined,
          message: labels[path] ? `${labels[path]}: ${fault(code)}` : fault(code),
        }))}
      />
    )
  const { current, changedBy, changedAt } = error.details
  const stored = isRecord(current) ? current : null
  if (error.code === 'changed-meanwhile' && stored && yours)
    return (
      <ChangedPanel
        heading={t('changed.heading')}
        caption={t('changed.caption')}
        words={{
          field: t('changed.field'),
          stored: t('changed.stored'),
          yours: t('changed.yours'),
          differs: t('changed.differs'),
        }}
        rows={Object.entries(labels)
          .filter(([name]) => name in stored)
          .map(([name, label]) => ({
            key: name,
            field: label,
            stored: show(name, stored[name]) ?? t('changed.empty'),
            yours: show(name, yours[name]) ?? t('changed.empty'),
            differs: JSON.stringify(stored[name] ?? null) !== JSON.stringify(yours[name] ?? null),
          }))}
        actions={onLoad && <LoadStored onLoad={onLoad} />}
      >
        <p>{t('changed-meanwhile')}</p>
        {typeof changedBy === 'string' && typeof changedAt === 'string' && (
          <p>{t('changed.by', { name: changedBy, at: format.instant(changedAt) })}</p>
        )}
      </ChangedPanel>
    )
  return (
    <Notice
      key={attempt}
      tone={error.code === 'unexpected' ? 'urgent' : 'attention'}
      role="alert"
      heading={t('heading')}
      actions={error.code === 'changed-meanwhile' && onLoad && <LoadStored onLoad={onLoad} />}
    >
      <p>{words(error)}</p>
      {error.code === 'step-up-needed' && (
        <Suspense>
          <ProveAgain />
        </Suspense>
      )}
      {error.code === 'unexpected' && error.traceId && <p>{t('reference', { reference: error.traceId })}</p>}
    </Notice>
  )
}

function LoadStored({ onLoad }: { readonly onLoad: () => void }) {
  const t = useTranslations('refusal.changed')
  return (
    <>
      <Button variant="secondary" size="small" onClick={onLoad}>
        {t('load')}
      </Button>
      <span>{t('load-hint')}</span>
    </>
  )
}

function plain(_field: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return undefined
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
