import { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DayToLookAt } from '../../../calendar/day-to-look-at.tsx'
import { HolidayTable } from '../../../calendar/holiday-table.tsx'
import { LookAtDay } from '../../../calendar/look-at-day.tsx'
import { paths } from '../../../paths.ts'
import { api, orNotFound } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('calendar', 'title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** The public holidays by region, which of them somebody here changed, and one day to look at before it is changed. */
export default async function HolidaysPage({ searchParams }: Props) {
  const [asked, caller, t] = await Promise.all([searchParams, api(), getTranslations('calendar')])
  const [, country, region = ''] = /^([A-Z]{2})(?:-([A-Za-z0-9-]{1,10}))?$/.exec(textOf(asked.place)) ?? []
  const year = /^2\d{3}$/.test(textOf(asked.year)) ? Number(asked.year) : null
  const day = PlainDate.safeParse(asked.day)
  if ((asked.place !== undefined && country === undefined) || (asked.day !== undefined && !day.success)) notFound()
  const view = await orNotFound(
    caller.calendar.holidays({
      place: country === undefined ? null : { country, region },
      year: year !== null && year <= 2200 ? year : null,
      day: day.data ?? null,
    }),
  )
  const place = codeOf(view.place)
  return (
    <Words nouns={['calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <FilterBar
          label={t('heading')}
          groups={[
            {
              key: 'place',
              label: t('place'),
              options: view.places.map((each) => ({
                href: paths.holidays({ place: codeOf(each), year: String(view.year) }),
                text: each.region === '' ? `${each.country} (${t('whole')})` : codeOf(each),
                selected: codeOf(each) === place,
              })),
            },
            {
              key: 'year',
              label: t('in-year'),
              options: [view.year - 1, view.year, view.year + 1].map((each) => ({
                href: paths.holidays({ place, year: String(each) }),
                text: String(each),
                selected: each === view.year,
              })),
            },
          ]}
        />
        <Section heading={t('look.heading')} lead={t('look.lead')}>
          <Stack gap="medium">
            <LookAtDay key={`${place} ${view.look?.day}`} place={place} day={view.look?.day ?? ''} />
            {view.look && <DayToLookAt place={view.place} look={view.look} />}
          </Stack>
        </Section>
        <HolidayTable view={view} place={place} />
      </Stack>
    </Words>
  )
}

function codeOf({ country, region }: { country: string; region: string }): string {
  return region === '' ? country : `${country}-${region}`
}

function textOf(asked: string | string[] | undefined): string {
  return typeof asked === 'string' ? asked : ''
}
