'use client'

import type { SharingKind, SharingOffer } from '@throughcare/domain/sharing-note/sharing-note-codes'
import type { RecordSharingNoteInput } from '@throughcare/domain/sharing-note/sharing-note-inputs'
import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const KINDS = [
  'helped-somebody-in-withdrawal',
  'shared-with-partner',
  'was-pressured',
  'sold-or-swapped',
  'lost-or-stolen',
  'prefers-not-to-say',
] as const satisfies readonly SharingKind[]
const OFFERS = ['partner-into-treatment', 'depot', 'other-dosing-point'] as const satisfies readonly SharingOffer[]

type TypedNote = {
  kind: SharingKind | ''
  words: string
  wants: SharingOffer[]
  toldOn: string
  seenAlone: boolean
  agreed: boolean
}

type Props = { readonly episodeId: string; readonly today: string }

/** What somebody said, and which of the three offers they want. */
export function NoteForm({ episodeId, today }: Props) {
  const t = useTranslations('sharing-note')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.sharingNote.record.mutationOptions(), { onDone: () => form.reset() })
  const form = useForm<TypedNote, unknown, RecordSharingNoteInput>({
    resolver: typedResolver(
      'kind',
      () => import('@throughcare/domain/sharing-note/sharing-note-inputs'),
      (typed, schemas, note) => {
        return takenOrNoted(
          schemas.RecordSharingNoteInput.safeParse({
            ...typed,
            episodeId,
            requestId: ANY_REQUEST,
            words: typed.words.trim() || null,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: { kind: '', words: '', wants: [], toldOn: today, seenAlone: false, agreed: false },
  })
  const { errors } = form.formState
  const fields = Object.keys(form.formState.defaultValues ?? {}) as (keyof TypedNote)[]
  const labels = Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)]))
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <Checkbox label={labels.seenAlone} error={fault(errors.seenAlone?.message)} {...form.register('seenAlone')} />
        <Checkbox label={labels.agreed} error={fault(errors.agreed?.message)} {...form.register('agreed')} />
        <RadioGroup
          legend={labels.kind}
          choices={KINDS.map((value) => ({ value, text: t(`what.${value}`) }))}
          error={fault(errors.kind?.message)}
          {...form.register('kind')}
        />
        <TextArea
          label={labels.words}
          description={t('hint.words')}
          rows={3}
          error={fault(errors.words?.message)}
          {...form.register('words')}
        />
        <CheckboxGroup
          legend={labels.wants}
          description={t('hint.wants')}
          choices={OFFERS.map((value) => ({ value, text: t(`offer.${value}`) }))}
          error={fault(errors.wants?.message)}
          {...form.register('wants')}
        />
        <DateField
          legend={labels.toldOn}
          words={dateWords}
          defaultValue={today}
          error={fault(errors.toldOn?.message)}
          {...form.register('toldOn')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
