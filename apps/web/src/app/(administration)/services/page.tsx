import { admissionFilterIn, isAmong } from '@throughcare/domain/admission/admission-terms'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { AdmissionFilterBar } from '../../../admission/admission-filter.tsx'
import { DigestFailures } from '../../../gap/digest-failures.tsx'
import { paths } from '../../../paths.ts'
import { getServiceWords } from '../../../service/get-service-words.ts'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'list.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Every service of the installation, by name; narrowed to those that take couples, or women only. */
export default async function ServicesPage({ searchParams }: Props) {
  const asked = (await searchParams).takes
  const filter = admissionFilterIn(typeof asked === 'string' ? asked : undefined)
  const caller = await api()
  const [all, t, admission, words, mayAdd] = await Promise.all([
    caller.service.list(),
    getTranslations('service'),
    getTranslations('admission'),
    getServiceWords(),
    mayHere('service.add'),
  ])
  const services = filter === null ? all : all.filter((service) => isAmong(filter, service.admission))
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
      <AdmissionFilterBar chosen={filter} href={(to) => paths.services(to === null ? {} : { takes: to })} />
      {filter !== null && <Notice tone="info">{admission('filter.only-asked')}</Notice>}
      <Table
        caption={t('list.caption')}
        hideCaption
        columns={[
          { key: 'name', header: t('list.name'), isRowHeader: true },
          { key: 'kind', header: t('list.kind') },
          { key: 'area', header: t('list.area') },
          { key: 'doses', header: t('list.doses') },
          { key: 'receives', header: t('list.receives') },
          { key: 'takes', header: admission('heading') },
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
            takes: service.admission
              ? [
                  admission(`women.${service.admission.womenOnly}`),
                  admission(`takes.${service.admission.couples}`),
                ].join(', ')
              : admission('never-asked'),
            phone: service.phone ?? t('contact.no-phone'),
          },
        }))}
      />
    </Stack>
  )
}
