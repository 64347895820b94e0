import type { HolidaysView } from '@throughcare/api/calendar/get-holidays'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

/** The holidays of a year in one region, each with where it comes from, and those that were taken away. */
export async function HolidayTable({ view, place }: { readonly view: HolidaysView; readonly place: string }) {
  const [t, format] = await Promise.all([getTranslations('calendar'), getFormat()])
  const said = ({ by, at, reason }: { by: string; at: string; reason: string }) => ({
    by,
    at: format.instant(at, 'short'),
    reason,
  })
  const caption = t('list.caption', { year: String(view.year) })
  return (
    <Stack gap="large">
      <Section heading={caption}>
        {view.holidays.length === 0 ? (
          <Prose>
            <p>{t('list.none')}</p>
          </Prose>
        ) : (
          <Table
            caption={caption}
            hideCaption
            size="small"
            columns={[
              { key: 'day', header: t('list.day'), isRowHeader: true },
              { key: 'name', header: t('list.name') },
              { key: 'from', header: t('list.from') },
            ]}
            rows={view.holidays.map(({ day, name, change }) => ({
              key: day,
              cells: {
                day: <Link href={paths.holidays({ place, day })}>{format.day(day, 'weekday')}</Link>,
                name,
                from: change ? t('list.entered', said(change)) : t('list.calculated'),
              },
            }))}
          />
        )}
      </Section>
      {view.takenAway.length > 0 && (
        <Section heading={t('taken-away.heading')}>
          <Table
            caption={t('taken-away.heading')}
            hideCaption
            size="small"
            columns={[
              { key: 'day', header: t('list.day'), isRowHeader: true },
              { key: 'from', header: t('list.from') },
            ]}
            rows={view.takenAway.map((change) => ({
              key: change.day,
              cells: {
                day: <Link href={paths.holidays({ place, day: change.day })}>{format.day(change.day, 'weekday')}</Link>,
                from: t('taken-away.line', said(change)),
              },
            }))}
          />
        </Section>
      )}
    </Stack>
  )
}
