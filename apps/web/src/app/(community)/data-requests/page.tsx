import type { DataRequestView } from '@throughcare/api/data-request/data-request-view'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../../../handoff/person-name.ts'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('data-request', 'title')

/** What people asked about what is written of them, the nearest day first. */
export default async function DataRequestsPage() {
  const caller = await api()
  const [{ waiting, standing, today }, t, format] = await Promise.all([
    caller.dataRequest.list({}),
    getTranslations('data-request'),
    getFormat(),
  ])
  const table = (caption: string, requests: readonly DataRequestView[]) => (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { key: 'person', header: t('person'), isRowHeader: true },
        { key: 'kind', header: t('kind-heading') },
        { key: 'since', header: t('since') },
        { key: 'due', header: t('due') },
      ]}
      rows={requests.map((one) => {
        const isLate = one.state === 'open' && one.dueOn < today
        return {
          key: one.dataRequestId,
          tone: isLate ? ('attention' as const) : undefined,
          cells: {
            person: (
              <Link href={paths.dataRequest(one.dataRequestId)}>
                <bdi>{listedName(one)}</bdi>
              </Link>
            ),
            kind: t(`kind.${one.kind}`),
            since: format.day(one.askedOn),
            due: isLate ? t('overdue', { day: format.day(one.dueOn) }) : format.day(one.dueOn),
          },
        }
      })}
    />
  )
  return (
    <Stack gap="large">
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Section heading={t('waiting')}>
        {waiting.length === 0 ? <p>{t('nothing-waits')}</p> : table(t('waiting'), waiting)}
      </Section>
      <Section heading={t('standing')}>
        {standing.length === 0 ? <p>{t('nothing-stands')}</p> : table(t('standing'), standing)}
      </Section>
    </Stack>
  )
}
