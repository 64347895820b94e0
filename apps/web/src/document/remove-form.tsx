'use client'

import type { RemoveDocumentInput } from '@throughcare/domain/document/document-inputs'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly documentId: string; readonly itemId: string; readonly title: string }

/** Takes a document away, with the reason; the item may open again. */
export function RemoveForm({ documentId, itemId, title }: Props) {
  const t = useTranslations('document')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.document.remove.mutationOptions())
  const form = useForm<z.input<typeof RemoveDocumentInput>, unknown, RemoveDocumentInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/document/document-inputs').then((file) => file.RemoveDocumentInput),
    ),
    values: { documentId, itemId, requestId: deed.requestId, reason: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = form.formState
  return (
    <Disclosure
      summary={
        <>
          {t('remove')}
          <VisuallyHidden>: {title}</VisuallyHidden>
        </>
      }
    >
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
        <FormBody>
          <p>{t('remove-hint')}</p>
          <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{ reason: t('remove-reason') }} />
          <TextField
            id={`remove-${documentId}`}
            label={t('remove-reason')}
            maxLength={500}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <Button type="submit" size="small" variant="danger" pending={deed.pending} pendingText={t('removing')}>
            {t('remove')}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
  )
}
