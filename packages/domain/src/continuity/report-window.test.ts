import { expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { SERVICE_KINDS } from '../service/service-kinds.ts'
import { indicatorsOf } from './indicator-categories.ts'
import { INDICATORS } from './indicators.ts'
import { monthsWithRecords, WINDOW_MONTHS, windowMonths } from './report-window.ts'

it.each([
  ['2026-11-22', '2024-12', '2026-11'],
  ['2026-01-01', '2024-02', '2026-01'],
  ['2026-12-31', '2025-01', '2026-12'],
  ['2028-02-29', '2026-03', '2028-02'],
])('the figures of %s cover two years of months: %s to %s', (today, first, last) => {
  const months = windowMonths(getPlainDate(today))
  expect([months.length, months[0], months.at(-1)]).toEqual([WINDOW_MONTHS, first, last])
  expect(months.toSorted()).toEqual(months)
  expect(new Set(months).size).toBe(WINDOW_MONTHS)
})

it('months before the first record are left away, those between records are not', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04']
  expect(monthsWithRecords(months, new Set(['2026-02', '2026-04']))).toEqual(['2026-02', '2026-03', '2026-04'])
  expect(monthsWithRecords(months, new Set())).toEqual(['2026-04'])
})

it('a kind of service sees the figures of what it may know, a region all but couples, an administration none', () => {
  expect(Object.fromEntries(SERVICE_KINDS.map((kind) => [kind, indicatorsOf(kind).length]))).toEqual({
    'prison-health': 13,
    'prison-social-work': 4,
    'drug-service': 13,
    'dosing-point': 7,
    housing: 4,
    benefits: 4,
    probation: 4,
    'peer-support': 13,
    region: 12,
    administration: 0,
  })
  expect(indicatorsOf('housing')).toEqual([
    'supporter-kit-within-7-days',
    'acknowledged-before-release',
    'first-night-bed',
    'benefits-claimed-by-day-3',
  ])
  // Couples are not for managers, and a region has nobody else.
  expect(INDICATORS.filter((indicator) => !indicatorsOf('region').includes(indicator))).toEqual([
    'both-partners-in-treatment',
  ])
})
