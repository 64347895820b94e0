'use client'

import type { AnswerArrivalInput } from '@throughcare/domain/arrival-request/arrival-request-inputs'
import { Button } from '@throughcare/ui/button'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import { LookForOther } from './look-for-other.tsx'

const NOBODY = 'nobody'

export type Choice = { readonly value: string; readonly text: string; readonly description?: string }
type Typed = { who: string; areas: string[] }
type Props = {
  readonly arrivalRequestId: string
  readonly seenVersion: number
  readonly asks: { readonly service: string; readonly name: string }
  readonly areas: readonly Choice[]
  /** Values are cases. */
  readonly candidates: readonly Choice[]
}

/** What the duty desk says: one of these people and what travels, or that there is nobody like that. */
export function AnswerForm({ arrivalRequestId, seenVersion, asks, areas, candidates }: Props) {
  const t = useTranslations('arrival-request')
  const trpc = useTRPC()
  const fault = useFault()
  const deed = useDeed(trpc.arrivalRequest.answer.mutationOptions())
  const [others, setOthers] = useState<readonly Choice[]>([])
  const form = useForm<Typed, unknown, AnswerArrivalInput>({
    resolver: typedResolver(
      'who',
      () => import('@throughcare/domain/arrival-request/arrival-request-inputs'),
      ({ who, areas: ticked }, schemas, note) => {
        if (who === '') {
          note('who', 'arrival-request.answer.choose')
          return null
        }
        const press = { arrivalRequestId, seenVersion, requestId: ANY_REQUEST }
        const parsed = schemas.AnswerArrivalInput.safeParse(
          who === NOBODY ? { ...press, answer: NOBODY } : { ...press, answer: 'found', episodeId: who, areas: ticked },
        )
        if (parsed.success) return parsed.data
        for (const { path, message } of parsed.error.issues) note(path[0] === 'areas' ? 'areas' : 'who', message)
        return null
      },
    ),
    shouldFocusError: false,
    defaultValues: { who: '', areas: areas.map(({ value }) => value) },
  })
  const { errors } = form.formState
  const who = form.watch('who')
  const labels = { who: t('answer.who'), areas: t('answer.areas') }
  return (
    <form noValidate onSubmit={form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input as never))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} typedIn={{ answer: 'who', episodeId: 'who' }} />
        <RadioGroup
          legend={labels.who}
          description={t('answer.caption')}
          choices={[
            ...candidates,
            ...others,
            { value: NOBODY, text: t('answer.nobody'), description: t('answer.nobody-hint') },
          ]}
          error={fault(errors.who?.message)}
          {...form.register('who')}
        />
        <LookForOther known={candidates.map(({ value }) => value)} onFound={setOthers} />
        {who !== NOBODY && (
          <CheckboxGroup
            legend={labels.areas}
            description={t('answer.areas-hint')}
            choices={areas}
            defaultValue={areas.map(({ value }) => value)}
            error={fault(errors.areas?.message)}
            {...form.register('areas')}
          />
        )}
        {who !== NOBODY && <p>{t('answer.means', asks)}</p>}
        <div>
          <Button type="submit" pending={deed.pending} pendingText={t('answer.pending')}>
            {t('answer.submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
