import { castEmail } from '@throughcare/db/testing/cast'
import { expect, expectAccessible, openBrowser, signInByHand, test } from '../people.ts'

test('somebody signs in, sees under which hat, and signs out everywhere', async ({ browser, story }) => {
  void story
  const page = await openBrowser(browser)
  const elsewhere = await openBrowser(browser)
  await signInByHand(page, 'northgateNurse')
  await signInByHand(elsewhere, 'northgateNurse')
  await expect(page.getByRole('banner')).toContainText('HMP Northgate')
  await expect(page).toHaveURL(/\/releases$/)
  await page.getByRole('banner').getByText('Nora Lindqvist').click()
  await page.getByRole('button', { name: 'Sign out on every device' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await elsewhere.goto('/releases')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
})

test('a wrong password and an unknown address are told the same', async ({ browser, story }) => {
  void story
  const page = await openBrowser(browser)
  const told: (string | null)[] = []
  for (const email of [castEmail('northgateNurse'), 'nobody.at.all@throughcare.test']) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('not this one at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    told.push(await page.getByRole('main').getByRole('alert').first().textContent())
    await expect(page.getByLabel('E-mail')).toHaveValue(email)
  }
  expect(told[0]).toBe(told[1])
  await expectAccessible(page, 'sign-in with an error')
})
