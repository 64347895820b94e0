'use client'

import { DEADLINE_STEPS, TIME_UNITS } from '@throughcare/domain/deadline-rule/deadline-body'
import { Fieldset } from '@throughcare/ui/fieldset'
import { Row } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import type { UseFormRegister } from 'react-hook-form'
import type { TypedProposal } from './proposal-typed.ts'

type Props = {
  readonly register: UseFormRegister<TypedProposal>
  /** What does not hold of them together. */
  readonly error: string | undefined
  /** What does not hold of a number, by the field's name: `planned-count`. */
  readonly faultOf: (name: string) => string | undefined
}

/** How long a service has, by kind and then to name who takes it: a number, and how it is counted. */
export function TimeFields({ register, error, faultOf }: Props) {
  const t = useTranslations('rule-set.time')
  return DEADLINE_STEPS.map((step, index) => (
    <Fieldset
      key={step}
      id={index === 0 ? 'days' : `days-${step}`}
      legend={t(`step.${step}`)}
      description={index === 0 ? t('hint') : undefined}
      error={index === 0 ? error : undefined}
    >
      <Row>
        <TextField
          label={t('number')}
          width="short"
          inputMode="numeric"
          error={faultOf(`${step}-count`)}
          {...register(`days.${step}-count`)}
        />
        <Select
          label={t('counted')}
          width="medium"
          options={TIME_UNITS.map((unit) => ({ value: unit, text: t(`unit.${unit}`) }))}
          {...register(`days.${step}-unit`)}
        />
      </Row>
    </Fieldset>
  ))
}
