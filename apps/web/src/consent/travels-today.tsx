import type { TravelsToday } from '@throughcare/api/consent/get-sharing'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** What would travel with one handoff if it were opened now, each kind of information with what it rests on. */
export async function TravelsTodayTable({ one }: { readonly one: TravelsToday }) {
  const [t, handoff, areaName, format] = await Promise.all([
    getTranslations('consent'),
    getTranslations('handoff'),
    getTranslations('area.name'),
    getFormat(),
  ])
  const rows = one.travels.map(({ category, basis, law }) => ({
    key: category,
    cells: {
      what: handoff(`category.${category}`),
      basis: t(`basis.${basis}`),
      law: law
        ? t('law.not-confirmed', {
            law: t(`law.${law.law as 'consent'}`),
            source: law.source,
            day: format.day(getPlainDate(law.reviewBy)),
          })
        : t('law.local'),
    },
  }))
  const supporters = one.supporters
    ? [
        {
          key: 'supporters',
          cells: { what: t('travels.supporters'), basis: t(`basis.${one.supporters.basis}`), law: t('law.local') },
        },
      ]
    : []
  return (
    <Table
      caption={t('travels.to', { area: areaName(one.handoff.area), service: one.handoff.service.name })}
      size="small"
      columns={[
        { key: 'what', header: t('travels.what'), isRowHeader: true },
        { key: 'basis', header: t('travels.basis') },
        { key: 'law', header: t('travels.law') },
      ]}
      rows={[...rows, ...supporters]}
    />
  )
}
