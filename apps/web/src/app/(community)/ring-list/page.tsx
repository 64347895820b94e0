import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../../../handoff/person-name.ts'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { paths } from '../../../paths.ts'
import { NextCall } from '../../../ring-list/next-call.tsx'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('ring-list', 'title')

type Props = { searchParams: Promise<{ skip?: string | string[] }> }

/** The next call to make, one at a time. */
export default async function RingListPage({ searchParams }: Props) {
  const { skip } = await searchParams
  const caller = await api()
  const [{ calls, notByTelephone }, t, format] = await Promise.all([
    caller.ringList.list({}),
    getTranslations('ring-list'),
    getFormat(),
  ])
  const at = typeof skip === 'string' && /^\d{1,3}$/.test(skip) && calls.length > 0 ? Number(skip) % calls.length : 0
  const call = calls[at]
  return (
    <Words nouns={['ring-list']}>
      <KeepFresh />
      <Stack gap="large">
        <PageHeading lead={t('lead', { count: calls.length })}>{t('heading')}</PageHeading>
        {call ? (
          <NextCall key={`${call.about} ${call.subjectId}`} call={call} at={at} of={calls.length} />
        ) : (
          <EmptyState heading={t('nobody')}>{t('nobody-text')}</EmptyState>
        )}
        <p>{t('again')}</p>
        {notByTelephone.length > 0 && (
          <Section heading={t('other.heading')} lead={t('other.lead')}>
            <Table
              caption={t('other.heading')}
              hideCaption
              columns={[
                { key: 'person', header: t('other.person'), isRowHeader: true },
                { key: 'way', header: t('other.way') },
                { key: 'since', header: t('other.since') },
              ]}
              rows={notByTelephone.map((one) => ({
                key: one.episodeId,
                cells: {
                  person: (
                    <Link href={paths.first48(one.episodeId)}>
                      <bdi>{listedName(one)}</bdi>
                    </Link>
                  ),
                  way: t(`other.${one.because}`),
                  since: format.instant(one.since),
                },
              }))}
            />
          </Section>
        )}
      </Stack>
    </Words>
  )
}
