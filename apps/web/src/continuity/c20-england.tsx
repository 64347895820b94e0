import { C20_ENGLAND, C20_SOURCE } from '@throughcare/domain/continuity/c20-series'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from './get-figure-words.ts'

/** C20 as England publishes it, year by year, beside the same figure of one's own scope. */
export async function C20England() {
  const [t, words] = await Promise.all([getTranslations('continuity'), getFigureWords()])
  return (
    <Disclosure summary={t('c20.heading')}>
      <p>{t('c20.lead')}</p>
      <Table
        caption={t('c20.heading')}
        hideCaption
        size="small"
        columns={[
          { key: 'year', header: t('c20.year'), isRowHeader: true },
          { key: 'share', header: t('c20.share'), align: 'end' },
          { key: 'range', header: t('c20.range'), align: 'end' },
        ]}
        rows={C20_ENGLAND.map(({ year, share, areas }) => ({
          key: year,
          cells: {
            year,
            share: words.percent(share),
            range: areas ? words.range({ lower: areas.lowest, upper: areas.highest }) : '–',
          },
        }))}
      />
      <p>
        {t('c20.source', { publication: C20_SOURCE.publication })} {!C20_SOURCE.isConfirmed && t('c20.not-confirmed')}
      </p>
    </Disclosure>
  )
}
