import type { NoticeList } from '@throughcare/api/notice/list-notices'
import { NOTICE_KINDS, type NoticeKind } from '@throughcare/domain/notice/notice-kinds'
import { Row, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

type OneNotice = NoticeList['notices'][number]

/** What was told: in words that name nobody, when, and the way to what it is about, where that is still open to the reader. */
export async function NoticeTable({ notices }: { readonly notices: readonly OneNotice[] }) {
  const [t, format] = await Promise.all([getTranslations('notice'), getFormat()])
  const said = (kind: string) =>
    (NOTICE_KINDS as readonly string[]).includes(kind) ? t(`kind.${kind as NoticeKind}`) : t('mail.something')
  return (
    <Table
      caption={t('list.caption')}
      hideCaption
      columns={[
        { key: 'what', header: t('list.what'), isRowHeader: true },
        { key: 'when', header: t('list.when') },
        { key: 'state', header: t('list.state') },
        { key: 'open', header: t('list.open') },
      ]}
      rows={notices.map((notice) => ({
        key: notice.id,
        tone: isWaiting(notice) && notice.urgency === 'emergency' ? 'urgent' : undefined,
        cells: {
          what: (
            <Stack gap="small">
              {/* What the count in the menu counts. */}
              <span data-counted={isWaiting(notice) || undefined}>{said(notice.kind)}</span>
              {notice.onBehalfOf !== null && <span>{t('list.behalf', { name: notice.onBehalfOf })}</span>}
            </Stack>
          ),
          when: format.instant(notice.causedAt, 'weekday'),
          state: (
            <Row gap="small">
              {isWaiting(notice) && notice.urgency === 'emergency' && (
                <StatusTag tone="urgent">{t('list.emergency')}</StatusTag>
              )}
              <StatusTag tone={isWaiting(notice) ? 'info' : 'quiet'}>{t(`list.${stateOf(notice)}`)}</StatusTag>
            </Row>
          ),
          open: (
            <Ways
              of={notice}
              words={{
                handoff: t('list.handoff'),
                case: t('list.case'),
                figures: t('list.figures'),
                none: t('list.no-link'),
              }}
            />
          ),
        },
      }))}
    />
  )
}

type WayWords = { readonly handoff: string; readonly case: string; readonly figures: string; readonly none: string }

function Ways({ of: { kind, handoffId, episodeId }, words }: { readonly of: OneNotice; readonly words: WayWords }) {
  if (kind === 'monthly-report' || kind === 'figure-export-waits')
    return <Link href={paths.figureExports()}>{words.figures}</Link>
  if (handoffId !== null) return <Link href={paths.handoff(handoffId)}>{words.handoff}</Link>
  if (episodeId !== null) return <Link href={paths.case(episodeId)}>{words.case}</Link>
  return words.none
}

/** Neither read nor undone. */
export function isWaiting({ readAt, withdrawnAt }: Pick<OneNotice, 'readAt' | 'withdrawnAt'>): boolean {
  return readAt === null && withdrawnAt === null
}

function stateOf({ readAt, withdrawnAt }: OneNotice): 'unread' | 'read' | 'withdrawn' {
  if (withdrawnAt !== null) return 'withdrawn'
  return readAt === null ? 'unread' : 'read'
}
