'use client'

import type { ProposeRetentionInput } from '@throughcare/domain/retention/retention-inputs'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = { country: string; years: string; source: string; reviewBy: string }

/** A period for a country: it holds once another administrator said yes. */
export function ProposePeriod() {
  const t = useTranslations('retention.propose-rule')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.retention.propose.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<Typed, unknown, ProposeRetentionInput>({
    resolver: typedResolver(
      'country',
      () => import('@throughcare/domain/retention/retention-inputs'),
      ({ years, ...now }, schemas, note) => {
        const rule = { ...now, country: now.country.trim().toUpperCase(), years: Number(years) }
        const parsed = schemas.ProposeRetentionInput.safeParse({ requestId: ANY_REQUEST, what: 'rule', rule })
        if (parsed.success) return parsed.data
        for (const { path, message } of parsed.error.issues) note(path[1] as keyof Typed, message)
        return null
      },
    ),
    shouldFocusError: false,
    defaultValues: { country: '', years: '', source: '', reviewBy: '' },
  })
  const { errors } = form.formState
  const labels = { country: t('country'), years: t('years'), source: t('source'), reviewBy: t('reviewBy') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextField
          label={labels.country}
          width="short"
          autoComplete="off"
          error={fault(errors.country?.message)}
          {...form.register('country')}
        />
        <TextField
          label={labels.years}
          width="short"
          inputMode="numeric"
          autoComplete="off"
          error={fault(errors.years?.message)}
          {...form.register('years')}
        />
        <TextField
          label={labels.source}
          description={t('source-hint')}
          autoComplete="off"
          error={fault(errors.source?.message)}
          {...form.register('source')}
        />
        <DateField
          legend={labels.reviewBy}
          words={dateWords}
          error={fault(errors.reviewBy?.message)}
          {...form.register('reviewBy')}
        />
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}

/** Writes down the list of what is due now, for another administrator. */
export function ProposeRun() {
  const t = useTranslations('retention.propose-run')
  const trpc = useTRPC()
  const deed = useDeed(trpc.retention.propose.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <p>{t('hint')}</p>
      <div>
        <Button
          variant="secondary"
          pending={deed.pending}
          pendingText={t('saving')}
          onClick={() => deed.press({ what: 'run', rule: null })}
        >
          {t('save')}
        </Button>
      </div>
    </>
  )
}

type Waiting = { readonly what: 'rule' | 'run'; readonly id: string; readonly isOwn: boolean }

/** The other administrator's yes, or the proposer's own withdrawal. */
export function ConfirmRetention({ what, id, isOwn }: Waiting) {
  const t = useTranslations('retention')
  const trpc = useTRPC()
  const deed = useDeed(trpc.retention.confirm.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      {isOwn && <p>{t('own')}</p>}
      <ButtonRow>
        {isOwn ? (
          <Button
            variant="secondary"
            size="small"
            pending={deed.pending}
            pendingText={t('answering')}
            onClick={() => deed.press({ what, id, answer: 'take-back' })}
          >
            {t('take-back')}
          </Button>
        ) : (
          <Button
            variant={what === 'run' ? 'danger' : 'primary'}
            size="small"
            pending={deed.pending}
            pendingText={t('answering')}
            onClick={() => deed.press({ what, id, answer: 'confirm' })}
          >
            {t(what === 'run' ? 'confirm-run' : 'confirm')}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}
