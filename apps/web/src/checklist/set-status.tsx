'use client'

import type { ChangeItemStatusInput } from '@throughcare/domain/checklist/change-item-status-input'
import type { ItemStatus, SettableItemStatus } from '@throughcare/domain/checklist/item-statuses'
import { Button } from '@throughcare/ui/button'
import { FormBody, Row, Stack } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextField } from '@throughcare/ui/text-field'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { beginAnew } from '../form/begin-anew.ts'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = {
  readonly itemId: string
  readonly seenVersion: number
  /** What the item is called, for whoever hears the buttons one by one. */
  readonly title: string
  readonly status: ItemStatus
  readonly maySet: readonly SettableItemStatus[]
  /** Told the version that stands after a press. */
  readonly onSet?: ((version: number) => void) | undefined
}

const AT_ONE_PRESS = ['done', 'in-progress', 'open'] as const satisfies readonly SettableItemStatus[]
const WITH_A_REASON = ['not-needed', 'declined'] as const satisfies readonly SettableItemStatus[]

/** How one item stands, set where it stands: at one press, or with a reason where it goes off the list. */
export function SetStatus({ itemId, seenVersion, title, status, maySet, onSet }: Props) {
  const t = useTranslations('checklist')
  const trpc = useTRPC()
  const fault = useFault()
  const [told, setTold] = useState('')
  const [isOpen, setOpen] = useState(false)
  // What was last pressed, to stand beside what somebody else stored meanwhile.
  const [pressed, setPressed] = useState<Pick<ChangeItemStatusInput, 'status' | 'reason'>>()
  const deed = useDeed(trpc.checklist.setStatus.mutationOptions(), {
    onDone: ({ status: set, version, waitsFor }) => {
      beginAnew(form)
      onSet?.(version)
      setOpen(false)
      setTold(
        set === 'done' && waitsFor.length > 0
          ? t('set.waits', {
              items: waitsFor.map((code) => (t.has(`item.${code}`) ? t(`item.${code}`) : code)).join(', '),
            })
          : t('set.saved', { status: t(`status.${set}`) }),
      )
    },
  })
  const form = useForm<z.input<typeof ChangeItemStatusInput>, unknown, ChangeItemStatusInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/checklist/change-item-status-input').then((file) => file.ChangeItemStatusInput),
    ),
    values: { itemId, seenVersion, requestId: deed.requestId, status: 'not-needed', reason: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = form.formState
  const labels = { status: t('field.status'), reason: t('field.reason') }
  const press = (input: Omit<ChangeItemStatusInput, 'requestId'>) => {
    setPressed({ status: input.status, reason: input.reason })
    deed.press(input)
  }
  const withReason = WITH_A_REASON.filter((to) => maySet.includes(to))
  return (
    <Stack gap="small">
      <DeedRefusal
        error={deed.error}
        attempt={deed.attempt}
        labels={labels}
        yours={pressed}
        show={(field, value) => (field === 'status' ? t(`status.${value as ItemStatus}`) : (value as string | null))}
        onLoad={deed.reload}
      />
      <Row>
        {AT_ONE_PRESS.filter((to) => maySet.includes(to)).map((to) => (
          <Button
            key={to}
            size="small"
            variant={to === 'done' ? 'secondary' : 'quiet'}
            pending={deed.pending}
            onClick={() => press({ itemId, seenVersion, status: to, reason: null })}
          >
            {t(`set.to.${to}`)}
            <VisuallyHidden> {title}</VisuallyHidden>
          </Button>
        ))}
        {withReason.length > 0 && (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `off-${itemId}` : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            {t('set.more')}
            <VisuallyHidden> {title}</VisuallyHidden>
          </Button>
        )}
        <StatusLine key={status}>{told}</StatusLine>
      </Row>
      {isOpen && (
        <form id={`off-${itemId}`} noValidate onSubmit={form.handleSubmit(press)}>
          <FormBody>
            <RadioGroup
              id={`status-${itemId}`}
              legend={t('set.which')}
              layout="inline"
              choices={withReason.map((to) => ({ value: to, text: t(`set.to.${to}`) }))}
              {...form.register('status')}
            />
            <TextField
              id={`reason-${itemId}`}
              label={t('reason.label')}
              description={t('reason.hint')}
              maxLength={500}
              error={fault(errors.reason?.message)}
              {...form.register('reason')}
            />
            <Button type="submit" size="small" pending={deed.pending} pendingText={t('set.saving')}>
              {t('set.save')}
            </Button>
          </FormBody>
        </form>
      )}
    </Stack>
  )
}
