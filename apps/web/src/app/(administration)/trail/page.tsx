import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Pagination } from '@throughcare/ui/pagination'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { cursorOf, readCursor } from '../../../audit/entry-cursor.ts'
import { ExportHead } from '../../../audit/export-head.tsx'
import { TrailStateLines } from '../../../audit/trail-state.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('audit', 'board.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Whether the trail is whole, its signed head, and what the people of a service did: without whose case it was. */
export default async function TrailPage({ searchParams }: Props) {
  const search = await searchParams
  const asked = z.uuid().safeParse(search.service)
  const serviceId = asked.success ? asked.data : null
  const before = readCursor(search.before)
  const caller = await api()
  const [board, t, audit, access, format] = await Promise.all([
    caller.audit.board({ serviceId, before }),
    getTranslations('audit.board'),
    getTranslations('audit'),
    getTranslations('access'),
    getFormat(),
  ])
  return (
    <Words nouns={['audit']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <TrailStateLines state={board.state} lastCheck={board.lastCheck} />
        <Section heading={t('head')}>
          {board.head ? (
            <Stack gap="small">
              <p>
                {t('head-text', {
                  sequence: String(board.head.sequence),
                  at: format.instant(board.head.signedAt, 'weekday'),
                })}
              </p>
              <ExportHead sequence={board.head.sequence} />
            </Stack>
          ) : (
            <p>{t('no-head')}</p>
          )}
        </Section>
        <Section heading={t('chains')}>
          {board.chains.length > 0 && (
            <Table
              caption={t('chains-caption')}
              size="small"
              columns={[
                { key: 'service', header: t('service'), isRowHeader: true },
                { key: 'batches', header: t('batches'), align: 'end' },
                { key: 'last', header: t('last') },
              ]}
              rows={board.chains.map((chain) => ({
                key: chain.serviceId,
                cells: {
                  service:
                    chain.serviceName === null ? (
                      t('no-service')
                    ) : (
                      <Link href={paths.trail({ service: chain.serviceId })}>{chain.serviceName}</Link>
                    ),
                  batches: String(chain.batches),
                  last: format.instant(chain.sealedAt, 'weekday'),
                },
              }))}
            />
          )}
        </Section>
        {serviceId !== null && (
          <Section heading={t('entries')}>
            {board.entries.length === 0 ? (
              <EmptyState heading={t('none-title')}>{t('none')}</EmptyState>
            ) : (
              <Table
                caption={t('entries-caption')}
                columns={[
                  { key: 'when', header: t('when'), isRowHeader: true },
                  { key: 'who', header: t('who') },
                  { key: 'deed', header: t('deed') },
                  { key: 'outcome', header: t('outcome') },
                  { key: 'cases', header: t('cases'), align: 'end' },
                ]}
                rows={board.entries.map((entry) => ({
                  key: entry.id,
                  tone: entry.outcome === 'denied' ? ('attention' as const) : undefined,
                  cells: {
                    when: format.instant(entry.at, 'weekday'),
                    who: audit('who-saw.place', {
                      name: entry.name ?? t('nobody'),
                      kind: entry.role ? access(`role.${entry.role}`) : t('nobody'),
                    }),
                    deed: audit(`deed.${entry.deed}`),
                    outcome: t(entry.outcome),
                    cases: String(entry.cases),
                  },
                }))}
              />
            )}
            {board.next && (
              <Pagination
                label={t('pages')}
                next={{
                  href: paths.trail({ service: serviceId, before: cursorOf(board.next) }),
                  text: t('older'),
                }}
              />
            )}
          </Section>
        )}
      </Stack>
    </Words>
  )
}
