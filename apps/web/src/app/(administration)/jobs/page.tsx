import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { DigestFailures } from '../../../gap/digest-failures.tsx'
import { isNamedQueue } from '../../../job/queue-names.ts'
import { RetryJobs } from '../../../job/retry-jobs.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { MailStates } from '../../../notice/mail-states.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('job', 'title')

/** What happens by itself and did not: what waits, what was given up, which mails do not arrive; each with the way to try again. */
export default async function JobsPage() {
  const caller = await api()
  const [{ queues, delayedSince, trail, figuresDifferSince }, t, format] = await Promise.all([
    caller.job.board(),
    getTranslations('job'),
    getFormat(),
  ])
  const at = (instant: Date | null) => (instant ? format.instant(instant, 'weekday') : '')
  return (
    <Words nouns={['job']}>
      <KeepFresh />
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {delayedSince === null && <p>{t('here')}</p>}
        {(trail.notSealedSince || trail.brokenSince) && (
          <Notice
            tone="urgent"
            heading={
              trail.brokenSince
                ? t('trail-broken', { at: at(trail.brokenSince) })
                : t('trail-not-sealed', { at: at(trail.notSealedSince) })
            }
          >
            <Link href={paths.trail()}>{t('trail')}</Link>
          </Notice>
        )}
        {figuresDifferSince && (
          <Notice tone="urgent" heading={t('figures-differ', { at: at(figuresDifferSince) })}>
            {t('figures-differ-text')}
          </Notice>
        )}
        {queues.length === 0 ? (
          <EmptyState heading={t('none-title')}>{t('none')}</EmptyState>
        ) : (
          <Table
            caption={t('caption')}
            columns={[
              { key: 'queue', header: t('queue'), isRowHeader: true },
              { key: 'waiting', header: t('waiting') },
              { key: 'failed', header: t('given-up') },
              { key: 'again', header: t('again') },
            ]}
            rows={queues.map((queue) => ({
              key: queue.name,
              tone: queue.failed > 0 ? ('attention' as const) : undefined,
              cells: {
                queue: t(`name.${isNamedQueue(queue.name) ? queue.name : 'other'}`),
                waiting:
                  queue.oldestAt === null
                    ? queue.waiting || t('zero')
                    : t('since', { count: queue.waiting, at: at(queue.oldestAt) }),
                failed:
                  queue.failed === 0
                    ? t('zero')
                    : t('last', {
                        count: queue.failed,
                        at: at(queue.lastFailedAt),
                        because: queue.because ?? t('because-unknown'),
                      }),
                again: queue.mayRetry ? <RetryJobs name={queue.name} /> : queue.failed > 0 ? t('by-itself') : null,
              },
            }))}
          />
        )}
        <DigestFailures />
        <MailStates />
      </Stack>
    </Words>
  )
}
