'use client'

import type { ReachState } from '@throughcare/domain/cover-plan/cover-plan-codes'
import type { RecordReachInput } from '@throughcare/domain/cover-plan/record-reach-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const STATES = ['yes', 'no', 'unknown'] as const satisfies readonly ReachState[]

type TypedReach = { state: ReachState; fromDay: string }

type Props = { readonly episodeId: string; readonly seenVersion: number; readonly initial: TypedReach }

/** Whether the person can reach the dosing point in its hours, and from which day. */
export function ReachForm({ episodeId, initial, ...seen }: Props) {
  const t = useTranslations('cover-plan.reach')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  // The version from which the fields were filled: what a colleague says meanwhile is never written over unseen.
  const [seenVersion, setSeenVersion] = useState(seen.seenVersion)
  const deed = useDeed(trpc.coverPlan.recordReach.mutationOptions(), {
    onDone: ({ version }) => setSeenVersion(version),
  })
  const form = useForm<TypedReach, unknown, RecordReachInput>({
    resolver: resolverOf(episodeId, seenVersion),
    shouldFocusError: false,
    defaultValues: initial,
  })
  const { errors } = form.formState
  const labels = { state: t('question'), fromDay: t('from') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          yours={form.getValues()}
          show={(field, value) =>
            field === 'state' && value ? t(`state.${value as ReachState}`) : String(value ?? '') || undefined
          }
          onLoad={load}
        />
        <RadioGroup
          id="reach-state"
          legend={labels.state}
          layout="inline"
          choices={STATES.map((value) => ({ value, text: t(`state.${value}`) }))}
          {...form.register('state')}
        />
        <DateField
          id="reach-from"
          legend={labels.fromDay}
          words={dateWords}
          defaultValue={initial.fromDay}
          error={fault(errors.fromDay?.message)}
          {...form.register('fromDay')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  /** Takes over what stands in the record now. */
  function load() {
    const current = deed.error?.details.current as
      | { state: ReachState | null; fromDay: string | null; version: number }
      | undefined
    if (current) {
      form.reset({ state: current.state ?? 'unknown', fromDay: current.fromDay ?? '' })
      setSeenVersion(current.version)
    }
    deed.reload()
  }
}

function resolverOf(episodeId: string, seenVersion: number): Resolver<TypedReach, unknown, RecordReachInput> {
  return typedResolver(
    'state',
    async () => (await import('@throughcare/domain/cover-plan/record-reach-input')).RecordReachInput,
    ({ state, fromDay }, schema, note) => {
      const said = { episodeId, seenVersion, state, fromDay: fromDay || null, requestId: ANY_REQUEST }
      const read = schema.safeParse(said)
      if (!read.success)
        for (const { path, message } of read.error.issues) note((path[0] ?? 'state') as keyof TypedReach, message)
      return read.data ?? null
    },
  )
}
