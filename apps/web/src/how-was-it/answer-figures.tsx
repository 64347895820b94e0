import type { Figure } from '@throughcare/api/continuity/get-report'
import type { AnswerFiguresView } from '@throughcare/api/how-was-it/get-answer-figures'
import type { Question } from '@throughcare/domain/how-was-it/how-was-it-codes'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../continuity/get-figure-words.ts'

/** Which staff-recorded figure is about the same thing. */
const SAME_THING = {
  medicine: 'dose-within-48-hours',
  bed: 'first-night-bed',
  'who-helped': null,
} as const satisfies Record<Question, Figure['indicator'] | null>

type Props = { readonly rows: AnswerFiguresView['rows']; readonly figures: readonly Figure[] }

/** What the persons themselves said, beside what staff recorded of the same thing: over the whole period. */
export async function AnswerFigures({ rows, figures }: Props) {
  const [t, figureWords, words] = await Promise.all([
    getTranslations('how-was-it'),
    getTranslations('continuity.indicator'),
    getFigureWords(),
  ])
  if (rows.length === 0) return <EmptyState heading={t('figures.none')}>{t('figures.none-text')}</EmptyState>
  const staffOf = (question: Question) => {
    const figure = figures.find(({ indicator }) => indicator === SAME_THING[question])
    if (figure?.state !== 'collected') return t('figures.no-staff')
    return `${figureWords(figure.indicator)}: ${words.rate(figure.figure)}`
  }
  return (
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
  )
}
