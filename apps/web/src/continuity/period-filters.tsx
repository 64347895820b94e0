import type { ContinuityPage } from '@throughcare/api/continuity/get-report'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FilterBar, type FilterGroup } from '@throughcare/ui/filter-bar'
import { Row, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { Select } from '@throughcare/ui/select'
import { getTranslations } from 'next-intl/server'
import type { Query } from '../paths.ts'
import { choiceQuery, isWholePeriod } from './continuity-address.ts'
import { getFigureWords } from './get-figure-words.ts'

const LAST_MONTHS = [12, 6, 3] as const

type Props = {
  readonly page: Pick<ContinuityPage, 'months' | 'prisons' | 'selection'> & Partial<Pick<ContinuityPage, 'isRefused'>>
  /** The page that is narrowed, as an address. */
  readonly at: (query?: Query) => string
}

/** Which months, and which prison. All of it stands in the address; the months can be chosen one by one as well. What it leaves out is told. */
export async function PeriodFilters({ page, at }: Props) {
  const [t, flow, words] = await Promise.all([getTranslations('continuity'), getTranslations('flow'), getFigureWords()])
  const { months, prisons, selection } = page
  const [first = '', last = first] = [months[0], months.at(-1)]
  const period = (from: string | null, text: string) => ({
    text,
    selected: selection.prisonId === null && selection.from === (from ?? first) && selection.to === last,
    href: at(choiceQuery({ from, to: null, prisonId: null })),
  })
  const groups: FilterGroup[] = [
    {
      key: 'period',
      label: t('filter.period'),
      options: [
        period(null, t('filter.whole', { months: months.length })),
        ...LAST_MONTHS.filter((count) => count < months.length).map((count) =>
          period(months.at(-count) ?? first, t('filter.last', { months: count })),
        ),
      ],
    },
  ]
  if (prisons.length > 1)
    groups.push({
      key: 'prison',
      label: t('filter.prison'),
      options: [
        {
          text: t('filter.all-prisons'),
          selected: selection.prisonId === null,
          href: at({}),
        },
        ...prisons.map(({ id, name }) => ({
          text: name,
          selected: selection.prisonId === id,
          href: at(choiceQuery({ from: null, to: null, prisonId: id })),
        })),
      ],
    })
  const options = months.map((month) => ({ value: month, text: words.month(month) }))
  return (
    <Stack gap="small">
      <FilterBar label={t('filter.label')} groups={groups} />
      {months.length > 1 && (
        <Disclosure summary={t('filter.months')}>
          <form action={at()} method="get">
            <Row gap="medium">
              <Select
                name="from"
                label={t('filter.from')}
                options={options}
                defaultValue={selection.from}
                width="medium"
              />
              <Select name="to" label={t('filter.to')} options={options} defaultValue={selection.to} width="medium" />
              <Button type="submit" variant="secondary">
                {t('filter.show')}
              </Button>
            </Row>
          </form>
        </Disclosure>
      )}
      {page.isRefused ? (
        <Notice tone="info">
          <Row gap="small">
            {flow('refused.sentence')}
            <Link href={at({})}>{t('hidden.longer')}</Link>
          </Row>
        </Notice>
      ) : (
        !isWholePeriod(page) && (
          <Notice tone="info">{t(selection.prisonId === null ? 'filter.some-months' : 'filter.one-prison')}</Notice>
        )
      )}
    </Stack>
  )
}
