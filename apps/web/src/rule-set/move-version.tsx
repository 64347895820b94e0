'use client'

import { Button } from '@throughcare/ui/button'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody, Stack } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly ruleSetVersionId: string
  readonly version: number
  /** How often the version had been moved when the page was read. */
  readonly seenVersion: number
  readonly may: { approve: boolean; withdraw: boolean }
}

/** The presses about one version: the approver's yes, asked once more, and its withdrawal with a reason. */
export function MoveVersion(props: Props) {
  return (
    <Stack gap="small">
      {props.may.approve && <Approve {...props} />}
      {props.may.withdraw && <Withdraw {...props} />}
    </Stack>
  )
}

function Approve({ ruleSetVersionId, version, seenVersion }: Props) {
  const t = useTranslations('rule-set.approve')
  const trpc = useTRPC()
  const [open, setOpen] = useState(false)
  const deed = useDeed(trpc.ruleSet.approve.mutationOptions())
  return (
    <>
      <DeedRefusal error={deed.error} attempt={deed.attempt} onLoad={deed.reload} />
      <div>
        <Button pending={deed.pending} pendingText={t('saving')} onClick={() => setOpen(true)}>
          {t('press', { version })}
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        heading={t('confirm-heading')}
        confirmText={t('press', { version })}
        cancelText={t('cancel')}
        pending={deed.pending}
        pendingText={t('saving')}
        onCancel={() => setOpen(false)}
        onConfirm={() => {
          deed.press({ ruleSetVersionId, seenVersion })
          setOpen(false)
        }}
      >
        <p>{t('confirm-text')}</p>
      </ConfirmDialog>
      <StatusLine>{deed.done && !deed.error ? t('done') : ''}</StatusLine>
    </>
  )
}

type Withdrawal = { ruleSetVersionId: string; requestId: string; seenVersion: number; reason: string }

const resolver = lazyResolver(() =>
  import('@throughcare/domain/rule-set/rule-set-inputs').then((loaded) => loaded.WithdrawRuleSetInput),
)

function Withdraw({ ruleSetVersionId, version, seenVersion }: Props) {
  const t = useTranslations('rule-set.withdraw')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.ruleSet.withdraw.mutationOptions())
  const form = useForm<Withdrawal>({
    resolver: resolver as never,
    values: { ruleSetVersionId, seenVersion, requestId: deed.requestId, reason: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = form.formState
  const labels = { reason: t('reason') }
  return (
    <Disclosure summary={t('press', { version })}>
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _requestId, ...said }) => deed.press(said))}>
        <FormBody>
          <FormRefusals form={form} deed={deed} labels={labels} />
          <p>{t('hint')}</p>
          <TextField
            label={labels.reason}
            maxLength={500}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <div>
            <Button type="submit" variant="danger" pending={deed.pending} pendingText={t('saving')}>
              {t('save')}
            </Button>
          </div>
          <StatusLine>{deed.done && !deed.error ? t('done') : ''}</StatusLine>
        </FormBody>
      </form>
    </Disclosure>
  )
}
