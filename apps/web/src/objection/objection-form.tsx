'use client'

import type { ObjectionCategory, RecordObjectionInput } from '@throughcare/domain/objection/objection-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { KINDS } from '../consent/receiving-kinds.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

const CATEGORIES = [
  'omt',
  'naloxone',
  'health',
  'housing',
  'benefits',
  'documents',
  'work',
  'belongings',
  'support',
] as const satisfies readonly ObjectionCategory[]

type Typed = { serviceIds: string[]; kinds: string[]; categories: ObjectionCategory[]; ownWords: string }
type Props = { readonly episodeId: string; readonly services: readonly { id: string; name: string }[] }

/** What the person does not want shared of what is shared for their care. */
export function ObjectionForm({ episodeId, services }: Props) {
  const t = useTranslations('objection')
  const kind = useTranslations('consent.kind')
  const category = useTranslations('handoff.category')
  const trpc = useTRPC()
  const fault = useFault()
  const format = useFormat()
  const [dueAt, setDueAt] = useState('')
  const deed = useDeed(trpc.objection.record.mutationOptions(), {
    onDone: (done) => {
      form.reset()
      setDueAt(done.dueAt)
    },
  })
  const form = useForm<Typed, unknown, RecordObjectionInput>({
    resolver: typedResolver(
      'categories',
      () => import('@throughcare/domain/objection/objection-inputs'),
      (now, schemas, note) => {
        const ownWords = now.ownWords.trim() || null
        return takenOrNoted(
          schemas.RecordObjectionInput.safeParse({ ...now, ownWords, episodeId, requestId: ANY_REQUEST }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { serviceIds: [], kinds: [], categories: [], ownWords: '' },
  })
  const { errors } = form.formState
  const labels = {
    categories: t('field.categories'),
    serviceIds: t('field.serviceIds'),
    kinds: t('field.kinds'),
    ownWords: t('field.ownWords'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <CheckboxGroup
          legend={labels.categories}
          choices={CATEGORIES.map((value) => ({ value, text: category(value) }))}
          error={fault(errors.categories?.message)}
          {...form.register('categories')}
        />
        <CheckboxGroup
          legend={labels.serviceIds}
          description={t('hint.recipients')}
          choices={services.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.serviceIds?.message)}
          {...form.register('serviceIds')}
        />
        <CheckboxGroup
          legend={labels.kinds}
          choices={KINDS.map((value) => ({ value, text: kind(value) }))}
          {...form.register('kinds')}
        />
        <TextArea
          label={labels.ownWords}
          rows={2}
          error={fault(errors.ownWords?.message)}
          {...form.register('ownWords')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error && dueAt ? t('saved', { at: format.instant(dueAt) }) : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
