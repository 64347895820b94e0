import type { BarrierLine } from '@throughcare/domain/barrier/barrier-report'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'

type Props = {
  readonly caption: string
  /** What the first column holds. */
  readonly of: string
  readonly lines: readonly (BarrierLine<string | null> & { name: string })[]
  readonly total: BarrierLine<'all'>
}

/** Counts of barriers with the days lost; what is not shown says so. */
export async function BarrierTable({ caption, of, lines, total }: Props) {
  const t = await getTranslations('barrier')
  const shown = (count: number | null) => (count === null ? t('report.small') : t('report.count', { count }))
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', header: of, isRowHeader: true },
        { key: 'all', header: t('report.all'), align: 'end' },
        { key: 'standing', header: t('report.standing'), align: 'end' },
        { key: 'resolved', header: t('report.resolved'), align: 'end' },
        { key: 'days', header: t('report.days'), align: 'end' },
      ]}
      rows={[...lines, { ...total, name: t('report.total') }].map((line) => ({
        key: String(line.key),
        cells: {
          name: line.name,
          all: shown(line.all),
          standing: shown(line.standing),
          resolved: shown(line.resolved),
          days: shown(line.days),
        },
      }))}
    />
  )
}
