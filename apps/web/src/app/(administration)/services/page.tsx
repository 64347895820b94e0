import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../paths.ts'
import { getServiceWords } from '../../../service/get-service-words.ts'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'list.title')

/** Every service of the installation, by name. */
export default async function ServicesPage() {
  const caller = await api()
  const [services, t, words, mayAdd] = await Promise.all([
    caller.service.list(),
    getTranslations('service'),
    getServiceWords(),
    mayHere('service.add'),
  ])
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
      <Table
        caption={t('list.caption')}
        hideCaption
        columns={[
          { key: 'name', header: t('list.name'), isRowHeader: true },
          { key: 'kind', header: t('list.kind') },
          { key: 'area', header: t('list.area') },
          { key: 'doses', header: t('list.doses') },
          { key: 'receives', header: t('list.receives') },
          { key: 'phone', header: t('list.phone') },
        ]}
        rows={services.map((service) => ({
          key: service.id,
          cells: {
            name: <Link href={paths.service(service.id)}>{service.name}</Link>,
            kind: t(`kind.${service.kind as ServiceKind}`),
            area: words.place(service),
            doses: words.doses(service.canDose),
            receives: words.receives(service.receives),
            phone: service.phone ?? t('contact.no-phone'),
          },
        }))}
      />
    </Stack>
  )
}
