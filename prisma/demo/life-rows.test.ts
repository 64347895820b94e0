import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { expect, it } from 'vitest'
import { tellLives } from './demo-data.ts'
import type { DemoRows } from './demo-rows.ts'
import { setStage } from './stage.ts'

const lives = tellLives(setStage(getPlainDate('2026-11-22')))

it.each<[string, number, (rows: DemoRows) => readonly unknown[]]>([
  ['somebody who stands by', 30, ({ supporter }) => supporter],
  ['a plan for an overdose', 30, ({ overdosePlan }) => overdosePlan.filter(({ answer }) => answer === 'made')],
  ['what helps and what pulls', 20, ({ whatHelps }) => whatHelps],
  ['a place for the first night', 30, ({ housingPlace }) => housingPlace],
  ['things in store', 10, ({ belongings }) => belongings],
  ['a home or a job to keep', 5, ({ keptDate }) => keptDate],
  [
    'something that stood in the way, and no longer does',
    100,
    ({ barrier }) => barrier.filter((one) => one.resolvedOn),
  ],
])('%s is told of at least %i people', (_what, least, rowsOf) => {
  expect(rowsOf(lives).length).toBeGreaterThanOrEqual(least)
})
