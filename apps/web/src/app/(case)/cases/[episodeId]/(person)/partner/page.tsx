import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { AnswerForm } from '../../../../../../partner/answer-form.tsx'
import { Around } from '../../../../../../partner/around.tsx'
import { MeetForm } from '../../../../../../partner/meet-form.tsx'
import { NameForm } from '../../../../../../partner/name-form.tsx'
import { SideFacts } from '../../../../../../partner/side-facts.tsx'
import { StartForm } from '../../../../../../partner/start-form.tsx'
import { Starts, Times } from '../../../../../../partner/together.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('partner', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** One side of a link: what this person said alone, and the little that both agreed to see of each other. */
export default async function PartnerPage({ params }: Props) {
  const { episodeId } = await params
  const opened = await readCase(episodeId)
  const caller = await api()
  const view = await orNotFound(caller.partner.byEpisode({ episodeId }))
  const [t, format] = await Promise.all([getTranslations('partner'), getFormat()])
  const { side, version } = view
  const hasSaidYes = side.answer === 'yes'
  const isActive = view.link === 'active'
  return (
    <Words nouns={['partner', 'calendar', 'appointment']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Section heading={t('side.heading')}>
          {version === null ? <Notice tone="info">{t('nothing-yet')}</Notice> : <SideFacts view={view} />}
        </Section>
        <Section heading={t('link.heading')}>
          <Stack gap="small">
            <StatusTag tone={isActive ? 'good' : 'quiet'}>{t(`link.${view.link}`)}</StatusTag>
            <p>{t(`link.${view.link}-lead`)}</p>
            <p>{t('link.run', { when: format.instant(view.nextRunAt) })}</p>
          </Stack>
        </Section>
        {hasSaidYes && (
          <Section heading={t('starts.heading')}>
            <Starts starts={view.starts} />
          </Section>
        )}
        {(hasSaidYes || view.times.length > 0) && (
          <Section heading={t('times.heading')}>
            <Times times={view.times} />
          </Section>
        )}
        <Section heading={t('around.heading')}>
          <Around view={view} maySend={opened.may.send} />
        </Section>
        {view.may.record && (
          <Section heading={t('ask.heading')} lead={t('ask.lead')}>
            <AnswerForm
              episodeId={episodeId}
              seenVersion={version}
              today={view.today}
              hasYes={hasSaidYes}
              takesPart={hasSaidYes && !side.isBlocked}
            />
          </Section>
        )}
        {view.may.record && hasSaidYes && version !== null && (
          <>
            <Section heading={t('name.heading')} lead={t('name.lead')}>
              <NameForm episodeId={episodeId} seenVersion={version} />
            </Section>
            <Section heading={t('start.heading')} lead={t('start.lead')}>
              <StartForm episodeId={episodeId} seenVersion={version} startsOn={view.starts.mine} />
            </Section>
          </>
        )}
        {view.may.record && isActive && version !== null && (
          <Section heading={t('meet.heading')} lead={t('meet.lead')}>
            <MeetForm episodeId={episodeId} seenVersion={version} places={view.around.places} />
          </Section>
        )}
        {view.history.length > 1 && (
          <Disclosure summary={t('history.heading')}>
            <ul>
              {view.history.map(({ version: said, answer, askedOn, isBlocked, recordedAt, recordedBy }) => (
                <li key={said}>
                  {t('history.line', {
                    day: askedOn ? format.day(askedOn) : '',
                    answer: t(`answer.${answer}`),
                    joint: isBlocked ? 'stopped' : 'open',
                  })}{' '}
                  <small>{t('history.by', { name: recordedBy ?? '', when: format.instant(recordedAt) })}</small>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </Words>
  )
}
