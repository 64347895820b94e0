'use client'

import type {
  NaloxoneUsed,
  OverdoseToldBy,
  YesNoNotKnown,
} from '@throughcare/domain/overdose-report/overdose-report-codes'
import type { RecordOverdoseInput } from '@throughcare/domain/overdose-report/overdose-report-inputs'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { orNull } from '../person/typed-values.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const TOLD_BY = ['person', 'somebody-near', 'service', 'emergency-service'] as const satisfies readonly OverdoseToldBy[]
const NALOXONE = ['own-kit', 'other-kit', 'no', 'not-known'] as const satisfies readonly NaloxoneUsed[]
const ANSWERS = ['yes', 'no', 'not-known'] as const satisfies readonly YesNoNotKnown[]

type Props = {
  readonly episodeId: string
  /** How many reports stand on the page. */
  readonly reports: number
  readonly kits: readonly { value: string; text: string }[]
}

/** What was told of an overdose that the person came round from. Every question may be answered with "not known". */
export function ReportForm({ episodeId, reports, kits }: Props) {
  const t = useTranslations('overdose-report')
  const dateWords = useDateWords()
  const fault = useFault()
  const trpc = useTRPC()
  const unsaid: z.input<typeof RecordOverdoseInput> = {
    episodeId,
    requestId: '',
    seenVersion: reports,
    happenedOn: null,
    toldBy: 'person',
    naloxone: 'not-known',
    kitId: kits[0]?.value ?? null,
    isReplaced: false,
    ambulance: 'not-known',
    alone: 'not-known',
  }
  const form = useForm<z.input<typeof RecordOverdoseInput>, unknown, RecordOverdoseInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/overdose-report/overdose-report-inputs').then((loaded) => loaded.RecordOverdoseInput),
    ),
    shouldFocusError: false,
    defaultValues: unsaid,
  })
  useFilledFrom(form, unsaid)
  const deed = useDeed(trpc.overdoseReport.record.mutationOptions(), { onDone: () => beginAnew(form) })
  const { errors } = form.formState
  const isOwnKit = form.watch('naloxone') === 'own-kit'
  const labels = {
    happenedOn: t('field.happenedOn'),
    toldBy: t('field.toldBy'),
    naloxone: t('field.naloxone'),
    kitId: t('field.kitId'),
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        form.setValue('requestId', deed.requestId)
        if (!isOwnKit) {
          form.setValue('kitId', null)
          form.setValue('isReplaced', false)
        }
        return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
      }}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <DateField
          legend={labels.happenedOn}
          description={t('hint.happenedOn')}
          words={dateWords}
          error={fault(errors.happenedOn?.message)}
          {...form.register('happenedOn', { setValueAs: orNull })}
        />
        <RadioGroup
          legend={labels.toldBy}
          choices={TOLD_BY.map((value) => ({ value, text: t(`told-by.${value}`) }))}
          {...form.register('toldBy')}
        />
        <RadioGroup
          legend={labels.naloxone}
          choices={NALOXONE.map((value) => ({ value, text: t(`naloxone.${value}`) }))}
          {...form.register('naloxone')}
        />
        {isOwnKit && kits.length > 0 && (
          <Select
            label={labels.kitId}
            emptyText={t('kit-not-on-record')}
            options={kits}
            error={fault(errors.kitId?.message)}
            {...form.register('kitId', { setValueAs: orNull })}
          />
        )}
        {isOwnKit && (
          <Checkbox label={t('field.isReplaced')} description={t('hint.isReplaced')} {...form.register('isReplaced')} />
        )}
        {(['ambulance', 'alone'] as const).map((question) => (
          <RadioGroup
            key={question}
            legend={t(`field.${question}`)}
            layout="inline"
            choices={ANSWERS.map((value) => ({ value, text: t(`yes-no.${value}`) }))}
            {...form.register(question)}
          />
        ))}
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
