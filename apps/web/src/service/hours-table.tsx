import type { getService } from '@throughcare/api/service/get-service'
import { WEEKDAYS } from '@throughcare/domain/calendar/plain-date'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getServiceWords } from './get-service-words.ts'

type ServiceWithHours = Awaited<ReturnType<typeof getService>>

/** The ordinary week: when somebody is there, and when doses are given, which is not the same. */
export async function HoursTable({ service }: { readonly service: ServiceWithHours }) {
  const [t, words] = await Promise.all([getTranslations('service'), getServiceWords()])
  const { hours, canDose } = service
  return (
    <Table
      caption={t('hours.caption')}
      hideCaption
      size="small"
      phone="scroll"
      columns={[
        { key: 'day', header: t('hours.day'), isRowHeader: true },
        { key: 'open', header: t('hours.open') },
        { key: 'dosing', header: t('hours.dosing') },
      ]}
      rows={WEEKDAYS.map((weekday) => ({
        key: String(weekday),
        cells: {
          day: words.weekday(weekday),
          open: timesOf('open', weekday),
          dosing: canDose ? timesOf('dosing', weekday) : t('hours.no-doses'),
        },
      }))}
    />
  )

  /** A service that told no hours at all for something is not closed for it: nobody knows. */
  function timesOf(purpose: 'open' | 'dosing', weekday: number): string {
    const told = hours.filter((each) => each.purpose === purpose)
    if (told.length === 0) return t('hours.unknown')
    const times = told.filter((each) => each.weekday === weekday).map(({ opens, closes }) => `${opens}–${closes}`)
    return times.length > 0 ? times.join(', ') : t('hours.closed')
  }
}
