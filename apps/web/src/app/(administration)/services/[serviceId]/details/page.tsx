import { areasOfKind } from '@throughcare/domain/access/categories-of-area'
import type { Area } from '@throughcare/domain/checklist/areas'
import { KINDS_THAT_DOSE } from '@throughcare/domain/service/decide-service-change'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { DetailsForm } from '../../../../../service/details-form.tsx'
import { ServicePage } from '../../../../../service/service-page.tsx'
import { mayHere } from '../../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'details.title')

type Props = { params: Promise<{ serviceId: string }> }

/** How a service is reached and what it does, for administrators. */
export default async function ServiceDetailsPage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  if (!(await mayHere('service.change'))) forbidden()
  const [service, t] = [await orNotFound(caller.service.byId({ serviceId })), await getTranslations('service')]
  const kind = service.kind as ServiceKind
  return (
    <ServicePage service={service} title={t('details.title')} lead={t('details.lead')}>
      <DetailsForm
        key={service.version}
        serviceId={serviceId}
        seenVersion={service.version}
        canEverDose={(KINDS_THAT_DOSE as readonly ServiceKind[]).includes(kind)}
        areas={kind === 'prison-health' ? [] : areasOfKind(kind)}
        details={{
          name: service.name,
          address: service.address ?? '',
          phone: service.phone ?? '',
          dutyContactName: service.dutyContactName ?? '',
          dutyContactPhone: service.dutyContactPhone ?? '',
          canDose: service.canDose,
          receives: service.receives as Area[],
        }}
      />
    </ServicePage>
  )
}
