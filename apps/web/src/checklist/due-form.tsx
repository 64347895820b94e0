'use client'

import type { SetItemDueInput } from '@throughcare/domain/checklist/work-on-items-input'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { TimeField } from '@throughcare/ui/time-field'
import { useTimeZone, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useFilledFrom } from '../form/use-filled-from.ts'
import { useTRPC } from '../trpc/client.tsx'
import type { TypedMoment } from '../words/typed-moment.ts'
import { useFormat } from '../words/use-format.ts'
import { dueResolver, type TypedDue } from './due-typed.ts'

type Props = {
  readonly itemId: string
  readonly seenVersion: number
  /** When it is due now, on the clock of the reader's service. */
  readonly due: TypedMoment
  readonly dueByHand: boolean
}

/** Another due time than the rule's, or the rule's again; never without saying why. */
export function DueForm({ itemId, seenVersion, due, dueByHand }: Props) {
  const t = useTranslations('item-work.due')
  const zone = useTimeZone() ?? 'UTC'
  const trpc = useTRPC()
  const fault = useFault()
  const format = useFormat()
  const dateWords = useDateWords()
  const isRule = useRef(false)
  const stored: TypedDue = { ...due, reason: '', seenVersion }
  const [told, setTold] = useState('')
  const deed = useDeed(trpc.checklist.setDue.mutationOptions(), {
    onDone: () => {
      beginAnew(form, { ...form.getValues(), reason: '' })
      setTold(t('saved'))
    },
  })
  const form = useForm<TypedDue, unknown, SetItemDueInput>({
    resolver: dueResolver(itemId, zone, () => isRule.current),
    shouldFocusError: false,
    defaultValues: stored,
  })
  useFilledFrom(form, stored)
  const { errors } = form.formState
  const labels = { day: t('day'), time: t('time'), reason: t('reason'), dueAt: t('heading') }
  const press = (toRule: boolean) => {
    isRule.current = toRule
    setTold('')
    return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))
  }
  return (
    <form noValidate onSubmit={(event) => press(false)(event)}>
      <FormBody>
        <p>{t('lead')}</p>
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          typedIn={{ dueAt: 'time' }}
          yours={{ dueAt: [form.getValues('day'), form.getValues('time')].filter(Boolean).join(' ') }}
          show={(_field, value) =>
            typeof value === 'string' && value.includes('T') ? format.instant(value) : String(value ?? '')
          }
        />
        <DateField legend={labels.day} words={dateWords} error={fault(errors.day?.message)} {...form.register('day')} />
        <TimeField
          label={labels.time}
          description={t('time-hint')}
          error={fault(errors.time?.message)}
          {...form.register('time')}
        />
        <TextField
          label={labels.reason}
          maxLength={500}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <ButtonRow>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
          {dueByHand && (
            <Button variant="quiet" pending={deed.pending} onClick={(event) => press(true)(event)}>
              {t('back')}
            </Button>
          )}
          <StatusLine>{told}</StatusLine>
        </ButtonRow>
      </FormBody>
    </form>
  )
}
