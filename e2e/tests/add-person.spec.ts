import { fillDay } from '../fields.ts'
import { expect, expectAccessible, test } from '../people.ts'

test('a nurse who enters somebody twice is shown the likely duplicate and decides', async ({
  story,
  northgateNurse: page,
}) => {
  await story.aCase({ familyName: "O'Neill", givenNames: 'Siân', dateOfBirth: '1988-12-28', number: 'D1111AA' })
  await page.goto('/releases')
  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByLabel('Family name').fill('oneill')
  await page.getByLabel('Given names').fill('Sian')
  await fillDay(page, 'Date of birth', '1988-12-28')
  await page.getByRole('button', { name: 'Look whether they are known' }).click()
  await expect(page.getByText('Type the number.').first()).toBeVisible()
  await expectAccessible(page, 'add a person, with an error')

  await page.getByLabel('Prison number').fill('D2222AA')
  await expect(page.getByLabel('Family name')).toHaveValue('oneill')
  await page.getByRole('button', { name: 'Look whether they are known' }).click()
  await expect(page.getByRole('heading', { name: 'Is it one of these?' })).toBeVisible()
  await expect(page.getByText("O'Neill, Siân").first()).toBeVisible()
  await expectAccessible(page, 'add a person, a likely duplicate')
  await page.getByLabel(/^No, .* is somebody else/).check()
  await page.getByRole('button', { name: /Go on|Next|Continue/ }).click()

  await page.getByLabel('sentenced', { exact: true }).check()
  await fillDay(page, 'Day of admission', '2026-01-05')
  await fillDay(page, 'Release date', '2026-04-09')
  await page.getByLabel('expected', { exact: true }).check()
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.waitForURL(/\/cases\//)
  await expect(page.getByText('D2222AA').first()).toBeVisible()
  const { rows } = await story.owner.query(`select count(*)::int as n from person where date_of_birth = '1988-12-28'`)
  expect(rows).toEqual([{ n: 2 }])
  await expectAccessible(page, 'a new care plan')
})
