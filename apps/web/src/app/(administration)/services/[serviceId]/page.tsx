import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Columns, Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { AdmissionSection } from '../../../../admission/admission-section.tsx'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { paths } from '../../../../paths.ts'
import { Closures } from '../../../../service/closures.tsx'
import { getServiceWords } from '../../../../service/get-service-words.ts'
import { HoursTable } from '../../../../service/hours-table.tsx'
import { ServiceHistory } from '../../../../service/service-history.tsx'
import { SingleDays } from '../../../../service/single-days.tsx'
import { currentSession } from '../../../../session/current-session.ts'
import { mayHere } from '../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('service', 'page.title')

type Props = { params: Promise<{ serviceId: string }> }

/** One service as its colleagues need to know it: how to reach it, when it is there, who answers when it does not. */
export default async function ServicePage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  const service = await orNotFound(caller.service.byId({ serviceId }))
  const [t, access, admission, words, format, session, mayKeep, mayTell, mayAsk, mayHandOut] = await Promise.all([
    getTranslations('service'),
    getTranslations('access'),
    getTranslations('admission'),
    getServiceWords(),
    getFormat(),
    currentSession(),
    mayHere('service.change'),
    mayHere('admission.record'),
    mayHere('hours-confirmation.answer'),
    mayHere('access.members'),
  ])
  const isOwnPlace = session?.hat?.serviceId === serviceId
  const mayAnswer = mayAsk && (isOwnPlace || session?.hat?.role !== 'caseworker')
  const { fallback } = service
  return (
    <Words nouns={['service', 'hours-confirmation', 'admission', 'circumstance']}>
      <Stack gap="large">
        <Breadcrumbs
          label={t('list.title')}
          items={[{ text: t('page.back'), href: paths.services() }, { text: service.name }]}
        />
        <PageHeading
          caption={t(`kind.${service.kind as ServiceKind}`)}
          lead={t('page.lead')}
          actions={
            <>
              {mayKeep && (
                <>
                  <LinkButton href={paths.serviceDetails(serviceId)} variant="secondary">
                    {t('details.change')}
                  </LinkButton>
                  <LinkButton href={paths.serviceHours(serviceId)} variant="secondary">
                    {t('hours.change')}
                  </LinkButton>
                </>
              )}
              {mayHandOut && (mayKeep || isOwnPlace) && (
                <LinkButton href={paths.servicePeople(serviceId)} variant="secondary">
                  {access('members.open')}
                </LinkButton>
              )}
            </>
          }
        >
          {service.name}
        </PageHeading>
        <Columns>
          <Section heading={admission('heading')} card>
            <AdmissionSection service={service} mayKeep={mayKeep || (mayTell && isOwnPlace)} />
          </Section>
          <Section heading={t('contact.heading')} card>
            <SummaryList
              rows={[
                { key: 'address', label: t('contact.address'), value: service.address ?? t('contact.no-address') },
                { key: 'phone', label: t('contact.phone'), value: service.phone ?? t('contact.no-phone') },
                { key: 'duty', label: t('contact.duty'), value: duty() },
                { key: 'area', label: t('contact.area'), value: words.place(service) },
                {
                  key: 'doses',
                  label: t('contact.doses'),
                  value: t(service.canDose ? 'contact.doses-here' : 'contact.no-doses-here'),
                },
                { key: 'receives', label: t('contact.receives'), value: words.receives(service.receives) },
              ]}
            />
          </Section>
          <Section heading={t('hours.heading')} lead={t('hours.lead', { zone: service.timeZone })} card>
            <HoursTable service={service} />
          </Section>
        </Columns>
        <Columns>
          <Section heading={t('closure.heading')} card>
            <Closures service={service} mayKeep={mayKeep} />
          </Section>
          {service.canDose && (
            <Section heading={t('days.heading')} card>
              <SingleDays service={service} mayAnswer={mayAnswer} isOwnPlace={isOwnPlace} />
            </Section>
          )}
        </Columns>
        <Columns>
          <Section heading={t('fallback.heading')} card>
            <Prose>
              {mayKeep && (
                <p>
                  <Link href={paths.serviceFallback(serviceId)}>{t('fallback.change')}</Link>
                </p>
              )}
              {fallback === null ? (
                <p>{t('fallback.none')}</p>
              ) : (
                <p>
                  {t.rich('fallback.agreed', {
                    name: fallback.name,
                    day: format.day(fallback.agreedOn),
                    contact: fallback.contact,
                    service: (chunks) => <Link href={paths.service(fallback.serviceId)}>{chunks}</Link>,
                  })}
                </p>
              )}
            </Prose>
          </Section>
          <Section heading={t('history.heading')} card>
            <ServiceHistory service={service} />
          </Section>
        </Columns>
      </Stack>
    </Words>
  )

  function duty(): string {
    const { dutyContactName, dutyContactPhone } = service
    return [dutyContactName, dutyContactPhone].filter((part) => part !== null).join(', ') || t('contact.no-duty')
  }
}
