import type { DayToChange } from '@throughcare/api/calendar/get-holidays'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { HolidayForm } from './holiday-form.tsx'

type Props = { readonly place: { country: string; region: string }; readonly look: DayToChange }

/** What one day is in a region and whom a change of it touches; beneath it the change itself. */
export async function DayToLookAt({ place, look }: Props) {
  const [t, format] = await Promise.all([getTranslations('calendar'), getFormat()])
  const { name, places, people, isOver, day, version } = look
  const of = { country: place.country, region: place.region, day, seenVersion: version }
  return (
    <Stack gap="medium">
      <Notice
        tone="info"
        heading={
          name === null
            ? t('look.is-none', { day: format.day(day, 'long') })
            : t('look.is', { day: format.day(day, 'long'), name })
        }
      >
        <p>{people === null ? t('look.people-few') : t('look.people', { count: people })}</p>
        {isOver && <p>{t('look.over')}</p>}
      </Notice>
      {places.length === 0 ? (
        <p>{t('look.none')}</p>
      ) : (
        <Table
          caption={t('look.touched')}
          size="small"
          columns={[
            { key: 'place', header: t('look.place'), isRowHeader: true },
            { key: 'stands', header: t('look.stands') },
          ]}
          rows={places.map((each) => ({
            key: each.id,
            cells: { place: each.name, stands: t(`look.${standsAs(each)}`) },
          }))}
        />
      )}
      {!isOver && (
        <Disclosure summary={name === null ? t('change.add') : t('change.rename')} open={name === null}>
          <HolidayForm of={of} name={name ?? ''} act={name === null ? 'add' : 'rename'} />
        </Disclosure>
      )}
      {!isOver && name !== null && (
        <Disclosure summary={t('change.remove-open')}>
          <HolidayForm of={of} name={null} act="remove" />
        </Disclosure>
      )}
    </Stack>
  )
}

/** The closure goes first, then the place's own word, then its week: only the last is touched by a holiday. */
function standsAs({ isShut, said, dosesThatWeekday }: DayToChange['places'][number]) {
  if (isShut) return 'shut'
  if (said !== null) return `said-${said}` as const
  if (dosesThatWeekday === null) return 'no-hours'
  return dosesThatWeekday ? 'doses' : 'no-doses'
}
