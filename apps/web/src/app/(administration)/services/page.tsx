import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { DigestFailures } from '../../../gap/digest-failures.tsx'
import { paths } from '../../../paths.ts'
import { narrowDirectory, readDirectoryAddress } from '../../../service/directory-address.ts'
import { DirectoryFilters } from '../../../service/directory-filters.tsx'
import { DirectoryTable } from '../../../service/directory-table.tsx'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'list.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** The directory: every service of the installation, by name, narrowed to what somebody looks for. */
export default async function ServicesPage({ searchParams }: Props) {
  const query = readDirectoryAddress(await searchParams)
  const caller = await api()
  const [all, t, area, admission, mayAdd] = await Promise.all([
    caller.service.list(),
    getTranslations('service'),
    getTranslations('area.name'),
    getTranslations('admission'),
    mayHere('service.add'),
  ])
  const services = narrowDirectory(all, query)
  return (
    <Stack gap="large">
      <PageHeading
        lead={t('list.lead')}
        actions={
          mayAdd && (
            <LinkButton href={paths.addService()} icon="add">
              {t('add.title')}
            </LinkButton>
          )
        }
      >
        {t('list.heading')}
      </PageHeading>
      <DigestFailures />
      <DirectoryFilters query={query} />
      {query.takes !== null && <Notice tone="info">{admission('filter.only-asked')}</Notice>}
      {services.length > 0 ? (
        <DirectoryTable services={services} />
      ) : (
        <EmptyState heading={t('list.filter.empty')}>
          {query.area !== null && !all.some(({ receives }) => receives.includes(query.area ?? ''))
            ? t('list.filter.empty-area', { area: area(query.area), closed: all.length })
            : t('list.filter.empty-text')}
        </EmptyState>
      )}
    </Stack>
  )
}
