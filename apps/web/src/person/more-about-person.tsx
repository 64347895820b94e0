'use client'

import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Select } from '@throughcare/ui/select'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useFault } from '../form/use-fault.ts'
import type { AddPersonChoices } from './add-person-form.tsx'
import { namesIn, oneOrNone, yesNoOrNull } from './typed-values.ts'
import type { PersonForm } from './use-add-person-form.ts'

type Props = { readonly form: PersonForm; readonly choices: AddPersonChoices }

/** What is good to know and can wait: other names, sex, language, interpreter. */
export function MoreAboutPerson({ form, choices }: Props) {
  const t = useTranslations('person')
  const notKnown = useTranslations('form')('not-known')
  const fault = useFault()
  const errors = form.formState.errors.person
  return (
    <FormBody>
      <TextField
        label={t('field.otherNames')}
        description={t('field.otherNames-more')}
        autoComplete="off"
        spellCheck={false}
        error={fault(errors?.otherNames?.message ?? errors?.otherNames?.[0]?.message)}
        {...form.register('person.otherNames', { setValueAs: namesIn })}
      />
      <RadioGroup legend={t('field.sex')} choices={choices.sexes} {...form.register('person.sex')} />
      <Select
        label={t('field.languages')}
        options={choices.languages}
        emptyText={notKnown}
        width="medium"
        error={fault(errors?.languages?.message ?? errors?.languages?.[0]?.message)}
        {...form.register('person.languages', { setValueAs: oneOrNone })}
      />
      <Select
        label={t('field.interpreterNeeded')}
        options={[
          { value: 'true', text: t('field.interpreter-yes') },
          { value: 'false', text: t('field.interpreter-no') },
        ]}
        emptyText={t('field.not-asked')}
        width="medium"
        {...form.register('person.interpreterNeeded', { setValueAs: yesNoOrNull })}
      />
    </FormBody>
  )
}
