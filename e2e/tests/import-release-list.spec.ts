import { readFileSync } from 'node:fs'
import { expect, expectAccessible, test } from '../people.ts'

const FILE = new URL('../../packages/domain/testing/release-list/release-list.csv', import.meta.url)

/** The cases were made on this day. */
const LIST_DAY = new Date('2026-11-21T10:00:00Z')

test('a nurse brings in the release list, decides a duplicate, writes it, and a second time nothing changes', async ({
  story,
  northgateNurse: page,
}) => {
  await story.setClock(LIST_DAY)
  await page.goto('/release-lists')
  await page.getByRole('button', { name: 'Read the list' }).click()
  await expect(page.getByText('Choose a file first.')).toBeVisible()

  const bringIn = async (): Promise<void> => {
    await page.goto('/release-lists')
    await page.getByLabel('Release list (CSV)').setInputFiles(FILE.pathname)
    await page.getByRole('button', { name: 'Read the list' }).click()
    await page.waitForURL(/\/release-lists\/.+/)
    await expect(page.getByRole('table')).toBeVisible({ timeout: 20_000 })
  }
  await bringIn()
  await expectAccessible(page, 'release list, ready')
  await page.getByRole('link', { name: /Possible duplicate/ }).click()
  const row = page.getByRole('row').filter({ hasText: 'A4932' }).or(page.getByRole('row').nth(1)).first()
  await row.getByRole('button', { name: 'Another person' }).click()
  await expect(row).toContainText('Decided: Another person')
  await page.getByRole('link', { name: /Refused/ }).click()
  await expect(page.getByRole('table')).toContainText('day of the last dose is in the future')
  await expectAccessible(page, 'release list, refused lines')

  await page.getByRole('link', { name: /All lines/ }).click()
  await page.getByRole('button', { name: /^Write \d+ lines$/ }).click()
  await expect(page.getByText('All plans are made.')).toBeVisible({ timeout: 40_000 })

  await bringIn()
  await expect(page.getByText('Nothing to write')).toBeVisible()
})

test('a file that cannot be read is refused as a whole, in words', async ({ story, northgateNurse: page }) => {
  await story.setClock(LIST_DAY)
  await page.goto('/release-lists')
  const text = readFileSync(FILE, 'utf8').replace('last_dose_on', 'last_dose')
  await page
    .getByLabel('Release list (CSV)')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Read the list' }).click()
  await expect(page.getByText('These columns are missing: last_dose_on.')).toBeVisible()
  await expectAccessible(page, 'release list, refused file')
})
