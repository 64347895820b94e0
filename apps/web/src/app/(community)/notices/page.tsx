import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Pagination } from '@throughcare/ui/pagination'
import { getTranslations } from 'next-intl/server'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { MarkRead } from '../../../notice/mark-read.tsx'
import { isWaiting, NoticeTable } from '../../../notice/notice-table.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('notice', 'list.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What happened that concerns the reader under the hat they wear; unread ones first. */
export default async function NoticesPage({ searchParams }: Props) {
  const asked = Number((await searchParams).page)
  const caller = await api()
  const [list, t] = await Promise.all([
    caller.notice.list({ page: Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1 }),
    getTranslations('notice.list'),
  ])
  const { notices, page, pages } = list
  return (
    <Words nouns={['notice']}>
      <KeepFresh />
      <Stack gap="large">
        <PageHeading
          lead={t('lead')}
          actions={
            <LinkButton variant="secondary" href={paths.noticeSettings()}>
              {t('settings')}
            </LinkButton>
          }
        >
          {t('heading')}
        </PageHeading>
        {notices.length === 0 ? (
          <EmptyState heading={t('none-title')}>{t('none')}</EmptyState>
        ) : (
          <>
            <MarkRead noticeIds={notices.filter(isWaiting).map(({ id }) => id)} />
            <NoticeTable notices={notices} />
          </>
        )}
        {pages > 1 && (
          <Pagination
            label={t('pages')}
            summary={t('page', { page, pages })}
            previous={page > 1 ? { href: paths.notices({ page: String(page - 1) }), text: t('previous') } : undefined}
            next={page < pages ? { href: paths.notices({ page: String(page + 1) }), text: t('next') } : undefined}
          />
        )}
      </Stack>
    </Words>
  )
}
