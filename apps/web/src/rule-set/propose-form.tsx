'use client'

import { DEADLINE_STEPS } from '@throughcare/domain/deadline-rule/deadline-body'
import type { RuleSetScope } from '@throughcare/domain/rule-set/rule-set'
import { DEPOT_MEDICINES, type RuleSetKind } from '@throughcare/domain/rule-set/rule-set-codes'
import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { Fieldset } from '@throughcare/ui/fieldset'
import { FormBody, Row } from '@throughcare/ui/layout'
import { StatusLine } from '@throughcare/ui/status-line'
import { TextArea } from '@throughcare/ui/text-area'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDateWords } from '../form/use-date-words.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { useTRPC } from '../trpc/client.tsx'
import {
  firstOf,
  GROUPS,
  proposalResolver,
  type ReadProposal,
  STATES,
  type TypedProposal,
  WINDOW_DAYS,
} from './proposal-typed.ts'
import { TimeFields } from './time-fields.tsx'

type Props = {
  readonly kind: RuleSetKind
  readonly scope: RuleSetScope
  /** The newest version on the page; 0 when there is none. */
  readonly seenVersion: number
  /** What holds now, as the fields take it. */
  readonly days: TypedProposal['days']
}

/** A protocol as somebody writes it down: whole days, the protocol's own words, where it stands. */
export function ProposeForm({ kind, scope, seenVersion, days }: Props) {
  const t = useTranslations('rule-set')
  const trpc = useTRPC()
  const fault = useFault()
  const dateWords = useDateWords()
  const empty: TypedProposal = { days, ownWords: '', source: '', edition: '', reviewBy: '' }
  const form = useForm<TypedProposal, unknown, ReadProposal>({
    resolver: proposalResolver({ kind, scope, seenVersion }),
    shouldFocusError: false,
    values: empty,
  })
  const deed = useDeed(trpc.ruleSet.propose.mutationOptions(), { onDone: () => form.reset(empty) })
  const { errors } = form.formState
  const labels = {
    days: t(`kind.${kind}`),
    ...useLabelsOfNumbers(),
    ownWords: t('form.ownWords'),
    source: t('form.source'),
    edition: t('form.edition'),
    reviewBy: t('form.reviewBy'),
  }
  const daysFault = fault((errors.days as { message?: string } | undefined)?.message)
  const faultOf = (name: string) => fault(errors.days?.[name]?.message)

  return (
    <form noValidate onSubmit={form.handleSubmit((said) => deed.press(said))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} />
        <p>{t(kind === 'handoff-deadlines' ? 'time.lead' : 'form.lead')}</p>
        {kind === 'routing-by-days' &&
          GROUPS.map((group) => (
            <Fieldset
              key={group}
              id={group === GROUPS[0] ? 'days' : `days-${group}`}
              legend={t(`form.${group}`)}
              description={t('form.from-days')}
              error={group === GROUPS[0] ? daysFault : undefined}
            >
              {STATES.map((state) => (
                <DayField key={state} name={`${group}-${state}`} label={t(`form.${state}`)} />
              ))}
            </Fieldset>
          ))}
        {kind === 'depot-windows' &&
          DEPOT_MEDICINES.map((medicine, index) => <Window key={medicine} medicine={medicine} isFirst={index === 0} />)}
        {kind === 'handoff-deadlines' && <TimeFields register={form.register} error={daysFault} faultOf={faultOf} />}
        <TextArea
          label={labels.ownWords}
          description={t('form.ownWords-hint')}
          maxLength={4000}
          rows={6}
          error={fault(errors.ownWords?.message)}
          {...form.register('ownWords')}
        />
        <TextField
          label={labels.source}
          description={t('form.source-hint')}
          maxLength={500}
          error={fault(errors.source?.message)}
          {...form.register('source')}
        />
        <TextField
          label={labels.edition}
          maxLength={120}
          width="medium"
          error={fault(errors.edition?.message)}
          {...form.register('edition')}
        />
        <DateField
          legend={labels.reviewBy}
          words={dateWords}
          error={fault(errors.reviewBy?.message)}
          {...form.register('reviewBy')}
        />
        <Button type="submit" pending={deed.pending} pendingText={t('form.saving')}>
          {t('form.save')}
        </Button>
        <StatusLine>{deed.done && !deed.error ? t('form.saved') : ''}</StatusLine>
      </FormBody>
    </form>
  )

  function DayField({ name, label }: { readonly name: string; readonly label: string }) {
    return (
      <TextField
        label={label}
        width="short"
        inputMode="numeric"
        error={faultOf(name)}
        {...form.register(`days.${name}`)}
      />
    )
  }

  function Window({
    medicine,
    isFirst,
  }: {
    readonly medicine: (typeof DEPOT_MEDICINES)[number]
    readonly isFirst: boolean
  }) {
    const medication = useTranslations('medication')
    return (
      <Fieldset
        id={isFirst ? 'days' : `days-${medicine}`}
        legend={medication(`medicine.${medicine}`)}
        error={isFirst ? daysFault : undefined}
      >
        <Row>
          {WINDOW_DAYS.map((day) => (
            <DayField key={day} name={`${medicine}-${day}`} label={t(`window.${day}`)} />
          ))}
        </Row>
        <p>{t('window.first-hint')}</p>
        <Row>
          {WINDOW_DAYS.map((day) => (
            <DayField key={day} name={firstOf(medicine, day)} label={t('window.first', { what: t(`window.${day}`) })} />
          ))}
        </Row>
      </Fieldset>
    )
  }
}

type Labelled = [name: string, label: string]

/** What each number is called where it stands alone, in the list of what is to be put right. */
function useLabelsOfNumbers(): Record<string, string> {
  const t = useTranslations('rule-set')
  const medication = useTranslations('medication')
  const bands = GROUPS.flatMap((group) =>
    STATES.map((state): Labelled => [`${group}-${state}`, `${t(`form.${group}`)}, ${t(`form.${state}`)}`]),
  )
  const windows = DEPOT_MEDICINES.flatMap((medicine) =>
    WINDOW_DAYS.flatMap((day): Labelled[] => {
      const [product, what] = [medication(`medicine.${medicine}`), t(`window.${day}`)]
      return [
        [`${medicine}-${day}`, `${product}, ${what}`],
        [firstOf(medicine, day), `${product}, ${t('window.first', { what })}`],
      ]
    }),
  )
  const times = DEADLINE_STEPS.map((step): Labelled => [`${step}-count`, t(`time.step.${step}`)])
  return Object.fromEntries([...bands, ...windows, ...times].map(([name, label]) => [`days.${name}`, label]))
}
