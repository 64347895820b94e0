'use client'

import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { type Resolver, useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import type { Deed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'

type Reasoned = { episodeId: string; requestId: string; seenVersion: number; reason: string; words: string | null }

type Props<Input> = {
  /** Under which its words stand in the messages of `release`. */
  readonly act: 'cancel' | 'undo'
  readonly episodeId: string
  readonly version: number
  readonly reasons: readonly { readonly value: string; readonly text: string }[]
  readonly deed: Deed<Input>
  /** Checks by the schema of the deed. */
  readonly resolver: unknown
}

/** A press that takes something of a release back: folded until somebody wants it, then a reason, and words for "other". */
export function ReasonedForm<Input>({ act, episodeId, version, reasons, deed, resolver }: Props<Input>) {
  const t = useTranslations('release')
  const fault = useFault()
  const form = useForm<Reasoned>({
    resolver: resolver as Resolver<Reasoned>,
    shouldFocusError: false,
    values: { episodeId, requestId: deed.requestId, seenVersion: version, reason: '', words: null },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, submitCount } = form.formState
  const labels = { reason: t(`${act}.legend`), words: t(`${act}.words`) }
  return (
    <Disclosure summary={t(`${act}.open`)}>
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input as never))}>
        <FormBody>
          <p>{t(`${act}.lead`)}</p>
          <FaultSummary errors={errors} attempt={submitCount} labels={labels} />
          <DeedRefusal error={deed.error} attempt={deed.attempt} labels={labels} yours={{}} onLoad={deed.reload} />
          <RadioGroup
            legend={labels.reason}
            choices={reasons}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <TextField
            label={labels.words}
            autoComplete="off"
            error={fault(errors.words?.message)}
            {...form.register('words', { setValueAs: (typed: string | null) => typed || null })}
          />
          <Button type="submit" variant="danger" pending={deed.pending} pendingText={t(`${act}.pending`)}>
            {t(`${act}.confirm`)}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
  )
}
