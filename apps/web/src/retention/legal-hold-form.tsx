'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** Keeps a person's records beyond their time or, where a hold stands, lets go of them again; each with a reason. */
export function LegalHoldForm({ episodeId, isHeld }: { readonly episodeId: string; readonly isHeld: boolean }) {
  const t = useTranslations('retention.hold')
  const trpc = useTRPC()
  const fault = useFault()
  const [made, setMade] = useState<'kept' | 'let-go'>('kept')
  const deed = useDeed(trpc.retention.setHold.mutationOptions(), {
    onDone: ({ isOn }) => {
      form.reset()
      setMade(isOn ? 'kept' : 'let-go')
    },
  })
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' }, shouldFocusError: false })
  const { errors } = form.formState
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ reason }) =>
        reason.trim() === ''
          ? form.setError('reason', { message: 'retention.reason.missing' })
          : deed.press({ episodeId, isOn: !isHeld, reason: reason.trim() }),
      )}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={{ reason: t('reason') }} />
        <TextField
          label={t('reason')}
          maxLength={500}
          autoComplete="off"
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
            {t(isHeld ? 'off' : 'on')}
          </Button>
        </div>
        <StatusLine>{deed.done && !deed.error ? t(made) : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
