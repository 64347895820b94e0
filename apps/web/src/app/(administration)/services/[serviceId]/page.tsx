import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Columns, Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { paths } from '../../../../paths.ts'
import { getServiceWords } from '../../../../service/get-service-words.ts'
import { HoursTable } from '../../../../service/hours-table.tsx'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'page.title')

type Props = { params: Promise<{ serviceId: string }> }

/** One service as its colleagues need to know it: how to reach it, when it is there, who answers when it does not. */
export default async function ServicePage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  const service = await orNotFound(caller.service.byId({ serviceId }))
  const [t, words, format] = await Promise.all([getTranslations('service'), getServiceWords(), getFormat()])
  const { closures, fallback } = service
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('list.title')}
        items={[{ text: t('page.back'), href: paths.services() }, { text: service.name }]}
      />
      <PageHeading caption={t(`kind.${service.kind as ServiceKind}`)} lead={t('page.lead')}>
        {service.name}
      </PageHeading>
      <Columns>
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
          {closures.length === 0 ? (
            <Prose>
              <p>{t('closure.none')}</p>
            </Prose>
          ) : (
            <SummaryList
              rows={closures.map(({ from, to, reason }) => ({
                key: `${from} ${to}`,
                label:
                  from === to
                    ? t('closure.day', { from: format.day(from, 'weekday') })
                    : t('closure.days', { from: format.day(from, 'weekday'), to: format.day(to, 'weekday') }),
                value: reason,
              }))}
            />
          )}
        </Section>
        <Section heading={t('fallback.heading')} card>
          <Prose>
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
      </Columns>
    </Stack>
  )

  function duty(): string {
    const { dutyContactName, dutyContactPhone } = service
    return [dutyContactName, dutyContactPhone].filter((part) => part !== null).join(', ') || t('contact.no-duty')
  }
}
