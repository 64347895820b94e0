'use client'

import type { CommentItemInput } from '@throughcare/domain/checklist/work-on-items-input'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormRefusals } from '../form/form-refusals.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'
import { type DraftState, useDraft } from './use-draft.ts'

const LONGEST = 20_000

type Props = { readonly itemId: string; readonly draft: { readonly text: string; readonly savedAt: string } | null }

/** Something to say about the item; what is typed is kept until it is posted. */
export function CommentForm({ itemId, draft: before }: Props) {
  const t = useTranslations('item-work.comment')
  const trpc = useTRPC()
  const fault = useFault()
  const format = useFormat()
  const draft = useDraft(itemId, LONGEST)
  const [isPosted, setPosted] = useState(false)
  const deed = useDeed(trpc.checklist.comment.mutationOptions(), {
    onDone: () => {
      form.reset({ itemId, requestId: deed.requestId, text: '', isDraft: false })
      draft.posted()
      setPosted(true)
    },
  })
  const form = useForm<z.input<typeof CommentItemInput>, unknown, CommentItemInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/checklist/work-on-items-input').then((file) => file.CommentItemInput),
    ),
    shouldFocusError: false,
    defaultValues: { itemId, requestId: deed.requestId, text: before?.text ?? '', isDraft: false },
  })
  const { errors } = form.formState
  const labels = { text: t('label') }
  const post = async ({ requestId: _made, ...input }: CommentItemInput) => {
    await draft.stop()
    deed.press(input)
  }
  const field = form.register('text', {
    onChange: ({ target }: { target: { value: string } }) => {
      setPosted(false)
      draft.typed(target.value)
    },
    onBlur: draft.save,
  })
  return (
    <form noValidate onSubmit={form.handleSubmit(post)}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <TextArea
          id="comment-text"
          label={labels.text}
          description={t('hint')}
          rows={4}
          error={fault(errors.text?.message)}
          {...field}
        />
        <ButtonRow>
          <Button type="submit" pending={deed.pending} pendingText={t('posting')}>
            {t('post')}
          </Button>
          <StatusLine tone={draft.state.kind === 'not-kept' ? 'attention' : 'quiet'}>{wordsOf(draft.state)}</StatusLine>
        </ButtonRow>
      </FormBody>
    </form>
  )

  function wordsOf(state: DraftState): string | null {
    if (isPosted && state.kind === 'nothing') return t('posted')
    if (state.kind === 'keeping') return t('keeping')
    if (state.kind === 'kept') return t('kept', { at: format.instant(state.at, 'time') })
    if (state.kind === 'not-kept') return t(state.isSignedOut ? 'not-kept-signed-out' : 'not-kept')
    return before ? t('kept-before', { at: format.instant(before.savedAt) }) : null
  }
}
