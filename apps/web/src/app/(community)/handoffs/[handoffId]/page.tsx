import { Columns, Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { CaseIdentity } from '../../../../care-plan/case-identity.tsx'
import { readCase, readMedication } from '../../../../care-plan/read-case.ts'
import { StopBanner } from '../../../../custody-episode/stop-banner.tsx'
import { EscalationSteps } from '../../../../escalation/escalation-steps.tsx'
import { NotSeenNotice } from '../../../../escalation/not-seen-notice.tsx'
import { PassedOnNotice } from '../../../../escalation/passed-on-notice.tsx'
import { GiveSection } from '../../../../handoff/give-section.tsx'
import { HandoffContent } from '../../../../handoff/handoff-content.tsx'
import { HandoffFacts } from '../../../../handoff/handoff-facts.tsx'
import { HandoffHistory } from '../../../../handoff/handoff-history.tsx'
import { HandoffMoves } from '../../../../handoff/handoff-moves.tsx'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { listedName } from '../../../../handoff/person-name.ts'
import { readPage } from '../../../../handoff/read-page.ts'
import { ServicePhones } from '../../../../handoff/service-phones.tsx'
import { HandoffMessages } from '../../../../handoff-message/handoff-messages.tsx'
import { KeepFresh } from '../../../../live/keep-fresh.tsx'
import { paths } from '../../../../paths.ts'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('handoff', 'one.title')

type Props = {
  params: Promise<{ handoffId: string }>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** One handoff, for either end of it: what travels, what can be pressed, and what has happened. */
export default async function HandoffPage({ params, searchParams }: Props) {
  const handoffId = idOrNotFound((await params).handoffId)
  const historyPage = readPage((await searchParams).page)
  const caller = await api()
  const [handoff, t, escalation, areaName, format] = await Promise.all([
    orNotFound(caller.handoff.byId({ handoffId, historyPage })),
    getTranslations('handoff'),
    getTranslations('escalation'),
    getTranslations('area.name'),
    getFormat(),
  ])
  const view = handoff.episodeId ? await readCase(handoff.episodeId) : null
  const medication = view && handoff.carries.includes('omt') ? await readMedication(view.episode.id) : null
  const otherEnd = handoff.side === 'sending' ? handoff.receiving : handoff.sending
  const name = view ? listedName(view.person) || t('fact.nameless') : ''
  const canPress = handoff.may.some((move) => move !== 'resend')
  return (
    <Words nouns={['handoff', 'restriction']}>
      <KeepFresh episodeId={handoff.episodeId ?? undefined} />
      <Stack gap="large">
        {view && <CaseIdentity view={view} medication={medication} />}
        {view && <StopBanner view={view} />}
        <PageHeading
          lead={t('one.from-to', { from: handoff.sending.name, to: handoff.receiving.name })}
          caption={handoff.attempt > 1 ? t('fact.attempt', { number: handoff.attempt }) : undefined}
        >
          {t('one.heading', { area: areaName(handoff.area) })}
        </PageHeading>
        <Columns split="main-aside">
          <Stack gap="large">
            {!view && (
              <Notice tone="info" shape="lock" heading={t('one.ended.heading')}>
                {t('one.ended.text')}
              </Notice>
            )}
            {handoff.movedFrom && (
              <Notice
                tone="info"
                heading={t('one.moved.heading', {
                  name: handoff.sending.name,
                  at: format.instant(handoff.movedFrom.at, 'weekday'),
                })}
              >
                {t('one.moved.text', { name: handoff.sending.name, before: handoff.movedFrom.name })}
              </Notice>
            )}
            <NotSeenNotice handoff={handoff} />
            {handoff.passedOnTo && <PassedOnNotice heir={handoff.passedOnTo} />}
            {handoff.resentAsId && !handoff.passedOnTo && (
              <Notice
                tone="info"
                actions={
                  <LinkButton size="small" variant="secondary" href={paths.handoff(handoff.resentAsId)}>
                    {t('one.open-resent')}
                  </LinkButton>
                }
              >
                {t('one.resent')}
              </Notice>
            )}
            {handoff.may.length > 0 && !view?.stoppedBy && (
              <Section card heading={t(handoff.may.includes('acknowledge') ? 'one.your-turn' : 'one.your-move')}>
                <Stack>
                  {handoff.may.includes('resend') && handoff.episodeId && (
                    <Stack gap="small">
                      {handoff.question && (
                        <Notice tone="attention">
                          {t('hand-over.returned', { name: otherEnd.name, question: handoff.question })}
                        </Notice>
                      )}
                      <div>
                        <LinkButton href={paths.handOver(handoff.episodeId)}>
                          {t(handoff.status === 'returned' ? 'hand-over.resend.heading-answer' : 'move.resend')}
                        </LinkButton>
                      </div>
                    </Stack>
                  )}
                  {canPress && (
                    <HandoffMoves
                      handoffId={handoff.id}
                      seenVersion={handoff.version}
                      status={handoff.status}
                      may={handoff.may}
                      name={name}
                      otherEnd={otherEnd.name}
                    />
                  )}
                </Stack>
              </Section>
            )}
            <GiveSection handoff={handoff} />
            <HandoffMessages handoff={handoff} />
            {view && <HandoffContent handoff={handoff} view={view} medication={medication} />}
          </Stack>
          <Stack gap="large">
            <Section card heading={t('one.facts')}>
              <HandoffFacts handoff={handoff} />
            </Section>
            <Section card heading={t('one.ends')} lead={otherEnd.name}>
              <ServicePhones service={otherEnd} />
            </Section>
            <Section card heading={escalation('heading')}>
              <EscalationSteps handoff={handoff} />
            </Section>
            <Section card heading={t('one.history')}>
              <HandoffHistory handoff={handoff} />
            </Section>
          </Stack>
        </Columns>
      </Stack>
    </Words>
  )
}
