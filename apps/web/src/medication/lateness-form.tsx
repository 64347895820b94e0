'use client'

import type { AgreeLatenessInput } from '@throughcare/domain/medication/agree-lateness-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TimeField } from '@throughcare/ui/time-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type TypedLateness = { until: string }

type Props = {
  readonly episodeId: string
  readonly dosingServiceId: string
  readonly seenVersion: number
  readonly initial: TypedLateness
}

/** Up to when the dosing point waits for this person. An empty field takes it back. */
export function LatenessForm({ episodeId, dosingServiceId, initial, ...seen }: Props) {
  const t = useTranslations('medication.lateness')
  const trpc = useTRPC()
  const fault = useFault()
  // The version from which the field was filled: what a colleague says meanwhile is never written over unseen.
  const [seenVersion, setSeenVersion] = useState(seen.seenVersion)
  const form = useForm<TypedLateness, unknown, AgreeLatenessInput>({
    resolver: resolverOf({ episodeId, dosingServiceId, seenVersion }),
    shouldFocusError: false,
    defaultValues: initial,
  })
  const deed = useDeed(trpc.medication.agreeLateness.mutationOptions(), {
    onDone: ({ version }) => setSeenVersion(version),
  })
  const { errors } = form.formState
  const labels = { until: t('until') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} onLoad={load} />
        <TimeField
          id="until"
          label={labels.until}
          description={t('hint')}
          error={fault(errors.until?.message)}
          {...form.register('until')}
        />
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
        </div>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  /** Takes over what stands in the record now. */
  function load() {
    const current = deed.error?.details.current as { until: string | null; version: number } | undefined
    if (current) {
      form.reset({ until: current.until ?? '' })
      setSeenVersion(current.version)
    }
    deed.reload()
  }
}

function resolverOf(
  of: Pick<AgreeLatenessInput, 'episodeId' | 'dosingServiceId' | 'seenVersion'>,
): Resolver<TypedLateness, unknown, AgreeLatenessInput> {
  return typedResolver(
    'until',
    async () => (await import('@throughcare/domain/medication/agree-lateness-input')).AgreeLatenessInput,
    ({ until }, schema, note) => {
      const read = schema.safeParse({ ...of, until: until.trim() || null, requestId: ANY_REQUEST })
      if (!read.success) for (const { message } of read.error.issues) note('until', message)
      return read.data ?? null
    },
  )
}
