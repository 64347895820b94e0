import { Columns, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { CaseCover } from '../../../../../cover-plan/case-cover.tsx'
import { CurrentAlert } from '../../../../../dose-alert/current-alert.tsx'
import { KeepFresh } from '../../../../../live/keep-fresh.tsx'
import { KitAlerts } from '../../../../../naloxone/kit-alerts.tsx'
import { Arrival } from '../../../../../outcome/arrival.tsx'
import { First48Clock } from '../../../../../outcome/first-48-clock.tsx'
import { First48Steps } from '../../../../../outcome/first-48-steps.tsx'
import { WhatHappened } from '../../../../../outcome/what-happened.tsx'
import { paths } from '../../../../../paths.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('outcome', 'first-48.title')

/** Services at which nobody is expected for an appointment. */
const NOT_A_PLACE = ['region', 'administration']

type Props = { params: Promise<{ episodeId: string }> }

/** The first 48 hours: the clock, the five steps, and the press for each; the same page for both sides. */
export default async function First48HoursPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  // Nobody is called any more: the page has nothing to ask for.
  if (view.stoppedBy) redirect(paths.happened(episodeId))
  const caller = await api()
  const [of, services, me, t, events] = await Promise.all([
    orNotFound(caller.outcome.firstHours({ episodeId })),
    caller.service.list(),
    caller.access.me(),
    getTranslations('outcome'),
    getTranslations('custody-episode.event'),
  ])
  return (
    <Words nouns={['outcome', 'contact', 'housing', 'appointment']}>
      <KeepFresh episodeId={episodeId} />
      <Stack gap="large">
        <PageHeading>{t('first-48.heading')}</PageHeading>
        <First48Clock of={of} />
        {of.dose && <CurrentAlert routing={of.dose.routing} alerts={of.dose.alerts} />}
        <KitAlerts alerts={view.kitAlerts} />
        <CaseCover episodeId={episodeId} />
        <Columns split="main-aside">
          <First48Steps
            of={of}
            services={services
              .filter(({ kind }) => !NOT_A_PLACE.includes(kind))
              .map(({ id, name, timeZone }) => ({ id, name, timeZone }))}
            ownServiceId={me.hat?.serviceId ?? ''}
            maySend={view.may.send}
          />
          <Stack gap="large">
            <Section card heading={t('arrival.heading')}>
              <Arrival of={of} />
            </Section>
            {view.may.recordEvent && (
              <p>
                <Link href={paths.happened(episodeId)}>{events('link')}</Link>
              </p>
            )}
            <Section card heading={t('log.heading')}>
              <WhatHappened of={of} />
            </Section>
          </Stack>
        </Columns>
      </Stack>
    </Words>
  )
}
