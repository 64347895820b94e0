'use client'

import type { FieldErrors, FieldValues } from 'react-hook-form'
import { DeedRefusal } from './deed-refusal.tsx'
import { FaultSummary } from './fault-summary.tsx'
import type { Deed } from './use-deed.ts'

type Props<Values extends FieldValues> = {
  /** `form.formState` */
  readonly state: { readonly errors: FieldErrors<Values>; readonly submitCount: number }
  readonly deed: Pick<Deed<never>, 'error' | 'attempt' | 'reload'>
  readonly labels: Readonly<Record<string, string>>
  /** What this form holds just now, to stand beside what is stored. */
  readonly yours: Readonly<Record<string, unknown>>
}

/** Why a form was not sent: what is to be put right in it, and once nothing is, what the server refused. */
export function FormRefusals<Values extends FieldValues>({ state, deed, labels, yours }: Props<Values>) {
  const { errors, submitCount } = state
  return (
    <>
      <FaultSummary errors={errors} attempt={submitCount + deed.attempt} labels={labels} />
      {Object.keys(errors).length === 0 && (
        <DeedRefusal error={deed.error} attempt={deed.attempt} labels={labels} yours={yours} onLoad={deed.reload} />
      )}
    </>
  )
}
