import { CaseList } from '@throughcare/ui/case-card'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { Question } from '../../../hours-confirmation/question.tsx'
import { readQuestion } from '../../../hours-confirmation/question-address.ts'
import { currentSession } from '../../../session/current-session.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('hours-confirmation', 'title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Which dosing points nobody has asked about a public holiday yet, whom to ring, and what they said. */
export default async function HoursToConfirmPage({ searchParams }: Props) {
  const { answer, answered } = await searchParams
  const caller = await api()
  const [list, session, t] = await Promise.all([
    caller.hoursConfirmation.list(),
    currentSession(),
    getTranslations('hours-confirmation'),
  ])
  const open = readQuestion(answer)
  const { places, people, questions } = list
  const summary = people === null ? t('summary.without-people', { places }) : t('summary.some', { places, people })
  return (
    <Words nouns={['hours-confirmation', 'handoff']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {readQuestion(answered) && (
          <Notice tone="good" role="status">
            {t('saved')}
          </Notice>
        )}
        {questions.length === 0 ? (
          <EmptyState heading={t('summary.none')} headingLevel={2} />
        ) : (
          <>
            <Notice tone="attention" heading={summary} />
            <CaseList label={t('heading')}>
              {questions.map((question) => (
                <Question
                  key={`${question.place.id} ${question.day}`}
                  question={question}
                  isOwnPlace={question.place.id === session?.hat?.serviceId}
                  isOpen={open?.serviceId === question.place.id && open.day === question.day}
                />
              ))}
            </CaseList>
          </>
        )}
        <Prose>
          <p>{t('definition')}</p>
        </Prose>
      </Stack>
    </Words>
  )
}
