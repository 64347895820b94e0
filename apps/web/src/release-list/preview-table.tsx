import type { LineResult } from '@throughcare/domain/release-list/label-group'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Pagination } from '@throughcare/ui/pagination'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { DecideLine } from './decide-line.tsx'
import { LineWords } from './line-words.tsx'

type Props = {
  readonly listId: string
  readonly result: LineResult | null
  readonly page: number
  readonly mayDecide: boolean
}

/** The lines of a preview, fifty at a time. */
export async function PreviewTable({ listId, result, page, mayDecide }: Props) {
  const caller = await api()
  const [{ lines, pageSize }, t, format] = await Promise.all([
    caller.releaseList.lines({ listId, result, page }),
    getTranslations('release-list'),
    getFormat(),
  ])
  const link = (to: number): string => paths.releaseList(listId, { result: result ?? undefined, page: to })
  if (lines.length === 0 && page === 1) return <EmptyState heading={t('lines.none')} headingLevel={2} />
  return (
    <Stack>
      <Table
        caption={t('lines.caption')}
        size="small"
        stickyHeader
        columns={[
          { key: 'line', header: t('lines.line'), align: 'end' },
          { key: 'person', header: t('lines.person'), isRowHeader: true },
          { key: 'birth', header: t('lines.birth') },
          { key: 'number', header: t('lines.number') },
          { key: 'release', header: t('lines.release') },
          { key: 'result', header: t('lines.result') },
        ]}
        rows={lines.map((line) => ({
          key: String(line.line),
          ...(line.leavesSooner ? { tone: 'urgent' as const } : {}),
          cells: {
            line: line.line,
            person: <bdi>{[line.familyName, line.givenNames].filter((name) => name !== '').join(', ')}</bdi>,
            birth: line.dateOfBirth ? format.day(line.dateOfBirth) : '',
            number: line.prisonNumber,
            release: line.releaseCertainty
              ? `${line.releaseDate ? format.day(line.releaseDate) : t('noDate')}, ${t(`certainty.${line.releaseCertainty}`)}`
              : '',
            result: (
              <>
                <LineWords line={line} />
                {mayDecide && line.result === 'possible-duplicate' && (
                  <DecideLine listId={listId} line={line.line} decision={line.decision} />
                )}
              </>
            ),
          },
        }))}
      />
      <Pagination
        label={t('lines.pages')}
        {...(page > 1 ? { previous: { href: link(page - 1), text: t('lines.previous') } } : {})}
        {...(lines.length === pageSize ? { next: { href: link(page + 1), text: t('lines.next') } } : {})}
      />
    </Stack>
  )
}
