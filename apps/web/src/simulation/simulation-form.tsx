'use client'

import type { SimulatedRule } from '@throughcare/domain/simulation/simulation-codes'
import type { StartSimulationInput } from '@throughcare/domain/simulation/start-simulation-input'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { CheckboxGroup } from '@throughcare/ui/checkbox-group'
import { FormBody, Row } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { ANY_REQUEST, takenOrNoted, typedResolver } from '../form/typed-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'

type Typed = { from: string; to: string; rules: SimulatedRule[]; sundayServiceId: string }
type Asked = Omit<StartSimulationInput, 'requestId'>

type Props = {
  /** With their words, the earliest first. */
  readonly months: readonly { value: string; text: string }[]
  readonly initial: { readonly from: string; readonly to: string }
  readonly rules: readonly SimulatedRule[]
  readonly dosingPoints: readonly { id: string; name: string }[]
  readonly isUnderWay: boolean
}

/** Chooses months and rules, and has them replayed. */
export function SimulationForm({ months, initial, rules, dosingPoints, isUnderWay }: Props) {
  const t = useTranslations('simulation')
  const trpc = useTRPC()
  const router = useRouter()
  const fault = useFault()
  const form = useForm<Typed, unknown, Asked>({
    resolver,
    shouldFocusError: false,
    defaultValues: { ...initial, rules: [], sundayServiceId: '' },
  })
  const deed = useDeed(trpc.simulation.start.mutationOptions(), {
    refresh: false,
    onDone: ({ simulationId }) => router.push(paths.simulation({ run: simulationId })),
  })
  const { errors } = form.formState
  const labels = {
    from: t('ask.from'),
    to: t('to.label'),
    rules: t('rules.label'),
    sundayServiceId: t('sundayServiceId.label'),
  }
  return (
    <form noValidate onSubmit={form.handleSubmit((asked) => deed.press(asked))}>
      <FormBody>
        <FormRefusals form={form} deed={deed} labels={labels} yours={form.getValues()} />
        <Row gap="medium">
          <Select label={labels.from} options={months} width="medium" {...form.register('from')} />
          <Select
            label={labels.to}
            options={months}
            width="medium"
            error={fault(errors.to?.message)}
            {...form.register('to')}
          />
        </Row>
        <CheckboxGroup
          legend={labels.rules}
          description={t('rules.hint')}
          error={fault(errors.rules?.message)}
          choices={rules.map((rule) => ({ value: rule, text: t(`rule.${rule}`), description: t(`means.${rule}`) }))}
          {...form.register('rules')}
        />
        <Select
          label={labels.sundayServiceId}
          description={t('sundayServiceId.hint')}
          emptyText={t('sundayServiceId.all')}
          options={dosingPoints.map(({ id, name }) => ({ value: id, text: name }))}
          error={fault(errors.sundayServiceId?.message)}
          {...form.register('sundayServiceId')}
        />
        <ButtonRow>
          <Button
            type="submit"
            variant={isUnderWay ? 'secondary' : 'primary'}
            pending={deed.pending}
            pendingText={t('ask.submitting')}
          >
            {t('ask.submit')}
          </Button>
        </ButtonRow>
      </FormBody>
    </form>
  )
}

const resolver = typedResolver<
  Typed,
  { StartSimulationInput: typeof import('@throughcare/domain/simulation/start-simulation-input').StartSimulationInput },
  Asked
>(
  'rules',
  () => import('@throughcare/domain/simulation/start-simulation-input'),
  ({ from, to, rules, sundayServiceId }, { StartSimulationInput: Input }, note) => {
    const taken = takenOrNoted(
      Input.safeParse({
        requestId: ANY_REQUEST,
        from,
        to,
        rules,
        sundayServiceId: sundayServiceId === '' ? null : sundayServiceId,
      }),
      note,
    )
    if (taken === null) return null
    const { requestId: _request, ...asked } = taken
    return asked
  },
)
