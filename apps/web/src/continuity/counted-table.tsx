import type { CountedCases } from '@throughcare/api/continuity/find-cases'
import type { Area } from '@throughcare/domain/checklist/areas'
import { type CountedMeasure, isIndicator } from '@throughcare/domain/continuity/counted-measures'
import type { FlowDetail } from '@throughcare/domain/continuity/flow/flow-steps'
import { INDICATOR_TABLE } from '@throughcare/domain/continuity/indicators'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { Table, type TableColumn } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

type Column = 'person' | 'released' | 'from' | 'why' | 'area'
type Props = { readonly counted: CountedCases; readonly measure: CountedMeasure }

/** The cases that a count counted and that are open to the reader, latest release first. */
export async function CountedTable({ counted, measure }: Props) {
  const [t, area, format] = await Promise.all([getTranslations('continuity'), getTranslations('area'), getFormat()])
  const columns: TableColumn<Column>[] = [
    { key: 'person', header: t('cases.person'), isRowHeader: true },
    { key: 'released', header: t('cases.released') },
    { key: 'from', header: t('cases.from') },
    { key: 'why', header: t('cases.why') },
  ]
  const isOfChains = isIndicator(measure) && INDICATOR_TABLE[measure].unit === 'handoff-chain'
  if (isOfChains) columns.push({ key: 'area', header: t('cases.area') })
  return (
    <Table
      caption={t('cases.list')}
      hideCaption
      columns={columns}
      rows={counted.cases.map((each) => ({
        key: `${each.episodeId} ${each.area}`,
        cells: {
          person: (
            <>
              <Link href={paths.case(each.episodeId)}>
                <bdi>{listedName(each)}</bdi>
              </Link>
              <FactList
                facts={[
                  each.dateOfBirth ? t('cases.born', { day: format.day(each.dateOfBirth) }) : t('cases.born-unknown'),
                  each.number ?? t('cases.number-unknown'),
                ]}
              />
            </>
          ),
          released: format.day(each.releasedOn, 'weekday'),
          from: each.prisonName,
          why: isIndicator(measure) ? t(`detail.${measure}.${each.detail}`) : t(`cases.${each.detail as FlowDetail}`),
          area: each.area === null ? '–' : area(`name.${each.area as Area}`),
        },
      }))}
    />
  )
}
