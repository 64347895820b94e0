'use client'

import type { RecallInput } from '@throughcare/domain/release/recall-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly version: number; readonly today: string }

/** A person who was released is back here: a new episode, which begins with the old answers. */
export function RecallForm({ episodeId, version, today }: Props) {
  const t = useTranslations('release')
  const dateWords = useTranslations('form.date')
  const fault = useFault()
  const trpc = useTRPC()
  const router = useRouter()
  const form = useForm<z.input<typeof RecallInput>, unknown, RecallInput>({
    resolver: lazyResolver(() => import('@throughcare/domain/release/recall-input').then((m) => m.RecallInput)),
    shouldFocusError: false,
    defaultValues: { episodeId, requestId: '', seenVersion: version, backOn: today },
  })
  const deed = useDeed(trpc.release.recall.mutationOptions(), {
    refresh: false,
    onDone: (recalled) => router.push(paths.case(recalled.episodeId)),
  })
  const { errors } = form.formState
  const labels = { backOn: t('recall.label') }
  return (
    <Disclosure summary={t('recall.open')}>
      <form
        noValidate
        onSubmit={(event) => {
          form.setValue('requestId', deed.requestId)
          form.setValue('seenVersion', version)
          return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
        }}
      >
        <FormBody>
          <p>{t('recall.lead')}</p>
          <FormRefusals form={form} deed={deed} labels={labels} yours={{}} />
          <DateField
            legend={labels.backOn}
            words={{ day: dateWords('day'), month: dateWords('month'), year: dateWords('year') }}
            error={fault(errors.backOn?.message)}
            defaultValue={today}
            {...form.register('backOn')}
          />
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('recall.pending')}>
            {t('recall.confirm')}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
  )
}
