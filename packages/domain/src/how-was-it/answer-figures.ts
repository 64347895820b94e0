import type { CountCell, Sum } from '../continuity/small-counts.ts'
import { suppressTables } from '../continuity/suppress-tables.ts'
import {
  ANSWERS_OF_QUESTION,
  type Answer,
  HOW_WAS_IT_DAYS,
  type HowWasItDay,
  QUESTIONS,
  type Question,
} from './how-was-it-codes.ts'

/** How many persons answered so. `not-asked`: nobody asked them. */
export type AnswerCount = { day: HowWasItDay; question: Question; answer: Answer | 'not-asked'; persons: number }

/** One row of the table: a question on a day. Null: too small to be shown, or it would give away one that is. */
export type AnswerFigures = {
  day: HowWasItDay
  question: Question
  /** Everybody who could have been asked. */
  of: number | null
  answers: { answer: Answer | 'not-asked'; persons: number | null }[]
}

/**
 * What the persons themselves said, in counts, small ones left out of all rows together (rule FIG-7). Refused, not reached
 * and not asked stand beside the answers: silence does not improve a figure. Rows about nobody are left out.
 */
export function answerFigures(counts: readonly AnswerCount[]): AnswerFigures[] {
  const rows = QUESTIONS.flatMap((question) => HOW_WAS_IT_DAYS.map((day) => rowOf(counts, question, day))).filter(
    ({ total }) => total > 0,
  )
  const cells: CountCell[] = rows.flatMap(({ key, total, answers }) => [
    { id: key, count: total },
    ...answers.map(({ answer, persons }) => ({ id: `${key} ${answer}`, count: persons })),
  ])
  const sums: Sum[] = rows.map(({ key, answers }) => ({
    total: key,
    parts: answers.map(({ answer }) => `${key} ${answer}`),
  }))
  const { hidden } = suppressTables([{ cells, sums }])
  const shown = (id: string, value: number) => (hidden.has(id) ? null : value)
  return rows.map(({ key, day, question, total, answers }) => ({
    day,
    question,
    of: shown(key, total),
    answers: answers.map(({ answer, persons }) => ({ answer, persons: shown(`${key} ${answer}`, persons) })),
  }))
}

function rowOf(counts: readonly AnswerCount[], question: Question, day: HowWasItDay) {
  const of = counts.filter((count) => count.question === question && count.day === day)
  const answers = [...ANSWERS_OF_QUESTION[question].answers, 'not-asked' as const].map((answer) => ({
    answer,
    persons: of.find((count) => count.answer === answer)?.persons ?? 0,
  }))
  const total = answers.reduce((sum, { persons }) => sum + persons, 0)
  return { key: `${question} ${day}`, day, question, total, answers }
}
