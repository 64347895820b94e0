'use client'

import { type ReactNode, useEffect } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { beginAnew } from './begin-anew.ts'
import { DeedRefusal } from './deed-refusal.tsx'
import { FaultSummary } from './fault-summary.tsx'
import type { Deed } from './use-deed.ts'

type Props<Typed extends FieldValues, Output> = {
  readonly form: UseFormReturn<Typed, unknown, Output>
  readonly deed: Pick<Deed<never>, 'error' | 'attempt' | 'reload'>
  /** The label of each field of the form, and of what else can have changed. */
  readonly labels: Readonly<Record<string, string>>
  /** The fields in which something of the API is typed that is called otherwise there: `{ at: 'time' }`. */
  readonly typedIn?: Readonly<Record<string, string>> | undefined
  /** What this form holds just now, to stand beside what is stored. */
  readonly yours?: Readonly<Record<string, unknown>> | undefined
  /** A value of a field as people read it. */
  readonly show?: ((field: string, value: unknown) => ReactNode) | undefined
  /** Unless given: what was typed is let go of, and the page is loaded again. */
  readonly onLoad?: (() => void) | undefined
  /** Told in place of the usual words, when no field is refused. */
  readonly children?: ReactNode
}

/**
 * Why a form was not sent: what is to be put right in it, whether found here or by the server, each at its field and in one
 * list; and once nothing is, what else the server refused.
 */
export function FormRefusals<Typed extends FieldValues, Output>({
  form,
  deed,
  labels,
  typedIn = {},
  yours,
  show,
  onLoad = () => {
    beginAnew(form)
    deed.reload()
  },
  children,
}: Props<Typed, Output>) {
  const { errors, submitCount } = form.formState
  const { attempt, error } = deed
  const refused = error?.code === 'invalid-input' ? error.fields : []
  const isRefused = refused.length > 0
  // Once for each refusal, whose error comes after its attempt: what is corrected since is not refused again.
  useEffect(() => {
    for (const { path, fault } of refused)
      form.setError(fieldOf(typedIn[path] ?? path, labels) as Path<Typed>, { type: 'server', message: fault })
  }, [attempt, isRefused])
  return (
    <>
      <FaultSummary errors={errors} attempt={submitCount + attempt} labels={labels} />
      {!isRefused &&
        Object.keys(errors).length === 0 &&
        (children ?? (
          <DeedRefusal error={error} attempt={attempt} labels={labels} yours={yours} show={show} onLoad={onLoad} />
        ))}
    </>
  )
}

/**
 * The field of the form that has a label: of `planned.at` also `at`, of `serviceIds.0` also `serviceIds`. What no field has is
 * told under `root`, which the library forgets with the next press; a fault of another name would hold it up for good.
 */
function fieldOf(path: string, labels: Readonly<Record<string, string>>): string {
  const parts = path.split('.')
  return [path, parts[0], parts.at(-1)].find((name) => name && name in labels) ?? `root.${path}`
}
