'use client'

import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Proposal = {
  requestId: string
  what: 'merge' | 'part'
  facePersonId: string
  otherPersonId: string
  reason: string
}
type Props = Omit<Proposal, 'requestId' | 'reason'>

const resolver = lazyResolver(() =>
  import('@throughcare/domain/merge/merge-inputs').then((loaded) => loaded.ProposeMergeInput),
)

/** Asks a second person to join two records, or to take them apart again. */
export function ReasonForm(pair: Props) {
  const t = useTranslations('merge.propose')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.merge.propose.mutationOptions())
  const form = useForm<Proposal>({
    resolver: resolver as never,
    values: { ...pair, requestId: deed.requestId, reason: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = form.formState
  const labels = { reason: t('reason') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...said }) => deed.press(said))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextArea
          label={labels.reason}
          description={t('reason-hint')}
          maxLength={500}
          error={fault(errors.reason?.message)}
          {...form.register('reason')}
        />
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('sending')}>
            {t('send')}
          </Button>
        </div>
        <StatusLine>{deed.done && !deed.error ? t('sent') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
