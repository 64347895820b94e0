'use client'

import { useQuery } from '@tanstack/react-query'
import type { WhatIfInput } from '@throughcare/domain/cover-plan/what-if-input'
import type { Medicine } from '@throughcare/domain/medication/medication-codes'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody, Stack } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { shownError } from '../form/shown-error.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { WhatIfResult } from './what-if-result.tsx'
import { AS_RECORDED, type TypedWhatIf, whatIfResolver } from './what-if-typed.ts'

type Props = {
  readonly episodeId: string
  /** Where doses are given. */
  readonly places: readonly { id: string; name: string }[]
  readonly medicines: readonly Medicine[]
  /** Somebody who is out is released no more. */
  readonly isOut: boolean
}

/** Supposes another day, place, supply or medicine. It lives in the page: nothing is saved, and no address tells of it. */
export function WhatIfForm({ episodeId, places, medicines, isOut }: Props) {
  const t = useTranslations('cover-plan.what-if')
  const names = useTranslations('medication.medicine')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const [asked, setAsked] = useState<{ input: WhatIfInput; times: number } | null>(null)
  const form = useForm<TypedWhatIf, unknown, WhatIfInput>({
    resolver: whatIfResolver(episodeId),
    shouldFocusError: false,
    defaultValues: AS_RECORDED,
  })
  const { errors } = form.formState
  const answer = useQuery({
    ...trpc.coverPlan.whatIf.queryOptions(asked?.input ?? { episodeId, ...NOTHING }),
    enabled: asked !== null,
    retry: false,
    // The answer of a moment ago is about a record that may have changed.
    staleTime: 0,
    gcTime: 0,
  })
  const labels = {
    releaseOn: t('release-on'),
    dosingServiceId: t('dosing'),
    firstAppointment: t('appointment'),
    supplyFrom: t('supply-from'),
    supplyTo: t('supply-to'),
    medicine: t('medicine'),
    depotOn: t('depot-on'),
  }
  const day = (name: 'releaseOn' | 'firstAppointment' | 'supplyFrom' | 'supplyTo' | 'depotOn', hint?: string) => (
    <DateField
      legend={labels[name]}
      description={hint}
      words={dateWords}
      error={fault(errors[name]?.message)}
      {...form.register(name)}
    />
  )
  return (
    <Stack gap="large">
      <form
        noValidate
        onSubmit={form.handleSubmit((input) => setAsked((before) => ({ input, times: (before?.times ?? 0) + 1 })))}
      >
        <FormBody>
          <FormRefusals
            form={form}
            deed={{
              error: answer.error && shownError(answer.error),
              attempt: asked?.times ?? 0,
              reload: () => void answer.refetch(),
            }}
            labels={labels}
            typedIn={{ 'supply.from': 'supplyFrom', 'supply.to': 'supplyTo', supply: 'supplyFrom' }}
          />
          {!isOut && day('releaseOn')}
          <Select
            label={labels.dosingServiceId}
            emptyText={t('as-recorded')}
            options={places.map(({ id, name }) => ({ value: id, text: name }))}
            error={fault(errors.dosingServiceId?.message)}
            {...form.register('dosingServiceId')}
          />
          {day('firstAppointment')}
          {day('supplyFrom')}
          {day('supplyTo')}
          <Select
            label={labels.medicine}
            emptyText={t('as-recorded')}
            options={medicines.map((code) => ({ value: code, text: names(code) }))}
            {...form.register('medicine')}
          />
          {day('depotOn', t('depot-hint'))}
          <ButtonRow>
            <Button type="submit" pending={answer.isFetching} pendingText={t('asking')}>
              {t('ask')}
            </Button>
          </ButtonRow>
        </FormBody>
      </form>
      <div aria-live="polite">{answer.data && <WhatIfResult answer={answer.data} />}</div>
    </Stack>
  )
}

const NOTHING = {
  releaseOn: null,
  dosingServiceId: null,
  firstAppointment: null,
  supply: null,
  medicine: null,
  depotOn: null,
}
