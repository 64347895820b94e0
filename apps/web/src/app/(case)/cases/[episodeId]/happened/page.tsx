import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { EVENT_KINDS } from '@throughcare/domain/custody-episode/custody-event-codes'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { SayToEvent, TakeEventBack } from '../../../../../custody-episode/answer-event.tsx'
import { EventHistory } from '../../../../../custody-episode/event-history.tsx'
import { RecordEventForm } from '../../../../../custody-episode/record-event-form.tsx'
import { currentSession } from '../../../../../session/current-session.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('custody-episode', 'event.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What befell somebody otherwise than by a release or a move: said here, confirmed here, and taken back here. */
export default async function HappenedPage({ params }: Props) {
  const { episodeId } = await params
  const [view, session, t] = await Promise.all([
    readCase(episodeId),
    currentSession(),
    getTranslations('custody-episode.event'),
  ])
  const isHeldHere = view.part.relation === 'own' && view.episode.endedOn === null
  const kinds = EVENT_KINDS.filter((kind) => kind === 'died' || isHeldHere).filter(
    (kind) => kind !== view.inHospital?.kind,
  )
  return (
    <Words nouns={['custody-episode', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Section heading={t('history')}>
          <EventHistory view={view} />
        </Section>
        {view.may.recordEvent && session?.hat && <Standing view={view} hat={session.hat} />}
        {view.may.recordEvent && !view.stoppedBy && (
          <Section card heading={t('record')}>
            <RecordEventForm
              episodeId={episodeId}
              kinds={kinds}
              today={plainDateIn(new Date(view.now), getZone(view.prison.timeZone))}
              zone={view.prison.timeZone}
            />
          </Section>
        )}
      </Stack>
    </Words>
  )
}

type StandingProps = {
  readonly view: CaseView
  readonly hat: { readonly accountId: string; readonly serviceId: string; readonly serviceKind: string }
}

/** What this reader may say to the event that stands. */
function Standing({ view, hat }: StandingProps) {
  const event = view.stoppedBy ?? view.inHospital
  if (!event) return null
  const of = { episodeId: view.episode.id, eventId: event.id }
  const isConfirmed = event.answers.some(({ answer }) => answer === 'confirmed')
  const isPrison = hat.serviceKind === 'prison-health'
  const isOurs = event.serviceId === hat.serviceId || isPrison
  return (
    <Stack>
      {event.kind === 'died' && !isConfirmed && event.accountId !== hat.accountId && (
        <SayToEvent {...of} answer="confirmed" />
      )}
      {event.kind === 'hospital' && isPrison && <SayToEvent {...of} answer="over" />}
      {isOurs && <TakeEventBack {...of} />}
    </Stack>
  )
}
