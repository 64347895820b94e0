'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useFault } from '../form/use-fault.ts'
import { orNull } from './typed-values.ts'
import type { PersonForm } from './use-add-person-form.ts'

type Props = { readonly form: PersonForm; readonly pending: boolean }

/** Number, name and birth: by these we look whether somebody is known already. */
export function WhoStep({ form, pending }: Props) {
  const t = useTranslations('person')
  const words = useTranslations('form.date')
  const fault = useFault()
  const { errors } = form.formState
  return (
    <Section heading={t('add.who')} lead={t('add.who-lead')} card>
      <FormBody>
        <TextField
          label={t('field.prisonNumber')}
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={fault(errors.prisonNumber?.message)}
          {...form.register('prisonNumber')}
        />
        <TextField
          label={t('field.familyName')}
          description={t('field.familyName-more')}
          autoComplete="off"
          spellCheck={false}
          error={fault(errors.person?.familyName?.message)}
          {...form.register('person.familyName')}
        />
        <TextField
          label={t('field.givenNames')}
          autoComplete="off"
          spellCheck={false}
          error={fault(errors.person?.givenNames?.message)}
          {...form.register('person.givenNames')}
        />
        <DateField
          legend={t('field.dateOfBirth')}
          description={t('field.dateOfBirth-more')}
          words={{ day: words('day'), month: words('month'), year: words('year') }}
          error={fault(errors.person?.dateOfBirth?.message)}
          defaultValue={form.getValues('person.dateOfBirth') ?? ''}
          {...form.register('person.dateOfBirth', { setValueAs: orNull })}
        />
        <TextField
          label={t('field.telephone')}
          description={t('field.telephone-more')}
          type="tel"
          width="medium"
          autoComplete="off"
          error={fault(errors.telephone?.message)}
          {...form.register('telephone', { setValueAs: orNull })}
        />
        <ButtonRow>
          <Button type="submit" icon="search" pending={pending} pendingText={t('add.looking')}>
            {t('add.look')}
          </Button>
        </ButtonRow>
      </FormBody>
    </Section>
  )
}
