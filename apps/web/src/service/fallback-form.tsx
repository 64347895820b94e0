'use client'

import type { SetFallbackInput } from '@throughcare/domain/service/fallback-input'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = { serviceId: string; agreedOn: string | null; contact: string }

type Props = {
  readonly serviceId: string
  readonly seenVersion: number
  readonly services: readonly SelectOption[]
  readonly fallback: Typed
}

/** Who takes over when the service does not answer, by an agreement with a day and a name; or nobody. */
export function FallbackForm({ serviceId, seenVersion, services, fallback }: Props) {
  const t = useTranslations('service')
  const fault = useFault()
  const words = useDateWords()
  const router = useRouter()
  const form = useForm<Typed, unknown, SetFallbackInput>({
    resolver: typedResolver(
      'serviceId',
      () => import('@throughcare/domain/service/fallback-input'),
      (typed, { SetFallbackInput: Input }, note) => {
        const { agreedOn, contact } = typed
        const read = Input.safeParse({
          serviceId,
          seenVersion,
          requestId: ANY_REQUEST,
          fallback: typed.serviceId === '' ? null : { serviceId: typed.serviceId, agreedOn, contact },
        })
        for (const { path, message } of read.error?.issues ?? []) note((path[1] ?? 'serviceId') as keyof Typed, message)
        return read.data ?? null
      },
    ),
    shouldFocusError: false,
    defaultValues: fallback,
  })
  const deed = useDeed(useTRPC().service.setFallback.mutationOptions(), {
    refresh: false,
    onDone: () => {
      router.push(paths.service(serviceId))
      router.refresh()
    },
  })
  const { errors } = form.formState
  const labels = { serviceId: t('fallback.who'), agreedOn: t('fallback.agreedOn'), contact: t('fallback.contact') }
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <FormBody>
        <FormRefusals
          form={form}
          deed={deed}
          labels={{ ...labels, fallback: labels.serviceId }}
          typedIn={{ fallback: 'serviceId' }}
          yours={{}}
        />
        <Select
          label={labels.serviceId}
          description={t('fallback.who-hint')}
          options={services}
          emptyText={t('fallback.nobody')}
          error={fault(errors.serviceId?.message)}
          {...form.register('serviceId')}
        />
        <DateField
          legend={labels.agreedOn}
          words={words}
          defaultValue={fallback.agreedOn ?? ''}
          error={fault(errors.agreedOn?.message)}
          {...form.register('agreedOn', { setValueAs: orNull })}
        />
        <TextField
          label={labels.contact}
          maxLength={120}
          error={fault(errors.contact?.message)}
          {...form.register('contact')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
      </FormBody>
    </form>
  )
}
