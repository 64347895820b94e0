import { canTakeOver } from '@throughcare/domain/service/decide-fallback'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { FallbackForm } from '../../../../../service/fallback-form.tsx'
import { ServicePage } from '../../../../../service/service-page.tsx'
import { mayHere } from '../../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'fallback.title')

type Props = { params: Promise<{ serviceId: string }> }

/** Who takes over when a service does not answer, for administrators. */
export default async function ServiceFallbackPage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  if (!(await mayHere('service.set-fallback'))) forbidden()
  const service = await orNotFound(caller.service.byId({ serviceId }))
  const [services, t] = await Promise.all([caller.service.list(), getTranslations('service')])
  const { fallback } = service
  return (
    <ServicePage service={service} title={t('fallback.title')} lead={t('fallback.lead')}>
      <FallbackForm
        key={service.version}
        serviceId={serviceId}
        seenVersion={service.version}
        services={services
          .filter(({ id, kind }) => id !== serviceId && canTakeOver(kind as ServiceKind))
          .map(({ id, name }) => ({ value: id, text: name }))}
        fallback={{
          serviceId: fallback?.serviceId ?? '',
          agreedOn: fallback?.agreedOn ?? null,
          contact: fallback?.contact ?? '',
        }}
      />
    </ServicePage>
  )
}
