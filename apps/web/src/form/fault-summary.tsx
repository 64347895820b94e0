'use client'

import { ErrorSummary } from '@throughcare/ui/error-summary'
import { useTranslations } from 'next-intl'
import type { FieldErrors, FieldValues } from 'react-hook-form'
import { useFault } from './use-fault.ts'

type Props<Values extends FieldValues> = {
  /** `form.formState.errors` */
  readonly errors: FieldErrors<Values>
  /** `form.formState.submitCount` */
  readonly attempt: number
  /** The label of each field, so that the line says which one. */
  readonly labels?: Readonly<Record<string, string>> | undefined
}

/** What is to be put right before the form can be sent; nothing while there is nothing. */
export function FaultSummary<Values extends FieldValues>({ errors, attempt, labels }: Props<Values>) {
  const t = useTranslations('form')
  const fault = useFault()
  const faults = messagesOf(errors)
  if (faults.length === 0) return null
  return (
    <ErrorSummary
      heading={t('summary')}
      attempt={attempt}
      errors={faults.map(({ path, message }) => ({
        fieldId: path,
        message: path && labels?.[path] ? `${labels[path]}: ${fault(message)}` : fault(message),
      }))}
    />
  )
}

/** Every fault of a form with its path, in the order of the fields; what is under `root` belongs to none of them. */
function messagesOf(errors: object, before = ''): { path: string | undefined; message: string | undefined }[] {
  return Object.entries(errors).flatMap(([name, error]: [string, unknown]) => {
    if (typeof error !== 'object' || error === null || name === 'ref') return []
    const path = before + name
    if ('type' in error && typeof error.type !== 'object') {
      const message = 'message' in error && typeof error.message === 'string' ? error.message : undefined
      return [{ path: path.split('.')[0] === 'root' ? undefined : path, message }]
    }
    return messagesOf(error, `${path}.`)
  })
}
