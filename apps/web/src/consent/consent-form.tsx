'use client'

import type {
  Capacity,
  ConsentCategory,
  ConsentExplained,
  ConsentPurpose,
} from '@throughcare/domain/consent/consent-codes'
import type { RecordConsentInput } from '@throughcare/domain/consent/consent-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { beginAnew } from '../form/begin-anew.ts'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { KINDS } from './receiving-kinds.ts'

/** In the order in which they are offered; the schema with the same codes is loaded with the first press. */
const PURPOSES = [
  'treatment-goes-on',
  'support-goes-on',
  'housing',
  'benefits',
  'supporter-told',
  'research',
] as const satisfies readonly ConsentPurpose[]
const EXPLAINED = [
  'spoken',
  'read-aloud',
  'with-interpreter',
  'easy-read',
  'read-alone',
] as const satisfies readonly ConsentExplained[]
const CAPACITIES = ['can-decide', 'cannot-decide', 'not-looked-at'] as const satisfies readonly Capacity[]

type Typed = {
  answer: '' | 'given' | 'refused'
  purpose: ConsentPurpose
  serviceIds: string[]
  kinds: string[]
  supporterIds: string[]
  categories: ConsentCategory[]
  fromOn: string
  toOn: string
  language: string
  explained: ConsentExplained
  capacity: Capacity
  witness: string
  ownWords: string
  signature: string
}

type Props = {
  readonly episodeId: string
  readonly today: string
  readonly categories: readonly ConsentCategory[]
  readonly services: readonly { id: string; name: string }[]
  readonly supporters: readonly { id: string; name: string }[]
  readonly languages: readonly { value: string; text: string }[]
}

/** What the person says when asked: nothing is chosen beforehand, and a no is kept as well as a yes. */
export function ConsentForm({ episodeId, today, categories, services, supporters, languages }: Props) {
  const t = useTranslations('consent')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const deed = useDeed(trpc.consent.record.mutationOptions(), { onDone: () => beginAnew(form) })
  const form = useForm<Typed, unknown, RecordConsentInput>({
    resolver: typedResolver(
      'answer',
      () => import('@throughcare/domain/consent/consent-inputs'),
      (now, schemas, note) => {
        return takenOrNoted(
          schemas.RecordConsentInput.safeParse({
            ...now,
            episodeId,
            requestId: ANY_REQUEST,
            toOn: now.toOn || null,
            language: now.language || null,
            witness: now.witness.trim() || null,
            ownWords: now.ownWords.trim() || null,
            signature: now.answer === 'given' ? now.signature.trim() || null : null,
          }),
          note,
        )
      },
    ),
    shouldFocusError: false,
    defaultValues: {
      answer: '',
      purpose: 'treatment-goes-on',
      serviceIds: [],
      kinds: [],
      supporterIds: [],
      categories: [],
      fromOn: today,
      toOn: '',
      language: '',
      explained: 'spoken',
      capacity: 'not-looked-at',
      witness: '',
      ownWords: '',
      signature: '',
    },
  })
  const { errors } = form.formState
  const answer = form.watch('answer')
  const labels = Object.fromEntries(
    (
      [
        'answer',
        'purpose',
        'categories',
        'serviceIds',
        'kinds',
        'supporterIds',
        'fromOn',
        'toOn',
        'language',
        'explained',
        'capacity',
        'witness',
        'ownWords',
        'signature',
      ] as const
    ).map((name) => [name, t(`field.${name}`)]),
  ) as Record<keyof Typed, string>
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <CheckboxGroup
          legend={labels.categories}
          choices={categories.map((value) => ({ value, text: t(`category.${value}`) }))}
          error={fault(errors.categories?.message)}
          {...form.register('categories')}
        />
        <CheckboxGroup
          legend={labels.serviceIds}
          choices={services.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.serviceIds?.message)}
          {...form.register('serviceIds')}
        />
        <CheckboxGroup
          legend={labels.kinds}
          description={t('hint.optional')}
          choices={KINDS.map((value) => ({ value, text: t(`kind.${value}`) }))}
          {...form.register('kinds')}
        />
        {supporters.length > 0 && (
          <CheckboxGroup
            legend={labels.supporterIds}
            description={t('hint.optional')}
            choices={supporters.map(({ id, name }) => ({ value: id, text: name }))}
            error={fault(errors.supporterIds?.message)}
            {...form.register('supporterIds')}
          />
        )}
        <Select
          label={labels.purpose}
          width="medium"
          options={PURPOSES.map((value) => ({ value, text: t(`purpose.${value}`) }))}
          {...form.register('purpose')}
        />
        <DateField
          legend={labels.fromOn}
          words={dateWords}
          defaultValue={today}
          error={fault(errors.fromOn?.message)}
          {...form.register('fromOn')}
        />
        <DateField
          legend={labels.toOn}
          description={t('hint.toOn')}
          words={dateWords}
          defaultValue=""
          error={fault(errors.toOn?.message)}
          {...form.register('toOn')}
        />
        <Select
          label={labels.language}
          width="medium"
          emptyText={t('field.no-language')}
          options={languages}
          {...form.register('language')}
        />
        <Select
          label={labels.explained}
          width="medium"
          options={EXPLAINED.map((value) => ({ value, text: t(`explained.${value}`) }))}
          {...form.register('explained')}
        />
        <TextField
          label={labels.witness}
          description={t('hint.optional')}
          autoComplete="off"
          error={fault(errors.witness?.message)}
          {...form.register('witness')}
        />
        <RadioGroup
          legend={labels.capacity}
          description={t('hint.capacity')}
          choices={CAPACITIES.map((value) => ({ value, text: t(`capacity.${value}`) }))}
          {...form.register('capacity')}
        />
        <RadioGroup
          legend={labels.answer}
          choices={(['given', 'refused'] as const).map((value) => ({ value, text: t(`answer.${value}`) }))}
          error={fault(errors.answer?.message)}
          {...form.register('answer')}
        />
        <TextArea
          label={labels.ownWords}
          description={t('hint.optional')}
          rows={2}
          error={fault(errors.ownWords?.message)}
          {...form.register('ownWords')}
        />
        {answer === 'given' && (
          <TextField
            label={labels.signature}
            description={t('hint.signature')}
            autoComplete="off"
            error={fault(errors.signature?.message)}
            {...form.register('signature')}
          />
        )}
        <Button type="submit" pending={deed.pending} pendingText={t('ask.saving')}>
          {t('ask.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('ask.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )
}
