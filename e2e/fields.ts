import type { Page } from '@playwright/test'

/** Types a day into the three parts of a date field. */
export async function fillDay(page: Page, legend: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Day').fill(date)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}
