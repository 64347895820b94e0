import type { Page } from '@playwright/test'
import { fillDay } from '../fields.ts'
import { DESK, expect, expectAccessible, PHONE, test } from '../people.ts'

type Release = { familyName: string; givenNames: string; number: string; country: string; releaseDate: string }

/** Adds somebody who goes to this country, as a nurse does; ends on the new plan. */
async function add(page: Page, { familyName, givenNames, number, country, releaseDate }: Release): Promise<void> {
  await page.goto('/persons/add')
  await page.getByLabel('Family name').fill(familyName)
  await page.getByLabel('Given names').fill(givenNames)
  await fillDay(page, 'Date of birth', '1985-02-17')
  await page.getByLabel('Prison number').fill(number)
  await page.getByRole('button', { name: 'Look whether they are known' }).click()
  await page.getByLabel('sentenced', { exact: true }).check()
  await fillDay(page, 'Day of admission', '2026-01-05')
  await fillDay(page, 'Release date', releaseDate)
  await page.getByLabel('confirmed', { exact: true }).check()
  await page.getByLabel('Country after release').selectOption({ label: country })
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.waitForURL(/\/cases\//)
}

/** The line of an item on the plan. */
function line(page: Page, title: string) {
  return page
    .getByRole('listitem')
    .filter({ hasText: title })
    .filter({ has: page.getByText('About this item') })
}

for (const { viewport, german, norwegian } of [
  { viewport: DESK, german: 'Brandt', norwegian: 'Dahl' },
  { viewport: PHONE, german: 'Reuter', norwegian: 'Moen' },
])
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport })

    test('a release to Germany: health cover has its last day on the day of release', async ({
      story,
      northgateNurse: nurse,
    }) => {
      await add(nurse, {
        familyName: german,
        givenNames: 'Jule',
        number: `C1DE${viewport.width}`,
        country: 'Germany',
        releaseDate: '2026-04-09',
      })
      const cover = line(nurse, 'Apply for health cover from the social welfare office')
      await expect(cover).toContainText('Last day: Thu 9 Apr 2026. After it the right is lost')
      await cover.getByText('About this item').click()
      await expect(cover.getByText('There is no second day.')).toBeVisible()
      await expect(cover.getByText(/^Source: AOK RdSchr 18e/)).toBeVisible()
      await expect(nurse.getByText('Settle health cover from the first day')).toHaveCount(0)
      await expectAccessible(nurse, 'a plan with what Germany asks for')

      const money = line(nurse, 'Bridging money paid out')
      await expect(money.getByText('Not yet confirmed')).toBeVisible()

      await cover.getByRole('link', { name: 'Germany' }).click()
      await expect(nurse.getByRole('heading', { name: 'What Germany asks for' })).toBeVisible()
      const row = nurse.getByRole('row').filter({ hasText: 'Apply for health cover from the social welfare office' })
      await expect(row).toContainText('Latest: the day of release')
      await expect(row).toContainText('After it the right is lost')
      await expect(nurse.getByRole('row').filter({ hasText: 'Personalausweis' })).toContainText(
        'Proof of identity in hand',
      )
      await nurse.getByRole('link', { name: /^Portugal/ }).click()
      await expect(nurse.getByText('Earliest: 45 days before the release')).toBeVisible()

      await nurse.goBack()
      await nurse.goBack()
      await cover.getByRole('link', { name: 'Apply for health cover from the social welfare office' }).click()
      await expect(nurse.getByRole('heading', { name: 'What Germany asks for' })).toBeVisible()
      await expect(nurse.getByText('Latest: the day of release')).toBeVisible()
      await nurse.goBack()
      await story.setClock(new Date('2026-04-10T07:00:00Z'))
      await nurse.reload()
      await expect(cover).toContainText('Overdue and unsafe')
      await cover.getByText('About this item').click()
      await expect(cover.getByText(/^When it is too late: Apply today all the same/)).toBeVisible()
    })

    test('somebody with no home is released to Norway', async ({ northgateNurse: nurse }) => {
      await add(nurse, {
        familyName: norwegian,
        givenNames: 'Even',
        number: `C2NO${viewport.width}`,
        country: 'Norway',
        releaseDate: '2026-06-18',
      })
      await nurse.getByRole('link', { name: 'Four minutes' }).click()
      await nurse.getByRole('radio', { name: 'No bed', exact: true }).check()
      await expect(nurse.getByText('Saved').first()).toBeVisible()
      await nurse.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: 'Plan' }).click()

      for (const title of ['Temporary housing asked for', 'Melding om institusjonsopphold sent to NAV'])
        await expect(line(nurse, title)).toBeVisible()
      await nurse.locator('summary').filter({ hasText: 'Support' }).click()
      await expect(line(nurse, 'BRIK mapping offered')).toBeVisible()
      await expect(line(nurse, 'Temporary housing asked for')).toContainText(
        'Waits for: Know which municipality answers before the release',
      )
      await expect(nurse.getByRole('list', { name: 'What blocks' })).toContainText(
        'Know which municipality answers before the release',
      )
    })
  })
