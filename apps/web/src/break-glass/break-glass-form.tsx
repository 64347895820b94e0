'use client'

import type { BrokenGlass } from '@throughcare/api/break-glass/open-break-glass'
import type { BreakGlassReason, LegalBasis } from '@throughcare/domain/break-glass/break-glass-codes'
import type { OpenBreakGlassInput } from '@throughcare/domain/break-glass/break-glass-inputs'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody, Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

const REASONS = ['life-at-risk', 'no-dose-today', 'danger-to-somebody'] as const satisfies readonly BreakGlassReason[]

type Typed = {
  familyName: string
  givenNames: string
  dateOfBirth: string
  reason: '' | BreakGlassReason
  basis: '' | LegalBasis
  because: string
}
/** Nothing is chosen beforehand: a reason that stands there already is nobody's reason (U7). */
const EMPTY: Typed = { familyName: '', givenNames: '', dateOfBirth: '', reason: '', basis: '', because: '' }

type Props = {
  readonly bases: readonly { value: LegalBasis; source: string }[]
  /** Whether the prison can be asked instead. */
  readonly mayAsk: boolean
}

/** Whom somebody opens in an emergency, why, and on which ground. */
export function BreakGlassForm({ bases, mayAsk }: Props) {
  const t = useTranslations('break-glass')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const [answer, setAnswer] = useState<BrokenGlass | null>(null)
  const form = useForm<Typed, unknown, OpenBreakGlassInput>({
    resolver: typedResolver(
      'familyName',
      () => import('@throughcare/domain/break-glass/break-glass-inputs'),
      (typed, schemas, note) => {
        return takenOrNoted(schemas.OpenBreakGlassInput.safeParse({ ...typed, requestId: ANY_REQUEST }), note)
      },
    ),
    shouldFocusError: false,
    defaultValues: EMPTY,
  })
  const deed = useDeed(trpc.breakGlass.open.mutationOptions(), {
    refresh: false,
    onDone: setAnswer,
  })
  const { errors } = form.formState
  const labels = {
    familyName: t('field.familyName'),
    givenNames: t('field.givenNames'),
    dateOfBirth: t('field.dateOfBirth'),
    reason: t('field.reason'),
    basis: t('field.basis'),
    because: t('field.because'),
  }
  return (
    <Stack>
      {answer && !deed.pending && <Answer answer={answer} mayAsk={mayAsk} />}
      {!answer?.opened && (
        <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))}>
          <FormBody>
            <FormRefusals form={form} deed={deed} labels={labels} />
            <TextField
              label={labels.familyName}
              description={t('hint.familyName')}
              autoComplete="off"
              error={fault(errors.familyName?.message)}
              {...form.register('familyName')}
            />
            <TextField
              label={labels.givenNames}
              autoComplete="off"
              error={fault(errors.givenNames?.message)}
              {...form.register('givenNames')}
            />
            <DateField
              legend={labels.dateOfBirth}
              words={dateWords}
              error={fault(errors.dateOfBirth?.message)}
              {...form.register('dateOfBirth')}
            />
            <RadioGroup
              legend={labels.reason}
              choices={REASONS.map((value) => ({ value, text: t(`reason.${value}`) }))}
              error={fault(errors.reason?.message)}
              {...form.register('reason')}
            />
            <RadioGroup
              legend={labels.basis}
              description={t('hint.basis')}
              choices={bases.map(({ value, source }) => ({
                value,
                text: t(`basis.${value}`),
                description: t('source', { source }),
              }))}
              error={fault(errors.basis?.message)}
              {...form.register('basis')}
            />
            <TextArea
              label={labels.because}
              description={t('hint.because')}
              rows={3}
              error={fault(errors.because?.message)}
              {...form.register('because')}
            />
            <div>
              <Button type="submit" variant="danger" pending={deed.pending} pendingText={t('form.pending')}>
                {t('form.submit')}
              </Button>
            </div>
          </FormBody>
        </form>
      )}
    </Stack>
  )
}

/** What came of it. Why nothing opened is not said: nobody, several and a restricted record are one answer. */
function Answer({ answer, mayAsk }: { readonly answer: BrokenGlass; readonly mayAsk: boolean }) {
  const t = useTranslations('break-glass')
  const format = useFormat()
  const due = format.instant(answer.reviewDueAt)
  const { opened } = answer
  if (opened)
    return (
      <Notice tone="attention" actions={<LinkButton href={paths.case(opened.episodeId)}>{t('to-case')}</LinkButton>}>
        {t('open', { at: format.instant(opened.until), due })}
      </Notice>
    )
  return (
    <Notice
      tone="attention"
      heading={t('nobody.heading')}
      actions={
        mayAsk && (
          <LinkButton size="small" variant="secondary" href={paths.arrivals()}>
            {t('nobody.ask')}
          </LinkButton>
        )
      }
    >
      {t('nobody.text')} {t('nobody.recorded', { at: due })}
    </Notice>
  )
}
