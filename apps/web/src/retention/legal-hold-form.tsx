'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Keeps a person's records beyond their time, or lets go of them again; each with a reason. */
export function LegalHoldForm({ episodeId }: { readonly episodeId: string }) {
  const t = useTranslations('retention.hold')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.retention.setHold.mutationOptions())
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' }, shouldFocusError: false })
  const { errors } = form.formState
  const set = (isOn: boolean) =>
    form.handleSubmit(({ reason }) =>
      reason.trim() === ''
        ? form.setError('reason', { message: 'retention.reason.missing' })
        : deed.press({ episodeId, isOn, reason: reason.trim() }),
    )()
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={{ reason: t('reason') }} />
        <TextField
          label={t('reason')}
          maxLength={500}
          autoComplete="off"
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <ButtonRow>
          <Button variant="secondary" pending={deed.pending} pendingText={t('saving')} onClick={() => void set(true)}>
            {t('on')}
          </Button>
          <Button variant="secondary" pending={deed.pending} pendingText={t('saving')} onClick={() => void set(false)}>
            {t('off')}
          </Button>
        </ButtonRow>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
