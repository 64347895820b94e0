import type { AskingView, HowWasItView } from '@throughcare/api/how-was-it/get-how-was-it'
import { QUESTIONS, type Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { AskingForm } from '../../../../../../how-was-it/asking-form.tsx'
import { paths } from '../../../../../../paths.ts'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('how-was-it', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What the person answered on day 2, 7 and 21, beside what was recorded of the same things. */
export default async function HowWasItPage({ params }: Props) {
  const { episodeId } = await params
  await readCase(episodeId)
  const caller = await api()
  const view = await orNotFound(caller.howWasIt.byEpisode({ episodeId }))
  const t = await getTranslations('how-was-it')
  const open = view.askings.find(({ state }) => state === 'open')
  return (
    <Words nouns={['how-was-it', 'person-questions']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {view.askings.length === 0 && <Notice tone="info">{t('still-inside')}</Notice>}
        {view.askings.map((asking) => (
          <Asking key={asking.day} view={view} asking={asking} />
        ))}
        {open && view.may.record && (
          <Section heading={t('ask', { day: open.day })} lead={t('ask-lead')}>
            <AskingForm episodeId={episodeId} day={open.day} questions={view.questions} madeAt={view.now} />
          </Section>
        )}
        <p>
          <Link href={paths.toAsk()}>{t('others')}</Link>
        </p>
      </Stack>
    </Words>
  )
}

type AskingProps = { readonly view: HowWasItView; readonly asking: AskingView }

/** One asking: what the person said last, what staff recorded, and every answer with where and by whom it was asked. */
async function Asking({ view, asking }: AskingProps) {
  const [t, format] = await Promise.all([getTranslations('how-was-it'), getFormat()])
  const staff = await staffWords(view.staff)
  const lastOf = (question: Question) => {
    const of = asking.answers.filter((each) => each.question === question)
    return of.find(({ answer }) => answer !== 'not-reached') ?? of[0]
  }
  const due = { from: format.day(asking.dueOn), to: format.day(asking.closesOn) }
  return (
    <Section
      heading={t('day', { day: asking.day })}
      lead={t('due', due)}
      actions={
        <StatusTag tone={asking.state === 'open' && asking.answers.length === 0 ? 'attention' : 'quiet'}>
          {t(`state.${asking.answers.length > 0 ? 'asked' : asking.state}`)}
        </StatusTag>
      }
    >
      {asking.answers.length > 0 && (
        <Table
          caption={t('day', { day: asking.day })}
          hideCaption
          columns={[
            { key: 'question', header: t('column.question'), isRowHeader: true },
            { key: 'said', header: t('column.said') },
            { key: 'staff', header: t('column.staff') },
          ]}
          rows={QUESTIONS.filter((question) => lastOf(question)).map((question) => ({
            key: question,
            cells: {
              question: t(`question.${question}`),
              said: t(`answer.${lastOf(question)?.answer ?? 'not-reached'}`),
              staff: staff[question],
            },
          }))}
        />
      )}
      {asking.answers.length > 0 && (
        <Disclosure summary={t('all', { count: asking.answers.length })}>
          <TimelineList
            label={t('all', { count: asking.answers.length })}
            entries={asking.answers.map((one) => ({
              key: one.id,
              dateTime: one.askedAt,
              when: format.instant(one.askedAt),
              title: `${t(`question.${one.question}`)} ${t(`answer.${one.answer}`)}`,
              by: t('asked-by', {
                name: one.recordedBy ?? '',
                service: one.serviceName,
                where: t(`setting.${one.setting}`),
              }),
              children: one.words ?? undefined,
            }))}
          />
        </Disclosure>
      )}
    </Section>
  )
}

/** What was recorded of the same things, in words; nothing is said where it is not open to the reader. */
async function staffWords({
  firstDoseAt,
  firstNight,
  reached,
}: HowWasItView['staff']): Promise<Record<Question, string>> {
  const [t, housing, format] = await Promise.all([
    getTranslations('how-was-it.staff'),
    getTranslations('housing.first-night'),
    getFormat(),
  ])
  return {
    medicine: firstDoseAt ? t('first-dose', { at: format.instant(firstDoseAt) }) : t('nothing'),
    bed: firstNight ? t('first-night', { where: housing(firstNight) }) : t('nothing'),
    'who-helped': t('reached', { count: reached }),
  }
}
