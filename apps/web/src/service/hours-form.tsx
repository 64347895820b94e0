'use client'

import type { SetHoursInput } from '@throughcare/domain/service/set-hours-input'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Checkbox } from '@throughcare/ui/checkbox'
import { Fieldset } from '@throughcare/ui/fieldset'
import { Columns, FormBody, Stack } from '@throughcare/ui/layout'
import { TextField } from '@throughcare/ui/text-field'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FormRefusals } from '../form/form-refusals.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { DAYS, hoursResolver, type Timetable, type TypedHours } from './hours-typed.ts'

type Props = {
  readonly serviceId: string
  readonly seenVersion: number
  readonly canDose: boolean
  readonly hours: TypedHours
  /** Monday first. */
  readonly weekdays: readonly string[]
}

/** The ordinary week as two timetables, a line a day: shop hours are not the hours in which a dose is supervised. */
export function HoursForm({ serviceId, seenVersion, canDose, hours, weekdays }: Props) {
  const t = useTranslations('service')
  const trpc = useTRPC()
  const router = useRouter()
  const fault = useFault()
  const deed = useDeed(trpc.service.setHours.mutationOptions(), {
    refresh: false,
    onDone: () => {
      router.push(paths.service(serviceId))
      router.refresh()
    },
  })
  const form = useForm<TypedHours, unknown, SetHoursInput>({
    resolver: hoursResolver({ serviceId, seenVersion, canDose }),
    shouldFocusError: false,
    defaultValues: hours,
  })
  const { errors } = form.formState
  const timetables: readonly Timetable[] = canDose ? ['open', 'dosing'] : ['open']
  const labels = Object.fromEntries(
    timetables.flatMap((timetable) =>
      DAYS.map((day) => [`${timetable}${day}`, `${t(`hours.${timetable}`)}, ${weekdays[day - 1]}`] as const),
    ),
  )
  return (
    <form noValidate onSubmit={form.handleSubmit(deed.press)}>
      <Stack gap="large">
        <FormRefusals
          form={form}
          deed={deed}
          labels={labels}
          typedIn={{ open: 'open1', dosing: 'dosing1' }}
          yours={form.getValues()}
        />
        <Columns>
          {timetables.map((timetable) => (
            <Fieldset
              key={timetable}
              id={timetable}
              legend={t(`hours.${timetable}`)}
              description={t(timetable === 'open' ? 'hours.open-hint' : 'hours.dosing-hint')}
            >
              <FormBody>
                <Checkbox label={t('hours.nobody-told')} {...form.register(`${timetable}Unknown`)} />
                {!form.watch(`${timetable}Unknown`) &&
                  DAYS.map((day) => (
                    <TextField
                      key={day}
                      label={weekdays[day - 1] ?? ''}
                      width="medium"
                      maxLength={120}
                      error={fault(errors[`${timetable}${day}`]?.message)}
                      {...form.register(`${timetable}${day}`)}
                    />
                  ))}
              </FormBody>
            </Fieldset>
          ))}
        </Columns>
        <ButtonRow>
          <Button type="submit" pending={deed.pending} pendingText={t('saving')}>
            {t('save')}
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  )
}
