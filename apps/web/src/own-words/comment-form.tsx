'use client'

import type { CommentOwnWordsInput } from '@throughcare/domain/own-words/record-own-words-input'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

type Props = { readonly episodeId: string; readonly version: number }

/** A remark beside the person's words; it changes none of them. */
export function CommentForm({ episodeId, version }: Props) {
  const t = useTranslations('own-words')
  const trpc = useTRPC()
  const fault = useFault()
  const form = useForm<z.input<typeof CommentOwnWordsInput>, unknown, CommentOwnWordsInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/own-words/record-own-words-input').then((loaded) => loaded.CommentOwnWordsInput),
    ),
    shouldFocusError: false,
    defaultValues: { episodeId, version, requestId: '', text: '' },
  })
  const deed = useDeed(trpc.ownWords.comment.mutationOptions(), { onDone: () => form.reset() })
  const { errors } = form.formState
  const labels = { text: t('field.comment') }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        form.setValue('requestId', deed.requestId)
        return form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
      }}
    >
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextArea label={labels.text} rows={2} error={fault(errors.text?.message)} {...form.register('text')} />
        <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('saving')}>
          {t('comment')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
