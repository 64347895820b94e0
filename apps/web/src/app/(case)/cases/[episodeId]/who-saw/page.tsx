import { EmptyState } from '@throughcare/ui/empty-state'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Pagination } from '@throughcare/ui/pagination'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { cursorOf, readCursor } from '../../../../../audit/entry-cursor.ts'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../paths.ts'
import { mayHere } from '../../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('audit', 'who-saw.title')

type Props = {
  readonly params: Promise<{ episodeId: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** Who opened, printed or wrote this case, newest first, as far as what it was about is open to the reader. */
export default async function WhoSawPage({ params, searchParams }: Props) {
  const [{ episodeId }, search] = await Promise.all([params, searchParams])
  await readCase(episodeId)
  const withLists = search.show === 'lists'
  const before = readCursor(search.before)
  const caller = await api()
  const [{ entries, next }, mayCopy, t, service, access, format] = await Promise.all([
    orNotFound(caller.audit.whoSaw({ episodeId, before, withLists })),
    mayHere('audit.copy'),
    getTranslations('audit'),
    getTranslations('service'),
    getTranslations('access'),
    getFormat(),
  ])
  const show = withLists ? 'lists' : undefined
  return (
    <Stack gap="large">
      <PageHeading
        lead={mayCopy ? t('who-saw.lead') : t('who-saw.manager')}
        actions={
          mayCopy ? (
            <LinkButton variant="secondary" href={paths.whoSawCopy(episodeId)}>
              {t('who-saw.copy')}
            </LinkButton>
          ) : undefined
        }
      >
        {t('who-saw.heading')}
      </PageHeading>
      <FilterBar
        label={t('who-saw.show')}
        groups={[
          {
            key: 'show',
            label: t('who-saw.show'),
            options: [
              { href: paths.whoSaw(episodeId), text: t('who-saw.opened-only'), selected: !withLists },
              { href: paths.whoSaw(episodeId, { show: 'lists' }), text: t('who-saw.with-lists'), selected: withLists },
            ],
          },
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState heading={t('who-saw.none-title')}>{t('who-saw.none')}</EmptyState>
      ) : (
        <Table
          caption={t('who-saw.caption')}
          columns={[
            { key: 'when', header: t('who-saw.when'), isRowHeader: true },
            { key: 'who', header: t('who-saw.who') },
            { key: 'where', header: t('who-saw.where') },
            { key: 'what', header: t('who-saw.what') },
            { key: 'part', header: t('who-saw.part') },
          ]}
          rows={entries.map((entry) => ({
            key: entry.id,
            tone: entry.part === 'break-glass' ? ('attention' as const) : undefined,
            cells: {
              when: format.instant(entry.at, 'weekday'),
              who:
                entry.role === 'system' || entry.role === null
                  ? t('who-saw.system')
                  : t('who-saw.place', {
                      name: entry.name ?? t('who-saw.nobody'),
                      kind: access(`role.${entry.role}`),
                    }),
              where: t('who-saw.place', { name: entry.service.name, kind: service(`kind.${entry.service.kind}`) }),
              what: `${t('who-saw.about', {
                deed: t(`deed.${entry.deed}`),
                thing: t(`thing.${entry.thing ?? 'case'}`),
              })}${entry.wasRefused ? ` (${t('who-saw.refused')})` : ''}`,
              part: t(`part.${entry.part}`),
            },
          }))}
        />
      )}
      {(before || next) && (
        <Pagination
          label={t('who-saw.pages')}
          previous={before ? { href: paths.whoSaw(episodeId, { show }), text: t('who-saw.newest') } : undefined}
          next={
            next
              ? { href: paths.whoSaw(episodeId, { show, before: cursorOf(next) }), text: t('who-saw.older') }
              : undefined
          }
        />
      )}
    </Stack>
  )
}
