import { readMessages } from '@throughcare/i18n/read-messages'
import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import { coverWords } from './cover-words.ts'

const words = coverWords(
  createTranslator({ locale: 'en', messages: readMessages('en'), namespace: 'medication' }) as never,
  { day: (day: string) => day } as never,
)
const gap = (because: 'no-appointment' | 'no-dosing-point') => ({
  kind: 'gap' as const,
  coveredTo: null,
  parts: [{ days: ['2026-11-26'], why: { state: 'uncovered' as const, because } }],
  days: ['2026-11-26'],
  coveredAgainFrom: null,
  isDueToday: false,
  nextAppointment: null,
})

it.each([
  ['no-appointment', 'Uncovered 2026-11-26: no appointment is booked.'],
  ['no-dosing-point', 'Uncovered 2026-11-26: no dosing point is named. No appointment is booked.'],
] as const)('that no appointment is booked is said once: %s', (because, told) => {
  expect(words.sentence(gap(because) as never)).toBe(
    `No day before is on record as covered. 1 day without cover. ${told}`,
  )
})
