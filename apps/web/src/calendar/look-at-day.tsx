'use client'

import { Button } from '@throughcare/ui/button'
import { DateField } from '@throughcare/ui/date-field'
import { FormBody } from '@throughcare/ui/layout'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useDateWords } from '../form/use-date-words.ts'
import { paths } from '../paths.ts'

/** Which day to look at; it stands in the address, so that a look can be sent to somebody. */
export function LookAtDay({ place, day }: { readonly place: string; readonly day: string }) {
  const t = useTranslations('calendar')
  const words = useDateWords()
  const router = useRouter()
  const form = useForm({ defaultValues: { day } })
  const { errors } = form.formState
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((typed) => router.push(paths.holidays({ place, day: typed.day }), { scroll: false }))}
    >
      <FormBody>
        <DateField
          legend={t('list.day')}
          words={words}
          defaultValue={day}
          error={errors.day && t('day.impossible')}
          {...form.register('day', { validate: isDay })}
        />
        <Button type="submit" variant="secondary">
          {t('look.press')}
        </Button>
      </FormBody>
    </form>
  )
}

/** A day that the calendar has: the server asks again. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
