import { LINE_RESULTS } from '@throughcare/domain/release-list/label-group'
import { CountRow } from '@throughcare/ui/count-row'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { paths } from '../../../../paths.ts'
import { ConfirmForm } from '../../../../release-list/confirm-form.tsx'
import { ListProgress } from '../../../../release-list/list-progress.tsx'
import { PreviewTable } from '../../../../release-list/preview-table.tsx'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('release-list', 'list.title')

const Query = z.object({
  result: z.enum(LINE_RESULTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

type Props = { params: Promise<{ listId: string }>; searchParams: Promise<Record<string, string | string[]>> }

/** One list: how far it is, what its lines would do, what a human has to decide, and the button that writes it. */
export default async function ReleaseListPage({ params, searchParams }: Props) {
  const { listId } = await params
  const { result, page } = Query.parse({ result: null, ...(await searchParams) })
  const caller = await api()
  const list = await orNotFound(caller.releaseList.preview({ listId }))
  const [t, format] = await Promise.all([getTranslations('release-list'), getFormat()])
  const counts = list.counts
  const toWrite = counts ? counts.new + counts.changed + counts['possible-duplicate'] - counts.undecided : 0
  const columns = list.columns.join(', ')
  return (
    <Words nouns={['release-list']}>
      <Stack gap="large">
        <PageHeading caption={t('list.by', { name: list.uploadedBy })}>
          {t('list.heading', { when: format.instant(list.uploadedAt) })}
        </PageHeading>
        {list.refusedBecause && (
          <Notice tone="urgent" heading={t('file.heading')}>
            {t(`file.${list.refusedBecause}`, { columns })}
          </Notice>
        )}
        {!list.refusedBecause && columns && <Notice tone="attention">{t('list.ignored', { columns })}</Notice>}
        {list.state === 'writing' && <Notice tone="info">{t('list.confirmed')}</Notice>}
        <ListProgress state={list.state} done={list.linesDone} total={list.linesTotal} plansToMake={list.plansToMake} />
        {list.state === 'done' && list.writtenAt && (
          <Notice
            tone="good"
            heading={t('list.done', { when: format.instant(list.writtenAt) })}
            actions={<LinkButton href={paths.releases()}>{t('list.board')}</LinkButton>}
          >
            {t('list.plans', { count: list.plansToMake })}
          </Notice>
        )}
        {counts && (
          <CountRow
            label={t('list.counts')}
            items={[
              {
                key: 'all',
                value: String(list.linesTotal),
                label: t('list.all'),
                href: paths.releaseList(listId),
                current: result === null,
              },
              ...LINE_RESULTS.map((one) => ({
                key: one,
                value: String(counts[one]),
                label: t(`result.${one}`),
                href: paths.releaseList(listId, { result: one }),
                current: result === one,
              })),
            ]}
          />
        )}
        {counts && counts.undecided > 0 && (
          <Notice tone="attention">{t('list.undecided', { count: counts.undecided })}</Notice>
        )}
        {list.state === 'ready' &&
          (toWrite > 0 ? (
            <ConfirmForm listId={listId} seenVersion={list.version} count={toWrite} />
          ) : (
            <Notice tone="info">{t('list.nothing')}</Notice>
          ))}
        {counts && <PreviewTable listId={listId} result={result} page={page} mayDecide={list.state === 'ready'} />}
      </Stack>
    </Words>
  )
}
