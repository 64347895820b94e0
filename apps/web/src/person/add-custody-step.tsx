'use client'

import type { LikelyPerson } from '@throughcare/api/person/find-likely-persons'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Section } from '@throughcare/ui/section'
import { Select } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useFault } from '../form/use-fault.ts'
import { listedName } from '../handoff/person-name.ts'
import type { AddPersonChoices } from './add-person-form.tsx'
import { MoreAboutPerson } from './more-about-person.tsx'
import { StepHeading } from './step-heading.tsx'
import { orNull } from './typed-values.ts'
import type { PersonForm } from './use-add-person-form.ts'

type Props = {
  readonly form: PersonForm
  /** Somebody who is known here: only the episode is new. */
  readonly existing: LikelyPerson | null
  readonly choices: AddPersonChoices
  readonly pending: boolean
  readonly onBack: () => void
}

/** Since when the person is here, under which status, when they may leave and where to. */
export function CustodyStep({ form, existing, choices, pending, onBack }: Props) {
  const t = useTranslations('person.add')
  const field = useTranslations('custody-episode.field')
  const dateWords = useTranslations('form.date')
  const words = { day: dateWords('day'), month: dateWords('month'), year: dateWords('year') }
  const notKnown = useTranslations('form')('not-known')
  const action = useTranslations('action')
  const fault = useFault()
  const errors = form.formState.errors.episode
  return (
    <>
      <Section
        heading={<StepHeading takesFocus>{t('custody')}</StepHeading>}
        lead={
          <bdi>
            {existing
              ? t('existing', { name: listedName(existing) })
              : t('new', { name: listedName(form.getValues('person')) })}
          </bdi>
        }
        card
      >
        <FormBody>
          <RadioGroup
            legend={field('legalStatus')}
            error={fault(errors?.legalStatus?.message)}
            choices={choices.legalStatuses}
            {...form.register('episode.legalStatus')}
          />
          <DateField
            legend={field('admittedOn')}
            words={words}
            error={fault(errors?.admittedOn?.message)}
            defaultValue={form.getValues('episode.admittedOn') ?? ''}
            {...form.register('episode.admittedOn', { setValueAs: orNull })}
          />
          <DateField
            legend={field('releaseDate')}
            description={field('releaseDate-more')}
            words={words}
            error={fault(errors?.releaseDate?.message)}
            defaultValue={form.getValues('episode.releaseDate') ?? ''}
            {...form.register('episode.releaseDate', { setValueAs: orNull })}
          />
          <RadioGroup
            legend={field('releaseCertainty')}
            error={fault(errors?.releaseCertainty?.message)}
            choices={choices.certainties}
            {...form.register('episode.releaseCertainty')}
          />
          <Select
            label={field('releaseCountry')}
            options={choices.countries}
            emptyText={notKnown}
            width="medium"
            error={fault(errors?.releaseCountry?.message)}
            {...form.register('episode.releaseCountry', { setValueAs: orNull })}
          />
          <TextField
            label={field('releaseArea')}
            description={field('releaseArea-more')}
            autoComplete="off"
            error={fault(errors?.releaseArea?.message)}
            {...form.register('episode.releaseArea', { setValueAs: orNull })}
          />
          {existing === null && (
            <Disclosure summary={t('more')} open={form.formState.errors.person !== undefined}>
              <MoreAboutPerson form={form} choices={choices} />
            </Disclosure>
          )}
        </FormBody>
      </Section>
      <ButtonRow sticky>
        <Button type="submit" pending={pending} pendingText={t('saving')}>
          {t('save')}
        </Button>
        <Button variant="secondary" icon="back" disabled={pending} onClick={onBack}>
          {action('back')}
        </Button>
      </ButtonRow>
    </>
  )
}
