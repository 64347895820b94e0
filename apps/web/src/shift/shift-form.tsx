import { Button } from '@throughcare/ui/button'
import { Select } from '@throughcare/ui/select'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import styles from './shift.module.css'

type Props = { readonly days: readonly string[]; readonly day: string; readonly time: string }

const MINUTES = ['00', '30'] as const
const TIMES = Array.from({ length: 24 }, (_, hour) =>
  MINUTES.map((minute) => `${String(hour).padStart(2, '0')}:${minute}`),
).flat()

/** When the shift began. A form of the browser's own: what is chosen stands in the address. */
export async function ShiftForm({ days, day, time }: Props) {
  const [t, format] = await Promise.all([getTranslations('shift.since'), getFormat()])
  return (
    <form action={paths.shift()} method="get" className={styles.since} aria-label={t('label')}>
      <Select
        name="day"
        label={t('day')}
        width="medium"
        options={days.map((one) => ({ value: one, text: format.day(one, 'weekday') }))}
        defaultValue={day}
      />
      <Select
        name="time"
        label={t('time')}
        width="medium"
        options={[...new Set([...TIMES, time])].toSorted().map((one) => ({ value: one, text: one }))}
        defaultValue={time}
      />
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  )
}
