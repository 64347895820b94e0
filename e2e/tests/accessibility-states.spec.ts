import type { Page } from '@playwright/test'
import { newId } from '@throughcare/db/uuid'
import { expect, expectInBothLooks, openBrowser, signIn, test } from '../people.ts'

const PUT_RIGHT = 'There is something to put right first'

/** Opens a page, does what brings about the state, and looks at it as it then stands. */
async function see(page: Page, address: string, state: string, until?: () => Promise<void>): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await until?.()
  await expectInBothLooks(page, `${address}, ${state}`, 'dark at a desk, light on a phone')
}

test('J08: empty, with errors and refused, pages pass axe and fit the screen', async ({ browser, story }) => {
  test.setTimeout(240_000)
  const one = await story.aCase({ familyName: 'Sørensen', givenNames: 'Mette' })
  await story.aHandoff(one, { area: 'omt' })
  const at = (part: string): string => `/cases/${one.episodeId}${part}`
  const open = async (who: Parameters<typeof signIn>[1]): Promise<Page> => {
    const page = await openBrowser(browser)
    await signIn(page, who)
    return page
  }

  const nobody = await openBrowser(browser)
  await see(nobody, '/sign-in', 'with errors', async () => {
    await nobody.getByRole('button', { name: 'Sign in' }).click()
    await expect(nobody.getByRole('heading', { name: PUT_RIGHT })).toBeVisible()
  })

  const newNurse = await open('eastfieldNurse')
  for (const address of ['/releases?list=later', '/release-lists', '/handoffs', '/continuity'])
    await see(newNurse, address, 'empty')
  await see(newNurse, '/persons', 'nobody found', async () => {
    await newNurse.getByRole('searchbox').fill('Zzyzx Qwerty')
    await newNurse.getByRole('searchbox').press('Enter')
    await expect(newNurse.getByText(/nobody|no one|not found/i).first()).toBeVisible()
  })
  await see(newNurse, '/persons/add', 'with errors', async () => {
    await newNurse.getByRole('button', { name: 'Look whether they are known' }).click()
    await expect(newNurse.getByRole('heading', { name: PUT_RIGHT })).toBeVisible()
  })
  await see(newNurse, '/services', 'as a nurse')
  for (const address of [at(''), at('/doses'), `/handoffs/${newId()}`, '/nowhere'])
    await see(newNurse, address, 'refused')

  const nurse = await open('northgateNurse')
  await see(nurse, at('/doses'), 'without a treatment')
  await see(nurse, at('/hand-over'), 'nothing to choose')

  const outsider = await open('riversideWorker')
  await see(outsider, '/inbox', 'empty')
  await see(outsider, '/releases', 'refused')
  await see(outsider, at('/first-48-hours'), 'refused')

  const housing = await open('havenWorker')
  await see(housing, '/inbox', 'empty')
  const region = await open('regionManager')
  await see(region, '/continuity', 'a region')
  for (const page of [nobody, newNurse, nurse, outsider, housing, region]) await page.context().close()
})
