import type { Figure } from '@throughcare/api/continuity/get-report'
import type { Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'

/** Which staff-recorded figure is about the same thing. */
const SAME_THING = {
  medicine: 'dose-within-48-hours',
  bed: 'first-night-bed',
  'who-helped': null,
} as const satisfies Record<Question, Figure['indicator'] | null>

/** What the persons themselves said, beside what staff recorded of the same thing: over the whole period, whatever the filter. */
export async function AnswerFigures({ figures }: { readonly figures: readonly Figure[] }) {
  if (!(await mayHere('how-was-it.figures'))) return null
  const caller = await api()
  const [{ rows, from, to }, t, figureWords, words, format] = await Promise.all([
    caller.howWasIt.figures(),
    getTranslations('how-was-it'),
    getTranslations('continuity.indicator'),
    getFigureWords(),
    getFormat(),
  ])
  if (rows.length === 0) return null
  const staffOf = (question: Question) => {
    const figure = figures.find(({ indicator }) => indicator === SAME_THING[question])
    if (figure?.state !== 'collected') return t('figures.no-staff')
    return `${figureWords(figure.indicator)}: ${words.rate(figure.figure)}`
  }
  return (
    <Section heading={t('figures.heading')} lead={t('figures.lead', { from: format.day(from), to: format.day(to) })}>
      <Table
        caption={t('figures.heading')}
        hideCaption
        columns={[
          { key: 'question', header: t('column.question'), isRowHeader: true },
          { key: 'said', header: t('column.said') },
          { key: 'of', header: t('figures.of'), align: 'end' },
          { key: 'staff', header: t('column.staff') },
        ]}
        rows={rows.map(({ question, day, of, answers }) => ({
          key: `${question} ${day}`,
          cells: {
            question: t('figures.row', { question: t(`question.${question}`), day }),
            said: answers
              .filter(({ persons }) => persons !== 0)
              .map(({ answer, persons }) => `${t(`answer.${answer}`)}: ${persons ?? t('figures.hidden')}`)
              .join(', '),
            of: of ?? t('figures.hidden'),
            staff: staffOf(question),
          },
        }))}
      />
    </Section>
  )
}
