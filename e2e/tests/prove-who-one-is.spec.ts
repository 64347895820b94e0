import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expect, expectAccessible, expectInBothLooks, openBrowser, signInByHand, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'
import { PASSWORD, theWorld } from '../world.ts'

const NEW_PASSWORD = 'four other long words'

/** The code that an authenticator app shows so many seconds from now, by the story's clock. */
async function codeOf(story: JourneyStory, key: string, later = 0): Promise<string> {
  const { rows } = await story.owner.query<{ now: Date }>('select app.now() as now')
  const at = (rows[0]?.now.getTime() ?? 0) + later * 1_000
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: at })
}

/** Fills in what the form of signing in asks for first. */
async function typeIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('A14: a session ended from another device in the middle of a form keeps what was typed', async ({
  browser,
  story,
  harbourSecondWorker: worker,
}) => {
  const one = await story.aCase({ familyName: 'Ferrand', givenNames: 'Luc' })
  const handoffId = await story.aHandoff(one, { area: 'omt' })
  await worker.goto(`/handoffs/${handoffId}`)
  await worker.locator('summary', { hasText: 'Do not take it' }).click()
  await worker.getByRole('radio', { name: 'Another reason' }).check()
  const words = worker.getByLabel('In words', { exact: true })
  await words.fill('The ward is full until Monday')

  const elsewhere = await openBrowser(browser)
  await signInByHand(elsewhere, 'harbourSecondWorker')
  await elsewhere.goto('/settings/sign-in')
  await expectInBothLooks(elsewhere, 'own sign-in', 'light at a desk, dark at 400 %')
  await elsewhere.getByRole('button', { name: 'End all others' }).click()
  await expect(elsewhere.getByText(/session(s)? ended/)).toBeVisible()

  // Nobody presses anything: the page hears of it, covers itself, and asks.
  const cover = worker.getByRole('dialog', { name: 'Your session has ended' })
  await expect(cover).toBeVisible({ timeout: 15_000 })
  await expectAccessible(worker, 'a page whose session has ended')
  await typeIn(worker, 'rita.fonseca@throughcare.test', PASSWORD)
  await expect(cover.getByText('That is another account', { exact: false })).toBeVisible()
  await typeIn(worker, 'lea.brandt@throughcare.test', PASSWORD)
  await expect(cover).toBeHidden()
  await expect(words).toHaveValue('The ward is full until Monday')
  await worker.getByRole('button', { name: 'Do not take it' }).click()
  await expect(worker.getByText('Not taken').first()).toBeVisible()
  await elsewhere.context().close()
})

test('somebody is invited, sets up a second factor, and signs in with it', async ({
  browser,
  story,
  administrator,
}) => {
  test.setTimeout(90_000)
  const email = `ida.moen.${Date.now()}@benefits.test`
  await administrator.goto(`/services/${theWorld().services.benefits}/people`)
  await administrator.locator('summary', { hasText: 'Invite somebody' }).click()
  await administrator.getByLabel('E-mail', { exact: true }).fill(email)
  await administrator.getByLabel('Name', { exact: true }).fill('Ida Moen')
  // The last proof is too old for this: it is asked for in place, and what was typed stays.
  await story.owner.query(`update session set proved_at = proved_at - interval '11 minutes' where ended_at is null`)
  await administrator.getByRole('button', { name: 'Invite', exact: true }).click()
  await administrator.getByRole('button', { name: 'Prove that it is you' }).click()
  await administrator
    .getByRole('dialog')
    .getByLabel(/Your password/)
    .fill(PASSWORD)
  await administrator.getByRole('dialog').getByRole('button', { name: 'Go on' }).click()
  await expect(administrator.getByText('It is you. Press again', { exact: false })).toBeVisible()
  await administrator.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = (await administrator.locator('code').first().textContent()) ?? ''
  expect(new URL(link).origin).toBe(theWorld().origin)
  await expectInBothLooks(administrator, 'people of a service', 'dark at a desk, light on a phone')

  const page = await openBrowser(browser)
  await page.goto(link)
  await expect(page.getByText('Ida Moen: Caseworker at City Benefits Office.')).toBeVisible()
  await expectAccessible(page, 'an invitation')
  await page.getByLabel('New password').fill('password1234')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Too easy to guess', { exact: false })).toBeVisible()
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('That worked. Sign in with your password.')).toBeVisible()
  await typeIn(page, email, NEW_PASSWORD)
  await expect(page).toHaveURL(/\/inbox$/)

  await page.goto('/settings/sign-in')
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible()
  await expectAccessible(page, 'setting up a second factor')
  const key = ((await page.getByText(/^Key:/).textContent()) ?? '').replace('Key:', '').trim()
  await page.getByLabel('Code', { exact: true }).fill(await codeOf(story, key))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: /^\w{4}-\w{4}-\w{4}-\w{4}$/ })).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes are left.', { exact: false })).toBeVisible()

  await page.goto(link)
  await expect(page.getByText('This link opens nothing')).toBeVisible()
  const anew = await openBrowser(browser)
  await anew.goto('/sign-in')
  await typeIn(anew, email, NEW_PASSWORD)
  await expect(anew.getByRole('heading', { name: 'One thing more' })).toBeVisible()
  await expectAccessible(anew, 'the code of a second factor')
  await anew.getByLabel('Code', { exact: true }).fill('000000')
  await anew.getByRole('button', { name: 'Go on' }).click()
  await expect(anew.getByText('That is not right', { exact: false })).toBeVisible()
  await anew.goto('/inbox')
  await expect(anew).toHaveURL(/\/sign-in/)
  await anew.getByLabel('Code', { exact: true }).fill(await codeOf(story, key, 30))
  await anew.getByRole('button', { name: 'Go on' }).click()
  await expect(anew.getByRole('banner')).toContainText('City Benefits Office')
  await anew.goto('/reset')
  await expectAccessible(anew, 'asking for a new password')
  await page.context().close()
  await anew.context().close()
})
