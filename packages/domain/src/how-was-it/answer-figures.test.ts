import { describe, expect, it } from 'vitest'
import { type AnswerCount, answerFigures } from './answer-figures.ts'

const bed = (answer: AnswerCount['answer'], persons: number): AnswerCount => ({
  day: 2,
  question: 'bed',
  answer,
  persons,
})
const shown = (...counts: AnswerCount[]) =>
  Object.fromEntries(answerFigures(counts)[0]?.answers.map(({ answer, persons }) => [answer, persons]) ?? [])

describe('what the persons said, in counts', () => {
  it('shows what is large enough, with what was not answered beside it', () => {
    expect(answerFigures([bed('yes', 20), bed('no', 8), bed('not-asked', 12)])).toMatchObject([
      { question: 'bed', day: 2, of: 40 },
    ])
    expect(shown(bed('yes', 20), bed('no', 8), bed('not-asked', 12))).toEqual({
      yes: 20,
      no: 8,
      refused: 0,
      'not-reached': 0,
      'not-asked': 12,
    })
  })

  it.each([
    ['a small count, and one more beside it', [bed('yes', 20), bed('no', 3), bed('not-asked', 12)]],
    ['a small complement', [bed('yes', 30), bed('no', 2)]],
  ])('hides %s', (_what, counts) => {
    const row = answerFigures(counts)[0]
    const values = row?.answers.map(({ persons }) => persons) ?? []
    expect(values.filter((value) => value === null).length + (row?.of === null ? 1 : 0)).toBeGreaterThan(1)
    expect(values).not.toContain(3)
    expect(values).not.toContain(2)
  })

  it('leaves out what is about nobody', () => {
    expect(answerFigures([])).toEqual([])
  })
})
