import type { ShownAnnotation } from '@throughcare/api/figure-annotation/list-figure-annotations'
import { Table, type TableColumn } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { getFormat } from '../words/get-format.ts'
import { WithdrawAnnotation } from './withdraw-annotation.tsx'

type Column = 'month' | 'name' | 'note' | 'kind' | 'chart' | 'by' | 'state'
type Props = { readonly annotations: readonly ShownAnnotation[]; readonly mayWrite: boolean }

/** Everything written on the charts, the withdrawn too, the latest month first. */
export async function AnnotationTable({ annotations, mayWrite }: Props) {
  const [t, continuity, words, format] = await Promise.all([
    getTranslations('figure-annotation'),
    getTranslations('continuity'),
    getFigureWords(),
    getFormat(),
  ])
  const columns: TableColumn<Column>[] = [
    { key: 'month', header: t('list.month') },
    { key: 'name', header: t('list.name'), isRowHeader: true },
    { key: 'note', header: t('note.label') },
    { key: 'kind', header: t('list.kind') },
    { key: 'chart', header: t('list.chart') },
    { key: 'by', header: t('list.by') },
    { key: 'state', header: t('list.state') },
  ]
  const latest = annotations
    .toReversed()
    .toSorted((one, two) => (one.month < two.month ? 1 : one.month > two.month ? -1 : 0))
  return (
    <Table
      caption={t('list.caption')}
      hideCaption
      columns={columns}
      rows={latest.map((each) => ({
        key: each.id,
        cells: {
          month: words.month(each.month),
          name: each.percent === null ? each.name : `${each.name} (${t('list.percent', { percent: each.percent })})`,
          note: each.note ?? '–',
          kind: t(`kind-name.${each.kind}`),
          chart: each.indicator === null ? t('indicator.all') : continuity(`indicator.${each.indicator}`),
          by: whoAndWhen(each.writtenBy, each.writtenAt),
          state: stateOf(each),
        },
      }))}
    />
  )

  function stateOf(each: ShownAnnotation) {
    if (each.withdrawnAt !== null)
      return t('list.withdrawn', { who: each.withdrawnBy ?? t('list.nobody'), at: format.instant(each.withdrawnAt) })
    if (!mayWrite) return t('list.stands')
    return (
      <WithdrawAnnotation
        annotationId={each.id}
        of={t('withdraw.of', { name: each.name, month: words.month(each.month) })}
      />
    )
  }

  function whoAndWhen(who: string | null, at: string) {
    return t('list.by-whom', { who: who ?? t('list.nobody'), at: format.instant(at) })
  }
}
