'use client'

import type { DataRequestKind } from '@throughcare/domain/data-request/data-request-codes'
import type { RecordDataRequestInput } from '@throughcare/domain/data-request/data-request-inputs'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextArea } from '@throughcare/ui/text-area'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'

const KINDS = ['access', 'correction', 'restriction', 'erasure'] as const satisfies readonly DataRequestKind[]
const ASKERS = ['person', 'representative'] as const
const CHECKS = ['known-here', 'document', 'other'] as const

type Typed = { kind: string; askedOn: string; asker: string; identity: string; words: string }

/** What somebody asks about what is written of them, written down as it came in. */
export function RecordRequestForm({ episodeId, today }: { readonly episodeId: string; readonly today: string }) {
  const t = useTranslations('data-request')
  const trpc = useTRPC()
  const router = useRouter()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.dataRequest.record.mutationOptions(), {
    refresh: false,
    onDone: ({ dataRequestId }) => router.push(paths.dataRequest(dataRequestId)),
  })
  const form = useForm<Typed, unknown, RecordDataRequestInput>({
    resolver: typedResolver(
      'kind',
      () => import('@throughcare/domain/data-request/data-request-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.RecordDataRequestInput.safeParse({
            ...now,
            episodeId,
            requestId: ANY_REQUEST,
            words: now.words.trim() || null,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    // How somebody made sure that it is they is never filled in for them.
    defaultValues: { kind: '', askedOn: today, asker: '', identity: '', words: '' },
  })
  const { errors } = form.formState
  const labels = {
    kind: t('record.kind'),
    askedOn: t('record.askedOn'),
    asker: t('record.asker'),
    identity: t('record.identity'),
    words: t('record.words'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <RadioGroup
          legend={labels.kind}
          choices={KINDS.map((value) => ({ value, text: t(`kind.${value}`), description: t(`kind-hint.${value}`) }))}
          error={fault(errors.kind?.message)}
          {...form.register('kind')}
        />
        <DateField
          legend={labels.askedOn}
          words={dateWords}
          defaultValue={today}
          error={fault(errors.askedOn?.message)}
          {...form.register('askedOn')}
        />
        <RadioGroup
          legend={labels.asker}
          choices={ASKERS.map((value) => ({ value, text: t(`asker.${value}`) }))}
          error={fault(errors.asker?.message)}
          {...form.register('asker')}
        />
        <RadioGroup
          legend={labels.identity}
          choices={CHECKS.map((value) => ({ value, text: t(`identity.${value}`) }))}
          error={fault(errors.identity?.message)}
          {...form.register('identity')}
        />
        <TextArea
          label={labels.words}
          description={t('record.words-hint')}
          maxLength={2000}
          error={fault(errors.words?.message)}
          {...form.register('words')}
        />
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('record.saving')}>
            {t('record.save')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
